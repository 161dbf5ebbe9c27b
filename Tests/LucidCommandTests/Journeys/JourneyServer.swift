import Foundation
import LucidTestSupport

/// A real web server on a free port of 127.0.0.1. It is stopped when nobody refers to it any more, and ends by itself at the
/// latest after three minutes.
final class JourneyServer {
    /// The port that it chose.
    let port: Int
    private let program: RunningProgram

    /// Tornado, which asks its clients for certificates of `clientRoot`, and asks `crl` whether they are revoked.
    static func tornado(
        fullchain: String, key: String, passphrase: String, clientRoot: String, crl: String? = nil
    ) throws -> JourneyServer {
        let script = JourneyPrograms.source("servers/tornado_server.py")
        return try JourneyServer([script, fullchain, key, passphrase, clientRoot] + (crl.map { [$0] } ?? []))
    }

    /// gunicorn, in a folder with `localhost-fullchain.pem` and `localhost-key.pem`.
    static func gunicorn(in folder: URL) throws -> JourneyServer {
        let settings = JourneyPrograms.source("servers/gunicorn.conf.py")
        return try JourneyServer(["-m", "gunicorn", "--config", settings, "hello:application"], folder: folder)
    }

    /// Flask's own server.
    static func flask(fullchain: String, key: String) throws -> JourneyServer {
        try JourneyServer([JourneyPrograms.source("servers/flask_server.py"), fullchain, key])
    }

    /// Python's own server of a folder's files.
    static func files(of folder: String, fullchain: String, key: String) throws -> JourneyServer {
        try JourneyServer([JourneyPrograms.source("servers/file_server.py"), folder, fullchain, key, "0"])
    }

    /// Starts a server and waits until it has said where it listens.
    private init(_ arguments: [String], folder: URL? = nil) throws {
        guard let python = JourneyPrograms.python else { throw ProgramProblem("no servers in .build/journeys") }
        program = try RunningProgram(
            python, arguments,
            environment: [
                "PYTHONPATH": JourneyPrograms.source("servers"), "PYTHONDONTWRITEBYTECODE": "1",
            ], folder: folder)
        let deadline = Date(timeIntervalSinceNow: 60)
        while true {
            if let port = Self.port(in: program.output) ?? Self.port(in: program.errors) {
                self.port = port
                return
            }
            guard !program.hasEnded, Date.now < deadline else {
                program.stop()
                throw ProgramProblem("no server: \(program.output) \(program.errors)")
            }
            usleep(10_000)
        }
    }

    deinit { stop() }

    /// Asks the server to end, so that gunicorn ends its workers, and waits for that.
    func stop() { program.end(within: 5) }

    /// What it complained about until now.
    var errors: String { program.errors }

    /// All four say where they listen, each in its own words.
    private static func port(in log: String) -> Int? {
        log.firstMatch(of: /https:\/\/127\.0\.0\.1:([0-9]+)\b/).flatMap { Int($0.output.1) }
    }
}
