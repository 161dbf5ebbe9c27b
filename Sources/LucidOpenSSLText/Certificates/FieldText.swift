import LucidObjectNames

/// The fields that certificates, requests and CRLs have in common.
struct FieldText {
    let format: NameFormat
    let options: CertificateTextOptions
    let names: ObjectNames

    /// `        Version: 3 (0x2)`
    func version(_ version: Int, to output: inout TextOutput) {
        output.put(
            (0...2).contains(version)
                ? "        Version: \(version + 1) (0x\(String(UInt(bitPattern: version), radix: 16)))\n"
                : "        Version: Unknown (\(version))\n")
    }

    /// `        Issuer: C = DE, CN = x`; in the multiline format each attribute on a line of its own.
    func name(_ title: String, _ name: NameParts, to output: inout TextOutput) {
        let isMultiline = format.intersection(.separatorMask) == .separatorMultiline
        output.put("        \(title):" + (isMultiline ? "\n" : " "))
        format.write(
            name, indent: isMultiline ? 12 : 0, names: names, to: &output)
        output.endLine()
    }

    func publicKey(_ info: KeyInfoParts, to output: inout TextOutput) {
        output.put("        Subject Public Key Info:\n            Public Key Algorithm: ")
        output.put(names.long(info.algorithm.identifier))
        output.endLine()
        PublicKeyText(info, names: names).writeOrSayUnable(indent: 16, to: &output)
    }

    func uniqueIdentifier(_ whose: String, _ bits: BitStringParts?, to output: inout TextOutput) {
        guard let bits else { return }
        output.put("        \(whose) Unique ID: ")
        SignatureText.dump(bits.octets, indent: 12, to: &output)
    }
}
