import Foundation
import LucidTestSupport
import Testing

/// A chapter of `Documentation/journeys.md`, typed line by line in a folder of its own.
///
/// The chapter and the test can not come apart: a line that the chapter does not show is not run, and a shown line that was not
/// run is a failure.
final class Journey {
    let folder: TemporaryFolder
    private let shown: [String]
    private var typed: [String] = []
    private let environment: [String: String]

    /// The chapter whose heading begins with `number`. The passphrase stands for what a person would type.
    init(_ number: String, passphrase: String = "correct horse") throws {
        folder = try TemporaryFolder()
        let lucid = URL(filePath: try #require(Programs.lucid)).deletingLastPathComponent().path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        environment = [
            // The Python of the journeys comes before the system's.
            "PATH": "\(lucid):\(JourneyPrograms.folder)/bin:\(path)", "LUCID_PASSPHRASE": passphrase,
            "SSL_CERT_FILE": "/nonexistent", "CURL_HOME": "/nonexistent", "no_proxy": "*", "LUCID_CA": "",
        ]
        let page = try String(contentsOf: Checkout.top.appending(path: "Documentation/journeys.md"), encoding: .utf8)
        shown = Self.commands(in: try #require(Self.chapter(number, of: page), "no chapter \(number)"))
        for name in try FileManager.default.contentsOfDirectory(atPath: JourneyPrograms.source("servers")) {
            try FileManager.default.copyItem(
                atPath: JourneyPrograms.source("servers/\(name)"), toPath: folder.path(name))
        }
    }

    /// The path of a file in the journey's folder.
    func path(_ name: String) -> String { folder.path(name) }

    /// Types a line, which the chapter has to show, in a shell. The port that a server chose replaces the shown 8443.
    @discardableResult
    func type(
        _ line: String, port: Int = 8443, exitCode: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ProgramResult {
        try note(line, sourceLocation)
        let command = line.replacing("8443", with: String(port))
        let result = try Programs.run("/bin/sh", ["-c", command], environment: environment, folder: folder.url)
        try #require(
            result.exitCode == exitCode, "\(line): exit \(result.exitCode ?? -1) \(result.output) \(result.errors)",
            sourceLocation: sourceLocation)
        return result
    }

    /// Types a line that is refused, and expects the reason on standard error or output.
    func typeRefused(
        _ line: String, _ reason: String, port: Int = 8443, exitCode: Int32 = 1,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let result = try type(line, port: port, exitCode: exitCode, sourceLocation: sourceLocation)
        let said = result.output + result.errors
        #expect(said.contains(reason), "\(line) says \(said)", sourceLocation: sourceLocation)
    }

    /// Types a line that starts a server; any free port replaces the shown 8443.
    func start(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> JourneyServer {
        try note(line, sourceLocation)
        return try JourneyServer(
            line.replacing("8443", with: "0"), environment: environment, folder: folder.url)
    }

    private func note(_ line: String, _ sourceLocation: SourceLocation) throws {
        try #require(shown.contains(line), "Documentation/journeys.md has no \(line)", sourceLocation: sourceLocation)
        typed.append(line)
    }

    /// Expects that all lines of the chapter have been typed, in its order.
    func arrive(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(typed == shown, "the chapter shows other lines than the test types", sourceLocation: sourceLocation)
    }

    /// From the heading to the next one of its level.
    private static func chapter(_ number: String, of page: String) -> Substring? {
        guard let start = page.range(of: "\n## \(number)") else { return nil }
        let rest = page[start.upperBound...]
        return rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)]
    }

    /// The lines of its console blocks that begin with a prompt; a backslash at the end continues a line.
    private static func commands(in chapter: Substring) -> [String] {
        chapter.matches(of: #/(?s)```console\n(.*?)```/#).flatMap { block in
            block.output.1.replacing("\\\n", with: "").split(separator: "\n")
                .filter { $0.hasPrefix("$ ") }.map { $0.dropFirst(2).replacing(#/ +/#, with: " ") }
        }
    }
}
