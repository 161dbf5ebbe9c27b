import LucidDER
public import LucidModel

extension CertificateChange {
    /// Switches on what makes a CA: basicConstraints' cA, or keyUsage's keyCertSign where cA is on already. Where both are on,
    /// cA is switched off.
    public static func flag(of certificate: Certificate) throws(Problem) -> CertificateChange {
        let surgery = DERSurgery(certificate.der.array)
        let usage = certificate.extensions.keyUsage
        switch certificate.extensions.basicConstraints {
        case .some(let constraints) where !constraints.cA: return try switchOnCA(surgery, certificate)
        case .none where usage?.contains(.keyCertSign) == false: return try switchOnKeyCertSign(surgery, certificate)
        case .none: return try addBasicConstraints(surgery, certificate)
        case .some where usage?.contains(.keyCertSign) == false: return try switchOnKeyCertSign(surgery, certificate)
        case .some: return try switchOffCA(surgery, certificate)
        }
    }

    private static let trueElement: [UInt8] = [0x01, 0x01, 0xff]

    private static func switchOnCA(_ surgery: DERSurgery, _ certificate: Certificate) throws(Problem)
        -> CertificateChange
    {
        var surgery = surgery
        guard let content = surgery.lines.first(where: { $0.title == "BasicConstraints" })?.content else {
            throw Problem("its basicConstraints can not be read")
        }
        surgery.replace(content, with: trueElement + surgery.octets[content])
        return CertificateChange(
            .flag, certificate, surgery.octets,
            "basicConstraints cA FALSE (which DER leaves out) → TRUE: the certificate would be a CA's")
    }

    private static func switchOffCA(_ surgery: DERSurgery, _ certificate: Certificate) throws(Problem)
        -> CertificateChange
    {
        var surgery = surgery
        guard let line = surgery.lines.first(where: { $0.path.hasSuffix("(basicConstraints).extnValue.cA") }) else {
            throw Problem("its basicConstraints can not be read")
        }
        surgery.replace(line.range, with: [])
        return CertificateChange(
            .flag, certificate, surgery.octets,
            "basicConstraints cA TRUE → FALSE (which DER leaves out): the certificate would be no CA's any more")
    }

    private static func switchOnKeyCertSign(
        _ surgery: DERSurgery, _ certificate: Certificate
    ) throws(Problem) -> CertificateChange {
        var surgery = surgery
        guard let line = surgery.lines.first(where: { $0.title == "KeyUsage" }),
            let usage = certificate.extensions.keyUsage
        else { throw Problem("its keyUsage can not be read") }
        surgery.replace(line.range, with: usage.union(.keyCertSign).derEncoded)
        return CertificateChange(
            .flag, certificate, surgery.octets,
            "keyUsage \(usage.names.joined(separator: ", ")) → with keyCertSign: its key might sign certificates")
    }

    private static func addBasicConstraints(
        _ surgery: DERSurgery, _ certificate: Certificate
    ) throws(Problem) -> CertificateChange {
        var surgery = surgery
        guard let content = surgery.lines.first(where: { $0.title == "Extensions" })?.content else {
            throw Problem("it has neither basicConstraints nor keyUsage, nor any extension to put them beside")
        }
        let added = Extension(BasicConstraints(cA: true), critical: true).derEncoded
        surgery.replace(content, with: surgery.octets[content] + added)
        return CertificateChange(
            .flag, certificate, surgery.octets,
            "basicConstraints with cA TRUE, where there was none: the certificate would be a CA's")
    }
}
