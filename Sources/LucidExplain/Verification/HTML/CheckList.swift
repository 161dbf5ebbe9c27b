import LucidReport
import LucidValidation

/// Checks that were made, as a list: whether each holds, what it found, its clause, and its identifier, which leads to
/// the evidence.
struct CheckList {
    let checks: [VerificationStory.MadeCheck]
    /// What the identifiers of the rows begin with.
    let id: String

    /// The element of one check on the page.
    func row(_ index: Int) -> String { "\(id)-k\(index + 1)" }

    /// The element of the first check of this kind; empty where there is none.
    func row(of check: Check) -> String { checks.firstIndex { $0.check == check }.map(row) ?? "" }

    /// All checks. Those about a certificate by itself that hold are many, and stand folded together.
    var html: String {
        let folded = checks.indices.filter { checks[$0].finding == nil && checks[$0].check.isAboutCertificateAlone }
        let others = checks.indices.filter { !folded.contains($0) }
        return self.folded(folded) + (others.isEmpty ? "" : list(others))
    }

    private func list(_ indices: [Int]) -> String {
        "<ul class=\"checks\">" + indices.map(item).joined() + "</ul>"
    }

    private func folded(_ indices: [Int]) -> String {
        guard !indices.isEmpty else { return "" }
        let hold = indices.count == 1 ? "1 rule" : "\(indices.count) rules"
        return
            "<details><summary><span class=\"yes\">✓</span> \(hold) about the certificate by itself, whatever path it "
            + "is in"
            + "</summary>\(list(indices))</details>"
    }

    private func item(_ index: Int) -> String {
        let made = checks[index]
        let sentence = made.check.sentence(hasPassed: made.finding == nil, made.parameters)
        let outcome = made.outcome
        return
            "<li id=\"\(row(index))\" class=\"\(outcome)\">"
            + HTMLText.mark(outcome.sign, outcome.spoken)
            + "<span class=\"says\">\(HTMLText.escaped(sentence))\(facts(made, sentence))</span> "
            + HTMLText.element("span", class: "c", made.clause) + " " + Self.link(made.check) + "</li>"
    }

    /// The facts that the sentence leaves out.
    private func facts(_ made: VerificationStory.MadeCheck, _ sentence: String) -> String {
        let left = made.parameters.filter { !sentence.contains($0.value.text) }
        guard !left.isEmpty else { return "" }
        let words = left.map { "\($0.name): \($0.value.text)" }.joined(separator: "; ")
        return " " + HTMLText.element("span", class: "facts", "(\(words))")
    }

    /// The identifier of a check, which leads to its entry at the page's end.
    static func link(_ check: Check) -> String {
        "<a class=\"id\" href=\"#\(EvidenceList.id(check))\">\(HTMLText.escaped(check.id))</a>"
    }
}

extension Check {
    /// Whether it looks at a certificate by itself, in whatever path it is.
    var isAboutCertificateAlone: Bool {
        ["certificate.", "extension.", "key.", "web."].contains { id.hasPrefix($0) }
    }
}

extension VerificationStory.MadeCheck {
    var outcome: ChainDrawing.Mark.Outcome {
        switch finding?.severity {
        case nil: .yes
        case .warning: .warn
        case .error: .no
        }
    }
}

extension ChainDrawing.Mark.Outcome {
    /// For who does not see the sign.
    var spoken: String {
        switch self {
        case .yes: "holds"
        case .warn: "warning"
        case .no: "does not hold"
        }
    }
}
