import Foundation
import LucidTestSupport
import Testing

/// A web server that was started by a line of a chapter. It is stopped when nobody refers to it any more, and ends by itself at
/// the latest after three minutes, even where the tests were killed.
final class JourneyServer {
    /// The port that it chose.
    let port: Int
    private let program: RunningProgram

    /// Runs a line in a shell and waits until the server has said where it listens.
    init(_ line: String, environment: [String: String], folder: URL) throws {
        // Not any python3: pyenv's puts its own folder before the rest of the path.
        guard let python = JourneyPrograms.python else { throw ProgramProblem("no Python in .build/journeys") }
        // An alarm outlives exec, and ends the program where nobody handles it.
        let launcher = "import os, signal, sys; signal.alarm(180); os.execv('/bin/sh', ['sh', '-c', sys.argv[1]])"
        program = try RunningProgram(
            python, ["-c", launcher, "exec \(line)"],
            environment: environment.merging([
                "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1",
                // Its workers see soon that their master has gone, and nothing is put into the home folder.
                "GUNICORN_CMD_ARGS": "--timeout 4 --graceful-timeout 2 --no-control-socket",
            ]) { $1 },
            folder: folder)
        let deadline = Date(timeIntervalSinceNow: 60)
        while true {
            if let port = Self.port(in: program.output) ?? Self.port(in: program.errors) {
                self.port = port
                return
            }
            guard !program.hasEnded, Date.now < deadline else {
                program.stop()
                throw ProgramProblem("\(line): \(program.output) \(program.errors)")
            }
            usleep(10_000)
        }
    }

    deinit { stop() }

    /// Asks the server to end, so that gunicorn ends its workers, and waits for that.
    func stop() { program.end(within: 5) }

    /// Expects that the server refuses somebody for that reason, and says so while `body` runs, which fetches no page.
    func expectRefusal(
        _ reason: RefusalReason, sourceLocation: SourceLocation = #_sourceLocation, of body: () throws -> ProgramResult
    ) rethrows {
        let before = program.errors.utf8.count
        let answer = try body()
        #expect(answer.exitCode != 0 && !answer.output.contains("Hello"), sourceLocation: sourceLocation)
        let deadline = Date(timeIntervalSinceNow: 10)
        var said = ""
        repeat {
            said = String(decoding: program.errors.utf8.dropFirst(before), as: UTF8.self)
            if said.contains(reason.serverWords) { return }
            usleep(10_000)
        } while Date.now < deadline
        Issue.record("the server says: \(said); the client: \(answer.errors)", sourceLocation: sourceLocation)
    }

    /// Every server says where it listens, each in its own words.
    private static func port(in log: String) -> Int? {
        log.firstMatch(of: #/https://127\.0\.0\.1:([0-9]+)\b/#).flatMap { Int($0.output.1) }
    }
}
