import Foundation
import LucidTestSupport
import Testing

@Suite("A key file is whole at every moment")
struct KeyInterruptionTests {
    @Test("Killed at any moment while it overwrites a key, lucid leaves the old key or the new one")
    func killed() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("key.pem")
        let lucid = try #require(Programs.lucid)
        #expect(try runLucid("key", "new", path).exitCode == 0)
        var known: Set<[UInt8]> = [try folder.read("key.pem")]
        // How long it takes here and now, with all else that the machine is doing.
        let start = ContinuousClock.now
        #expect(try runLucid("key", "new", "--force", path).exitCode == 0)
        let duration = (ContinuousClock.now - start) / .microseconds(1)
        known.insert(try folder.read("key.pem"))
        let before = known.count
        for round in 0..<60 {
            let running = try RunningProgram(lucid, ["key", "new", "--force", path])
            // From at once to twice as long as it takes.
            usleep(UInt32(duration * Double(round) / 30))
            running.stop()
            let now = try folder.read("key.pem")
            #expect(now.starts(with: Array("-----BEGIN PRIVATE KEY-----\n".utf8)))
            #expect(now.reversed().starts(with: Array("\n-----YEK ETAVIRP DNE-----".utf8)))
            known.insert(now)
        }
        #expect(known.count > before, "no round let lucid finish: the delays are too short to show anything")
        let check = try Programs.run(try #require(Programs.openssl), ["pkey", "-in", path, "-check", "-noout"])
        #expect(check.exitCode == 0)
    }

    @Test("A full disk leaves the old key whole, and no part of the new one")
    func fullDisk() throws {
        let folder = try TemporaryFolder()
        let lucid = try #require(Programs.lucid)
        #expect(try runLucid("key", "new", folder.path("key.pem")).exitCode == 0)
        let old = try folder.read("key.pem")
        // A limit of no octets a file makes every write fail as a full disk does (EFBIG, once its signal is ignored).
        let result = try Programs.run(
            "/bin/sh",
            ["-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" key new --force \"$1\"", lucid, folder.path("key.pem")])
        #expect(result.exitCode == 2)
        #expect(try folder.read("key.pem") == old)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["key.pem"])
    }

    @Test("The prompt asks without echo", .enabled(if: Programs.python3 != nil, "python3 is missing"))
    func prompt() throws {
        // A terminal of its own, as a person has it: what is typed must not come back.
        let script = """
            import os, pty, sys, time
            pid, terminal = pty.fork()
            if pid == 0:
                os.execv(sys.argv[1], [sys.argv[1], "key", "public", sys.argv[2]])
            seen = b""
            while b"Passphrase" not in seen:
                seen += os.read(terminal, 1000)
            time.sleep(0.3)
            os.write(terminal, b"lucid-fixturX\\x7fe\\n")
            try:
                while True:
                    part = os.read(terminal, 1000)
                    if not part: break
                    seen += part
            except OSError:
                pass
            status = os.waitpid(pid, 0)[1]
            sys.stdout.buffer.write(seen)
            sys.exit(os.waitstatus_to_exitcode(status))
            """
        let sealed = Checkout.fixtures.appending(path: "openssl/keys/enc-req-newkey-default.pem").path
        let result = try Programs.run(
            try #require(Programs.python3), ["-c", script, try #require(Programs.lucid), sealed])
        #expect(result.exitCode == 0, "\(result.output) \(result.errors)")
        #expect(result.output.contains("-----BEGIN PUBLIC KEY-----"))
        #expect(!result.output.contains("fixtur"), "the passphrase was echoed")
    }
}
