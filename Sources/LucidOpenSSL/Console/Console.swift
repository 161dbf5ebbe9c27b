#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import LucidFiles

/// Standard input, output and error, as openssl's commands use them.
enum Console {
    /// A result, as it is.
    static func write(_ text: String) { write(Array(text.utf8)) }

    /// A result in octets.
    static func write(_ octets: [UInt8]) { put(octets, STDOUT_FILENO) }

    /// A result in octets that may be secret: nothing is copied.
    static func write(_ octets: Span<UInt8>) { put(octets, STDOUT_FILENO) }

    /// Talk: questions, progress, errors.
    static func talk(_ text: String) { talk(Array(text.utf8)) }

    /// Talk in octets.
    static func talk(_ octets: [UInt8]) { put(octets, STDERR_FILENO) }

    private static func put(_ octets: [UInt8], _ descriptor: Int32) { put(octets.span, descriptor) }

    private static func put(_ octets: Span<UInt8>, _ descriptor: Int32) {
        // A reader that has gone, as `head` does, knows it.
        do throws(FileProblem) { try FileWriter.write(octets, to: descriptor) } catch {
            if descriptor == STDOUT_FILENO, error.reason != .readerGone { talk("standard output can not be written\n") }
            exit(1)
        }
    }

    /// The next line of standard input without its line feed; nil at the end.
    ///
    /// Octet by octet, so that nothing is taken that the next reader, or the next program, is to have.
    static func readLine() -> [UInt8]? {
        var line: [UInt8] = []
        var octet: UInt8 = 0
        while true {
            let count = unsafe read(STDIN_FILENO, &octet, 1)
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return line.isEmpty ? nil : line }
            if octet == 0x0a { return line }
            line.append(octet)
        }
    }

    /// A variable of the environment.
    static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }
}
