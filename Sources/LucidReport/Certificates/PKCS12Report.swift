import LucidModel
public import LucidSignature

/// An opened PKCS #12 file for people and as JSON.
public enum PKCS12Report {
    /// Some lines, indented by two spaces, and what the file holds under titles of its own.
    public static func text(
        _ contents: PKCS12Contents, _ protection: PKCS12ProtectionReport, showsSecrets: Bool = false,
        style: TextStyle = .plain
    ) -> String {
        var lines: [String] = []
        func line(_ label: String, _ value: String) { lines.append("  \(style.faint(label.padded(to: 13))) \(value)") }
        line("MAC", protection.mac.map { "\($0), \(protection.macIterations ?? 1) iterations" } ?? "none")
        for (index, name) in protection.encryption.enumerated() { line(index == 0 ? "encrypted" : "", name) }
        var parts = [lines.joined(separator: "\n")]
        func part(_ title: String, _ attributes: BagAttributes, _ text: String) {
            let name = attributes.friendlyName.map { " “\($0.safeToShow)”" } ?? ""
            let id = attributes.localKeyID.map {
                "  \(style.faint("local key ID".padded(to: 13))) \(hexadecimal($0))\n"
            }
            parts.append(style.strong("  \(title)\(name)") + "\n" + (id ?? "") + text)
        }
        for entry in contents.keys {
            part(
                "Private key", entry.attributes,
                KeyReport.text(entry.shared.key, showsSecrets: showsSecrets, style: style))
        }
        for entry in contents.certificates {
            part("Certificate", entry.attributes, CertificateReport.text(entry.certificate, style: style))
        }
        for list in contents.revocationLists {
            part("Revocation list", BagAttributes(), RevocationListReport.text(list, style: style))
        }
        return parts.joined(separator: "\n\n")
    }

    /// One object. Its members are documented in `Documentation/json.md`.
    public static func json(
        _ contents: PKCS12Contents, _ protection: PKCS12ProtectionReport, showsSecrets: Bool = false
    ) -> JSONValue {
        .object([
            "mac": protection.mac.map { mac in
                .object([
                    "algorithm": .string(mac), "iterations": protection.macIterations.map { .number($0) },
                ])
            },
            "encryption": .strings(protection.encryption),
            "keys": .array(
                contents.keys.map { entry in
                    bag(
                        entry.attributes, [.init("encryption", entry.encryption.map { .string($0) } ?? .null)],
                        KeyReport.json(entry.shared.key, showsSecrets: showsSecrets))
                }),
            "certificates": .array(
                contents.certificates.map { bag($0.attributes, [], CertificateReport.json($0.certificate)) }),
            "crls": .array(contents.revocationLists.map(RevocationListReport.json)),
        ])
    }

    /// What a bag says of itself, before the members of what is in it.
    private static func bag(
        _ attributes: BagAttributes, _ more: [JSONValue.Member], _ value: JSONValue
    ) -> JSONValue {
        var members: [JSONValue.Member] = []
        if let name = attributes.friendlyName { members.append(.init("friendlyName", .string(name))) }
        if let id = attributes.localKeyID { members.append(.init("localKeyID", .string(hexadecimal(id)))) }
        guard case .object(let rest) = value else { return .object(members) }
        return .object(members + more.filter { $0.value != .null } + rest)
    }
}
