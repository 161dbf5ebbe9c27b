public import LucidCrypto
import LucidNumber
public import LucidReport

/// A worked verification as text.
public enum WorkedVerificationText {
    /// A line for each number, with the sentence behind or below it. Numbers are hexadecimal.
    ///
    /// - Parameter width: how many columns there are.
    public static func text(_ worked: WorkedVerification, style: TextStyle = .plain, width: Int = 120) -> String {
        ([style.strong(worked.procedure) + "  " + style.faint(worked.clause)]
            + worked.steps.flatMap { lines($0, style, width: width) })
            .joined(separator: "\n")
    }

    /// Where the equations begin, behind the number of the step.
    private static let margin = 16
    /// Longer rows of digits nobody can compare.
    private static let digitsInRow = 100

    /// A step whose value is secret and not asked for.
    static func hiddenLines(_ step: WorkedStep, _ style: TextStyle) -> [String] {
        let equation = style.strong(step.name) + (step.formula.isEmpty ? "" : " = \(step.formula)")
        let indent = String(repeating: " ", count: margin)
        return ["\(indent)\(equation)   " + style.faint(step.sentence), indent + "  (secret)"]
    }

    /// A step: its equation and sentence, then its value.
    static func lines(_ step: WorkedStep, _ style: TextStyle, width: Int = 120) -> [String] {
        let label = step.label.isEmpty ? "" : "Step \(step.label)"
        // A label that names many steps has a line of its own.
        let above = label.count < margin ? [] : [label]
        let first = (above.isEmpty ? label : "").padded(to: margin)
        var text = FoldedText()
        if case .decision(let holds) = step.value {
            text.add(step.formula)
            text.add(step.sentence, .faint, gap: 3)
            let mark = holds ? style.good("✓") : style.bad("✗")
            return above + text.lines(width: width, first: "\(first)\(mark) ", indent: margin + 2, style)
        }
        text.add(step.name, .strong)
        if !step.formula.isEmpty { text.add("= \(step.formula)") }
        text.add(step.sentence, .faint, gap: 3)
        let indent = String(repeating: " ", count: margin + 2)
        return above + text.lines(width: width, first: first, indent: margin, style)
            + value(step.value, style, room: width - margin - 2).map { indent + $0 }
    }

    /// The value in lines of a bounded width.
    private static func value(_ value: WorkedStep.Value, _ style: TextStyle, room: Int) -> [String] {
        switch value {
        case .number(let number): shortNumber(number).map { [$0] } ?? rows(number.hexadecimal, room: room)
        case .octets(let octets): rows(hexadecimal(octets), room: room)
        case .parts(let parts): zip(parts, PartColors.all).flatMap { part($0, $1, style, room: room) }
        case .point(let x, let y):
            rows(x.hexadecimal, after: "x = ", room: room) + rows(y.hexadecimal, after: "y = ", room: room)
        case .neutralPoint: ["the neutral point"]
        case .text(let text): [text]
        case .decision: []
        }
    }

    /// A number that would be read as a decimal one, such as the exponent 10001: written both ways.
    private static func shortNumber(_ number: Natural) -> String? {
        let digits = number.hexadecimal
        guard digits.count <= 8, let value = UInt64(digits, radix: 16) else { return nil }
        return "0x\(digits) (\(value))"
    }

    private static func part(
        _ part: WorkedStep.Part, _ color: PartColors, _ style: TextStyle, room: Int
    ) -> [String] {
        let name = part.name + String(repeating: " ", count: max(1, 12 - part.name.count))
        // Hundreds of FFs say no more than a few.
        if part.octets.count > 16, let first = part.octets.first, part.octets.allSatisfy({ $0 == first }) {
            let octet = hexadecimal([first])
            return [
                name + color.paint("\(octet) \(octet) … \(octet)", style) + style.faint("  \(part.octets.count) octets")
            ]
        }
        return rows(hexadecimal(part.octets), after: name, room: room).map { line in
            String(line.prefix(name.count)) + color.paint(String(line.dropFirst(name.count)), style)
        }
    }

    /// Digits in rows of a bounded width, whole words of eight where the room is small.
    static func rows(_ digits: String, after prefix: String = "", room: Int) -> [String] {
        let room = room - prefix.count
        let length = room >= digitsInRow ? digitsInRow : max(16, room / 8 * 8)
        var rest = digits[...]
        var lines: [String] = []
        repeat {
            lines.append((lines.isEmpty ? prefix : String(repeating: " ", count: prefix.count)) + rest.prefix(length))
            rest = rest.dropFirst(length)
        } while !rest.isEmpty
        return lines
    }
}

/// The colours of the parts of a frame, in their order.
private enum PartColors: CaseIterable {
    case first, second, third, fourth, fifth

    static var all: [PartColors] { allCases }

    func paint(_ text: String, _ style: TextStyle) -> String {
        switch self {
        case .first, .third: style.faint(text)
        case .second: style.warning(text)
        case .fourth: style.strong(text)
        case .fifth: style.good(text)
        }
    }
}
