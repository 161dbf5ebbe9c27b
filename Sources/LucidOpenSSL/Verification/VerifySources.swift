import LucidX509

/// The files of a `verify` command line: which certificates are trusted, which may stand in between, and CRLs.
final class VerifySources {
    private(set) var untrusted: [Certificate] = []
    private(set) var lists: [RevocationList] = []
    /// The certificates of `-trusted`; nil where there is none.
    private(set) var trusted: [Certificate]?
    let store: TrustStore
    /// Where trusted certificates come from: `-trusted` alone, where it was given.
    let trust: any TrustSource

    /// Where Debian's OpenSSL looks when nobody says anything.
    private static let defaultFile = "/usr/lib/ssl/cert.pem"
    private static let defaultFolder = "/usr/lib/ssl/certs"

    private static var namedFolder: String { Console.environment("SSL_CERT_DIR") ?? defaultFolder }

    init(_ arguments: Arguments) throws(Failure) {
        var trusted: [Certificate] = []
        for (option, what) in [
            ("trusted", "certs of trusted certificates"), ("untrusted", "certs of untrusted certificates"),
        ] {
            for path in arguments.values(option) {
                let file = TrustFile(try Self.read(path, what))
                if file.certificates.isEmpty {
                    throw Failure("Could not read any \(option) certificates from \(path)" + Self.reason(file))
                }
                if option == "trusted" { trusted += file.certificates } else { untrusted += file.certificates }
            }
        }
        for path in arguments.values("CRLfile") {
            let file = TrustFile(try Self.read(path, "other CRLs"))
            if file.lists.isEmpty { throw Failure("Could not read any other CRLs from \(path)" + Self.reason(file)) }
            lists += file.lists
        }
        let isTrustGiven = arguments.has("trusted")
        if isTrustGiven, arguments.has("CAfile") || arguments.has("CApath") {
            throw Failure("verify: Cannot use -trusted with -CAfile, -CApath or -CAstore")
        }
        store = try Self.store(
            arguments, hasDefaultFile: !isTrustGiven && !arguments.has("no-CAfile"),
            hasDefaultFolder: !isTrustGiven && !arguments.has("no-CApath"))
        self.trusted = isTrustGiven ? trusted : nil
        trust = isTrustGiven ? GivenTrust(trusted) : store
    }

    /// The trusted certificates of `-CAfile` and `-CApath`, or those of the system.
    static func store(
        _ arguments: Arguments, hasDefaultFile: Bool, hasDefaultFolder: Bool
    ) throws(Failure) -> TrustStore {
        var folders: [String] = []
        if let folder = arguments.value("CApath") {
            guard Folder.kind(folder) == .directory else { throw .usage("Not a directory: \(folder)", of: "verify") }
            folders = [folder]
        } else if hasDefaultFolder {
            folders = namedFolder.split(separator: ":").map(String.init)
        }
        // Without a -CAstore, OpenSSL takes the default folder for one, whatever -no-CApath says.
        if !arguments.has("trusted"), !arguments.has("no-CAstore"), !folders.contains(namedFolder) {
            folders.append(namedFolder)
        }
        let store = TrustStore(folders: folders)
        if let path = arguments.value("CAfile") {
            let octets: [UInt8]
            do throws(FileProblem) { octets = try FileReader.read(path) } catch {
                throw Failure("Error loading file \(path)")
            }
            let file = TrustFile(octets)
            if file.isEmpty { throw Failure("Error loading file \(path)" + reason(file)) }
            store.add(file)
        } else if hasDefaultFile,
            let octets = try? FileReader.read(Console.environment("SSL_CERT_FILE") ?? defaultFile)
        {
            store.add(TrustFile(octets))
        }
        return store
    }

    private static func read(_ path: String, _ what: String) throws(Failure) -> [UInt8] {
        do throws(FileProblem) { return try FileReader.read(path) } catch {
            if error.reason == .empty { return [] }
            throw Failure("Could not open file or uri for loading \(what) from \(path)")
        }
    }

    /// What is wrong with the first thing in a file that can not be used, as a line of its own.
    private static func reason(_ file: TrustFile) -> String { file.problems.first.map { "\n\($0)" } ?? "" }

    /// The certificate of a file, or of standard input; nil where there is none, which has been said then.
    static func certificate(_ path: String?) -> Certificate? {
        let octets: [UInt8]
        do throws(FileProblem) { octets = try FileReader.read(path ?? "-") } catch {
            if error.reason != .empty, let path {
                Console.talk("Could not open file or uri for loading certificate file from \(path)\n")
                Console.talk("Unable to load certificate file\n")
                return nil
            }
            octets = []
        }
        let file = TrustFile(octets)
        if let certificate = file.certificates.first { return certificate }
        Console.talk("Could not read certificate file from \(path ?? "<stdin>")\(reason(file))\n")
        Console.talk("Unable to load certificate file\n")
        return nil
    }
}
