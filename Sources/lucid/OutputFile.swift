import ArgumentParser
import LucidX509

/// Where a result is written: a file, whole or not at all, or standard output.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Overwrite a file that is there.")
    var force = false

    /// Ends with exit code 2 when the file may not be written, before any work is done for it.
    ///
    /// - Parameter inputs: the files that the result is made from: even `--force` does not overwrite these.
    func check(_ path: String, inputs: [String] = []) throws {
        guard path != "-" else { return }
        if let input = inputs.first(where: { FileIdentity.areSame($0, path) }) {
            Terminal.complain("lucid: \(path.safeToShow): is read as \(input.safeToShow); name another file to write")
            throw ExitCode.unusable
        }
        switch Folder.kind(path) {
        case .directory:
            Terminal.complain("lucid: \(FileProblem(path: path, reason: .isDirectory).sentence)")
            throw ExitCode.unusable
        case .file where !force:
            Terminal.complain("lucid: \(path.safeToShow): exists already; use --force to overwrite it")
            throw ExitCode.unusable
        // A device or a pipe is written to, and stays.
        case .file, .other, nil: try Self.checkFolder(of: path)
        }
    }

    /// Ends with exit code 2 when a file can not be made where it is to be, as far as that can be known before.
    static func checkFolder(of path: String) throws {
        guard path != "-" else { return }
        let folder = Folder.containing(path)
        let reason: FileProblem.Reason? =
            switch Folder.kind(folder) {
            case nil: .notFound
            case .directory: FileStatus.isWritable(folder) ? nil : .permissionDenied
            default: .isNotDirectory
            }
        guard let reason else { return }
        Terminal.complain("lucid: \(FileProblem(path: path, reason: reason).sentence)")
        throw ExitCode.unusable
    }

    /// Writes.
    func write(_ bytes: Span<UInt8>, to path: String, access: FileWriter.Access) throws {
        if path == "-" {
            Terminal.write(bytes)
            return
        }
        do throws(FileProblem) {
            try FileWriter.writeResult(bytes, to: path, access: access, replaces: force)
        } catch {
            Terminal.complain(
                "lucid: \(error.sentence)" + (error.reason == .alreadyExists ? "; use --force to overwrite it" : ""))
            throw ExitCode.unusable
        }
    }
}
