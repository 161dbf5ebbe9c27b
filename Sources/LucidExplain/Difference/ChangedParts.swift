import LucidDER
import LucidModel

/// The parts of two certificates that say something else. Other octets for the same, or another order of what has none, do not count.
struct ChangedParts {
    /// One part, by the path of a difference in it.
    struct Part {
        /// The field of TBSCertificate; empty for all of it.
        let field: Substring
        /// The extension's name, where the part belongs to one.
        let extensionName: Substring?
        /// What stands behind the extension's name: `.extnValue.cA`; empty where only one certificate has the extension.
        let rest: Substring

        /// nil for what stands outside of the signed part.
        init?(_ difference: Difference) {
            let steps = difference.path.split(separator: ".", maxSplits: 1)
            guard steps.first == "tbsCertificate" else { return nil }
            let path = steps.count > 1 ? steps[1] : ""
            let begin = "extensions("
            // Types without a name are numbers with dots in them.
            if path.hasPrefix(begin), let end = path.firstIndex(of: ")") {
                field = "extensions"
                extensionName = path[path.index(path.startIndex, offsetBy: begin.count)..<end]
                rest = path[path.index(after: end)...]
            } else {
                field = path.prefix { $0 != "." && $0 != "[" }
                extensionName = nil
                rest = ""
            }
        }
    }

    private let parts: [Part]

    init(_ differences: [Difference]) {
        parts = differences.filter { [.value, .presence, .unreadable].contains($0.kind) }.compactMap(Part.init)
    }

    private init(_ parts: [Part]) { self.parts = parts }

    var isEmpty: Bool { parts.isEmpty }

    func without(_ isExpected: (Part) -> Bool) -> ChangedParts { ChangedParts(parts.filter { !isExpected($0) }) }

    /// What changes whenever a certificate is made anew for the same owner: number, time and signature; and what is about the
    /// issuer's keys and services and not about the owner: which key signed, where it publishes, and the promises of logs. Where
    /// one certificate alone has such an extension, that is a change of its own; but promises can come to clients by other ways too.
    func besidesRenewal(hasSameNames: Bool) -> ChangedParts {
        let fields: Set<Substring> = [
            "serialNumber", "validity", "signature", "subject", "issuer", "subjectPublicKeyInfo",
        ]
        let ofIssuer = [
            OID.authorityKeyIdentifier, OID.cRLDistributionPoints, OID.freshestCRL, OID.authorityInfoAccess,
        ].compactMap(\.knownName)
        return without { part in
            guard let name = part.extensionName.map({ String($0) }) else { return fields.contains(part.field) }
            let isValue = part.rest.hasPrefix(".extnValue")
            if name == OID.signedCertificateTimestampList.knownName { return isValue || part.rest.isEmpty }
            return isValue && (ofIssuer.contains(name) || hasSameNames && name == OID.subjectAltName.knownName)
        }
    }

    /// What a precertificate and its certificate may differ in: the poison and the promises (RFC 6962 §3.1), and, where a key
    /// that only signs precertificates signed it, issuer and authorityKeyIdentifier (RFC 6962 §3.2).
    func besidesPrecertificate(poison: String) -> ChangedParts {
        let extensions = [OID.signedCertificateTimestampList, OID.authorityKeyIdentifier].compactMap(\.knownName)
        return without { part in
            guard let name = part.extensionName.map({ String($0) }) else {
                return ["issuer", "signature"].contains(part.field)
            }
            return name == poison || extensions.contains(name)
        }
    }

    /// `validity and extensions basicConstraints, extKeyUsage`
    var words: String {
        var (fields, extensions): ([String], [String]) = ([], [])
        for part in parts {
            if let name = part.extensionName.map({ String($0) }) {
                if !extensions.contains(name) { extensions.append(name) }
            } else {
                let name = part.field.isEmpty ? "tbsCertificate" : String(part.field)
                if !fields.contains(name) { fields.append(name) }
            }
        }
        let noun = extensions.count == 1 ? "extension" : "extensions"
        let lists = [Self.list(fields), extensions.isEmpty ? "" : "\(noun) \(Self.list(extensions))"]
        return lists.filter { !$0.isEmpty }.joined(separator: " and ").safeToShow
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(4).joined(separator: ", ") + (names.count > 4 ? " and \(names.count - 4) more" : "")
    }
}
