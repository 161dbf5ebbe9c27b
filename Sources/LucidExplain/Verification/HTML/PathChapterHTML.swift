import LucidModel
import LucidReport
import LucidValidation

/// A path that was validated, told step by step.
struct PathChapterHTML {
    let chapter: PathChapter
    /// The element's identifier, which those of its parts begin with.
    let id: String

    // MARK: Parts and their identifiers

    /// The element of a certificate: 0 is the one in question, behind the last one comes the trust anchor.
    func id(ofCertificate index: Int) -> String { "\(id)-c\(index)" }

    func list(ofCertificate index: Int) -> CheckList {
        CheckList(checks: chapter.checks(ofCertificate: index), id: id(ofCertificate: index))
    }

    var useList: CheckList { CheckList(checks: chapter.useChecks, id: "\(id)-u") }

    /// All lists of checks, in the order of the page.
    var lists: [CheckList] {
        [list(ofCertificate: chapter.anchorIndex)] + chapter.certificates.map { list(ofCertificate: $0.step.index) }
            + [useList]
    }

    // MARK: HTML

    /// - Parameter isFolded: whether it is not the path that the verdict is about.
    func html(isFolded: Bool) -> String {
        let title =
            "Path \(chapter.number): " + chapter.subjects.map(StoryHTML.subject).joined(separator: " ← ")
        let mark = chapter.isAccepted ? "<span class=\"yes\">✓ valid</span>" : "<span class=\"no\">✗ not valid</span>"
        let heading = "<h4>\(HTMLText.escaped(title)) \(mark)</h4>"
        let body =
            "<p class=\"about\">Written from the certificate in question up to the trust anchor; checked from the "
            + "trust anchor "
            + "down, certificate by certificate.</p>\(anchor)\(beginning)\(certificates)\(use)\(outcome)"
        guard isFolded else { return "<div class=\"path\" id=\"\(id)\">\(heading)\(body)</div>" }
        return "<details class=\"path\" id=\"\(id)\"><summary>\(heading)</summary>\(body)</details>"
    }

    private var anchor: String {
        guard !chapter.anchorChecks.isEmpty else { return "" }
        let name = chapter.subjects.last.map(StoryHTML.subject) ?? ""
        return part(
            "The trust anchor: \(name)", "RFC 5280 §6.1.1(d)", id(ofCertificate: chapter.anchorIndex),
            "<p>It is trusted because somebody chose it, not because of a signature. RFC 5280 takes from it a name and "
                + "a key alone; "
                + "what else is looked at here is the profile's wish.</p>"
                + list(ofCertificate: chapter.anchorIndex).html)
    }

    private var beginning: String {
        guard let initial = chapter.initial else { return "" }
        return part(
            "Initialization", "RFC 5280 §6.1.2", "\(id)-i",
            "<p>Path validation goes through the certificates with a few variables in its hand. Each certificate is "
                + "held against "
                + "them, and then changes them for the next.</p>" + StateTable.initial(initial))
    }

    private var certificates: String { chapter.certificates.map(certificate).joined() }

    private func certificate(_ one: PathChapter.CertificateChapter) -> String {
        let step = one.step
        let subject = StoryHTML.subject(step.certificate.subject.description)
        let clauses = step.index == 0 ? "RFC 5280 §6.1.3, §6.1.5" : "RFC 5280 §6.1.3, §6.1.4"
        let body =
            "<p>Checked with the key of <span class=\"dn\">"
            + "\(HTMLText.escaped(StoryHTML.subject("\(step.signer)")))</span>.</p>"
            + list(ofCertificate: step.index).html
            + SignatureHTML(step: step, isOpen: step.index == 0).html
            + (one.change.map { StateTable.change($0.before, $0.after, $0.2) + finalKey($0.2) } ?? "")
        return part("Certificate i = \(step.number): \(subject)", clauses, id(ofCertificate: step.index), body)
    }

    /// What becomes of the working key at the end, which the variables do not show.
    private func finalKey(_ moment: PathState.Moment) -> String {
        guard case .wrappedUp = moment else { return "" }
        return "<p class=\"about\"><code>working_public_key</code> is \(HTMLText.escaped(PathState.finalKey.sentence)) "
            + HTMLText.element("span", class: "c", PathState.finalKey.steps) + "</p>"
    }

    private var use: String {
        guard !chapter.useChecks.isEmpty else { return "" }
        return part(
            "What it is used for", "", "\(id)-u",
            "<p>RFC 5280's path validation ends here. Whether the certificate is for this use and for the name that "
                + "was asked for "
                + "is the application's question.</p>\(useList.html)")
    }

    private var outcome: String {
        chapter.isAccepted
            ? "<p class=\"outcome\"><span class=\"yes\">✓</span> The path is valid.</p>"
            : "<p class=\"outcome\"><span class=\"no\">✗</span> The path is not valid.</p>"
    }

    private func part(_ title: String, _ clause: String, _ id: String, _ body: String) -> String {
        let more = clause.isEmpty ? "" : " " + HTMLText.element("span", class: "c", clause)
        return HTMLText.section(class: "stage", id: id, heading: "h5", title, more: more, body)
    }
}
