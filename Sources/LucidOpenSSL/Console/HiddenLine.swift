#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import LucidFiles
package import LucidX509

/// A line that nobody is to see: typed on the terminal itself, wherever standard input comes from.
package enum HiddenLine {
    /// Why there is no line.
    package enum Problem: Error {
        /// The program runs without a terminal.
        case noTerminal
        /// Ctrl-C was typed.
        case interrupted
    }

    /// Longer ones are cut off.
    private static let longest = 1024

    /// Asks on the terminal, with the echo off.
    package static func ask(_ question: String) throws(Problem) -> SecretBytes {
        let terminal = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { throw .noTerminal }
        defer { close(terminal) }
        put(question, terminal)
        var settings = termios()
        let hasSettings = unsafe tcgetattr(terminal, &settings) == 0
        let saved = settings
        // Without echo and character by character; Ctrl-C arrives as a character, so that the echo is always turned on again.
        settings.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        if hasSettings { unsafe tcsetattr(terminal, TCSANOW, &settings) }
        defer {
            var restored = saved
            if hasSettings { unsafe tcsetattr(terminal, TCSANOW, &restored) }
            put("\n", terminal)
        }
        return try readKeys(terminal)
    }

    /// What is typed until the line's end, with the keys that take something back.
    private static func readKeys(_ terminal: Int32) throws(Problem) -> SecretBytes {
        var line = SecretBytes(count: longest)
        var count = 0
        while true {
            var octet: UInt8 = 0
            let length = readOctet(terminal, &octet)
            if length < 0 && errno == EINTR { continue }
            switch octet {
            case _ where length <= 0, 0x0a, 0x0d, 0x04: return prefix(line, count)  // end of line, end of input
            case 0x03: throw .interrupted  // Ctrl-C
            case 0x08, 0x7f:  // backspace takes a whole UTF-8 character
                while count > 0 {
                    count -= 1
                    if line.withSpan({ $0[count] & 0xc0 != 0x80 }) { break }
                }
            case 0x15: count = 0  // Ctrl-U
            default:
                guard count < longest else { break }
                append(octet, to: &line, at: &count)
            }
        }
    }

    /// The next line of an open file without its end; nil where the file has none.
    ///
    /// Octet by octet, so that nothing is taken that the next reader is to have.
    package static func readLine(_ descriptor: Int32) -> SecretBytes? {
        var line = SecretBytes(count: longest)
        var count = 0
        var isEmpty = true
        while true {
            var octet: UInt8 = 0
            let length = readOctet(descriptor, &octet)
            if length < 0 && errno == EINTR { continue }
            if length <= 0 { return isEmpty ? nil : prefix(line, count) }
            isEmpty = false
            if octet == 0x0a { break }
            if count < longest { append(octet, to: &line, at: &count) }
        }
        // A line of a file that was written on Windows.
        let endsInReturn = line.withSpan { count > 0 && $0[count - 1] == 0x0d }
        return prefix(line, endsInReturn ? count - 1 : count)
    }

    private static func append(_ octet: UInt8, to line: inout SecretBytes, at count: inout Int) {
        let place = count
        line.withMutableSpan { $0[place] = octet }
        count += 1
    }

    private static func prefix(_ line: borrowing SecretBytes, _ count: Int) -> SecretBytes {
        line.withSpan { SecretBytes(copying: $0.extracting(0..<count)) }
    }

    private static func put(_ text: String, _ descriptor: Int32) {
        // Who can not be asked does not answer either.
        try? FileWriter.write(Array(text.utf8).span, to: descriptor)
    }
}

/// The system's `read`, which inside the type would be taken for its method.
private func readOctet(_ descriptor: Int32, _ octet: inout UInt8) -> Int { unsafe read(descriptor, &octet, 1) }
