import ArgumentParser
import LucidAuthority
import LucidX509

/// The files of an issued certificate: `NAME-key.pem`, `NAME.pem`, and `NAME-fullchain.pem` with the intermediates, which is what
/// servers want.
struct IssuedFiles {
    /// The folder as it was named.
    let folder: String
    let name: String
    let replaces: Bool

    var key: String { path("-key.pem") }
    var certificate: String { path(".pem") }
    var fullChain: String { path("-fullchain.pem") }

    private func path(_ ending: String) -> String {
        folder == "." ? name + ending : Folder.path(folder, name + ending)
    }

    /// The files in a folder for a certificate with this label.
    init(folder: String, label: String, replaces: Bool) {
        self.folder = folder
        self.replaces = replaces
        name = Self.fileName(for: label)
    }

    /// The files of this name in a folder.
    init(folder: String, name: String, replaces: Bool) {
        self.folder = folder
        self.name = name
        self.replaces = replaces
    }

    /// A label as a file's name: letters, digits, `.`, `-`, `_` and `@` stay, a leading `*` becomes `_wildcard`, everything else an
    /// underscore. A name never begins with a dot or a hyphen, and is never longer than file systems take.
    static func fileName(for label: String) -> String {
        let text = label.hasPrefix("*.") ? "_wildcard" + label.dropFirst() : label
        let safe = text.unicodeScalars.map { scalar -> Character in
            let isSafe = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isSafe || "._-@".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
        }
        let name = String(safe.prefix(200))
        return name.isEmpty || name.hasPrefix(".") || name.hasPrefix("-") ? "_" + name : name
    }

    /// Why they can not be written, as far as that can be known before; nil where nothing stands against it.
    func problem(withKey: Bool) -> String? {
        for path in (withKey ? [key] : []) + [certificate, fullChain] {
            let kind = Folder.kind(path)
            if kind == .directory {
                return "\(FileProblem(path: path, reason: .isDirectory).sentence); nothing was issued"
            }
            if kind != nil, !replaces {
                return "\(path.safeToShow): exists already; nothing was issued; use --force to overwrite it"
            }
        }
        let reason: FileProblem.Reason? =
            switch Folder.kind(folder) {
            case nil: .notFound
            case .directory: FileStatus.isWritable(folder) ? nil : .permissionDenied
            default: .isNotDirectory
            }
        return reason.map { "\(FileProblem(path: folder, reason: $0).sentence); nothing was issued" }
    }

    /// Where they will be, for the CA's records.
    func place() throws -> CertificateRecord.OutputPlace {
        do throws(FileProblem) {
            return .init(folder: try Folder.absolute(folder), name: name)
        } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
    }

    /// Writes the certificate files: the key's must be there by now, for without it they are of no use.
    func write(_ leaf: Certificate, intermediates: [Certificate]) throws(FileProblem) {
        let one = pem([leaf])
        try FileWriter.write(one.span, to: certificate, access: .everybody, replaces: replaces)
        let all = pem([leaf] + intermediates)
        try FileWriter.write(all.span, to: fullChain, access: .everybody, replaces: replaces)
    }

    /// Writes the key before its certificate is issued: a certificate whose key is lost would have to be revoked.
    func stage(_ text: borrowing SecretBytes) throws(FileProblem) -> StagedFile {
        try text.withSpan { span throws(FileProblem) in
            try FileWriter.stage(span, for: key, access: .owner, replaces: replaces)
        }
    }

    private func pem(_ certificates: [Certificate]) -> [UInt8] {
        certificates.flatMap { PEMBlock.encode(label: "CERTIFICATE", bytes: $0.der.array.span) }
    }
}
