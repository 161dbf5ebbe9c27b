import LucidCrypto
import LucidDER
public import LucidModel

/// A certificate for people and as JSON.
public enum CertificateReport {
    /// Some lines, indented by two spaces.
    public static func text(_ certificate: Certificate, style: TextStyle = .plain) -> String {
        let tbs = certificate.tbsCertificate
        var lines: [String] = []
        func line(_ label: String, _ value: String) { lines.append("  \(style.faint(label.padded(to: 13))) \(value)") }

        line("subject", tbs.subject.shown)
        line("issuer", tbs.issuer.shown + (certificate.isSelfIssued ? " (the same)" : ""))
        line("serial", hexadecimal(tbs.serialNumber.content))
        line("valid", "\(tbs.validity.notBefore.time) to \(tbs.validity.notAfter.time) (\(length(of: tbs.validity)))")
        line("public key", tbs.subjectPublicKeyInfo.shown)
        for number in tbs.subjectPublicKeyInfo.shownNumbers { wrap(number, into: &lines, style) }
        line("version", "\(tbs.version.rawValue + 1)")
        add(tbs.extensions, "extension", to: &lines, style)
        line("signed with", certificate.signatureAlgorithm.algorithm.nameOrNumbers)
        line("SHA-256", fingerprint(certificate))
        return lines.joined(separator: "\n")
    }

    /// Extensions, each with its name and what it says.
    static func add(_ extensions: Extensions, _ label: String, to lines: inout [String], _ style: TextStyle) {
        for item in extensions.all {
            let critical = item.critical ? style.warning(" critical") : ""
            lines.append("  \(style.faint(label.padded(to: 13))) \(style.strong(item.extnID.nameOrNumbers))\(critical)")
            for text in item.shownLines { lines.append("  \("".padded(to: 13))   \(text)") }
        }
    }

    /// How long a validity is, counting both ends.
    private static func length(of validity: Validity) -> String {
        let seconds = validity.notAfter.time.secondsSince1970 - validity.notBefore.time.secondsSince1970 + 1
        if seconds <= 0 { return "never" }
        return seconds < 86400 ? counted(Int(seconds / 3600), "hour") : counted(Int(seconds / 86400), "day")
    }

    /// A long number over several lines.
    static func wrap(_ text: String, into lines: inout [String], _ style: TextStyle) {
        let indent = "  " + "".padded(to: 14)
        let characters = Array(text)
        for start in stride(from: 0, to: characters.count, by: 68) {
            let part = String(characters[start..<min(start + 68, characters.count)])
            lines.append(indent + style.faint(start == 0 ? part : "    " + part))
        }
    }

    static func fingerprint(_ certificate: Certificate) -> String {
        hexadecimal(certificate.der.withSpan { SHA256.hash($0) })
    }

    /// One object. Its members are documented in `Documentation/json.md`.
    public static func json(_ certificate: Certificate) -> JSONValue {
        let tbs = certificate.tbsCertificate
        return .object([
            "version": .number(tbs.version.rawValue + 1),
            "serialNumber": .string(hexadecimal(tbs.serialNumber.content)),
            "signature": tbs.signature.json,
            "issuer": tbs.issuer.json,
            "validity": .object([
                "notBefore": .string(tbs.validity.notBefore.time.description),
                "notAfter": .string(tbs.validity.notAfter.time.description),
            ]),
            "subject": tbs.subject.json,
            "subjectPublicKeyInfo": tbs.subjectPublicKeyInfo.json,
            "issuerUniqueID": tbs.issuerUniqueID.map { .string(hexadecimal($0.bytes)) },
            "subjectUniqueID": tbs.subjectUniqueID.map { .string(hexadecimal($0.bytes)) },
            "extensions": .array(tbs.extensions.all.map(\.json)),
            "signatureAlgorithm": certificate.signatureAlgorithm.json,
            "signatureValue": .string(hexadecimal(certificate.signatureValue.bytes)),
            "sha256": .string(fingerprint(certificate)),
        ])
    }
}

extension AlgorithmIdentifier {
    var json: JSONValue {
        .object([
            "algorithm": .string(algorithm.nameOrNumbers), "oid": .string(algorithm.description),
            "parameters": parameters.map { .string(hexadecimal($0)) },
        ])
    }
}
