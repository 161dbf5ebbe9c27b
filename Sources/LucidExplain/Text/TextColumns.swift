import LucidDER

/// Where the columns of an explanation's text stand.
struct TextColumns {
    let width: Int
    /// How many digits the offsets have.
    private let digits: Int
    /// Eight octets, or the first and the last of more.
    private static let octetsWidth = 8 * 3 - 1
    private static let elementWidth = 20

    init(_ explanation: Explanation, width: Int) {
        self.init(octetCount: explanation.octets.endIndex, width: width)
    }

    init(octetCount: Int, width: Int) {
        self.width = max(width, 60)
        digits = max(4, String(octetCount).count)
    }

    /// Where the field's name begins, for lines of depth 0.
    var field: Int { digits + 2 + Self.octetsWidth + 2 + Self.elementWidth + 2 }

    /// How far a line's field is moved to the right: two for each level, as long as that leaves room.
    func indent(_ line: ExplainedLine) -> Int { min(line.depth * 2, max(0, width - field - 36)) }

    /// Where sentences begin: below the field where there is room, else near the margin.
    func sentence(_ line: ExplainedLine) -> Int {
        width - field - indent(line) >= 40 ? field + indent(line) + 2 : digits + 2
    }

    /// The columns on the left of the field; without a line the octets alone.
    func left(_ line: ExplainedLine?, _ octets: String) -> String {
        let offset = line.map { String($0.range.lowerBound) } ?? ""
        let element = line?.element ?? ""
        return offset.filled(to: digits, onTheLeft: true) + "  " + octets.filled(to: Self.octetsWidth) + "  "
            + element.filled(to: Self.elementWidth) + "  "
    }

    /// A line's octets in rows of eight; those that are too many are left out in the middle.
    func octets(of line: ExplainedLine, _ explanation: Explanation, hidden: Bool, whole: Bool) -> [String] {
        if hidden { return ["(\(line.range.count) octets, hidden)"] }
        let octets = explanation.octets[line.range].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        if whole {
            return stride(from: 0, to: octets.count, by: 8).map {
                octets[$0..<min($0 + 8, octets.count)].joined(separator: " ")
            }
        }
        if octets.count <= 8 { return [octets.joined(separator: " ")] }
        return [octets.prefix(5).joined(separator: " ") + " … " + octets.suffix(2).joined(separator: " ")]
    }

    /// A space that lines are not broken at.
    private static let firmSpace: Character = "\u{A0}"

    /// A sentence with its clause, which stays in one piece.
    static func sentence(_ text: String, clause: String) -> String {
        guard !clause.isEmpty else { return text }
        return text + " " + "[\(clause)]".map { $0 == " " ? String(firmSpace) : String($0) }.joined()
    }

    /// A text in lines that are not wider than the whole, each behind `indent` spaces.
    ///
    /// - Parameter first: how much of the first line is taken by other text behind the indentation.
    func wrapped(_ text: String, indent: Int, first: Int = 0) -> [String] {
        guard !text.isEmpty else { return [] }
        let room = max(20, width - indent)
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var current = ""
        var taken = first
        func flush() {
            lines.append(margin + current)
            (current, taken) = ("", 0)
        }
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            var word = word[...]
            let isTooLong = taken + current.count + (current.isEmpty ? 0 : 1) + word.count > room
            // A long word begins on a line of its own, unless a good part of it fits here.
            if isTooLong, !current.isEmpty || taken > 0 && (word.count <= room || taken > room - 12) { flush() }
            // Numbers are longer than any line.
            while taken + word.count > room, current.isEmpty {
                let head = word.prefix(max(1, room - taken))
                current = String(head)
                word = word.dropFirst(head.count)
                flush()
            }
            current += (current.isEmpty ? "" : " ") + word
        }
        if !current.isEmpty { flush() }
        // What must not be broken had another space.
        return lines.map { String($0.map { $0 == Self.firmSpace ? " " : $0 }) }
    }
}

extension ExplainedLine {
    /// `INTEGER 1`: the tag, and how many octets of content, as the length octets say.
    var element: String {
        switch kind {
        case .structure(let tag, let content): "\(tag) \(announcedCount ?? content.count)"
        case .value(let tag, let content): "\(tag) \(content.count)"
        case .part: "octets \(range.count)"
        case .raw: "? \(range.count)"
        }
    }
}

extension String {
    /// Filled up with spaces.
    func filled(to width: Int, onTheLeft: Bool = false) -> String {
        let spaces = String(repeating: " ", count: max(0, width - count))
        return onTheLeft ? spaces + self : self + spaces
    }

    var trimmedAtStart: String { String(drop { $0 == " " }) }

    var trimmedAtEnd: String {
        var end = self
        while end.last == " " { end.removeLast() }
        return end
    }

    /// The beginning and the end of a text that is longer than that.
    func shortenedInTheMiddle(to limit: Int) -> String {
        count <= limit ? self : prefix(limit * 3 / 4) + "…" + suffix(limit / 4 - 1)
    }
}
