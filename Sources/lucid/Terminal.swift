#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif
import LucidX509

/// Results go to standard output, talk to standard error.
enum Terminal {
    /// A result, with a line feed.
    static func write(_ text: String) { put(text + "\n", STDOUT_FILENO) }

    /// Talk: errors and remarks, with a line feed.
    static func complain(_ text: String) { put(text + "\n", STDERR_FILENO) }

    /// Talk without a line feed.
    static func talk(_ text: String) { put(text, STDERR_FILENO) }

    /// A result as octets, as they are.
    static func write(_ bytes: Span<UInt8>) { put(bytes, STDOUT_FILENO) }

    /// Lets a write beyond the user's limit for files (`ulimit -f`) fail with a sentence, instead of killing the program.
    static func turnSizeSignalIntoError() {
        _ = unsafe signal(SIGXFSZ, SIG_IGN)
    }

    static func exit(_ code: Int32) -> Never {
        #if canImport(Glibc)
            Glibc.exit(code)
        #elseif canImport(Musl)
            Musl.exit(code)
        #else
            Darwin.exit(code)
        #endif
    }

    /// Colours where standard output is a terminal and nobody asked for none (`NO_COLOR`, no-color.org; `TERM=dumb`).
    static var style: TextStyle {
        if isatty(STDOUT_FILENO) == 0 || hasVariable("NO_COLOR") { return .plain }
        if let term = unsafe getenv("TERM"), unsafe String(cString: term) == "dumb" { return .plain }
        return .colored
    }

    /// Whether standard output is a terminal.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// How many columns the terminal has; nil where standard output is none.
    static var width: Int? {
        var size = winsize()
        guard isTerminal, unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    private static func hasVariable(_ name: String) -> Bool {
        guard let value = unsafe getenv(name) else { return false }
        return unsafe value.pointee != 0
    }

    private static func put(_ text: String, _ descriptor: Int32) {
        let bytes = Array(text.utf8)
        put(bytes.span, descriptor)
    }

    private static func put(_ bytes: Span<UInt8>, _ descriptor: Int32) {
        do throws(FileProblem) { try FileWriter.write(bytes, to: descriptor) } catch {
            // The disk is full, or the like. A reader that has gone, as `head` does, knows it; and where standard error itself is
            // gone there is nowhere to complain to.
            if descriptor == STDOUT_FILENO, error.reason != .readerGone {
                complain("lucid: \(FileProblem(path: "standard output", reason: error.reason).sentence)")
            }
            exit(2)
        }
    }
}
