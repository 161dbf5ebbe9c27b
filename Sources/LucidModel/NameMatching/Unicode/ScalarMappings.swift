/// What code points are replaced with: a table of the form `c0=41+300,41+301 ff01..ff5e~21 100..12e/2=101`.
///
/// Code points are `UInt32` in this folder, because those of Hangul are computed with.
struct ScalarMappings: Sendable {
    /// Code points with one distance between them and what they are replaced with; mostly a single one.
    private struct Run {
        let first, last: UInt32
        /// 1, or 2 where only every second code point is meant.
        let step: UInt32
        /// `=`: the same character written otherwise; `~`: another one with the same meaning.
        let isCanonical: Bool
        /// Where the scalars that replace `first` are.
        let target: Range<Int>
    }

    /// Ascending, and they do not overlap.
    private var runs: [Run] = []
    private var scalars: [UInt32] = []

    init(_ tables: String...) {
        for table in tables {
            var reader = TableReader(table)
            while reader.hasNext() { appendEntry(&reader) }
        }
    }

    private mutating func appendEntry(_ reader: inout TableReader) {
        var range = reader.range()
        let step = reader.skips("/") ? reader.number() : 1
        let isCanonical = reader.skips("=")
        if !isCanonical { _ = reader.skips("~") }
        repeat {
            let start = scalars.count
            repeat { scalars.append(reader.number()) } while reader.skips("+")
            runs.append(
                Run(
                    first: range.lowerBound, last: range.upperBound, step: step, isCanonical: isCanonical,
                    target: start..<scalars.count))
            range = range.upperBound + 1...range.upperBound + 1
        } while reader.skips(",")
    }

    /// What the code point is replaced with; nil where it stays.
    subscript(code: UInt32) -> (isCanonical: Bool, scalars: [UInt32])? {
        guard let index = runs.lastIndex(notBehind: code, by: \.first) else { return nil }
        let run = runs[index]
        let distance = code - run.first
        guard code <= run.last, distance.isMultiple(of: run.step) else { return nil }
        // Only runs of single scalars are longer than one code point, so that the distance belongs to all of them.
        return (run.isCanonical, scalars[run.target].map { $0 + distance })
    }

    /// All code points that are replaced, ascending.
    var codes: [UInt32] { runs.flatMap { Array(stride(from: $0.first, through: $0.last, by: Int($0.step))) } }
}

extension Array {
    /// The last element whose key is not above `code`, by bisection; the keys ascend.
    func lastIndex(notBehind code: UInt32, by key: (Element) -> UInt32) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if key(self[middle]) <= code { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }
}
