/// A property of code points: a table of the form `@230 300..314 33d @220 316..319`.
struct ScalarRanges<Value: Sendable>: Sendable {
    private var ranges: [(codes: ClosedRange<UInt32>, value: Value)] = []

    /// - Parameter value: the value that a word behind `@` stands for.
    init(_ table: String, value: (String) -> Value?) {
        var reader = TableReader(table)
        var current: Value?
        while reader.hasNext() {
            if reader.skips("@") {
                current = value(reader.word())
            } else {
                let codes = reader.range()
                if let current { ranges.append((codes, current)) }
            }
        }
        ranges.sort { $0.codes.lowerBound < $1.codes.lowerBound }
    }

    /// The value of a code point; nil where the table does not have it.
    subscript(code: UInt32) -> Value? {
        guard let index = ranges.lastIndex(notBehind: code, by: \.codes.lowerBound) else { return nil }
        return ranges[index].codes.contains(code) ? ranges[index].value : nil
    }
}
