package import LucidCrypto
import LucidDER
import LucidModel
import LucidNumber

/// Where the serial numbers of new certificates come from.
///
/// Either way they have 16 octets and are positive: 126 bits that differ, always of the same length (RFC 5280 §4.1.2.2 allows 20
/// octets; the CA/Browser Forum asks for at least 64 random bits).
package enum SerialNumberSource: Hashable, Sendable {
    /// The system's random numbers, which nobody can predict.
    case random
    /// Words, for lessons alone. The 16 octets are the first ones of the stream of the words, a slash and the certificate's signed
    /// part in DER, with all 126 bits of the serial number zero there. So an issuer, whose key follows from the same words on
    /// every day, never gives one number to two certificates that differ in anything (RFC 5280 §4.1.2.2; Firefox refuses them).
    case teaching(TeachingSeed)

    /// The serial number for a certificate that is complete but for it.
    func number(for contents: TBSCertificate) -> DERInteger {
        switch self {
        case .random: return Self.number(RandomSource.system.bytes(count: 16))
        case .teaching(let seed):
            var contents = contents
            contents.serialNumber = .toBeDrawn
            return Self.number(seed.random(for: contents.derEncoded).bytes(count: 16))
        }
    }

    /// The two bits on top make it positive, and as long as the others.
    fileprivate static func number(_ octets: [UInt8]) -> DERInteger {
        var octets = octets
        octets[0] = octets[0] & 0x3f | 0x40
        return DERInteger(magnitude: octets)
    }
}

extension DERInteger {
    /// Holds the serial number's place until the rest of the certificate is known.
    static let toBeDrawn = SerialNumberSource.number([UInt8](repeating: 0, count: 16))
}
