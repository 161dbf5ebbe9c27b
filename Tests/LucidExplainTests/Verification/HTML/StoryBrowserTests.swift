import Foundation
import LucidTestSupport
import LucidX509
import Testing

@testable import LucidExplain

/// The page of a verification in a real Chromium, which `Fixtures/browser/check-story` drives as people would.
@Suite(.enabled(if: Browser.isThere, Browser.isMissing), .serialized)
struct StoryBrowserTests {
    /// Each is opened once for all of the tests.
    enum Page: String, CaseIterable {
        case accepted, refused, withoutPath, hostile, several

        var checks: [String] {
            switch self {
            case .accepted:
                [
                    "counts", "links", "folding", "keyboard", "numbers", "parts", "contrast", "switch", "width",
                    "accessibility", "inert", "paper",
                ]
            case .refused, .withoutPath: ["counts", "links", "contrast", "width", "accessibility", "paper"]
            case .hostile: ["counts", "links", "width", "accessibility", "inert"]
            case .several: ["counts", "links", "parts", "width", "accessibility"]
            }
        }

        var told: [StoryPages.Told] {
            get throws {
                switch self {
                case .accepted: [try StoryPages.rsa(isDeep: true)]
                case .refused: [try StoryPages.impostorAlone()]
                case .withoutPath: [try StoryPages.withoutPath()]
                case .hostile: [try StoryPages.hostile()]
                case .several: [try StoryPages.pss(), try StoryPages.refused()]
                }
            }
        }
    }

    @Test(
        arguments: [
            ("counts", "every check and every signature is there"),
            ("links", "every link leads to something that is to be seen, folded as it may have been"),
            ("folding", "everything unfolds and folds, by the keyboard too"),
            ("keyboard", "Tab reaches everything in its order, and it is to be seen where the focus is"),
            ("numbers", "every number can be copied whole"),
            ("parts", "the parts of a block differ in more than their colour"),
            ("contrast", "every text has enough contrast in both schemes"),
            ("switch", "the switch overrules the system's scheme"),
            ("width", "the page is as wide as its window, a telephone's too"),
            ("accessibility", "a screen reader is told landmarks, headings, tables and names"),
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
        let told = try page.told
        let html = VerificationPage(told.map(\.answer)).html
        let expected = Expected(told, html)
        return try Browser.report(
            "check-story", html: html, expected: try JSONEncoder().encode(expected), checks: page.checks,
            isPictured: page == .accepted)
    }

    /// How many of each the page must have.
    private struct Expected: Encodable {
        let answers, checks, signatures, numbers: Int

        init(_ told: [StoryPages.Told], _ html: String) {
            let parts = told.flatMap(\.answer.story.parts)
            answers = told.count
            checks = parts.reduce(0) { count, part in
                switch part {
                case .certificate(let step): count + step.checks.count
                case .checks(_, let checks): count + checks.count
                case .branch: count + 1
                default: count
                }
            }
            signatures = parts.count { part in
                if case .certificate(let step) = part { (try? step.signature.get()) != nil } else { false }
            }
            numbers = html.count(of: "<code class=\"num")
        }
    }
}
