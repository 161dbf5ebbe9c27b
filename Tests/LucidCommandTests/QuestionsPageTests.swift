import Foundation
import LucidTestSupport
import Testing

/// The ten questions of `Documentation/questions.md`: each screen that is shown is one that the commands print.
@Suite(.enabled(if: Programs.openssl != nil, "openssl is not installed"))
struct QuestionsPageTests {
    private static let environment: [String: String] = [
        "PATH": [Programs.lucid, Programs.openssl].compactMap { $0 }
            .map { URL(filePath: $0).deletingLastPathComponent().path }.joined(separator: ":") + ":/usr/bin:/bin"
    ]

    @Test func `a reader who types along sees each answer`() throws {
        let folder = try TemporaryFolder()
        for heading in ["Before you begin"] + (1...10).map({ "\($0). " }) {
            let chapter = try #require(try JourneyChapter(heading, of: "questions.md"), "no chapter \(heading)")
            #expect(!chapter.steps.isEmpty && chapter.steps.contains { !$0.shown.isEmpty }, "\(heading) has no screen")
            for step in chapter.steps {
                let result = try Programs.run(
                    "/bin/sh", ["-c", step.line], environment: Self.environment, folder: folder.url)
                // 1 is an answer, too: a certificate that is refused, files that differ.
                #expect(result.exitCode == 0 || result.exitCode == 1, "\(step.line): \(result.errors)")
                #expect(step.missing(in: result.output + result.errors) == [], "\(step.line): \(result.output)")
            }
        }
    }
}
