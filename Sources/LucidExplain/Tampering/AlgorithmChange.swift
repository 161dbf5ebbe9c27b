import LucidCrypto
import LucidDER
public import LucidModel
import LucidReport
import LucidSignature

extension CertificateChange {
    /// Replaces the signature algorithm: with SHA-1 for RSA with SHA-256, with another hash for ECDSA.
    ///
    /// - Parameter isInBothPlaces: whether the signed part says so too; else only what stands outside of it.
    public static func algorithm(
        of certificate: Certificate, inBothPlaces isInBothPlaces: Bool
    ) throws(Problem) -> CertificateChange {
        let old = certificate.signatureAlgorithm
        let new = other(than: old)
        let element = new.derEncoded
        var surgery = DERSurgery(certificate.der.array)
        // The one behind first, or its place would move.
        for path in isInBothPlaces ? ["signatureAlgorithm", "tbsCertificate.signature"] : ["signatureAlgorithm"] {
            guard let line = surgery.lines.first(where: { $0.path == path }) else {
                throw Problem("there is no \(path) in it")
            }
            surgery.replace(line.wholeRange, with: element)
        }
        let places =
            isInBothPlaces
            ? "signatureAlgorithm and tbsCertificate.signature" : "signatureAlgorithm, outside of the signed part"
        return CertificateChange(
            isInBothPlaces ? .algorithms : .algorithm, certificate, surgery.octets,
            "\(places): \(old.algorithm.nameOrNumbers) → \(new.algorithm.nameOrNumbers)")
    }

    private static func other(than old: AlgorithmIdentifier) -> AlgorithmIdentifier {
        let scheme: SignatureScheme? =
            switch try? SignatureScheme(old) {
            case .rsaPKCS1(.sha256): .rsaPKCS1(.sha1)
            case .ecdsa(.sha256): .ecdsa(.sha384)
            case .ecdsa: .ecdsa(.sha256)
            case .rsaPSS(let parameters): .rsaPKCS1(parameters.hash)
            // Ed448, of which an Ed25519 key can make no signature.
            case .ed25519: nil
            default: .rsaPKCS1(.sha256)
            }
        return scheme?.algorithmIdentifier ?? AlgorithmIdentifier(ed448)
    }

    /// RFC 8410 §3.
    private static let ed448 = ObjectIdentifier(dotted: "1.3.101.113") ?? OID.ed25519
}
