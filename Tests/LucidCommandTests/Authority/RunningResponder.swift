import Foundation
import LucidTestSupport

/// `lucid ca ocsp --listen` on a free port of loopback. It is stopped when nobody refers to it any more.
final class RunningResponder: Sendable {
    let port: Int
    private let program: RunningProgram

    init(_ ca: CommandAuthority, _ more: String...) throws {
        guard let lucid = Programs.lucid else { throw ProgramProblem("no lucid") }
        program = try RunningProgram(lucid, ca.arguments("ocsp", ["--listen", "0"] + more), folder: ca.folder.url)
        let deadline = Date(timeIntervalSinceNow: 60)
        while true {
            if let place = program.errors.firstRange(of: /http:\/\/127\.0\.0\.1:[0-9]+\//) {
                port = Int(program.errors[place].dropLast().drop { $0 != ":" }.split(separator: ":").last ?? "") ?? 0
                return
            }
            guard !program.hasEnded, Date.now < deadline else {
                throw ProgramProblem("no responder: \(program.errors)")
            }
            usleep(10_000)
        }
    }

    deinit { program.stop() }

    var url: String { "http://127.0.0.1:\(port)" }
    var errors: String { program.errors }
    var hasEnded: Bool { program.hasEnded }

    /// Sends a signal, and says how the program ended.
    func end(with signal: Int32) throws -> ProgramResult? {
        program.send(signal)
        return try program.wait(seconds: 20)
    }
}
