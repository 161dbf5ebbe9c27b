import LucidEvidence
import LucidValidation

/// The end of the page: each check that occurs on it, with its identifier, its clause and what it asks.
struct EvidenceList {
    /// Each check that was made, how often, and where on the page it stands first.
    private(set) var entries: [Entry] = []
    /// What else is known about a check, such as the lines of the code and the tests; this is where it is plugged in.
    let evidence: (Check) -> [VerificationPage.EvidenceRow]

    struct Entry {
        let check: Check
        /// The identifiers of its rows on the page.
        var rows: [String]
        /// How many of them failed.
        var failures: Int
    }

    init(_ evidence: @escaping (Check) -> [VerificationPage.EvidenceRow]) { self.evidence = evidence }

    /// The element that tells about a check.
    static func id(_ check: Check) -> String { "check-\(check.id)" }

    /// Notes the checks of a list.
    mutating func note(_ list: CheckList) {
        for (index, made) in list.checks.enumerated() {
            note(made.check, row: list.row(index), hasFailed: made.finding != nil)
        }
    }

    /// Notes a check that stands at a place of the page.
    mutating func note(_ check: Check, row: String, hasFailed: Bool) {
        let failures = hasFailed ? 1 : 0
        if let place = entries.firstIndex(where: { $0.check == check }) {
            entries[place].rows.append(row)
            entries[place].failures += failures
        } else {
            entries.append(Entry(check: check, rows: [row], failures: failures))
        }
    }

    /// The section, in the order in which `Check` lists the checks.
    var html: String {
        let items = entries.sorted { $0.check.rawValue < $1.check.rawValue }.map(item)
        let about =
            "<p class=\"about\">Every check of this page by its identifier: the clause that asks for it, and what it "
            + "asks.</p>"
        return HTMLText.section(
            class: "evidence", id: "evidence", heading: "h2", "Evidence", about + "<ul>\(items.joined())</ul>")
    }

    private func item(_ entry: Entry) -> String {
        let name = HTMLText.escaped(entry.check.id)
        return "<li id=\"\(Self.id(entry.check))\"><h3><code>\(name)</code></h3>"
            + HTMLText.element("span", class: "c", entry.check.clause)
            + "<p>\(HTMLText.escaped(entry.check.question))</p><p class=\"about\">\(counted(entry))</p>"
            + rows(entry.check) + "</li>"
    }

    private func counted(_ entry: Entry) -> String {
        let times = entry.rows.count == 1 ? "Asked once" : "Asked \(entry.rows.count) times"
        let outcome =
            switch entry.failures {
            case 0: "it holds"
            case entry.rows.count: "it does not hold"
            default: "\(entry.failures) of them fail"
            }
        guard let first = entry.rows.first else { return "" }
        return "\(times), \(outcome). <a href=\"#\(first)\">\(entry.rows.count == 1 ? "Its place" : "The first")</a>"
    }

    private func rows(_ check: Check) -> String {
        let rows = evidence(check)
        guard !rows.isEmpty else { return "" }
        let items = rows.map { row in
            HTMLText.element("dt", row.label) + row.texts.map { HTMLText.element("dd", $0) }.joined()
        }
        return "<dl>\(items.joined())</dl>"
    }
}
