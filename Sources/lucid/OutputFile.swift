import ArgumentParser
import LucidX509

/// Where a result is written: a file, whole or not at all, or standard output.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Overwrite a file that is there.")
    var force = false

    /// Ends with exit code 2 when the file may not be written, before any work is done for it.
    func check(_ path: String) throws {
        if path != "-", !force, Folder.kind(path) != nil {
            Terminal.complain("lucid: \(path): exists already; use --force to overwrite it")
            throw ExitCode.unusable
        }
    }

    /// Writes.
    func write(_ bytes: Span<UInt8>, to path: String, access: FileWriter.Access) throws {
        if path == "-" {
            Terminal.write(bytes)
            return
        }
        do throws(FileProblem) {
            try FileWriter.write(bytes, to: path, access: access, replaces: force)
        } catch {
            Terminal.complain(
                "lucid: \(error.sentence)" + (error.reason == .alreadyExists ? "; use --force to overwrite it" : ""))
            throw ExitCode.unusable
        }
    }
}
