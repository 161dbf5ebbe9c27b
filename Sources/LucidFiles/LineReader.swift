#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads standard input line by line, however long it is, with a bound on what is kept in memory.
public struct LineReader {
    /// The longest line, in octets. What is longer is skipped up to its line feed.
    public let limit: Int
    private var buffer: [UInt8] = []
    /// Where in `buffer` the next line begins.
    private var start = 0
    private var isAtEnd = false

    /// A line of the input.
    public enum Line: Hashable, Sendable {
        /// Its octets, without the line feed.
        case octets([UInt8])
        /// It has more octets than the limit.
        case tooLong
    }

    public init(limit: Int) { self.limit = limit }

    /// The next line; nil at the end of the input. A last line without a line feed counts.
    public mutating func next() throws(FileProblem) -> Line? {
        var scanned = start
        var isTooLong = false
        while true {
            if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[start..<end]
                defer { start = end + 1 }
                return isTooLong || line.count > limit ? .tooLong : .octets(Array(line))
            }
            if buffer.count - start > limit {
                // What is over is forgotten, but not that it was there.
                isTooLong = true
                start = buffer.count
            }
            if isAtEnd {
                defer { start = buffer.count }
                if isTooLong { return .tooLong }
                return start < buffer.count ? .octets(Array(buffer[start...])) : nil
            }
            try refill()
            scanned = start
        }
    }

    /// Reads more behind what is left.
    private mutating func refill() throws(FileProblem) {
        buffer.removeSubrange(..<start)
        start = 0
        var more = [UInt8](repeating: 0, count: 1 << 16)
        let count = try SystemCalls.read(STDIN_FILENO, into: &more, path: "standard input")
        if count == 0 { isAtEnd = true } else { buffer += more[..<count] }
    }
}
