public import LucidEvidence
public import LucidValidation

/// The evidence map as one page of HTML that needs nothing but itself: no network, no other file.
public struct EvidencePage {
    private let all: [Evidence]
    /// So many cases of a suite are named; the JSON has all.
    private static let shownCases = 24

    /// A page about some checks, below their headings.
    public init(_ all: [Evidence]) { self.all = all }

    /// Where a check is on the page: `check-path.signature`, for links such as `evidence.html#check-path.signature`.
    public static func anchor(of check: Check) -> String { "check-\(check.id)" }

    /// The whole page, in UTF-8.
    public var html: String {
        let body = """
            <header><h1>The checks of Lucid’s verifier</h1>
            <p>Each with the clause that asks for it, the lines that make it, and the tests and cases that it refuses.</p></header>
            <nav aria-label="Groups"><ol>\(groups.map(Self.link).joined())</ol></nav>
            <main id="main">
            \(groups.map(Self.section).joined(separator: "\n"))
            </main>
            <footer><p>\(sizes)</p><p>Made by <code>lucid evidence --html</code>. This page loads nothing and sends nothing; \
            <code>lucid evidence --json</code> names all cases.</p></footer>
            """
        return PageDocument(
            title: "The checks of Lucid’s verifier, and what shows that they work",
            style: PageStyle.text + EvidencePageStyle.text, script: CommonScript.text + "addThemeButton();",
            skip: "To the checks", body: body
        ).html
    }

    private struct Group {
        let number: Int
        let title: String
        var checks: [Evidence]
    }

    private var groups: [Group] {
        all.reduce(into: []) { groups, evidence in
            if groups.last?.title != evidence.group {
                groups.append(Group(number: groups.count + 1, title: evidence.group, checks: []))
            }
            groups[groups.count - 1].checks.append(evidence)
        }
    }

    private static func link(_ group: Group) -> String {
        "<li><a href=\"#group-\(group.number)\">\(HTMLText.escaped(group.title))</a></li>"
    }

    private var sizes: String {
        let suites = Evidence.suiteSizes.map {
            "\($0.suite.name): \(EvidenceText.number($0.caseCount)), \(EvidenceText.number($0.acceptedCount)) of which are accepted"
        }
        return HTMLText.escaped("Cases were counted in \(suites.joined(separator: "; ")).")
    }

    // MARK: A group

    private static func section(_ group: Group) -> String {
        let rows = group.checks.map { evidence in
            "<tr><th scope=\"row\"><a href=\"#\(anchor(of: evidence.check))\"><code>\(HTMLText.escaped(evidence.id))</code></a></th>"
                + "<td>\(HTMLText.escaped(evidence.clause))</td><td class=\"count\">\(evidence.failingTests.count)</td>"
                + "<td class=\"count\">\(EvidenceText.number(evidence.refusedCaseCount))</td></tr>"
        }
        return """
            <section class="group" id="group-\(group.number)" aria-labelledby="heading-\(group.number)">
            <h2 id="heading-\(group.number)">\(HTMLText.escaped(group.title))</h2>
            <table><thead><tr><th scope="col">Check</th><th scope="col">Clause</th><th scope="col" class="count">Tests</th>\
            <th scope="col" class="count">Cases</th></tr></thead><tbody>\(rows.joined())</tbody></table>
            \(group.checks.map(article).joined(separator: "\n"))
            </section>
            """
    }

    // MARK: A check

    /// One check with everything about it: an `article` with the check's anchor, for this page and for others.
    static func article(_ evidence: Evidence) -> String {
        let anchor = anchor(of: evidence.check)
        return """
            <article id="\(anchor)" aria-labelledby="\(anchor)-name">
            <h3 id="\(anchor)-name"><code>\(HTMLText.escaped(evidence.id))</code> \
            \(HTMLText.element("span", class: "c", evidence.clause))</h3>
            \(HTMLText.element("p", evidence.question))
            <h4>Made in</h4><ul>\(evidence.places.map(place).joined())</ul>
            \(tests(evidence.failingTests, "Fails, as it has to, in"))\
            \(tests(evidence.tests.filter { $0.outcome == .holds }, "Holds, as it has to, in"))\
            <h4>Conformance cases</h4>\(cases(evidence))\(vectors(evidence.vectors))
            </article>
            """
    }

    private static func place(_ place: Evidence.Place) -> String {
        "<li>\(HTMLText.element("code", "\(place.file):\(place.line)")) in \(HTMLText.element("code", place.function))</li>"
    }

    private static func tests(_ tests: [Evidence.Test], _ heading: String) -> String {
        guard !tests.isEmpty else { return "" }
        let groups = EvidenceText.grouped(tests).map { file, own in
            let runners = (own.first?.runners ?? []).map { runner in
                HTMLText.element(
                    "span", class: "c",
                    "a table for: \(runner.sentence) (\(EvidenceText.name(runner.file)):\(runner.line))")
            }
            let items = own.map {
                "<li>\(HTMLText.element("span", $0.sentence)) \(HTMLText.element("span", class: "c", ":\($0.line)"))</li>"
            }
            return "<li>\(HTMLText.element("code", file))\(runners.joined())<ul>\(items.joined())</ul></li>"
        }
        let count = tests.count == 1 ? "1 test" : "\(tests.count) tests"
        return "<h4>\(HTMLText.escaped("\(heading) \(count)"))</h4><ul>\(groups.joined())</ul>"
    }

    private static func cases(_ evidence: Evidence) -> String {
        let none =
            evidence.refusedCaseCount > 0
            ? "" : "<p>None is refused by this check: what there is are the tests above.</p>"
        let items = evidence.suites.map { suite in
            "<li>\(HTMLText.escaped(suite.suite.name))"
                + (suite.heldCount > 0 ? ": it held in \(EvidenceText.number(suite.heldCount))" : "")
                + ids(suite.alone, "refused by this check alone", suite.suite)
                + ids(suite.withOthers, "refused by it and others", suite.suite) + "</li>"
        }
        return none + (items.isEmpty ? "" : "<ul>\(items.joined())</ul>")
    }

    private static func ids(_ ids: [String], _ what: String, _ suite: Evidence.Suite) -> String {
        guard !ids.isEmpty else { return "" }
        let rest = ids.count - shownCases
        let shown = ids.prefix(shownCases).map { HTMLText.element("code", suite.label($0)) }.joined(separator: ", ")
        let isShort = ids.count <= 8
        return
            "<details\(isShort ? " open" : "")><summary>\(EvidenceText.number(ids.count)) \(what)</summary><p>\(shown)"
            + (rest > 0 ? ", and \(EvidenceText.number(rest)) more" : "") + "</p></details>"
    }

    private static func vectors(_ files: [Evidence.VectorFile]) -> String {
        guard !files.isEmpty else { return "" }
        let items = files.map {
            "<li>\(HTMLText.element("code", $0.name)): \($0.acceptedCount) valid and accepted, \($0.refusedCount) not and refused</li>"
        }
        return
            "<h4>Signatures of Project Wycheproof, verified by the same function</h4><details><summary>\(files.count) files"
            + "</summary><ul>\(items.joined())</ul></details>"
    }
}
