import Foundation
import LucidTestSupport

/// What `openssl x509` says of a certificate, field by field.
struct OpenSSLCertificate {
    /// One extension: its name, and the lines below it without their indentation.
    struct Extension {
        var name: String
        var isCritical: Bool
        var lines: [String]
    }

    private(set) var version = ""
    private(set) var serial = ""
    private(set) var notBefore = ""
    private(set) var notAfter = ""
    private(set) var sha256 = ""
    private(set) var issuer: [String] = []
    private(set) var subject: [String] = []
    private(set) var signatureAlgorithm = ""
    private(set) var signature = ""
    private(set) var keyAlgorithm = ""
    private(set) var keyBits = ""
    private(set) var modulus = ""
    private(set) var exponent = ""
    private(set) var point = ""
    private(set) var curve = ""
    private(set) var extensions: [Extension] = []

    /// nil where openssl refuses the certificate.
    init?(_ certificate: [UInt8]) throws {
        guard let openssl = Programs.openssl else { throw ProgramProblem("no openssl") }
        let result = try Programs.run(
            openssl,
            [
                "x509", "-noout", "-serial", "-startdate", "-enddate", "-dateopt", "iso_8601", "-fingerprint",
                "-sha256",
                "-issuer", "-subject", "-nameopt", "oid,sep_multiline,show_type,utf8,esc_ctrl", "-text", "-certopt",
                "no_issuer,no_subject,no_validity,no_serial,ext_dump",
            ], stdin: certificate)
        guard result.exitCode == 0 else { return nil }
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        readHead(lines)
        readKey(lines)
        readExtensions(lines)
        readSignature(lines)
    }

    private mutating func readHead(_ lines: [String]) {
        /// What stands behind a label.
        func after(_ label: String) -> String {
            lines.first { $0.hasPrefix(label) }.map { String($0.dropFirst(label.count)) } ?? ""
        }
        /// The lines of a name, which are indented below its label.
        func name(_ label: String) -> [String] {
            guard let start = lines.firstIndex(of: label) else { return [] }
            return lines[(start + 1)...].prefix { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }.filter {
                !$0.isEmpty
            }
        }
        serial = after("serial=")
        notBefore = after("notBefore=")
        notAfter = after("notAfter=")
        sha256 = digits(after("sha256 Fingerprint="))
        issuer = name("issuer=")
        subject = name("subject=")
        version = after("        Version: ")
        keyAlgorithm = after("            Public Key Algorithm: ")
        curve = after("                ASN1 OID: ")
        keyBits = after("                Public-Key: ")
        exponent = after("                Exponent: ")
    }

    private mutating func readKey(_ lines: [String]) {
        func number(below label: String) -> String {
            guard let start = lines.firstIndex(of: "                \(label)") else { return "" }
            return digits(lines[(start + 1)...].prefix { $0.hasPrefix("                    ") }.joined())
        }
        modulus = number(below: "Modulus:")
        point = number(below: "pub:")
    }

    private mutating func readExtensions(_ lines: [String]) {
        guard let start = lines.firstIndex(of: "        X509v3 extensions:") else { return }
        let indent = String(repeating: " ", count: 12)
        for line in lines[(start + 1)...].prefix(while: { !$0.hasPrefix("    Signature Algorithm: ") }) {
            let isHead = line.hasPrefix(indent) && line.dropFirst(12).first != " "
            if isHead, let colon = line.range(of: ": ", options: .backwards) {
                let name = String(line[..<colon.lowerBound].dropFirst(12))
                extensions.append(Extension(name: name, isCritical: line[colon.upperBound...] == "critical", lines: []))
            } else if !extensions.isEmpty {
                extensions[extensions.count - 1].lines += parts(of: line)
            }
        }
    }

    /// A line without its indentation. openssl forgets a line feed before the reasons of a distribution point.
    private func parts(of line: String) -> [String] {
        let text = line.trimmed
        if text.hasSuffix("                Reasons:") { return [String(text.dropLast(24)), "Reasons:"].map(\.trimmed) }
        return text.isEmpty ? [] : [text]
    }

    private mutating func readSignature(_ lines: [String]) {
        let label = "    Signature Algorithm: "
        guard let start = lines.lastIndex(where: { $0.hasPrefix(label) }) else { return }
        signatureAlgorithm = lines[start].dropFirst(label.count).description.trimmed
        // The parameters of PSS stand in between, with blanks inside.
        signature = digits(
            lines[(start + 1)...].filter { $0.hasPrefix("        ") && !$0.trimmed.contains(" ") }.joined())
    }

    private func digits(_ text: String) -> String { text.filter(\.isHexDigit).lowercased() }
}
