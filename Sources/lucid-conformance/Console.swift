#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What the standard library lacks: standard error, and an exit code.
enum Console {
    /// Says something on standard error, with a line feed.
    static func complain(_ text: String) {
        // What was printed before comes first, also where both go to the same file.
        fflush(nil)
        let bytes = Array((text + "\n").utf8)
        // Nobody could be told that this fails.
        unsafe bytes.withUnsafeBytes { _ = unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// Says what nothing can be run from; gives the exit code for that.
    static func unusable(_ problem: Unusable) -> Int32 {
        complain("lucid-conformance: \(problem.sentence)")
        return Conformance.unusable
    }

    /// Ends the process.
    static func exit(_ code: Int32) -> Never {
        #if canImport(Glibc)
            Glibc.exit(code)
        #elseif canImport(Musl)
            Musl.exit(code)
        #else
            Darwin.exit(code)
        #endif
    }
}
