import ArgumentParser
import LucidEvidence
import LucidExplain
import LucidX509

struct EvidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Shows what each check of the verifier rests on: clause, source, tests and cases.",
        discussion: """
            Without an ID all checks are listed. With one, everything about the check is shown: what it asks, the \
            clause, the lines of Lucid's source that make it, the tests in which it fails as it has to, and the \
            conformance cases that it refuses. An ID is the name that verdicts and traces give a check; its beginning \
            stands for all that begin with it, and a clause for all that follow from it. Documentation/evidence.md \
            tells how the map is made, and what it claims.

            Exit code 0: shown; 2: no check is called so, or a page could not be written.

            Examples:
              lucid evidence
              lucid evidence path.is-ca
              lucid evidence revocation
              lucid evidence 6.1.4
              lucid evidence 'RFC 5280 §6.1.4(k)'
              lucid evidence --json path.signature
              lucid evidence --html evidence.html
            """)

    @Flag(help: "Print a JSON array with one object for each check (see Documentation/json.md).")
    var json = false

    @Option(help: ArgumentHelp("Write a page for a browser; - is standard output.", valueName: "out"))
    var html: String?

    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("A check's id, the beginning of one, or a clause.", valueName: "id"))
    var ids: [String] = []

    func validate() throws {
        if json, html != nil { throw ValidationError("--json is not for pages, which --html writes") }
        if html == nil, output.force { throw ValidationError("--force goes with --html") }
    }

    func run() throws {
        let some = try ids.isEmpty ? Evidence.all : chosen()
        if let html {
            try output.check(html)
            let page = Array(EvidencePage(some).html.utf8)
            try output.write(page.span, to: html, access: .everybody)
        } else if json {
            Terminal.write(EvidenceJSON.value(some).text)
        } else {
            let form = EvidenceText(style: Terminal.style, width: Terminal.width ?? 100)
            Terminal.write(ids.isEmpty ? form.list(some) : form.text(some))
        }
    }

    /// The checks that the IDs stand for, each once. Where an ID stands for none, ends with exit code 2 and says what is near.
    private func chosen() throws -> [Evidence] {
        var found: [Evidence] = []
        for id in ids {
            let own = EvidenceSearch.find(id)
            guard !own.isEmpty else {
                let near = EvidenceSearch.suggestions(for: id)
                let hint =
                    near.isEmpty
                    ? "lucid evidence lists all" : "did you mean \(near.joined(separator: ", "))?"
                Terminal.complain("lucid: no check is called “\(Self.shown(id))”; \(hint)")
                throw ExitCode.unusable
            }
            found += own.filter { !found.contains($0) }
        }
        return found
    }

    /// What was typed, as far as anybody wants to read it.
    private static func shown(_ id: String) -> String { id.count > 60 ? id.prefix(60).safeToShow + "…" : id.safeToShow }
}

extension Substring {
    fileprivate var safeToShow: String { String(self).safeToShow }
}
