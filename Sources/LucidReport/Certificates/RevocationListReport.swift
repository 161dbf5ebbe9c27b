import LucidDER
public import LucidModel

/// A revocation list for people and as JSON.
public enum RevocationListReport {
    /// So many entries are shown as text; the JSON has all.
    private static let shownEntries = 100

    /// Some lines, indented by two spaces.
    public static func text(_ list: RevocationList, style: TextStyle = .plain) -> String {
        let tbs = list.tbsCertList
        var lines: [String] = []
        func line(_ label: String, _ value: String) { lines.append("  \(style.faint(label.padded(to: 13))) \(value)") }

        line("issuer", tbs.issuer.shown)
        line("this update", tbs.thisUpdate.time.description)
        line("next update", tbs.nextUpdate?.time.description ?? "not said")
        line("version", tbs.isVersion2 ? "2" : "1")
        CertificateReport.add(tbs.crlExtensions, "extension", to: &lines, style)
        let entries = tbs.revokedCertificates ?? []
        line("revoked", counted(entries.count, "certificate"))
        for entry in entries.prefix(shownEntries) {
            let remarks = entry.crlEntryExtensions.all.map {
                "\($0.extnID.nameOrNumbers) \($0.shownLines.joined(separator: "; "))"
            }
            let details = [entry.revocationDate.time.description] + remarks
            lines.append("    \(hexadecimal(entry.userCertificate.content))  \(details.joined(separator: ", "))")
        }
        if entries.count > shownEntries {
            lines.append("    … and \(entries.count - shownEntries) more (--json has all)")
        }
        line("signed with", list.signatureAlgorithm.algorithm.nameOrNumbers)
        return lines.joined(separator: "\n")
    }

    /// One object. Its members are documented in `Documentation/json.md`.
    public static func json(_ list: RevocationList) -> JSONValue {
        let tbs = list.tbsCertList
        return .object([
            "version": .number(tbs.isVersion2 ? 2 : 1),
            "signature": tbs.signature.json,
            "issuer": tbs.issuer.json,
            "thisUpdate": .string(tbs.thisUpdate.time.description),
            "nextUpdate": tbs.nextUpdate.map { .string($0.time.description) },
            "revokedCertificates": .array(
                (tbs.revokedCertificates ?? []).map { entry in
                    .object([
                        "userCertificate": .string(hexadecimal(entry.userCertificate.content)),
                        "revocationDate": .string(entry.revocationDate.time.description),
                        "crlEntryExtensions": .array(entry.crlEntryExtensions.all.map(\.json)),
                    ])
                }),
            "crlExtensions": .array(tbs.crlExtensions.all.map(\.json)),
            "signatureAlgorithm": list.signatureAlgorithm.json,
            "signatureValue": .string(hexadecimal(list.signatureValue.bytes)),
        ])
    }
}
