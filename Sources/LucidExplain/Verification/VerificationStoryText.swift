import LucidCrypto
import LucidModel
import LucidReport
import LucidSignature
import LucidValidation

public import enum LucidReport.TextStyle

/// The story of a verification as text.
public enum VerificationStoryText {
    /// The whole story, a paragraph a part.
    public static func text(_ story: VerificationStory, style: TextStyle = .plain) -> String {
        story.parts.map { paragraph($0, style).joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private static func paragraph(_ part: VerificationStory.Part, _ style: TextStyle) -> [String] {
        switch part {
        case .branch(let subjects, let finding):
            [
                style.strong("A branch not taken") + ": " + shown(subjects),
                "   \(style.bad("✗")) \(finding.sentence)  \(style.faint(finding.check.clause))",
            ]
        case .path(let number, let subjects):
            [
                style.strong("Path \(number)") + ": " + shown(subjects)
                    + style.faint("  (from the certificate up to the trust anchor)")
            ]
        case .state(let state, let before, let moment): [heading(moment, style)] + variables(state, before, style)
        case .certificate(let step): certificate(step, style)
        case .checks(let subject, let checks): [heading(subject, style)] + checks.map { line($0, "   ", style) }
        case .outcome(let isAccepted):
            [isAccepted ? style.good("The path is valid.") : style.bad("The path is not valid.")]
        }
    }

    private static func shown(_ subjects: [String]) -> String {
        subjects.map { $0.isEmpty ? "(empty subject)" : $0.safeToShow }.joined(separator: " ← ")
    }

    private static func heading(_ subject: VerificationStory.Subject, _ style: TextStyle) -> String {
        switch subject {
        case .trustAnchor: style.strong("The trust anchor by itself") + style.faint("  RFC 5280 §6.1.1(d)")
        case .use: style.strong("What it is used for")
        case .search: style.strong("No path to a trust anchor")
        }
    }

    // MARK: State variables

    private static func heading(_ moment: PathState.Moment, _ style: TextStyle) -> String {
        switch moment {
        case .initialized: style.strong("Initialization") + style.faint("  RFC 5280 §6.1.2")
        case .prepared: style.strong("Preparation for the next certificate") + style.faint("  RFC 5280 §6.1.4")
        case .wrappedUp: style.strong("Wrap-up") + style.faint("  RFC 5280 §6.1.5")
        }
    }

    /// All variables at the beginning, later those that changed.
    private static func variables(_ state: PathState, _ before: PathState?, _ style: TextStyle) -> [String] {
        let now = state.shownVariables
        let then = before?.shownVariables
        let rows = now.indices.filter { then?[$0].value != now[$0].value }.map { index in
            let variable = now[index]
            let label = "   \(variable.letter)".padded(to: 11) + variable.name.padded(to: 22)
            guard let then else {
                return label + variable.value.padded(to: 12) + "  " + style.faint(variable.sentence)
            }
            return label + style.faint("\(then[index].value) → ") + variable.value
        }
        return rows.isEmpty ? ["   " + style.faint("no variable changes")] : rows
    }

    // MARK: Certificates

    private static func certificate(_ step: VerificationStory.CertificateStep, _ style: TextStyle) -> [String] {
        let subject = step.certificate.subject.isEmpty ? "(empty subject)" : step.certificate.subject.description
        let heading = style.strong("Certificate i = \(step.number)") + ": " + subject + style.faint("  RFC 5280 §6.1.3")
        let checks = step.checks.map { line($0, "   ", style) }
        return [heading] + checks + [""] + signature(step, style)
    }

    private static func line(_ made: VerificationStory.MadeCheck, _ margin: String, _ style: TextStyle) -> String {
        let mark = made.finding == nil ? style.good("✓") : style.bad("✗")
        let sentence = made.check.sentence(hasPassed: made.finding == nil, made.parameters)
        return "\(margin)\(mark) \(sentence)  \(style.faint(made.check.clause))"
    }

    private static func signature(_ step: VerificationStory.CertificateStep, _ style: TextStyle) -> [String] {
        let heading = "   " + style.strong("Its signature, checked with the key of \(step.signer.description)")
        var lines = [heading]
        if let hash = step.hash { lines += WorkedHashText.lines(hash, style).map { "   " + $0 } }
        switch step.signature {
        case .success(let worked):
            lines += WorkedVerificationText.text(worked, style: style).split(separator: "\n").map { "   " + $0 }
        case .failure(let problem): lines.append("   " + style.bad("nothing to compute: \(problem.statement)"))
        }
        return lines
    }
}

extension String {
    /// Filled up on the right with spaces.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
