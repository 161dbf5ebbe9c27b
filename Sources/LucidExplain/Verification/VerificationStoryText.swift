import LucidCrypto
import LucidModel
import LucidReport
import LucidSignature
import LucidValidation

public import enum LucidReport.TextStyle

/// The story of a verification as text.
public struct VerificationStoryText {
    let style: TextStyle
    /// How many columns there are.
    let width: Int

    /// The whole story, a paragraph a part.
    ///
    /// - Parameter width: how many columns there are; 60 at least.
    public static func text(_ story: VerificationStory, style: TextStyle = .plain, width: Int = 120) -> String {
        let form = VerificationStoryText(style: style, width: max(60, width))
        return story.parts.map { form.paragraph($0).joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private func paragraph(_ part: VerificationStory.Part) -> [String] {
        switch part {
        case .branch(let subjects, let finding):
            heading("A branch not taken:", shown(subjects))
                + line(.init(check: finding.check, parameters: finding.parameters, finding: finding))
        case .path(let number, let subjects):
            heading("Path \(number):", shown(subjects), "(from the certificate up to the trust anchor)")
        case .state(let state, let before, let moment): variables(state, before, moment)
        case .certificate(let step): certificate(step)
        case .checks(let subject, let checks): heading(subject) + checks.flatMap(line)
        case .outcome(let isAccepted):
            [isAccepted ? style.good("The path is valid.") : style.bad("The path is not valid.")]
        }
    }

    private func shown(_ subjects: [String]) -> String {
        subjects.map { $0.isEmpty ? "(empty subject)" : $0.safeToShow }.joined(separator: " ← ")
    }

    /// A line in bold, what it is about, and a clause or a remark.
    func heading(_ title: String, _ rest: String = "", _ remark: String = "") -> [String] {
        var text = FoldedText()
        text.add(title, .strong)
        text.add(rest)
        text.add(remark, .faint, gap: 2, isWhole: true)
        return text.lines(width: width, first: "", indent: 0, style)
    }

    private func heading(_ subject: VerificationStory.Subject) -> [String] {
        switch subject {
        case .trustAnchor: heading("The trust anchor by itself", "", "RFC 5280 §6.1.1(d)") + anchorRemark
        case .use: heading("What it is used for")
        case .search: heading("No path to a trust anchor")
        }
    }

    private var anchorRemark: [String] {
        remark("RFC 5280 takes from it a name and a key alone; what else is looked at here is the profile's wish.")
    }

    /// A sentence below a heading.
    private func remark(_ sentence: String) -> [String] {
        var text = FoldedText()
        text.add(sentence, .faint)
        return text.lines(width: width, indent: 3, style)
    }

    // MARK: Certificates

    private func certificate(_ step: VerificationStory.CertificateStep) -> [String] {
        let subject = step.certificate.subject.isEmpty ? "(empty subject)" : step.certificate.subject.description
        return heading("Certificate i = \(step.number):", subject, "RFC 5280 §6.1.3")
            + step.checks.flatMap(line) + [""] + signature(step)
    }

    /// A check: its mark, what it says, its clause.
    func line(_ made: VerificationStory.MadeCheck) -> [String] {
        let outcome = made.outcome
        let mark =
            switch outcome {
            case .yes: style.good(outcome.sign)
            case .warn: style.warning(outcome.sign)
            case .no: style.bad(outcome.sign)
            }
        var text = FoldedText()
        text.add(made.check.sentence(hasPassed: made.finding == nil, made.parameters))
        text.add(made.clause, .faint, gap: 2, isWhole: true)
        return text.lines(width: width, first: "   \(mark) ", indent: 5, style)
    }

    private func signature(_ step: VerificationStory.CertificateStep) -> [String] {
        var title = FoldedText()
        title.add("Its signature, checked with the key of \(step.signer.description)", .strong)
        var lines = title.lines(width: width, indent: 3, style)
        let worked = try? step.signature.get()
        if worked != nil || step.hash != nil { lines += remark("Numbers are hexadecimal, counts are decimal.") }
        if let hash = step.hash { lines += WorkedHashText.lines(hash, style, width: width - 3).map { "   " + $0 } }
        switch step.signature {
        case .success(let worked):
            lines += WorkedVerificationText.text(worked, style: style, width: width - 3).split(separator: "\n")
                .map { "   " + $0 }
        case .failure(let problem):
            var text = FoldedText()
            text.add("nothing to compute: \(problem.statement)", .bad)
            lines += text.lines(width: width, indent: 3, style)
        }
        return lines
    }
}

extension String {
    /// Filled up on the right with spaces.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
