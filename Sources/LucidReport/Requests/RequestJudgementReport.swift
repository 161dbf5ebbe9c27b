import LucidDER
public import LucidIssuing
public import LucidJSON
import LucidModel

/// What a request asked for, what was granted and what was dropped, for people and as JSON.
public enum RequestJudgementReport {
    /// One line for each thing that was asked for, and one for each refusal, indented by two spaces.
    public static func text(_ judgement: RequestJudgement, style: TextStyle = .plain) -> String {
        let lines = judgement.findings.map { finding in
            let mark =
                switch finding.outcome {
                case .granted: style.good("✓")
                case .altered: style.warning("~")
                case .dropped: style.warning("–")
                }
            let outcome = finding.outcome == .granted ? "" : ": \(finding.outcomeText)"
            let instead = finding.instead.map { " to \($0)" } ?? ""
            let reason = finding.reason.map { "; \($0)" } ?? ""
            return "  \(mark) \(finding.askedText)\(outcome)\(instead)\(style.faint(reason))"
        }
        return (lines + judgement.refusals.map { "  \(style.bad("✗")) \($0.sentence)" }).joined(separator: "\n")
    }

    /// One object. Its members are documented in `Documentation/json.md`.
    public static func json(_ judgement: RequestJudgement) -> JSONValue {
        .object([
            "profile": .string(judgement.profile.name),
            "life": .string(judgement.profile.life.description),
            "subject": judgement.subject.json,
            "names": judgement.names.json,
            "findings": .array(
                judgement.findings.map { finding in
                    .object([
                        "kind": .string(finding.kind), "asked": .string(finding.askedText),
                        "outcome": .string(finding.outcomeText), "instead": finding.instead.map { .string($0) },
                        "reason": finding.reason.map { .string($0) },
                    ])
                }),
            "refusals": .array(
                judgement.refusals.map { .object(["rule": .string($0.id), "message": .string($0.sentence)]) }),
        ])
    }
}
