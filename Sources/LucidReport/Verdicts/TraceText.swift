import LucidModel
public import LucidValidation

/// The steps of a verification as a tree for people.
public enum TraceText {
    /// The tree; `verdict` is what the steps led to.
    public static func text(_ trace: Trace, verdict: Verdict, style: TextStyle = .plain) -> String {
        var lines: [String] = []
        for (number, part) in paths(trace).enumerated() {
            if number > 0 { lines.append("") }
            lines += tree(part, number: number + 1, style)
        }
        return lines.joined(separator: "\n")
    }

    /// One path that was tried: its subjects, its checks, its outcome.
    private struct TriedPath {
        var subjects: [String]
        var checks: [(check: Check, index: Int?, parameters: [Finding.Parameter], hasPassed: Bool)] = []
        var isAccepted = false
    }

    private static func paths(_ trace: Trace) -> [TriedPath] {
        var paths: [TriedPath] = []
        for step in trace.steps {
            switch step {
            case .pathFound(let subjects): paths.append(TriedPath(subjects: subjects))
            case .checked(let check, let index, let parameters, let finding):
                if paths.isEmpty { paths.append(TriedPath(subjects: [])) }
                paths[paths.count - 1].checks.append((check, index, parameters, finding == nil))
            case .pathFinished(let isAccepted):
                if !paths.isEmpty { paths[paths.count - 1].isAccepted = isAccepted }
            }
        }
        return paths
    }

    private static func tree(_ path: TriedPath, number: Int, _ style: TextStyle) -> [String] {
        var lines: [String] = []
        if path.subjects.isEmpty {
            lines.append(style.strong("No path to a trust anchor"))
        } else {
            lines.append(style.strong("Path \(number)") + ", from the trust anchor down to the certificate in question")
        }
        // The checks of one certificate stand together; the trust anchor is on top.
        let indices = path.checks.map(\.index).reduce(into: [Int?]()) { if $0.last != $1 { $0.append($1) } }
        let top = max(path.subjects.count - 1, indices.compactMap { $0 }.max() ?? 0)
        for (depth, index) in (0...top).reversed().enumerated() {
            let isLast = index == 0
            let indent = String(repeating: "   ", count: depth)
            let subject = index < path.subjects.count ? path.subjects[index] : "the certificate"
            let role = index == top && !path.subjects.isEmpty ? style.faint("  trust anchor") : ""
            lines.append(
                indent + (depth == 0 ? "" : "└─ ") + style.strong(subject.isEmpty ? "(empty subject)" : subject) + role)
            let inner = indent + (depth == 0 ? "" : "   ")
            for item in path.checks where item.index == index {
                let mark = item.hasPassed ? style.good("✓") : style.bad("✗")
                let sentence = item.check.sentence(hasPassed: item.hasPassed, item.parameters)
                lines.append("\(inner)\(isLast ? " " : "│")  \(mark) \(sentence)  \(style.faint(item.check.clause))")
            }
        }
        for item in path.checks where item.index == nil {
            lines.append(
                "   \(item.hasPassed ? style.good("✓") : style.bad("✗")) \(item.check.sentence(hasPassed: item.hasPassed, item.parameters))"
            )
        }
        return lines
    }
}
