import Foundation
import LucidTestSupport
import Testing

@Suite("lucid ca renew, interrupted and by several at once")
struct CARenewInterruptionTests {
    @Test(
        "Killed at any moment, it leaves a key and a certificate that belong together, and is finished later",
        arguments: [true, false])
    func killed(withNewKey: Bool) throws {
        let ca = try TeamCA()
        try ca.ca("issue", "www.example")
        let options = withNewKey ? ["renew", "--new-key", "www.example"] : ["renew", "www.example"]
        let lucid = try #require(Programs.lucid)
        let start = ContinuousClock.now
        #expect(try runLucid(["ca"] + options, folder: ca.folder.url).exitCode == 0)
        let duration = (ContinuousClock.now - start) / .microseconds(1)
        var served: Set<String> = [try ca.serialNumber(of: "www.example.pem")]
        let rounds = 24
        let watched = withNewKey ? "www.example-key.pem" : "www.example.pem"
        for round in 0..<rounds {
            let running = try RunningProgram(lucid, ["ca"] + options, folder: ca.folder.url)
            if round % 2 == 0 {
                usleep(UInt32(duration * Double(round) / Double(rounds) * 1.3))
            } else {
                // At the moment when the files change, or shortly after.
                let before = try ca.folder.read(watched)
                while !running.hasEnded, try ca.folder.read(watched) == before {}
                usleep(UInt32(round * 20))
            }
            running.stop()
            #expect(try ca.fits("www.example-key.pem", "www.example.pem"), "round \(round)")
            #expect(try ca.fits("www.example-key.pem", "www.example-fullchain.pem"), "round \(round)")
            served.insert(try ca.serialNumber(of: "www.example.pem"))
        }
        #expect(served.count > 2, "no round let lucid finish: the delays are too short to show anything")
        // Nothing is due; what was interrupted is finished all the same.
        try ca.ca("renew", "--due", "1d")
        let records = try ca.json("list", "--name", "www.example") as? [[String: Any]] ?? []
        let current = records.filter { $0["isReplaced"] as? Bool == false }
        #expect(current.count == 1)
        #expect(try current.first?["serialNumber"] as? String == ca.serialNumber(of: "www.example.pem"))
        #expect(try ca.fits("www.example-key.pem", "www.example.pem"))
        #expect(try ca.serialNumber(of: "www.example-fullchain.pem") == ca.serialNumber(of: "www.example.pem"))
    }

    @Test("What is interrupted after it was issued is finished by the next run, whatever that is asked for")
    func finished() throws {
        let ca = try TeamCA()
        try ca.ca("issue", "www.example")
        let old = try ca.folder.read("www.example.pem")
        let chain = try ca.folder.read("www.example-fullchain.pem")
        try ca.ca("renew", "www.example")
        let new = try ca.serialNumber(of: "www.example.pem")
        // As a run that was killed after its transaction leaves it.
        try ca.folder.write(old, to: "www.example.pem")
        try ca.folder.write(chain, to: "www.example-fullchain.pem")
        let mark = try Programs.run(
            try #require(Programs.python3),
            [
                "-c",
                "import sqlite3; c = sqlite3.connect('ca/ca.db'); c.execute('INSERT INTO undelivered SELECT max(id) FROM certificate'); c.commit()",
            ],
            folder: ca.folder.url)
        #expect(mark.exitCode == 0, "\(mark.errors)")
        let result = try ca.ca("renew", "--due", "1d", "--exit-code", "--new-key")
        #expect(result.output.contains("Finished what was interrupted: www.example"))
        // The key that this run would have made is none that was written.
        #expect(!result.output.contains("-key.pem"))
        #expect(try ca.serialNumber(of: "www.example.pem") == new)
        #expect(try ca.serialNumber(of: "www.example-fullchain.pem") == new)
        try ca.ca("renew", "--due", "1d", "--exit-code", expecting: 3)
    }

    @Test("Two processes that renew what is due renew each certificate once", arguments: [[], ["--new-key"]])
    func concurrent(options: [String]) throws {
        let ca = try TeamCA()
        let names = (0..<5).map { "host\($0).example" }
        for name in names { try ca.ca("issue", "--days", "10", name) }
        try ca.age(days: 30)
        let lucid = try #require(Programs.lucid)
        let running = try (0..<3).map { _ in
            try RunningProgram(
                lucid, ["ca", "renew", "--due", "30d", "--for", "90d"] + options, folder: ca.folder.url)
        }
        for process in running {
            let result = try #require(try process.wait(seconds: 180))
            #expect(result.exitCode == 0, "\(result.errors)")
        }
        for name in names {
            let numbers = try ca.serialNumbers("--name", name)
            #expect(numbers.count == 2, "\(name)")
            #expect(try ca.serialNumber(of: "\(name).pem") == numbers.last)
            #expect(try ca.fits("\(name)-key.pem", "\(name)-fullchain.pem"))
        }
    }
}
