import ArgumentParser
import LucidExplain
import LucidX509

/// A changed certificate as a file, for showing it to other programs.
enum TamperedFile {
    /// Writes it as PEM, with a text before the block that every reader skips (RFC 7468 §2).
    static func write(_ change: CertificateChange, to path: String, _ output: OutputOptions) throws {
        let text = header(change) + PEMBlock.encode(label: "CERTIFICATE", bytes: change.octets.span)
        try output.write(text.span, to: path, access: .everybody)
        if path != "-" { Terminal.complain("lucid: \(InputFiles.shownOutput(path)): has the tampered certificate") }
    }

    /// The lines above the block. They are ASCII, as some programs read PEM files as nothing else (Python's `cadata`), and not
    /// longer than what all readers take for one line (OpenSSL's has 254 characters).
    private static func header(_ change: CertificateChange) -> [UInt8] {
        let sentence = change.sentence.safeToShow.unicodeScalars.map(\.inASCII).joined()
            .replacing("-----", with: "- - -")
        let shown = sentence.utf8.count > longest ? sentence.prefix(longest) + "..." : sentence[...]
        return Array(
            """
            TAMPERED for a lesson by lucid tamper, not by its issuer: \(change.kind.rawValue): \(shown)
            Never use it for anything else.

            """.utf8)
    }

    private static let longest = 120

    /// Ends with exit code 2 where the result would be written over what it is made from, which may be the only copy.
    static func requireOther(than inputs: [String], _ path: String) throws {
        guard path != "-", let there = try? FileIdentity(path),
            inputs.contains(where: { $0 != "-" && (try? FileIdentity($0)) == there })
        else { return }
        Terminal.complain(
            "lucid: \(InputFiles.shownOutput(path)): is what the certificates are read from, and is not overwritten; --out names another file"
        )
        throw ExitCode.unusable
    }
}

extension VerifyOptions {
    /// All files that are read.
    var files: [String] { trust + intermediates + crl + ocsp }
}

extension Unicode.Scalar {
    /// The character in printable ASCII: arrow, minus, quotation marks and paragraph sign of Lucid's own sentences as one writes
    /// them there, all others as `\u{DC}`.
    fileprivate var inASCII: String {
        switch self {
        case "→": "->"
        case "−": "-"
        case "“", "”": "\""
        case "’": "'"
        case "§": "section "
        case " "..."~": String(self)
        default: "\\u{\(String(value, radix: 16, uppercase: true))}"
        }
    }
}
