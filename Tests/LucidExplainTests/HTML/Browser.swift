import Foundation
import LucidTestSupport
import LucidX509
import Testing

/// A real Chromium, and what it finds wrong with pages.
enum Browser {
    static let chromium = ["chromium", "chromium-browser", "google-chrome"].lazy.compactMap(Programs.find).first
    static let isThere = chromium != nil && Programs.python3 != nil
    static let isMissing: Comment = "there is no chromium or no python3; Scripts/prepare tests installs them"

    /// Opens a page, and makes the checks of a script of `Fixtures/browser`. Returns for each check what is wrong.
    ///
    /// - Parameter isPictured: whether pictures are taken, where `LUCID_SCREENSHOTS` names a folder for them.
    static func report(_ script: String, html: String, expected: Data, checks: [String], isPictured: Bool) throws
        -> JSON
    {
        let folder = try TemporaryFolder()
        try folder.write(Array(html.utf8), to: "page.html")
        try folder.write([UInt8](expected), to: "expected.json")
        guard let python = Programs.python3, let chromium else { throw ProgramProblem("no Chromium") }
        let path = Checkout.fixtures.appending(path: "browser/\(script)").path
        // A folder for pictures: then somebody wants to look at them.
        let pictures = ProcessInfo.processInfo.environment["LUCID_SCREENSHOTS"].map { ["--screenshots", $0] } ?? []
        let files = [folder.path("page.html"), folder.path("expected.json")]
        let result = try Programs.run(
            python, [path, chromium] + files + checks + (isPictured ? pictures : []), seconds: 600)
        guard result.exitCode == 0 else { throw ProgramProblem("\(script): \(result.errors)") }
        return try JSON(result.stdout)
    }
}
