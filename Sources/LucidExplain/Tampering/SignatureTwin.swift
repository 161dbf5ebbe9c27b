import LucidCrypto
import LucidDER
public import LucidModel
import LucidNumber
import LucidSignature

extension CertificateChange {
    /// Puts (r, n − s) in the place of an ECDSA signature (r, s). FIPS 186-5 §6.4.2 accepts both: with -s for s the point R
    /// becomes -R, which has the same x.
    ///
    /// - Parameter signer: the issuer's key, whose curve has the order n.
    public static func twin(
        of certificate: Certificate, signer: SubjectPublicKeyInfo
    ) throws(Problem) -> CertificateChange {
        guard let signature = try? ECDSASignature(der: certificate.signatureValue.bytes),
            let worked = try? SignatureChecker.worked(
                certificate.signatureValue, over: certificate.tbsBytes, algorithm: certificate.signatureAlgorithm,
                signer: signer),
            case .number(let order)? = worked.steps.first(where: { $0.name == "n" && $0.formula.isEmpty })?.value,
            worked.steps.contains(where: { $0.name == "w" }), let twin = order.subtracting(signature.s)
        else { throw Problem("only an ECDSA signature has a twin (r, n − s), and this one is none") }
        var surgery = DERSurgery(certificate.der.array)
        guard let line = surgery.lines.first(where: { $0.path == "signatureValue.s" }) else {
            throw Problem("its signature can not be read")
        }
        let element = DERWriter.encode { $0.natural(twin.bigEndianBytes) }
        surgery.replace(line.range, with: element)
        return CertificateChange(
            .twin, certificate, surgery.octets,
            "the signature's s → n − s: the same r, and another signature that nobody signed")
    }
}
