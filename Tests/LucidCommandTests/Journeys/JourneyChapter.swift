import Foundation
import LucidTestSupport

/// A chapter of a page under Documentation: its lines to type, and what is shown below each.
struct JourneyChapter {
    /// A line behind a prompt.
    struct Step {
        let line: String
        /// Lines below it; `…` stands for anything.
        let shown: [String]
    }

    let steps: [Step]

    /// The chapter of that page whose heading begins with `number`; nil where there is none.
    init?(_ number: String, of name: String = "journeys.md") throws {
        let file = Checkout.top.appending(path: "Documentation/\(name)")
        let page = try String(contentsOf: file, encoding: .utf8)
        guard let start = page.range(of: "\n## \(number)") else { return nil }
        let rest = page[start.upperBound...]
        let chapter = rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
        let blocks = chapter.matches(of: #/(?s)```console\n(.*?)```/#).map(\.output.1)
        steps = blocks.flatMap { Self.steps(of: $0) }
    }

    private static func steps(of block: Substring) -> [Step] {
        var steps: [Step] = []
        // A backslash at the end continues a line.
        for line in block.replacing(#/\\\n */#, with: "").split(separator: "\n") {
            if line.hasPrefix("$ ") {
                steps.append(Step(line: String(line.dropFirst(2)), shown: []))
            } else if let last = steps.popLast() {
                steps.append(Step(line: last.line, shown: last.shown + [String(line)]))
            }
        }
        return steps
    }
}

extension JourneyChapter.Step {
    /// The shown lines that a program has not written.
    func missing(in output: String) -> [String] {
        shown.filter { line in
            let parts = line.split(separator: "…").map { NSRegularExpression.escapedPattern(for: String($0)) }
            let pattern = parts.joined(separator: ".*")
            return output.range(of: pattern, options: .regularExpression) == nil
        }
    }
}
