import LucidDER
import LucidModel
import LucidReport
import LucidValidation

/// The verdict: accepted or refused, in one sentence, and what speaks against it.
struct VerdictHTML {
    let answer: VerificationPage.Answer
    let id: String
    /// The checks that the verdict is made of, with their places on the page.
    let lists: [CheckList]

    private var verdict: Verdict { answer.verdict }

    var html: String {
        let kind = verdict.isAccepted ? "good" : "bad"
        let word = verdict.isAccepted ? "✓ Accepted" : "✗ Refused"
        return
            "<div class=\"verdict \(kind)\"><h2 id=\"\(id)-name\"><span>\(word)</span>: \(HTMLText.escaped(title))</h2>"
            + "<p>\(HTMLText.escaped(sentence))</p>\(reasons)\(facts)</div>"
    }

    private var title: String { answer.title }

    /// What was asked, and what the answer is.
    private var sentence: String {
        let use = answer.purpose.map { " as the certificate of a TLS \($0)" } ?? ""
        let names = answer.asked.isEmpty ? "" : " for \(answer.asked.joined(separator: ", "))"
        let question = "\(answer.file) is \(verdict.isAccepted ? "to be trusted" : "not to be trusted")\(use)\(names)"
        let checks = lists.map(\.checks.count).reduce(0, +)
        let failed = verdict.findings.count { $0.severity == .error }
        if verdict.isAccepted, let anchor = verdict.path.last {
            let outcome = verdict.findings.isEmpty ? "each of its \(checks) checks holds" : "no check refuses it"
            return "\(question): a path leads down to it from the trust anchor \(anchor.subject.title), and \(outcome)."
        }
        let noPath = verdict.findings.contains { $0.check == .trustAnchor }
        return noPath
            ? "\(question): no path leads to it from a trust anchor."
            : "\(question): of the \(checks) checks of the path that came nearest, \(failed) "
                + "\(failed == 1 ? "does" : "do") not hold."
    }

    // MARK: Reasons

    private var reasons: String {
        guard !verdict.findings.isEmpty else { return "" }
        // What it is refused for comes first.
        let findings =
            verdict.findings.filter { $0.severity == .error } + verdict.findings.filter { $0.severity != .error }
        let items = findings.map(reason)
        let title = verdict.isAccepted ? "What somebody else may refuse it for" : "Why"
        return "<h3>\(title)</h3><ul class=\"reasons\">\(items.joined())</ul>"
    }

    private func reason(_ finding: Finding) -> String {
        let outcome: ChainDrawing.Mark.Outcome = finding.severity == .error ? .no : .warn
        let sentence = HTMLText.escaped(finding.sentence)
        let row = row(finding)
        let subject = finding.certificateIndex.flatMap { index in
            verdict.path.indices.contains(index) ? verdict.path[index].subject.title : nil
        }
        return "<li class=\"\(outcome)\">\(HTMLText.mark(outcome.sign, outcome.spoken))<span class=\"says\">"
            + HTMLText.element("span", class: "dn", subject.map { "\($0): " } ?? "")
            + (row.isEmpty ? sentence : "<a href=\"#\(row)\">\(sentence)</a>") + "</span> "
            + HTMLText.element("span", class: "c", finding.check.clause) + " "
            + (row.isEmpty ? "" : CheckList.link(finding.check)) + "</li>"
    }

    /// Where the check that failed stands.
    private func row(_ finding: Finding) -> String {
        for list in lists {
            if let place = list.checks.firstIndex(where: { $0.finding == finding }) { return list.row(place) }
        }
        return ""
    }

    // MARK: Facts

    private var facts: String {
        let facts = [
            ("File", answer.file),
            ("Names asked for", answer.asked.isEmpty ? "none" : answer.asked.joined(separator: ", ")),
            ("Moment in question", "\(answer.time)"), ("Used as", answer.purpose.map { "TLS \($0)" } ?? "anything"),
            ("Profile", answer.profile),
            ("Path", verdict.path.map(\.subject.title).joined(separator: " ← ")),
            ("Policies", verdict.policies.map(\.nameOrNumbers).joined(separator: ", ")),
            ("Serial number", verdict.path.first.map { hexadecimal($0.serialNumber.content) } ?? ""),
        ]
        let items = facts.filter { !$0.1.isEmpty }.map { HTMLText.element("dt", $0.0) + HTMLText.element("dd", $0.1) }
        return "<dl class=\"asked\">\(items.map { "<div>\($0)</div>" }.joined())</dl>"
    }
}
