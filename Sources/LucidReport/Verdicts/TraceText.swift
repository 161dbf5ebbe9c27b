import LucidModel
public import LucidValidation

/// The steps of a verification as a tree for people.
public enum TraceText {
    /// The tree: a path after the other, in the order in which they were tried.
    ///
    /// - Parameter isBrief: whether what holds of a certificate by itself is one line and not a line for each check.
    public static func text(_ trace: Trace, isBrief: Bool = false, style: TextStyle = .plain) -> String {
        var lines: [String] = []
        for (number, part) in paths(trace).enumerated() {
            if number > 0 { lines.append("") }
            lines += tree(part, number: number + 1, isBrief, style)
        }
        return lines.joined(separator: "\n")
    }

    /// One path that was tried: its subjects and its checks.
    private struct TriedPath {
        var subjects: [String]
        /// Whether it reached a trust anchor.
        var isComplete = true
        var checks: [MadeCheck] = []

        struct MadeCheck {
            let check: Check
            let index: Int?
            let parameters: [Finding.Parameter]
            let hasPassed: Bool
        }
    }

    private static func paths(_ trace: Trace) -> [TriedPath] {
        var paths: [TriedPath] = []
        for step in trace.steps {
            switch step {
            case .candidateDropped(let subjects, let finding):
                var dropped = TriedPath(subjects: subjects, isComplete: false)
                dropped.checks.append(
                    .init(
                        check: finding.check, index: finding.certificateIndex, parameters: finding.parameters,
                        hasPassed: false))
                paths.append(dropped)
            case .pathFound(let subjects): paths.append(TriedPath(subjects: subjects))
            case .checked(let check, let index, let parameters, let finding):
                if paths.isEmpty { paths.append(TriedPath(subjects: [])) }
                paths[paths.count - 1].checks.append(
                    .init(check: check, index: index, parameters: parameters, hasPassed: finding == nil))
            case .pathFinished, .state, .certificateBegun: break
            }
        }
        return paths
    }

    private static func tree(_ path: TriedPath, number: Int, _ isBrief: Bool, _ style: TextStyle) -> [String] {
        var lines: [String] = []
        if path.subjects.isEmpty {
            lines.append(style.strong("No path to a trust anchor"))
        } else if !path.isComplete {
            lines.append(style.strong("Path \(number)") + ", dropped at its topmost certificate")
        } else {
            lines.append(style.strong("Path \(number)") + ", from the trust anchor down to the certificate in question")
        }
        // The trust anchor is on top, each certificate hangs below its issuer, with its checks beside the branch.
        let top = max(path.subjects.count - 1, path.checks.compactMap(\.index).max() ?? 0)
        for (depth, index) in (0...top).reversed().enumerated() {
            let subject = index < path.subjects.count ? path.subjects[index] : "the certificate"
            let branch = depth == 0 ? "" : String(repeating: "   ", count: depth - 1) + "└─ "
            let role = index == top && !path.subjects.isEmpty && path.isComplete ? style.faint("  trust anchor") : ""
            lines.append(branch + style.strong(subject.isEmpty ? "(empty subject)" : subject) + role)
            let gutter = String(repeating: "   ", count: depth) + (index == 0 ? "   " : "│  ")
            let made = path.checks.filter { $0.index == index }
            let told = isBrief ? made.filter { !$0.hasPassed || !$0.check.isOfCertificate } : made
            if told.count < made.count {
                lines.append(
                    "\(gutter)\(style.good("✓")) \(made.count - told.count) checks of the certificate by itself hold")
            }
            lines += checks(told, gutter, style)
        }
        return lines + checks(path.checks.filter { $0.index == nil }, "", style)
    }

    /// The clauses stand in a column of their own, behind the sentences of usual length.
    private static let clauseColumn = 84

    private static func checks(_ checks: [TriedPath.MadeCheck], _ gutter: String, _ style: TextStyle) -> [String] {
        checks.map { made in
            let mark = made.hasPassed ? style.good("✓") : style.bad("✗")
            let sentence = made.check.sentence(hasPassed: made.hasPassed, made.parameters)
            let padded = sentence.padded(to: clauseColumn - gutter.count)
            return "\(gutter)\(mark) \(padded)  \(style.faint(made.check.clause))"
        }
    }
}

extension Check {
    /// Whether it is about a certificate by itself, in whatever path.
    fileprivate var isOfCertificate: Bool { certificateTemplates != nil || webTemplates != nil }
}
