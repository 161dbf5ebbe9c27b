import Foundation
import LucidTestSupport
import Testing

/// A chapter of `Documentation/journeys.md`, typed line by line in a folder of its own.
///
/// The chapter and the test can not come apart: a line that the chapter does not show next is not run, what it shows below a line
/// has to be written, and a line that was not run is a failure.
final class Journey {
    let folder: TemporaryFolder
    /// Stands for what a person would type.
    let passphrase = "correct horse"
    private var remaining: ArraySlice<JourneyChapter.Step>
    private let environment: [String: String]

    /// The chapter whose heading begins with `number`.
    init(_ number: String) throws {
        folder = try TemporaryFolder()
        remaining = try #require(try JourneyChapter(number), "no chapter \(number)").steps[...]
        let lucid = URL(filePath: try #require(Programs.lucid)).deletingLastPathComponent().path
        let openssl = URL(filePath: try #require(Programs.openssl)).deletingLastPathComponent().path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        environment = [
            // The Python of the journeys comes before the system's.
            "PATH": "\(lucid):\(JourneyPrograms.folder)/bin:\(openssl):\(path)", "LUCID_PASSPHRASE": passphrase,
            "LUCID_CA": "", "CURL_HOME": "/nonexistent", "CURL_CA_BUNDLE": "", "REQUESTS_CA_BUNDLE": "",
            "no_proxy": "*",
        ]
        for name in try FileManager.default.contentsOfDirectory(atPath: JourneyPrograms.source("servers"))
        where name.hasSuffix(".py") {
            try FileManager.default.copyItem(
                atPath: JourneyPrograms.source("servers/\(name)"), toPath: folder.path(name))
        }
    }

    /// The path of a file in the journey's folder.
    func path(_ name: String) -> String { folder.path(name) }

    /// Whether there is such a file in the journey's folder.
    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// Types the chapter's next line in a shell. The port that a server chose replaces the shown 8443. Without an exit code any but 0
    /// is wanted.
    @discardableResult
    func type(
        _ line: String, port: Int = 8443, exitCode: Int32? = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ProgramResult {
        let step = try next(line, sourceLocation)
        let command = line.replacing("8443", with: String(port))
        let result = try Programs.run("/bin/sh", ["-c", command], environment: environment, folder: folder.url)
        try #require(
            exitCode == nil ? result.exitCode != 0 : result.exitCode == exitCode,
            "\(line): exit \(result.exitCode ?? -1) \(result.output) \(result.errors)",
            sourceLocation: sourceLocation)
        let missing = step.missing(in: result.output + result.errors)
        #expect(
            missing.isEmpty, "\(line) wrote \(result.output)\(result.errors)", sourceLocation: sourceLocation)
        return result
    }

    /// Types the chapter's next line, which starts a server; any free port replaces the shown 8443.
    func start(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JourneyServer {
        _ = try next(line, sourceLocation)
        return try JourneyServer(line.replacing("8443", with: "0"), environment: environment, folder: folder.url)
    }

    private func next(_ line: String, _ sourceLocation: SourceLocation) throws -> JourneyChapter.Step {
        let step = remaining.popFirst()
        return try #require(
            step?.line == line ? step : nil, "Documentation/journeys.md goes on with \(step?.line ?? "nothing")",
            sourceLocation: sourceLocation)
    }

    /// Expects that the chapter has no further line.
    func arrive(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(remaining.map(\.line) == [], "lines that no test types", sourceLocation: sourceLocation)
    }
}
