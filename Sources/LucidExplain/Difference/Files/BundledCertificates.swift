import LucidDER
import LucidModel

extension ExplainedFile.Block {
    /// The certificates of a PKCS#7 bundle, in its order, each as a structure of its own on the bundle's line; empty for anything
    /// else, and for a bundle that can not be read (RFC 5652 §5.1).
    public var bundledCertificates: [ExplainedFile.Block] {
        guard explanation.kind == .contentInfo, let info = try? ContentInfo(file: explanation.octets.array),
            info.contentType == OID.pkcs7SignedData, let content = info.content,
            let bundle = try? SignedData(der: content, "SignedData")
        else { return [] }
        // RFC 5652 §10.2.2: what is no X.509 certificate has a tag of its own.
        let certificates = bundle.certificateElements?.filter { $0.first == DERTag.sequence.octet } ?? []
        return certificates.map { element in
            // Offsets count from the certificate's own beginning.
            let own = Explanation(DERBytes(element.array), as: .certificate)
            return ExplainedFile.Block(label: label, line: line, headers: headers, explanation: own)
        }
    }
}
