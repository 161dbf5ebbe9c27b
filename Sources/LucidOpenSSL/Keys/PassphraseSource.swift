#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import LucidX509

/// Where the command line says that a passphrase comes from: `pass:TEXT`, `env:VARIABLE`, `file:PATH`, `fd:NUMBER` or `stdin`
/// (openssl-passphrase-options(1)).
enum PassphraseSource {
    /// The passphrase that an argument such as `-passin`'s names; nil where there is none, and a prompt asks when one is needed.
    static func read(_ argument: String?) throws(Failure) -> Passphrase? { try read(argument, nil).input }

    /// The passphrases for reading and for writing. Where both come from the same file, the first line is the one for reading and
    /// the second the one for writing.
    static func read(
        _ input: String?, _ output: String?
    ) throws(Failure) -> (input: Passphrase?, output: Passphrase?) {
        let isShared = input != nil && input == output
        var lines = try input.map { argument throws(Failure) in try Lines(of: argument) }
        let first = try lines?.next()
        if isShared { return (first, try lines?.next()) }
        var others = try output.map { argument throws(Failure) in try Lines(of: argument) }
        return (first, try others?.next())
    }

    /// A source, read line by line.
    private struct Lines {
        private enum Kind {
            /// The passphrase itself, for both who read it.
            case text(String)
            /// An open file, and whether this opened it.
            case descriptor(OpenFile)
        }

        private let kind: Kind

        init(of argument: String) throws(Failure) {
            if argument == "stdin" {
                kind = .descriptor(OpenFile(STDIN_FILENO, isOwned: false))
                return
            }
            let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, parts[0].utf8.count < 5 else {
                throw Failure("Invalid password argument, missing ':' within the first 5 chars")
            }
            let value = parts[1]
            switch parts[0] {
            case "pass": kind = .text(value)
            case "env":
                guard let text = Console.environment(value) else { throw Failure("No environment variable \(value)") }
                kind = .text(text)
            case "file":
                let descriptor = unsafe open(value, O_RDONLY | O_CLOEXEC)
                guard descriptor >= 0 else {
                    throw Failure("Can't open file \(value), \(unsafe String(cString: strerror(errno)))")
                }
                kind = .descriptor(OpenFile(descriptor, isOwned: true))
            case "fd":
                guard let number = Int32(value) else { throw Failure("Can't access file descriptor \(value)") }
                kind = .descriptor(OpenFile(number, isOwned: false))
            default: throw Failure("Invalid password argument, starting with \"\(parts[0]):\"")
            }
        }

        mutating func next() throws(Failure) -> Passphrase {
            switch kind {
            case .text(let text):
                var octets = Array(text.utf8)
                return Passphrase(taking: &octets)
            case .descriptor(let file):
                guard let line = HiddenLine.readLine(file.descriptor) else {
                    throw Failure("Error reading password from BIO")
                }
                return Passphrase(line)
            }
        }
    }

    /// A file descriptor, closed in the end where it was opened for this.
    private final class OpenFile {
        let descriptor: Int32
        private let isOwned: Bool

        init(_ descriptor: Int32, isOwned: Bool) {
            self.descriptor = descriptor
            self.isOwned = isOwned
        }

        deinit { if isOwned { close(descriptor) } }
    }
}
