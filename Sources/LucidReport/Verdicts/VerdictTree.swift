import LucidModel
import LucidValidation

/// A path as a tree: its topmost certificate first, each certificate below its issuer, with what speaks against it.
enum VerdictTree {
    /// The lines of the tree; what is about the whole path stands at the end.
    static func lines(_ path: [Certificate], _ findings: [Finding], _ style: TextStyle) -> [String] {
        var lines: [String] = []
        for (depth, index) in path.indices.reversed().enumerated() {
            let branch = depth == 0 ? "" : String(repeating: "   ", count: depth - 1) + "└─ "
            lines.append(branch + style.strong(VerdictReport.shortName(path[index])))
            let gutter = String(repeating: "   ", count: depth) + (index == 0 ? "   " : "│  ")
            lines += findings.filter { $0.certificateIndex == index }.map { gutter + line($0, style) }
        }
        let others = findings.filter { $0.certificateIndex.map { !path.indices.contains($0) } ?? true }
        return lines + others.map { line($0, style) }
    }

    /// One finding: its mark, its sentence, its clause and its id.
    static func line(_ finding: Finding, _ style: TextStyle) -> String {
        let mark = finding.severity == .error ? style.bad("✗") : style.warning("!")
        return "\(mark) \(finding.sentence)  \(style.faint("\(finding.check.clause), \(finding.check.id)"))"
    }
}
