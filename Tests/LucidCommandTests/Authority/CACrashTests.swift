import Foundation
import LucidTestSupport
import Testing

@Suite("A CA whose issuers are killed", .serialized)
struct CACrashTests {
    /// How many programs are killed: some in every run, many where `LUCID_EXHAUSTIVE` is set (`Scripts/test --all`).
    private static let killCount = ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] == nil ? 32 : 240
    private static let issuerCount = 4

    @Test("loses no certificate that left it, repeats no serial number and leaves no half-written file")
    func kills() throws {
        let ca = try CommandAuthority()
        let lucid = try #require(Programs.lucid)
        // How long issuing takes while others issue too.
        let clock = ContinuousClock()
        let duration = try clock.measure {
            let running = try (0..<Self.issuerCount).map { try start(lucid, ca, "warm\($0).example.com") }
            for program in running { #expect(try program.wait(seconds: 60)?.exitCode == 0) }
        }
        let microseconds = Double(duration.components.attoseconds) / 1e12 + Double(duration.components.seconds) * 1e6
        var killed = 0
        var finished: [String] = []
        var round = 0
        while killed < Self.killCount, round < 10 * Self.killCount {
            let names = (0..<Self.issuerCount).map { "host\(round)-\($0).example.com" }
            round += 1
            let running = try names.map { try start(lucid, ca, $0) }
            for (name, result) in zip(names, try kill(running, names, ca, round, microseconds)) {
                if result.signal == SIGKILL { killed += 1 }
                if result.exitCode == 0 { finished.append(name) }
                #expect(result.signal == SIGKILL || result.exitCode == 0, "\(result.errors)")
            }
        }
        #expect(killed >= Self.killCount)
        try check(ca, finished: finished)
        // And it goes on as if nothing had been.
        #expect(try ca.run("issue", "after.example.com").exitCode == 0)
    }

    private func start(_ lucid: String, _ ca: CommandAuthority, _ name: String) throws -> RunningProgram {
        try RunningProgram(lucid, ca.arguments("issue", ["--out", ca.folder.path, name]))
    }

    /// Kills each program at a random moment: in one round of two some time after its start, in the other a little after its
    /// first file appears, for that is when a certificate leaves the CA.
    private func kill(
        _ running: [RunningProgram], _ names: [String], _ ca: CommandAuthority, _ round: Int, _ microseconds: Double
    ) throws -> [ProgramResult] {
        let clock = ContinuousClock()
        let begin = clock.now
        var moments: [ContinuousClock.Instant?] = names.map { _ in
            round % 2 == 0 ? nil : begin + .microseconds(Int(Double.random(in: 0...1.1) * microseconds))
        }
        var results: [ProgramResult?] = names.map { _ in nil }
        while results.contains(where: { $0 == nil }) {
            for index in names.indices where results[index] == nil {
                if moments[index] == nil, access(ca.folder.path(names[index] + "-key.pem"), F_OK) == 0 {
                    moments[index] = clock.now + .microseconds(Int.random(in: 0...1500))
                }
                let isDue = moments[index].map { $0 <= clock.now } ?? false
                if isDue || running[index].hasEnded { results[index] = try #require(running[index].stop()) }
            }
            usleep(30)
        }
        return results.compactMap { $0 }
    }

    private func check(_ ca: CommandAuthority, finished: [String]) throws {
        let status = try ca.run("status")
        #expect(status.exitCode == 0, "\(status.output)\(status.errors)")
        let issued = try ca.issued()
        let files = try ca.files()
        // Everything that lies outside is in the CA, and whole.
        var outside: Set<String> = []
        for name in files where name.hasSuffix(".example.com.pem") {
            let serial = try serialNumber(ofFile: ca.folder.path(name))
            #expect(issued[serial] != nil, "\(name) left a CA that does not know it")
            outside.insert(name)
        }
        for name in files where name.hasSuffix("-fullchain.pem") {
            let text = String(decoding: try ca.folder.read(name), as: UTF8.self)
            #expect(text.components(separatedBy: "-----END CERTIFICATE-----\n").count == 3, "\(name)")
        }
        for name in files where name.hasSuffix("-key.pem") {
            let text = String(decoding: try ca.folder.read(name), as: UTF8.self)
            #expect(text.hasSuffix("\n-----END PRIVATE KEY-----\n"), "\(name)")
        }
        // Whatever said that it was done, was.
        let labels = Set(issued.values.compactMap { $0["label"]?.string })
        for name in finished {
            #expect(labels.contains(name) && outside.contains(name + ".pem"), "\(name)")
            let match = try runLucid("key", "match", ca.folder.path(name + "-key.pem"), ca.folder.path(name + ".pem"))
            #expect(match.exitCode == 0, "\(name): \(match.errors)")
        }
        #expect(!finished.isEmpty || files.contains { $0.hasPrefix("warm") })
    }

    @Test("that was being made leaves a whole CA or none")
    func killedWhileMade() throws {
        let folder = try TemporaryFolder()
        let lucid = try #require(Programs.lucid)
        let clock = ContinuousClock()
        let duration = try clock.measure {
            let made = try runLucid("ca", "init", "--ca", folder.path("first"), "--no-passphrase")
            #expect(made.exitCode == 0)
        }
        let microseconds = Double(duration.components.attoseconds) / 1e12 + Double(duration.components.seconds) * 1e6
        var whole = 0
        let count = Self.killCount / 2
        for round in 0..<count {
            let path = folder.path("ca\(round)")
            let running = try RunningProgram(lucid, ["ca", "init", "--ca", path, "--no-passphrase"])
            usleep(UInt32(microseconds * Double(round) / Double(count) * 1.2))
            running.stop()
            guard FileManager.default.fileExists(atPath: path) else { continue }
            whole += 1
            let status = try runLucid("ca", "status", "--ca", path)
            #expect(status.exitCode == 0, "\(status.errors)")
            #expect(try runLucid("ca", "issue", "--ca", path, "--out", folder.path, "a\(round).b").exitCode == 0)
        }
        #expect(whole < count, "no round was early enough to show anything")
    }
}

@Suite("A CA that several processes issue from")
struct CAConcurrencyTests {
    @Test("records every certificate of each of them, once")
    func concurrency() throws {
        let ca = try CommandAuthority("--root-only")
        let lucid = try #require(Programs.lucid)
        let count = ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] == nil ? 8 : 60
        let script = """
            for i in $(seq \(count)); do "$0" ca issue --ca "$1" --out "$2" "host$3-$i.example.com" || exit 1; done
            """
        let running = try (0..<4).map {
            try RunningProgram("/bin/sh", ["-c", script, lucid, ca.path, ca.folder.path, "\($0)"])
        }
        for program in running {
            let result = try #require(try program.wait(seconds: 300))
            #expect(result.exitCode == 0, "\(result.errors)")
        }
        let issued = try ca.issued()
        #expect(issued.count == 4 * count)
        #expect(try ca.files().count == 3 * 4 * count)
        #expect(try ca.run("status").exitCode == 0)
    }
}
