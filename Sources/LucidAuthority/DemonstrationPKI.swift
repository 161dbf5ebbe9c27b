import LucidCrypto
public import LucidDER
public import LucidFiles
public import LucidIssuing
public import LucidModel
import LucidNumber
public import LucidSignature

/// A small private PKI in a folder: a root, an intermediate CA and a server certificate for this machine, each with its key.
///
/// It is for trying things out: the keys are not encrypted, and all lie together.
public enum DemonstrationPKI {
    /// What was made.
    public struct Result: Sendable {
        public let root, intermediate, server: Certificate
        /// The files that were written.
        public let files: [String]
        /// What else lies in the folder and was left alone.
        public let otherFiles: [String]
    }

    /// Why nothing was made.
    public enum Problem: Error, Hashable, Sendable {
        case file(FileProblem)
        /// A file has the name of one that is to be written, but was not made by this function.
        case foreignFile(String)
        case issuing(IssuingProblem)
        case key(SigningKey.UnsupportedKind)
    }

    /// The names that the server certificate is for.
    public static let serverNames = ["localhost", "127.0.0.1", "::1"]

    /// Makes the PKI.
    ///
    /// - Parameters:
    ///   - folder: made where it is missing. What an earlier call made there is made anew; other files are left alone, and one
    ///     that is in the way is an error.
    ///   - kind: the kind of all three keys.
    ///   - time: when the certificates begin to be valid.
    public static func make(
        in folder: String, keys kind: SigningKey.Kind = .p256, at time: CalendarTime
    ) throws(Problem) -> Result {
        try make(in: folder, Contents(kind: kind, time: time, lesson: nil))
    }

    /// The same PKI for a lesson: the same files wherever and whenever they are made, each marked as unsafe.
    package static func make(
        in folder: String, keys kind: SigningKey.Kind = .p256, for lesson: Lesson
    ) throws(Problem) -> Result {
        try make(in: folder, Contents(kind: kind, time: lesson.beginning, lesson: lesson))
    }

    private static func make(in folder: String, _ contents: Contents) throws(Problem) -> Result {
        let ledger = try asProblem { () throws(FileProblem) in
            try Folder.make(folder)
            return try DemonstrationFolder(folder)
        }
        if let foreign = ledger.foreignFile(among: fileNames) { throw .foreignFile(Folder.path(folder, foreign)) }

        let root = try contents.root()
        let intermediate = try contents.intermediate(below: root)
        let serverKey = try contents.key("localhost-key.pem")
        let server = try contents.server(below: intermediate, serverKey)

        let texts = [
            contents.pem([root.certificate]), contents.pem([intermediate.certificate]), contents.pem([server]),
            contents.pem([server, intermediate.certificate]),
        ]
        try asProblem { () throws(FileProblem) in
            var files = ledger
            for (name, text) in zip(fileNames, texts) { try files.write(text, to: name, access: .everybody) }
        }
        try write(contents.pem(root.key, "root-key.pem"), "root-key.pem", folder)
        try write(contents.pem(intermediate.key, "intermediate-key.pem"), "intermediate-key.pem", folder)
        try write(contents.pem(serverKey, "localhost-key.pem"), "localhost-key.pem", folder)
        return Result(
            root: root.certificate, intermediate: intermediate.certificate, server: server,
            files: fileNames.map { Folder.path(folder, $0) },
            otherFiles: ledger.names.filter { !fileNames.contains($0) }.map { Folder.path(folder, $0) })
    }

    /// The files of the folder: certificates first, then keys.
    public static let fileNames = [
        "root.pem", "intermediate.pem", "localhost.pem", "localhost-fullchain.pem", "root-key.pem",
        "intermediate-key.pem",
        "localhost-key.pem",
    ]

    private static func write(_ text: borrowing SecretBytes, _ name: String, _ folder: String) throws(Problem) {
        do throws(FileProblem) {
            var files = try DemonstrationFolder(folder)
            try text.withSpan { span throws(FileProblem) in try files.write(span, to: name, access: .owner) }
        } catch { throw .file(error) }
    }

    private static func asProblem<Value>(_ body: () throws(FileProblem) -> Value) throws(Problem) -> Value {
        do throws(FileProblem) { return try body() } catch { throw .file(error) }
    }
}
