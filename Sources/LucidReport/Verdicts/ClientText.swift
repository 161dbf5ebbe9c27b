public import LucidClients
import LucidValidation

/// What other clients will say, for people.
public enum ClientText {
    /// Who accepts a chain, and who refuses it for which rule.
    public static func text(_ judgement: ClientJudgement, style: TextStyle = .plain) -> String {
        let refusals = judgement.refusals
        let refusing = Set(refusals.map(\.client))
        let accepting = Client.allCases.filter { !refusing.contains($0) }
        var lines: [String] = []
        if !accepting.isEmpty {
            lines.append(
                "  \(style.good("✓")) nothing stands against it at " + accepting.map(\.name).joined(separator: ", "))
        }
        for (client, violation) in refusals {
            lines.append("  \(style.bad("✗")) \(client.name): wants that \(violation.rule.statement)")
        }
        return lines.joined(separator: "\n")
    }
}
