import Foundation
import LucidTestSupport

/// A web server that was started by a line of a chapter. It is stopped when nobody refers to it any more, and ends by itself at
/// the latest after three minutes, even where the tests were killed.
final class JourneyServer {
    /// The port that it chose.
    let port: Int
    private let program: RunningProgram

    /// Runs a line in a shell and waits until the server has said where it listens.
    init(_ line: String, environment: [String: String], folder: URL) throws {
        guard let python = Programs.python3 else { throw ProgramProblem("no python3") }
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

    /// What it complained about until now.
    var errors: String { program.errors }

    /// Every server says where it listens, each in its own words.
    private static func port(in log: String) -> Int? {
        log.firstMatch(of: #/https://127\.0\.0\.1:([0-9]+)\b/#).flatMap { Int($0.output.1) }
    }
}
