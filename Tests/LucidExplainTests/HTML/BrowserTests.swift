import Foundation
import LucidTestSupport
import LucidX509
import Testing

@testable import LucidExplain

/// The page in a real Chromium, which `Fixtures/browser/check-page` drives as people would: with a pointer and with keys.
@Suite(.enabled(if: Browser.isThere, Browser.isMissing), .serialized)
struct BrowserTests {
    /// One certificate, a chain, one that is cut off, and one whose names are markup. Each is opened once for all of the tests.
    enum Page: String, CaseIterable {
        case certificate, chain, broken, hostile
        var items: [ExplainedPage.Item] {
            get throws {
                switch self {
                case .certificate: [try PageSamples.item("ext-sct-list")]
                case .chain: try PageSamples.chain.map(PageSamples.item)
                case .broken:
                    [.init(certificate: Array(try PageSamples.certificate("leaf-p256").array.prefix(300)), place: "")]
                case .hostile: try PageSamples.hostile()
                }
            }
        }
    }

    private func expectNothingWrong(_ check: String, _ page: Page) throws {
        let report = try #require(Browser.reports[page]).get()
        let wrong = try #require(report[check], "there is no such check")
        #expect(wrong.strings == [], "\(page)")
    }

    @Test(arguments: [Page.certificate, .chain, .broken])
    func `the pointer on an octet, a character or a field lights the same place in all panes`(page: Page) throws {
        try expectNothingWrong("pointer", page)
    }

    @Test(arguments: [Page.certificate, .chain])
    func `a click holds on to a field until it is let go`(page: Page) throws {
        try expectNothingWrong("holding", page)
    }

    @Test(arguments: [Page.certificate, .chain])
    func `the keyboard walks through fields, octets and characters`(page: Page) throws {
        try expectNothingWrong("keyboard", page)
    }

    @Test(arguments: Page.allCases)
    func `every text has enough contrast in both schemes`(page: Page) throws {
        try expectNothingWrong("contrast", page)
        try expectNothingWrong("switch", page)
    }

    @Test(arguments: Page.allCases)
    func `the page is as wide as its window, a telephone's too`(page: Page) throws {
        try expectNothingWrong("width", page)
    }

    @Test(arguments: Page.allCases)
    func `a screen reader is told landmarks, roles and names`(page: Page) throws {
        try expectNothingWrong("accessibility", page)
    }

    @Test(arguments: Page.allCases)
    func `no text becomes markup, and the policy would stop it from running`(page: Page) throws {
        try expectNothingWrong("inert", page)
    }

    @Test(arguments: Page.allCases)
    func `nothing is said on the console, no dialog opens, and nothing but the page is asked for`(page: Page) throws {
        try expectNothingWrong("quiet", page)
    }

    @Test(arguments: Page.allCases)
    func `on paper everything is unfolded and uncut`(page: Page) throws {
        try expectNothingWrong("paper", page)
    }
}

/// Chromium, and what it found.
private enum Browser {
    static let chromium = ["chromium", "chromium-browser", "google-chrome"].lazy.compactMap(Programs.find).first
    static let isThere = chromium != nil && Programs.python3 != nil
    static let isMissing: Comment = "there is no chromium or no python3; Scripts/prepare tests installs them"

    /// For each page what each check found wrong.
    static let reports: [BrowserTests.Page: Result<JSON, any Error>] = Dictionary(
        uniqueKeysWithValues: BrowserTests.Page.allCases.map { page in (page, Result { try report(page.items) }) })

    private static func report(_ items: [ExplainedPage.Item]) throws -> JSON {
        let folder = try TemporaryFolder()
        try folder.write(Array(ExplainedPage(items, at: .now).html.utf8), to: "page.html")
        let expected = items.map { $0.explanation.lines.map(Line.init) }
        try folder.write([UInt8](try JSONEncoder().encode(expected)), to: "expected.json")
        let script = Checkout.fixtures.appending(path: "browser/check-page").path
        guard let python = Programs.python3, let chromium else { throw ProgramProblem("no Chromium") }
        // A folder for pictures: then somebody wants to look at them.
        let pictures = ProcessInfo.processInfo.environment["LUCID_SCREENSHOTS"].map { [$0] } ?? []
        let result = try Programs.run(
            python, [script, chromium, folder.path("page.html"), folder.path("expected.json")] + pictures)
        guard result.exitCode == 0 else { throw ProgramProblem("check-page: \(result.errors)") }
        return try JSON(result.stdout)
    }

    /// What the script must find for one line.
    private struct Line: Encodable {
        let start, end, whole: Int
        let path: String

        init(_ line: ExplainedLine) {
            (start, end, path) = (line.range.lowerBound, line.range.upperBound, line.path)
            whole = if case .structure(_, let content) = line.kind { content.upperBound } else { line.range.upperBound }
        }
    }
}
