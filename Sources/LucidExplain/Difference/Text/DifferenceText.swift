import LucidDER
public import LucidReport

/// Differences for people: what two structures are to each other, and each difference with both values, what it means, and the
/// clause.
public struct DifferenceText: Sendable {
    /// Whether the sentences are left out.
    public var isBrief = false
    /// Whether octets are shown with their places, and values whole.
    public var showsOctets = false
    /// How many characters a line may have.
    public var width = 120
    public var style: TextStyle = .plain

    public init() {}

    private var columns: TextColumns { TextColumns(octetCount: 0, width: width) }

    /// All that is to be told about two structures, without a line feed at the end.
    public func text(_ difference: StructuralDifference) -> String {
        var lines = headline(difference.summary)
        lines += difference.summary.facts.flatMap(fact)
        lines += difference.notes.flatMap { columns.wrapped($0, indent: 0) }.map(style.faint)
        if !difference.isSame {
            let count = difference.differences.count
            lines += ["", "\(count) difference\(count == 1 ? "" : "s")"]
            var told: Set<String> = []
            for one in difference.differences {
                lines += (isBrief ? [] : [""]) + text(one, isRepeated: !told.insert(one.sentence).inserted)
            }
        }
        return lines.joined(separator: "\n")
    }

    private func headline(_ summary: DifferenceSummary) -> [String] {
        let sentence = TextColumns.sentence(summary.headline, clause: isBrief ? "" : summary.clause)
        return columns.wrapped(sentence, indent: 0).map(style.strong)
    }

    private func fact(_ fact: DifferenceSummary.Fact) -> [String] {
        let mark =
            switch fact.answer {
            case .same: style.good("=")
            case .equivalent: style.warning("~")
            case .different: style.bad("≠")
            }
        let text = showsOctets ? fact.text : fact.text.shortenedInTheMiddle(to: 400)
        var lines = columns.wrapped(text, indent: 13)
        let first = lines.isEmpty ? "" : lines.removeFirst().trimmedAtStart
        return ["  \(mark) \(fact.subject.filled(to: 9))\(first)"] + lines
    }

    // MARK: One difference

    private func text(_ difference: Difference, isRepeated: Bool) -> [String] {
        var lines = title(difference)
        // What looks alike in words is told by its octets.
        let needsOctets = difference.kind == .encoding || difference.kind == .type
        let needsType = difference.a?.type != difference.b?.type
        for (letter, side) in [(style.bad("A"), difference.a), (style.good("B"), difference.b)] {
            guard let side else {
                lines.append("    \(letter)  \(style.faint(Self.absence(difference)))")
                continue
            }
            lines += self.side(letter, side, needsOctets, needsType && difference.a != nil && difference.b != nil)
        }
        if !isBrief {
            let sentence =
                isRepeated ? "As above." : TextColumns.sentence(difference.sentence, clause: difference.clause)
            lines += columns.wrapped(sentence, indent: 7).map(style.faint)
        }
        return lines
    }

    /// `≠ tbsCertificate.serialNumber  another value`; what it is stands below where the line is too short for both.
    private func title(_ difference: Difference) -> [String] {
        let path = difference.path.isEmpty ? "the whole" : difference.path.safeToShow
        let manner = Self.manner(difference)
        var lines = columns.wrapped(path, indent: 2)
        let first = lines.isEmpty ? "" : lines.removeFirst().trimmedAtStart
        let head = Self.mark(difference) + " " + style.strong(first)
        if lines.isEmpty, 2 + first.count + 2 + manner.count <= columns.width {
            return [head + style.faint("  \(manner)")]
        }
        return [head] + lines.map(style.strong) + ["    " + style.faint(manner)]
    }

    private func side(
        _ letter: String, _ side: Difference.Side, _ needsOctets: Bool, _ needsType: Bool
    ) -> [String] {
        var value = showsOctets ? side.value : side.value.shortenedInTheMiddle(to: 160)
        if needsType, !side.type.isEmpty { value = "\(side.type) \(value)" }
        if value.isEmpty { value = "\(side.octets.count) octets" }
        var lines = columns.wrapped(value, indent: 7)
        if !lines.isEmpty { lines[0] = "    \(letter)  " + lines[0].trimmedAtStart }
        if showsOctets || needsOctets { lines += octets(side) }
        return lines
    }

    /// `at byte 15: 02 01 05`; long ones in the middle left out, or with `showsOctets` whole.
    private func octets(_ side: Difference.Side) -> [String] {
        var shown = side.octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        if !showsOctets, shown.count > 16 { shown = shown.prefix(11) + ["…"] + shown.suffix(4) }
        let place = "at byte \(side.octets.startIndex), \(side.octets.count) octet\(side.octets.count == 1 ? "" : "s"):"
        return columns.wrapped(place + " " + shown.joined(separator: " "), indent: 7)
    }

    /// Where only one can be read, nobody knows whether the other one has it.
    private static func absence(_ difference: Difference) -> String {
        let isHidden = difference.kind == .unreadable && (difference.a ?? difference.b)?.isReadable == true
        return isHidden ? "not readable" : "absent"
    }

    private static func mark(_ difference: Difference) -> String {
        switch difference.kind {
        case .value: "≠"
        case .presence: difference.b == nil ? "-" : "+"
        case .type, .encoding: "~"
        case .order: "↕"
        case .unreadable: "?"
        }
    }

    private static func manner(_ difference: Difference) -> String {
        switch difference.kind {
        case .value: "another value"
        case .presence: difference.b == nil ? "only in A" : "only in B"
        case .type: "another type"
        case .encoding: "another encoding"
        case .order: "another order"
        case .unreadable: "not readable"
        }
    }
}
