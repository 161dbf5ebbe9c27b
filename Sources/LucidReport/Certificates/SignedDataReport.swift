import LucidDER
public import LucidModel

/// A PKCS #7 bundle for people and as JSON.
public enum SignedDataReport {
    /// Some lines, indented by two spaces, and the certificates and revocation lists under titles of their own.
    public static func text(_ bundle: SignedData, style: TextStyle = .plain) -> String {
        let certificates = readable(bundle.certificates), lists = readable(bundle.revocationLists)
        let holds = "\(counted(certificates.count, "certificate")), \(counted(lists.count, "revocation list"))"
        let signers =
            bundle.signerInfos.isEmpty
            ? "none: it is a bundle" : "\(bundle.signerInfos.count), whose signatures are not verified here"
        var parts = [
            "  \(style.faint("holds".padded(to: 13))) \(holds)\n  \(style.faint("signers".padded(to: 13))) \(signers)"
        ]
        parts += certificates.enumerated().map { index, certificate in
            style.strong("  Certificate \(index + 1) of \(certificates.count)") + "\n"
                + CertificateReport.text(certificate, style: style)
        }
        parts += lists.enumerated().map { index, list in
            style.strong("  Revocation list \(index + 1) of \(lists.count)") + "\n"
                + RevocationListReport.text(list, style: style)
        }
        return parts.joined(separator: "\n\n")
    }

    /// One object. Its members are documented in `Documentation/json.md`.
    public static func json(_ bundle: SignedData) -> JSONValue {
        .object([
            "version": .number(bundle.version),
            "contentType": .string(bundle.encapContentInfo.contentType.nameOrNumbers),
            "certificates": .array(readable(bundle.certificates).map(CertificateReport.json)),
            "crls": .array(readable(bundle.revocationLists).map(RevocationListReport.json)),
            "signers": .number(bundle.signerInfos.count),
        ])
    }

    /// What of a bundle can not be decoded, a sentence each.
    public static func problems(_ bundle: SignedData) -> [String] {
        bundle.certificates.enumerated().compactMap { index, certificate in
            certificate.problem.map { "certificate \(index + 1) of the bundle: \($0)" }
        }
            + bundle.revocationLists.enumerated().compactMap { index, list in
                list.problem.map { "revocation list \(index + 1) of the bundle: \($0)" }
            }
    }

    private static func readable<Structure>(_ results: [Result<Structure, some Error>]) -> [Structure] {
        results.compactMap { try? $0.get() }
    }
}

extension Result where Failure == DERError {
    /// Why there is no value, as a sentence.
    fileprivate var problem: String? {
        if case .failure(let error) = self { error.sentence } else { nil }
    }
}
