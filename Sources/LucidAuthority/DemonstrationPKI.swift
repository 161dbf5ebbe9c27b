public import LucidDER
public import LucidFiles
public import LucidIssuing
public import LucidModel
import LucidPEM
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
        let ledger = try asProblem { () throws(FileProblem) in
            try Folder.make(folder)
            return try DemonstrationFolder(folder)
        }
        if let foreign = ledger.foreignFile(among: fileNames) { throw .foreignFile(Folder.path(folder, foreign)) }

        let root = try self.root(kind, time)
        let intermediate = try self.intermediate(below: root, kind, time)
        let serverKey = try key(kind)
        let server = try self.server(below: intermediate, serverKey, time)

        let texts = [
            pem([root.certificate]), pem([intermediate.certificate]), pem([server]),
            pem([server, intermediate.certificate]),
        ]
        try asProblem { () throws(FileProblem) in
            var files = ledger
            for (name, text) in zip(fileNames, texts) { try files.write(text, to: name, access: .everybody) }
        }
        try write(root.key, "root-key.pem", folder)
        try write(intermediate.key, "intermediate-key.pem", folder)
        try write(serverKey, "localhost-key.pem", folder)
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

    // MARK: Issuing

    private static func key(_ kind: SigningKey.Kind) throws(Problem) -> SigningKey {
        do throws(SigningKey.UnsupportedKind) { return try SigningKey.generate(kind) } catch { throw .key(error) }
    }

    private static func root(_ kind: SigningKey.Kind, _ time: CalendarTime) throws(Problem) -> CertificateAuthority {
        let key = try key(kind)
        do throws(IssuingProblem) {
            return try CertificateAuthority.root(named: "Lucid Demo Root CA", key: key, from: time)
        } catch { throw .issuing(error) }
    }

    private static func intermediate(
        below root: borrowing CertificateAuthority, _ kind: SigningKey.Kind, _ time: CalendarTime
    ) throws(Problem) -> CertificateAuthority {
        let key = try key(kind)
        do throws(IssuingProblem) {
            return try root.intermediate(named: "Lucid Demo Issuing CA", key: key, from: time)
        } catch { throw .issuing(error) }
    }

    private static func server(
        below intermediate: borrowing CertificateAuthority, _ key: borrowing SigningKey, _ time: CalendarTime
    ) throws(Problem) -> Certificate {
        do throws(IssuingProblem) {
            return try intermediate.server(names: serverNames, key: key.publicKey, from: time)
        } catch { throw .issuing(error) }
    }

    // MARK: Writing

    private static func pem(_ certificates: [Certificate]) -> [UInt8] {
        certificates.flatMap { PEMBlock.encode(label: "CERTIFICATE", bytes: $0.der.array.span) }
    }

    private static func write(_ key: borrowing SigningKey, _ name: String, _ folder: String) throws(Problem) {
        let text = key.pkcs8PEM()
        do throws(FileProblem) {
            var files = try DemonstrationFolder(folder)
            try text.withSpan { span throws(FileProblem) in try files.write(span, to: name, access: .owner) }
        } catch { throw .file(error) }
    }

    private static func asProblem<Value>(_ body: () throws(FileProblem) -> Value) throws(Problem) -> Value {
        do throws(FileProblem) { return try body() } catch { throw .file(error) }
    }
}
