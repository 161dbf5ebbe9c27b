#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import ArgumentParser
import LucidOpenSSL
import LucidX509

/// Where a passphrase comes from: a file, the environment, or a prompt without echo, in this order.
struct PassphraseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read the passphrase from the first line of a file.", valueName: "file"))
    var passphraseFile: String?

    /// The passphrase for opening `path`.
    func read(for path: String) throws -> SecretBytes {
        if let given = try given() { return given }
        return try Self.prompt("Passphrase for \(path): ")
    }

    /// A new passphrase: a prompt asks twice.
    func readNew(for path: String) throws -> SecretBytes { try Self.readNew(for: path, file: passphraseFile) }

    /// The same with the name of the passphrase's file from elsewhere.
    static func readNew(for path: String, file: String?) throws -> SecretBytes {
        if let given = try given(file: file) { return given }
        let first = try prompt("New passphrase for \(path): ")
        let second = try prompt("Once more: ")
        guard first.equals(second) else {
            Terminal.complain("lucid: the two passphrases differ")
            throw ExitCode.unusable
        }
        return first
    }

    /// From the file or from LUCID_PASSPHRASE; nil where neither is there.
    func given() throws -> SecretBytes? { try Self.given(file: passphraseFile) }

    /// The same with the name of the passphrase's file from elsewhere.
    static func given(file: String?) throws -> SecretBytes? {
        if let file { return try firstLine(of: file) }
        guard let variable = unsafe getenv("LUCID_PASSPHRASE") else { return nil }
        let characters = unsafe UnsafeRawBufferPointer(start: variable, count: strlen(variable))
        return try notEmpty(SecretBytes(copying: unsafe characters.bindMemory(to: UInt8.self).span))
    }

    /// The first line of a file, which must not be empty.
    static func firstLine(of path: String) throws -> SecretBytes {
        var bytes: [UInt8]
        do throws(FileProblem) { bytes = try FileReader.read(path) } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
        let content = SecretBytes(taking: &bytes)
        let line = content.withSpan { span in
            let end = (0..<span.count).first { span[$0] == UInt8(ascii: "\n") || span[$0] == UInt8(ascii: "\r") }
            return SecretBytes(copying: span.extracting(0..<(end ?? span.count)))
        }
        return try notEmpty(line)
    }

    private static func notEmpty(_ passphrase: consuming SecretBytes) throws -> SecretBytes {
        guard passphrase.count > 0 else {
            Terminal.complain("lucid: the passphrase is empty")
            throw ExitCode.unusable
        }
        return passphrase
    }

    /// Asks on the terminal itself, wherever standard input comes from.
    private static func prompt(_ question: String) throws -> SecretBytes {
        let line: SecretBytes
        do throws(HiddenLine.Problem) { line = try HiddenLine.ask(question) } catch .noTerminal {
            Terminal.complain(
                "lucid: a passphrase is needed and there is no terminal to ask on; use --passphrase-file or LUCID_PASSPHRASE"
            )
            throw ExitCode.unusable
        } catch {
            Terminal.complain("lucid: interrupted")
            throw ExitCode(130)
        }
        return try notEmpty(line)
    }
}
