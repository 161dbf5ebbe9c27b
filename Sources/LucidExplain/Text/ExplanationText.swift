import LucidDER
public import LucidReport

/// Explanations for people, as text in columns: offset, octets, tag and length, field and value; below, what the field is and which
/// clause says so.
public struct ExplanationText: Sendable {
    /// Whether the sentences are left out.
    public var isBrief = false
    /// Whether octets and values are shown whole, however long they are.
    public var showsAllOctets = false
    /// Whether the secret numbers of private keys are shown.
    public var showsSecrets = false
    /// How many characters a line may have.
    public var width = 120
    public var style: TextStyle = .plain

    public init() {}

    /// Every line of an explanation; or, of an octet, the line that owns it with those around it.
    ///
    /// - Returns: the text, without a line feed at its end; nil where there is no such octet.
    public func text(_ explanation: Explanation, at offset: Int? = nil) -> String? {
        let columns = TextColumns(explanation, width: width)
        var shown = explanation.lines[...].indices.map { $0 }
        if let offset {
            guard let owner = explanation.line(owning: offset) else { return nil }
            shown = explanation.ancestors(ofLine: owner) + [owner]
        }
        var text = explanation.notes.flatMap { columns.wrapped($0, indent: 0) }.map(style.faint)
        for index in shown { text += lines(explanation.lines[index], explanation, columns) }
        if offset == nil { text += problems(explanation, columns) }
        return text.joined(separator: "\n")
    }

    /// One line of the explanation, which may be several of text.
    private func lines(_ line: ExplainedLine, _ explanation: Explanation, _ columns: TextColumns) -> [String] {
        let isHidden = line.isSecret && !showsSecrets
        let octets = columns.octets(of: line, explanation, hidden: isHidden, whole: showsAllOctets)
        var value = isHidden ? "hidden; --secrets shows it" : line.value
        if let announced = line.announcedCount, let content = line.content {
            value += (value.isEmpty ? "" : "; ") + "\(announced) octets, of which \(content.count) are here"
        }
        let shortened = showsAllOctets ? value : value.shortenedInTheMiddle(to: 160)
        let fields = fieldRows(line, value: shortened, columns)
        var text: [String] = []
        // Octets and value go on below, side by side.
        for row in 0..<max(octets.count, fields.count) {
            let left = columns.left(row == 0 ? line : nil, row < octets.count ? octets[row] : "")
            let field = row < fields.count ? fields[row] : ""
            let gap = field.isEmpty ? "" : String(repeating: " ", count: columns.indent(line) + (row == 0 ? 0 : 2))
            text.append((left + gap + field).trimmedAtEnd)
        }
        if let problem = line.problem {
            text += columns.wrapped("✗ " + problem.sentence, indent: columns.sentence(line)).map(style.bad)
        }
        if !isBrief, !line.meaning.sentence.isEmpty {
            let sentence = TextColumns.sentence(line.meaning.sentence, clause: line.meaning.clause)
            text += columns.wrapped(sentence, indent: columns.sentence(line)).map(style.faint)
        }
        return text
    }

    /// A line's field and value, in rows that are not wider than what is right of the columns.
    private func fieldRows(_ line: ExplainedLine, value: String, _ columns: TextColumns) -> [String] {
        let title = line.problem == nil ? line.title : "✗ \(line.title)"
        let indent = columns.field + columns.indent(line)
        let titles = columns.wrapped(title, indent: indent).map(\.trimmedAtStart)
        var values = columns.wrapped(value, indent: indent + 2, first: (titles.last?.count ?? 0) + 2)
            .map(\.trimmedAtStart)
        var rows = titles.map { line.problem == nil ? style.strong($0) : style.bad($0) }
        if let last = rows.popLast() {
            let first = values.isEmpty ? "" : values.removeFirst()
            rows.append(last + (first.isEmpty ? "" : "  " + first))
        }
        return rows + values
    }

    /// What breaks the rules, once more at the end, where people look first.
    private func problems(_ explanation: Explanation, _ columns: TextColumns) -> [String] {
        explanation.problems.flatMap { columns.wrapped("✗ " + $0.sentence, indent: 0) }.map(style.bad)
    }
}

extension ExplanationText {
    /// Every part of a file under a heading of its own.
    ///
    /// - Parameter name: the file's name, safe to show.
    /// - Returns: nil where an octet is asked for that no block has.
    public func text(_ file: ExplainedFile, name: String, at offset: Int? = nil) -> String? {
        let count = file.blocks.count
        var number = 0
        var texts: [String] = []
        for part in file.parts {
            switch part {
            case .block(let block):
                number += 1
                guard let body = text(block.explanation, at: offset) else { continue }
                let place = name + (block.line.map { ", line \($0)" } ?? "")
                let kind = block.explanation.kind.title + (count > 1 ? " \(number) of \(count)" : "")
                let size = "\(block.explanation.octets.count) octet\(block.explanation.octets.count == 1 ? "" : "s")"
                let headers = block.headers.flatMap { lines($0) }
                texts.append((["\(kind) (\(place)), \(size)"] + headers + [body]).joined(separator: "\n"))
            case .broken(let error):
                if offset == nil { texts.append(style.bad("✗ \(name): \(error.sentence)")) }
            case .text(let lines, let beginning):
                if offset == nil { texts.append(style.faint(Self.outside(lines, beginning))) }
            }
        }
        if texts.isEmpty, offset != nil { return nil }
        return texts.joined(separator: "\n\n")
    }

    private func lines(_ header: ExplainedFile.Header) -> [String] {
        let columns = TextColumns(octetCount: 0, width: width)
        let head = "\(header.name.safeToShow): \(header.value.safeToShow)"
        if isBrief { return [head] }
        return [head]
            + columns.wrapped(TextColumns.sentence(header.sentence, clause: header.clause), indent: 2).map(style.faint)
    }

    private static func outside(_ lines: ClosedRange<Int>, _ beginning: String) -> String {
        let place = lines.count == 1 ? "Line \(lines.lowerBound)" : "Lines \(lines.lowerBound) to \(lines.upperBound)"
        let text = beginning.safeToShow.shortenedInTheMiddle(to: 60)
        return "\(place): text outside of all blocks, which readers pass over: “\(text)”  [RFC 7468 §2]"
    }
}
