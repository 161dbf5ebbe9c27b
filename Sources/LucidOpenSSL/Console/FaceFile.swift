#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import LucidX509

/// Files as openssl's commands read and write them: no name, or `-`, is standard input or output.
enum FaceFile {
    /// A file's octets.
    ///
    /// - Parameters:
    ///   - path: nil or `-` is standard input.
    ///   - cannotOpen: the message where there is no such file, such as `Can't open file x`, without the system's reason, which
    ///     follows.
    static func read(_ path: String?, cannotOpen: String) throws(Failure) -> [UInt8] {
        do throws(FileProblem) { return try FileReader.read(path ?? "-") } catch {
            // To openssl an empty file is one that has not what is looked for.
            if error.reason == .empty { return [] }
            throw Failure("\(cannotOpen): \(error.reason.systemText)")
        }
    }

    /// Writes a result whole, over a file that is there.
    ///
    /// - Parameters:
    ///   - path: nil or `-` is standard output.
    ///   - access: `.owner` for private keys.
    static func write(
        _ octets: Span<UInt8>, to path: String?, access: FileWriter.Access, of command: String
    ) throws(Failure) {
        guard let path, path != "-" else { return Console.write(octets) }
        do throws(FileProblem) {
            try FileWriter.writeResult(octets, to: path, access: access, replaces: true)
        } catch {
            throw Failure("\(command): Can't open \"\(path)\" for writing, \(error.reason.systemText)")
        }
    }

    /// The same for what is no secret.
    static func write(_ octets: [UInt8], to path: String?, of command: String) throws(Failure) {
        try write(octets.span, to: path, access: .everybody, of: command)
    }

    /// Writes what is no secret behind what a file has already, which may be a private key: the file stays as closed as it is.
    static func append(_ octets: [UInt8], to path: String?, of command: String) throws(Failure) {
        // What is no regular file takes what comes behind what came before.
        guard let path, path != "-", (try? FileStatus(path))?.kind == .file else {
            return try write(octets, to: path, of: command)
        }
        var before = try read(path, cannotOpen: "\(command): Can't open \"\(path)\" for writing")
        defer { wipe(&before) }
        var whole = SecretText()
        whole.append(before)
        whole.append(octets)
        try whole.write(to: path, access: .everybody, of: command)
    }

    /// A file's name for messages.
    static func shown(_ path: String?) -> String { path == nil || path == "-" ? "<stdin>" : (path ?? "") }
}

extension FileProblem.Reason {
    /// In the system's words, as openssl shows them.
    var systemText: String {
        switch self {
        case .notFound: "No such file or directory"
        case .isDirectory: "Is a directory"
        case .isNotDirectory: "Not a directory"
        case .isNotRegular: "Not a regular file"
        case .permissionDenied: "Permission denied"
        case .alreadyExists: "File exists"
        case .tooLarge(let limit): "more than \(limit >> 20) MiB"
        case .empty: "the file is empty"
        case .noSpace: "No space left on device"
        case .readerGone: "Broken pipe"
        case .system(let text): text
        }
    }
}
