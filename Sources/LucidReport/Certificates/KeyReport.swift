import LucidDER
public import LucidModel
public import LucidSignature

/// Keys for people and as JSON. Secret numbers are shown only where that is asked for.
public enum KeyReport {
    /// Some lines, indented by two spaces.
    public static func text(_ key: SubjectPublicKeyInfo, style: TextStyle = .plain) -> String {
        lines(key, style).joined(separator: "\n")
    }

    /// The same for a private key.
    public static func text(_ key: borrowing SigningKey, showsSecrets: Bool, style: TextStyle = .plain) -> String {
        var lines = lines(key.publicKey.info, style)
        if showsSecrets {
            key.revealSecrets { name, number in
                number.withSpan { span in
                    let digits = hexadecimal((0..<span.count).map { span[$0] })
                    CertificateReport.wrap("\(name) = \(digits)", into: &lines, style)
                }
            }
        } else {
            lines.append("  \(style.faint("secret".padded(to: 13))) not shown (use --secret)")
        }
        return lines.joined(separator: "\n")
    }

    private static func lines(_ key: SubjectPublicKeyInfo, _ style: TextStyle) -> [String] {
        var lines = ["  \(style.faint("public key".padded(to: 13))) \(key.shown)"]
        for number in key.shownNumbers { CertificateReport.wrap(number, into: &lines, style) }
        lines.append("  \(style.faint("identifier".padded(to: 13))) \(hexadecimal(key.keyIdentifier))")
        return lines
    }

    /// One object. Its members are documented in `Documentation/json.md`.
    public static func json(_ key: SubjectPublicKeyInfo) -> JSONValue {
        .object(["subjectPublicKeyInfo": key.json, "keyIdentifier": .string(hexadecimal(key.keyIdentifier))])
    }

    /// The same for a private key; `secret` holds the secret numbers where they are asked for.
    public static func json(_ key: borrowing SigningKey, showsSecrets: Bool) -> JSONValue {
        let info = key.publicKey.info
        var secrets: [JSONValue.Member] = []
        if showsSecrets {
            key.revealSecrets { name, number in
                number.withSpan { span in
                    secrets.append(.init(name, .string(hexadecimal((0..<span.count).map { span[$0] }))))
                }
            }
        }
        return .object([
            "subjectPublicKeyInfo": info.json, "keyIdentifier": .string(hexadecimal(info.keyIdentifier)),
            "secret": showsSecrets ? .object(secrets) : nil,
        ])
    }
}
