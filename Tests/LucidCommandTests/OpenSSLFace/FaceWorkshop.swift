import Foundation
import LucidTestSupport

/// A folder in which shell command lines run whose `openssl` is the system's or Lucid's: the lines are the same for both.
final class FaceWorkshop {
    /// Whose program the name `openssl` means.
    enum Side: String, CaseIterable {
        case openssl, lucid

        var program: String? {
            switch self {
            case .openssl: Programs.openssl
            case .lucid: Programs.lucid
            }
        }
    }

    let side: Side
    private let home: TemporaryFolder
    private let programs: TemporaryFolder
    /// How the programs that were run have ended.
    private(set) var results: [ProgramResult] = []

    /// - Parameter program: another program for this side, to see a comparison fail.
    init(_ side: Side, files: [String: [UInt8]] = [:], program: String? = nil) throws {
        self.side = side
        home = try TemporaryFolder()
        programs = try TemporaryFolder()
        guard let program = program ?? side.program else { throw ProgramProblem("\(side) is missing") }
        try FileManager.default.createSymbolicLink(
            atPath: programs.path("openssl"), withDestinationPath: URL(filePath: program).path)
        for (name, octets) in files {
            let folder = home.url.appending(path: name).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try home.write(octets, to: name)
        }
    }

    var path: String { home.path }
    var url: URL { home.url }

    /// Runs a line of shell. The folder's own path is `$HOME`.
    ///
    /// - Parameter stdin: what the line reads.
    @discardableResult
    func run(_ line: String, stdin: String = "") throws -> ProgramResult {
        let result = try Programs.run(
            "/bin/sh", ["-c", line], stdin: Array(stdin.utf8), environment: environment, folder: home.url)
        results.append(result)
        return result
    }

    /// Runs a line of shell on a terminal of its own, and types an answer for each question.
    ///
    /// - Parameter answers: what a question ends with, and what is typed then.
    /// - Returns: the exit code, and all that stood on the terminal in standard output.
    @discardableResult
    func run(_ line: String, answers: [(question: String, answer: String)]) throws -> ProgramResult {
        guard let python = Programs.python3 else { throw ProgramProblem("python3 is missing") }
        let program = Checkout.fixtures.appending(path: "openssl-face/terminal.py").path
        let pairs = answers.flatMap { [$0.question, $0.answer] }
        let result = try Programs.run(
            python, [program, line] + pairs, environment: environment, folder: home.url)
        results.append(result)
        return result
    }

    private var environment: [String: String] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return ["PATH": "\(programs.path):\(path)", "HOME": home.path, "LC_ALL": "C"]
    }

    func read(_ name: String) throws -> [UInt8] { try home.read(name) }
    func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }
    func write(_ octets: [UInt8], to name: String) throws { try home.write(octets, to: name) }
}
