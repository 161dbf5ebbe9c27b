import LucidEvidence
import LucidValidation
import Testing

@testable import LucidExplain

@Suite("The evidence map as text and as a page")
struct EvidenceRenderingTests {
    @Test(arguments: [60, 80, 100, 120, 200])
    func `no line is wider than the terminal, but for names that can not be broken`(width: Int) {
        let form = EvidenceText(width: width)
        for line in (form.list(Evidence.all) + "\n" + form.text(Evidence.all)).split(separator: "\n") {
            let longest = line.split(separator: " ").map(\.count).max() ?? 0
            #expect(line.count <= width || longest > width - 20, "\(line)")
        }
    }

    @Test func `a check's paragraph has its sentence, places and tests`() {
        for evidence in Evidence.all {
            let text = EvidenceText(width: 400).text([evidence])
            #expect(text.hasPrefix("\(evidence.id)  \(evidence.clause)\n\(evidence.question)\n"))
            for place in evidence.places { #expect(text.contains("\(place.file):\(place.line) in \(place.function)")) }
            for test in evidence.tests { #expect(text.contains("\(test.line)  \(test.sentence)"), "\(test.sentence)") }
        }
    }

    @Test func `the page has an anchor for each check, loads nothing, and its links lead somewhere`() throws {
        let html = EvidencePage(Evidence.all).html
        for check in Check.allCases {
            #expect(html.contains("<article id=\"\(EvidencePage.anchor(of: check))\""))
            #expect(html.contains("href=\"#\(EvidencePage.anchor(of: check))\""))
        }
        for link in html.matches(of: #/href="#([^"]+)"/#) { #expect(html.contains(" id=\"\(link.1)\""), "\(link.1)") }
        #expect(!html.contains(" src=") && !html.contains("http://") && !html.contains("https://"))
        #expect(html.contains("default-src 'none'; style-src 'sha256-"))
        for tag in ["section", "article", "ul", "li", "table", "details", "p", "h2", "h3", "h4"] {
            let opened = html.matches(of: try Regex("<\(tag)[ >]")).count
            #expect(opened == html.ranges(of: "</\(tag)>").count, "\(tag)")
        }
        #expect(html.utf8.count < 300_000, "\(html.utf8.count)")
    }

    @Test func `a page that names checks gets few words about each`() {
        for check in Check.allCases {
            let rows = EvidenceRows.of(check)
            #expect(rows.first?.texts == Evidence.of(check).places.map { "\($0.file):\($0.line) in \($0.function)" })
            #expect(rows.last?.texts == ["lucid evidence \(check.id)"])
            #expect(rows.flatMap(\.texts).joined().utf8.count < 900, "\(check.id)")
        }
        let rows = EvidenceRows.of(.isCA).map { "\($0.label): \($0.texts)" }.joined()
        #expect(rows.contains("in the shape of PKITS 4.6.1") && rows.contains("tests, such as “"))
    }

    @Test func `a check that held nowhere is not said to have held in 0`() {
        #expect(Evidence.all.contains { $0.suites.contains { $0.heldCount == 0 } })
        #expect(!EvidenceText(width: 400).text(Evidence.all).contains("held in 0"))
        #expect(!EvidencePage(Evidence.all).html.contains("held in 0"))
    }

    @Test func `numbers have their thousands apart`() {
        #expect(
            [0, 7, 999, 1000, 1007, 65_536, 1_234_567].map(EvidenceText.number) == [
                "0", "7", "999", "1,000", "1,007", "65,536", "1,234,567",
            ])
    }
}
