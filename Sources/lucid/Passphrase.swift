#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import ArgumentParser
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
        let terminal = unsafe open("/dev/tty", O_RDWR)
        guard terminal >= 0 else {
            Terminal.complain(
                "lucid: a passphrase is needed and there is no terminal to ask on; use --passphrase-file or LUCID_PASSPHRASE"
            )
            throw ExitCode.unusable
        }
        defer { close(terminal) }
        put(question, terminal)
        var settings = termios()
        let hasSettings = unsafe tcgetattr(terminal, &settings) == 0
        let saved = settings
        // Without echo and line by line; Ctrl-C arrives as a character, so that the echo is always turned on again.
        settings.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        if hasSettings { unsafe tcsetattr(terminal, TCSAFLUSH, &settings) }
        defer {
            var restored = saved
            if hasSettings { unsafe tcsetattr(terminal, TCSAFLUSH, &restored) }
            put("\n", terminal)
        }
        return try notEmpty(try readLine(terminal))
    }

    private static let longestPassphrase = 1024

    private static func readLine(_ terminal: Int32) throws -> SecretBytes {
        var line = SecretBytes(count: longestPassphrase)
        var count = 0
        while true {
            var byte: UInt8 = 0
            let length = readByte(terminal, &byte)
            if length < 0 && errno == EINTR { continue }
            switch byte {
            case _ where length <= 0, 0x0a, 0x0d, 0x04:  // end of line, end of input
                return line.withSpan { SecretBytes(copying: $0.extracting(0..<count)) }
            case 0x03:  // Ctrl-C
                Terminal.complain("lucid: interrupted")
                throw ExitCode(130)
            case 0x08, 0x7f:  // backspace takes a whole UTF-8 character
                while count > 0 {
                    count -= 1
                    if line.withSpan({ $0[count] & 0xc0 != 0x80 }) { break }
                }
            case 0x15: count = 0  // Ctrl-U
            default:
                guard count < longestPassphrase else { break }
                let place = count
                line.withMutableSpan { $0[place] = byte }
                count += 1
            }
        }
    }

    private static func put(_ text: String, _ descriptor: Int32) {
        let bytes = Array(text.utf8)
        unsafe bytes.withUnsafeBytes { _ = unsafe write(descriptor, $0.baseAddress, $0.count) }
    }
}

/// The system's `read`, which inside the type would be taken for its method.
private func readByte(_ descriptor: Int32, _ byte: inout UInt8) -> Int { unsafe read(descriptor, &byte, 1) }
