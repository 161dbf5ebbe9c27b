import LucidDER
import LucidReport

/// The lines that a change is in, before and after, as text: `−` before what was, `+` before what is, `^` below the octets.
struct TamperedLinesText {
    let style: TextStyle
    let width: Int

    private static let octetsWidth = 8 * 3 - 1
    private static let elementWidth = 20
    private var hasElements: Bool { width >= 100 }
    /// Where the field's name begins.
    private var field: Int { 2 + 4 + 2 + Self.octetsWidth + 2 + (hasElements ? Self.elementWidth + 2 : 0) }

    func lines(_ tampered: TamperedLines) -> [String] {
        var text: [String] = []
        for row in tampered.rows {
            switch row {
            case .around(let line): text += self.text(line, tampered.before, [], " ", style.faint)
            case .removed(let line, let octets): text += self.text(line, tampered.before, octets, "−", style.bad)
            case .added(let line, let octets): text += self.text(line, tampered.after, octets, "+", style.good)
            case .more(let count, let isAdded):
                text.append(style.faint("\(isAdded ? "+" : "−")       … and \(count) more lines"))
            }
        }
        return text
    }

    private func text(
        _ line: ExplainedLine, _ explanation: Explanation, _ changed: Set<Int>, _ sign: String,
        _ color: (String) -> String
    ) -> [String] {
        let isAround = sign == " "
        let cells = self.cells(line, explanation, changed)
        let octets = cells.map { $0.isChanged ? color($0.text) : isAround ? style.faint($0.text) : $0.text }
        let count = cells.reduce(0) { $0 + $1.text.count } + max(0, cells.count - 1)
        let gap = String(repeating: " ", count: max(0, Self.octetsWidth - count) + 2)
        let offset = String(line.range.lowerBound).filled(to: 4, onTheLeft: true)
        let element = hasElements ? line.element.filled(to: Self.elementWidth) + "  " : ""
        let indent = String(
            repeating: " ", count: min(line.depth, max(0, (width - field - 36) / 2)) * (hasElements ? 2 : 1))
        let head = (isAround ? " " : color(sign)) + " \(offset)  " + octets.joined(separator: " ") + gap
        // Of what stands around only the name: its value may be about what changed.
        let value = isAround ? "" : line.value.shortenedInTheMiddle(to: max(24, (width - field - indent.count) * 2))
        let margin = field + indent.count + 2
        var right = TextColumns(octetCount: 0, width: width).wrapped(
            value, indent: margin, first: indent.count + line.title.count + 2)
        let first = right.isEmpty ? "" : "  " + right.removeFirst().trimmedAtStart
        let title = isAround ? style.faint(line.title) : style.strong(line.title)
        var rows = [head + (isAround ? style.faint(element) : element) + indent + title + first] + right
        if !isAround, sign == "+", cells.contains(where: \.isChanged) {
            // Beside what is left of the value, where that is more than a line.
            let beside = rows.count > 1 ? rows.remove(at: 1) : ""
            let marks = carets(cells)
            rows.insert(marks + beside.dropFirst(marks.count), at: 1)
        }
        return rows
    }

    /// `^^` below the octets that changed.
    private func carets(_ cells: [Cell]) -> String {
        let marks = cells.map { String(repeating: $0.isChanged ? "^" : " ", count: $0.text.count) }
        return (String(repeating: " ", count: 8) + marks.joined(separator: " ")).trimmedAtEnd
    }

    private struct Cell {
        let text: String
        let isChanged: Bool
    }

    /// Eight octets at most, around the first that changed.
    private func cells(_ line: ExplainedLine, _ explanation: Explanation, _ changed: Set<Int>) -> [Cell] {
        let range = line.range
        let cell = { (offset: Int) in
            Cell(text: hexadecimal([explanation.octets[offset]]), isChanged: changed.contains(offset))
        }
        if range.count <= 8 { return range.map(cell) }
        let first = changed.min() ?? range.lowerBound
        let start = max(range.lowerBound, min(first - 2, range.upperBound - 6))
        // The dots take the room of an octet each.
        let isAtStart = start <= range.lowerBound + 1
        let shown = isAtStart ? range.lowerBound..<range.lowerBound + 7 : start..<min(start + 6, range.upperBound)
        let dots = Cell(text: "…", isChanged: false)
        return (isAtStart ? [] : [dots]) + shown.map(cell) + (shown.upperBound < range.upperBound ? [dots] : [])
    }
}
