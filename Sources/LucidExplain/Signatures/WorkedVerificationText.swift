public import LucidCrypto
import LucidNumber
public import LucidReport

/// A worked verification as text.
public enum WorkedVerificationText {
    /// A line for each number, with the sentence behind or below it.
    public static func text(_ worked: WorkedVerification, style: TextStyle = .plain) -> String {
        ([style.strong(worked.procedure) + "  " + style.faint(worked.clause)]
            + worked.steps.flatMap { lines($0, style) })
            .joined(separator: "\n")
    }

    private static let width = 100

    /// A step whose value is secret and not asked for.
    static func hiddenLines(_ step: WorkedStep, _ style: TextStyle) -> [String] {
        let equation = style.strong(step.name) + (step.formula.isEmpty ? "" : " = \(step.formula)")
        let indent = String(repeating: " ", count: 16)
        return ["\(indent)\(equation)   " + style.faint(step.sentence), indent + "  (secret)"]
    }

    /// A step: its equation and sentence, then its value.
    static func lines(_ step: WorkedStep, _ style: TextStyle) -> [String] {
        let label = step.label.isEmpty ? "" : "Step \(step.label)"
        let margin = label + String(repeating: " ", count: max(1, 16 - label.count))
        let indent = String(repeating: " ", count: 16)
        if case .decision(let holds) = step.value {
            let mark = holds ? style.good("✓") : style.bad("✗")
            return ["\(margin)\(mark) \(step.formula)   " + style.faint(step.sentence)]
        }
        let equation = style.strong(step.name) + (step.formula.isEmpty ? "" : " = \(step.formula)")
        return ["\(margin)\(equation)   " + style.faint(step.sentence)]
            + value(step.value, style).map { indent + "  " + $0 }
    }

    /// The value in lines of a bounded width.
    private static func value(_ value: WorkedStep.Value, _ style: TextStyle) -> [String] {
        switch value {
        case .number(let number): wrapped(number.hexadecimal)
        case .octets(let octets): wrapped(hexadecimal(octets))
        case .parts(let parts): zip(parts, PartColors.all).flatMap { part($0, $1, style) }
        case .point(let x, let y): wrapped(x.hexadecimal, after: "x = ") + wrapped(y.hexadecimal, after: "y = ")
        case .neutralPoint: ["the neutral point"]
        case .text(let text): [text]
        case .decision: []
        }
    }

    private static func part(_ part: WorkedStep.Part, _ color: PartColors, _ style: TextStyle) -> [String] {
        let name = part.name + String(repeating: " ", count: max(1, 12 - part.name.count))
        // Hundreds of FFs say no more than a few.
        if part.octets.count > 16, let first = part.octets.first, part.octets.allSatisfy({ $0 == first }) {
            let octet = hexadecimal([first])
            return [
                name + color.paint("\(octet) \(octet) … \(octet)", style) + style.faint("  \(part.octets.count) octets")
            ]
        }
        return wrapped(hexadecimal(part.octets), after: name).map { line in
            String(line.prefix(name.count)) + color.paint(String(line.dropFirst(name.count)), style)
        }
    }

    private static func wrapped(_ digits: String, after prefix: String = "") -> [String] {
        var rest = digits[...]
        var lines: [String] = []
        repeat {
            lines.append((lines.isEmpty ? prefix : String(repeating: " ", count: prefix.count)) + rest.prefix(width))
            rest = rest.dropFirst(width)
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
