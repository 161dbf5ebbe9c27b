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

        /// What is tried with it: everything with one of them, with the others what they are there for.
        var checks: [String] {
            switch self {
            case .certificate:
                ["pointer", "holding", "keyboard", "contrast", "switch", "width", "accessibility", "inert", "paper"]
            case .chain: ["pointer", "contrast", "width", "accessibility", "inert", "paper"]
            case .broken: ["pointer", "contrast", "width", "paper"]
            case .hostile: ["width", "accessibility", "inert"]
            }
        }

        var page: ExplainedPage {
            get throws {
                switch self {
                case .certificate: try PageSamples.page(["ext-sct-list"])
                case .chain: try PageSamples.page(PageSamples.chain)
                case .broken: PageSamples.page(try PageSamples.broken())
                case .hostile: try PageSamples.hostile()
                }
            }
        }
    }

    @Test(
        arguments: [
            ("pointer", "the pointer on an octet, a character or a field lights the same place in all panes"),
            ("holding", "a click holds on to a field until it is let go"),
            ("keyboard", "the keyboard walks through fields, octets and characters"),
            ("contrast", "every text has enough contrast in both schemes"),
            ("switch", "the switch overrules the system's scheme"),
            ("width", "the page is as wide as its window, a telephone's too"),
            ("accessibility", "a screen reader is told landmarks, roles and names"),
            ("inert", "no text becomes markup, and the policy would stop it from running"),
            ("quiet", "nothing is said on the console, no dialog opens, and nothing but the page is asked for"),
            ("paper", "on paper everything is unfolded and uncut"),
        ])
    func `used in a browser, the page does what it says`(check: String, promise: String) throws {
        for page in Page.allCases where check == "quiet" || page.checks.contains(check) {
            let report = try #require(Self.reports[page]).get()
            let wrong = try #require(report[check], "there is no such check")
            #expect(wrong.strings == [], "\(page): \(promise)")
        }
    }

    /// For each page what each check found wrong.
    private static let reports: [Page: Result<JSON, any Error>] = Dictionary(
        uniqueKeysWithValues: Page.allCases.map { page in (page, Result { try report(page) }) })

    private static func report(_ page: Page) throws -> JSON {
        let explained = try page.page
        let expected = explained.items.map { $0.explanation.lines.map(Line.init) }
        return try Browser.report(
            "check-page", html: explained.html, expected: try JSONEncoder().encode(expected), checks: page.checks,
            isPictured: page == .chain)
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
