public import LucidDER
import LucidModel
public import LucidValidation

/// Verifications as one page of HTML that needs nothing but itself: no network, no framework, no other file.
///
/// For each certificate in question it has the verdict, the path as a drawing, and the story step by step, with the
/// numbers of each signature; at the end each check with its clause. Like ``ExplainedPage`` it is readable without its
/// script, and holds what comes from certificates as text alone.
public struct VerificationPage {
    let answers: [Answer]
    private let evidence: (Check) -> [EvidenceRow]

    /// What was asked about one certificate, and the answer.
    public struct Answer {
        let file: String
        let asked: [String]
        let purpose: String?
        let profile: String
        let time: CalendarTime
        let verdict: Verdict
        let story: VerificationStory

        /// - Parameters:
        ///   - file: the name of the certificate's file.
        ///   - asked: the names that it was asked to be for.
        ///   - purpose: what it is used for, `server` or `client`; nil for anything.
        ///   - profile: the name of the profile.
        ///   - time: the moment in question.
        ///   - story: of the same verification as the verdict.
        public init(
            file: String, asked: [String], purpose: String?, profile: String, time: CalendarTime, verdict: Verdict,
            story: VerificationStory
        ) {
            self.file = file
            self.asked = asked
            self.purpose = purpose
            self.profile = profile
            self.time = time
            self.verdict = verdict
            self.story = story
        }

        /// What people call the certificate.
        var title: String { HTMLText.shortened(verdict.path.first?.subject.title ?? file, columns: 200) }
    }

    /// A further fact about a check, for the page's end: `Tests`, and the names of some.
    public struct EvidenceRow: Hashable, Sendable {
        public let label: String
        public let texts: [String]

        public init(_ label: String, _ texts: [String]) {
            self.label = label
            self.texts = texts
        }
    }

    /// - Parameters:
    ///   - answers: in the order of the page.
    ///   - evidence: what else is known about a check, which then stands at the page's end.
    public init(_ answers: [Answer], evidence: @escaping (Check) -> [EvidenceRow] = { _ in [] }) {
        self.answers = answers
        self.evidence = evidence
    }

    /// The whole page, in UTF-8.
    public var html: String {
        let stories = answers.enumerated().map { StoryHTML($1, id: "v\($0 + 1)") }
        var list = EvidenceList(evidence)
        for story in stories { story.note(in: &list) }
        let title = (answers.first?.title ?? "Nothing") + (answers.count > 1 ? " and \(answers.count - 1) more" : "")
        let body = """
            <header><h1>\(HTMLText.escaped(title))</h1>
            <p>Whether it is to be trusted, and each step on the way to the answer.</p>
            \(Self.help)</header>
            \(navigation(stories))
            <main id="main">
            \(stories.map(\.html).joined(separator: "\n"))
            \(list.html)
            </main>
            <footer><p>Made by <code>lucid verify --html</code>. This page loads nothing and sends nothing.</p></footer>
            """
        return PageDocument(
            title: "\(title) – verified by Lucid", style: StoryStyle.text, script: StoryScript.text,
            skip: "To the verdict",
            body: body
        ).html
    }

    private func navigation(_ stories: [StoryHTML]) -> String {
        let links =
            stories.count == 1
            ? [("v1-chain", "The path"), ("v1-story", "Step by step")]
            : stories.map { ($0.id, ($0.answer.verdict.isAccepted ? "✓ " : "✗ ") + $0.answer.title) }
        let items = (links + [("evidence", "Evidence")]).map {
            "<li><a href=\"#\($0)\">\(HTMLText.escaped($1))</a></li>"
        }
        return "<nav aria-label=\"On this page\"><ol>\(items.joined())</ol></nav>"
    }

    private static let help = """
        <details class="help"><summary>How to read this page</summary><p>A certificate says “this key belongs to \
        this name”, and its issuer signs that. To trust it, a verifier looks for a path: issuer above issuer, up to \
        one that you trust already. Then it walks down, and checks each certificate by the rules of RFC 5280 §6.1, \
        with the clause beside each check.</p> <p>✓ holds, ✗ does not hold, ! is no reason to refuse it here, but \
        others may. The words at the end of each line are the check’s identifier; they lead to the list at the \
        page’s end. Numbers are hexadecimal and whole; the button behind each copies it, so that you can compute it \
        again, for example in Python with <code>int(…, 16)</code> and <code>pow(s, e, n)</code>.</p></details>
        """
}
