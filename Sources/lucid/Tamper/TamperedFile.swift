import LucidExplain
import LucidX509

/// A changed certificate as a file, for showing it to other programs.
enum TamperedFile {
    /// Writes it as PEM, with a text before the block that every reader skips (RFC 7468 §2).
    static func write(_ change: CertificateChange, to path: String, _ output: OutputOptions) throws {
        let sentence = change.sentence.safeToShow.replacing("-----", with: "- - -")
        let header = """
            TAMPERED for a lesson by lucid tamper, not by its issuer: \(change.kind.rawValue): \(sentence)
            Never use it for anything else.

            """
        let text = Array(header.utf8) + PEMBlock.encode(label: "CERTIFICATE", bytes: change.octets.span)
        try output.write(text.span, to: path, access: .everybody)
        if path != "-" { Terminal.complain("lucid: \(InputFiles.shownOutput(path)): has the tampered certificate") }
    }
}
