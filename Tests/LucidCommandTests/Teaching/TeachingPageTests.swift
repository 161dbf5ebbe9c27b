import Foundation
import LucidTestSupport
import Testing

/// The hand-out in `Documentation/teaching.md`, typed line by line.
@Suite(
    .enabled(if: Programs.find("sha256sum") != nil, "there is no sha256sum"),
    .enabled(if: Programs.openssl != nil, "openssl is not installed"))
struct TeachingPageTests {
    private static let environment: [String: String] = [
        "PATH": [Programs.lucid, Programs.openssl].compactMap { $0 }
            .map { URL(filePath: $0).deletingLastPathComponent().path }.joined(separator: ":") + ":/usr/bin:/bin"
    ]

    @Test func `a class that types the hand-out sees its numbers`() throws {
        let folder = try TemporaryFolder()
        let script = Checkout.fixtures.appending(path: "worked/recompute_teaching.py").path
        try FileManager.default.copyItem(atPath: script, toPath: folder.path("recompute_teaching.py"))
        var count = 0
        for heading in ["A hand-out", "How the numbers follow from the words"] {
            let chapter = try #require(try JourneyChapter(heading, of: "teaching.md"), "no chapter \(heading)")
            for step in chapter.steps {
                let result = try Programs.run(
                    "/bin/sh", ["-c", step.line], environment: Self.environment, folder: folder.url)
                #expect(result.exitCode == 0, "\(step.line): \(result.errors)")
                #expect(step.missing(in: result.output + result.errors) == [], "\(step.line): \(result.output)")
                count += 1
            }
        }
        #expect(count >= 15)
    }

    @Test func `the mark is shown as it is written`() throws {
        let folder = try TemporaryFolder()
        #expect(try runLucid("demo", "--teaching-seed", "lesson 1", folder.path).exitCode == 0)
        let page = try String(
            contentsOf: Checkout.top.appending(path: "Documentation/teaching.md"), encoding: .utf8)
        let mark = String(decoding: try folder.read("root.pem"), as: UTF8.self).split(separator: "-----BEGIN")[0]
        #expect(page.contains("```\n\(mark)```\n"))
    }
}
