package import LucidCrypto
import LucidDER
import LucidModel
import LucidNumber

/// How a file spells a curve's private key, where the standards leave a choice: a program that converts keys keeps it.
package struct ECKeySpelling: Hashable, Sendable {
    /// The form of the public point.
    package var pointForm: ECPublicKey.PointForm
    /// Whether the file states the public key, which can be computed from the private one.
    package var statesPublicKey: Bool

    package init(pointForm: ECPublicKey.PointForm, statesPublicKey: Bool) {
        self.pointForm = pointForm
        self.statesPublicKey = statesPublicKey
    }

    /// With the public key, in the uncompressed form.
    package static let usual = ECKeySpelling(pointForm: .uncompressed, statesPublicKey: true)
}

extension ECKeySpelling {
    /// How a key's structure spells it; the usual way for everything that is no curve's key.
    ///
    /// - Parameter label: the structure's PEM label: `EC PRIVATE KEY` is SEC 1, all others PKCS#8.
    init(of structure: borrowing SecretBytes, label: String) {
        self = structure.withArray { octets in
            let inner =
                label == "EC PRIVATE KEY"
                ? DERBytes(octets) : (try? PrivateKeyInfo(der: DERBytes(octets), "PrivateKeyInfo"))?.privateKey
            guard let inner, let key = try? ECPrivateKeyStructure(der: inner, "ECPrivateKey") else { return .usual }
            guard let point = key.publicKey else {
                return ECKeySpelling(pointForm: .uncompressed, statesPublicKey: false)
            }
            return ECKeySpelling(pointForm: ECPublicKey.PointForm(firstOctet: point.first), statesPublicKey: true)
        }
    }
}

extension ECPublicKey.PointForm {
    /// The form that a point's first octet tells (SEC 1 §2.3.3).
    package init(firstOctet: UInt8?) {
        self =
            switch firstOctet {
            case 0x02, 0x03: .compressed
            case 0x06, 0x07: .hybrid
            default: .uncompressed
            }
    }
}
