import Foundation
import LucidTestSupport

import Testing

@Suite("Nothing from outside reaches a terminal raw")
struct SafeOutputTests {
    private static let hostile =
        (try? Checkout.fixtures(in: "openssl/certs").filter { $0.contains("hostile") || $0.contains("right-to-left") })
        ?? []

    /// Characters that a terminal obeys or that hide and reorder text. Line feeds are the command's own.
    private func unsafe(_ bytes: [UInt8]) -> [Unicode.Scalar] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0a: false
            case 0..<0x20, 0x7f..<0xa0, 0x200b...0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff: true
            default: false
            }
        }
    }

    @Test("Hostile names, as text and as JSON", arguments: hostile)
    func hostileNames(_ file: String) throws {
        let path = Checkout.fixtures.appending(path: file).path
        for arguments in [
            ["show"], ["show", "--json"], ["explain"], ["explain", "--json"], ["verify", "--trace"],
            ["verify", "--trace", "--json"], ["tamper", "--anyway", "--resign"], ["tamper", "--anyway", "--json"],
        ] {
            let trust = ["verify", "tamper"].contains(arguments[0]) ? ["--trust", path] : []
            let result = try runLucid(arguments + trust + [path])
            #expect(result.hasEndedWell)
            #expect(unsafe(result.stdout) == [] && unsafe(result.stderr) == [], "\(arguments): \(result.output)")
        }
    }

    @Test("A line that a name pretends to be is not one")
    func forgedLines() throws {
        let path = Checkout.fixtures.appending(path: "openssl/certs/name-hostile-control.pem").path
        let lines = try runLucid("show", path).output.split(separator: "\n").map { $0.drop { $0 == " " } }
        #expect(!lines.contains { $0.hasPrefix("Issuer: CN=forged") || $0.hasPrefix("Subject: CN=injected") })
        #expect(lines.contains { $0.contains("CN=first\\0ASubject: CN=injected") })
    }

    @Test("Hostile file names, PEM labels and arguments")
    func hostileFiles() throws {
        let folder = try TemporaryFolder()
        let evil = "a\u{1b}[31mb\nc\u{202e}.pem"
        let pem = try Checkout.fixture("openssl/certs/leaf-p256.pem")
        try folder.write(pem, to: evil)
        try folder.write(
            Array("-----BEGIN \u{1b}[31mX\u{7}-----\nAAAA\n-----END \u{1b}[31mX\u{7}-----\n".utf8), to: "label")
        let runs = [
            ["show", folder.path(evil)], ["show", "--json", folder.path(evil)],
            ["show", folder.path("missing\u{1b}[2J")],
            ["show", folder.path("label")], ["verify", folder.path("label")], ["verify", folder.path(evil)],
            ["verify", "--host", "a\u{1b}[31m", folder.path(evil)],
            ["verify", "--trust", folder.path("label"), folder.path(evil)],
        ]
        for arguments in runs {
            let result = try runLucid(arguments)
            #expect(result.hasEndedWell && unsafe(result.stdout) == [] && unsafe(result.stderr) == [], "\(arguments)")
        }
        // Programs get the name as it is.
        #expect(
            try JSON(runLucid("show", "--json", folder.path(evil)).stdout).array?.first?["file"]?.string
                == folder.path(evil))
        try folder.write([], to: "pki\u{1b}[31m")
        let demo = try runLucid("demo", folder.path)
        #expect(demo.exitCode == 0 && unsafe(demo.stdout) == [] && unsafe(demo.stderr) == [])
    }
}

@Suite("Colours", .enabled(if: Programs.python3 != nil, "python3, which lends a terminal, is not installed"))
struct ColourTests {
    private static let leaf = Checkout.fixtures.appending(path: "openssl/certs/ext-many.pem").path

    /// What `lucid show` writes on a terminal.
    private func onTerminal(_ environment: [String: String]) throws -> String {
        let script = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"
        let lucid = try #require(Programs.lucid)
        let result = try Programs.run(
            try #require(Programs.python3), ["-c", script, lucid, "show", Self.leaf],
            environment: ["TERM": "xterm", "NO_COLOR": ""].merging(environment) { $1 })
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.contains("basicConstraints"))
        return result.output
    }

    @Test("On a terminal there are some, unless somebody wants none")
    func terminal() throws {
        #expect(try onTerminal([:]).contains("\u{1b}[33m critical"))
        #expect(try !onTerminal(["NO_COLOR": "1"]).contains("\u{1b}"))
        #expect(try !onTerminal(["TERM": "dumb"]).contains("\u{1b}"))
    }

    @Test("Elsewhere there are none")
    func noTerminal() throws {
        let folder = try TemporaryFolder()
        for arguments in [["show", Self.leaf], ["verify", "--trace", Self.leaf], ["demo", folder.path], ["--help"]] {
            let result = try runLucid(arguments, environment: ["TERM": "xterm", "NO_COLOR": "", "CLICOLOR_FORCE": "1"])
            #expect(!result.output.contains("\u{1b}") && !result.errors.contains("\u{1b}"))
        }
    }
}
