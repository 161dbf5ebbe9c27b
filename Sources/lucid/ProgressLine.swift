#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A line on standard error that tells what takes so long; it appears after a second, and only on a terminal.
struct ProgressLine {
    private let isOnTerminal = isatty(STDERR_FILENO) == 1
    private let start = ContinuousClock.now
    private var isShown = false

    /// Shows or changes the line.
    mutating func update(_ text: @autoclosure () -> String) {
        guard isOnTerminal, ContinuousClock.now - start > .seconds(1) else { return }
        Terminal.talk("\r\u{1b}[K" + text())
        isShown = true
    }

    /// Takes the line away.
    mutating func end() {
        if isShown { Terminal.talk("\r\u{1b}[K") }
        isShown = false
    }
}
