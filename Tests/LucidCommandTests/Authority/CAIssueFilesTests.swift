import Foundation
import LucidTestSupport
import Testing

@Suite("lucid ca issue: the files are certain before the certificate is issued")
struct CAIssueFilesTests {
    @Test("Of several processes with one name, one issues, and the others issue nothing")
    func sameName() throws {
        let ca = try CommandAuthority("--root-only")
        let lucid = try #require(Programs.lucid)
        let running = try (0..<6).map { _ in
            try RunningProgram(lucid, ca.arguments("issue", ["--out", ca.folder.path, "con.test"]))
        }
        let results = try running.map { try #require(try $0.wait(seconds: 120)) }
        #expect(results.filter { $0.exitCode == 0 }.count == 1)
        for result in results where result.exitCode != 0 {
            #expect(result.exitCode == 2 && result.errors.contains("nothing was issued"), "\(result.errors)")
        }
        #expect(try ca.issued().count == 1)
        let match = try runLucid("key", "match", ca.folder.path("con.test-key.pem"), ca.folder.path("con.test.pem"))
        #expect(match.exitCode == 0, "\(match.errors)")
    }

    @Test("Where no file can be made, nothing is issued", .enabled(if: FileManager.default.fileExists(atPath: "/proc")))
    func unwritable() throws {
        let ca = try CommandAuthority("--root-only")
        let result = try ca.run("issue", "--out", "/proc", "a.test")
        #expect(result.exitCode == 2 && result.errors.contains("nothing was issued"), "\(result.errors)")
        #expect(try ca.issued().isEmpty)
    }

    @Test("--force does not go over a folder", arguments: ["a.test.pem", "a.test-key.pem", "a.test-fullchain.pem"])
    func folder(name: String) throws {
        let ca = try CommandAuthority("--root-only")
        try FileManager.default.createDirectory(atPath: ca.folder.path(name), withIntermediateDirectories: false)
        let result = try ca.run("issue", "--force", "a.test")
        #expect(result.exitCode == 2 && result.errors.contains("\(name): is a folder, not a file; nothing was issued"))
        #expect(try ca.issued().isEmpty)
        #expect(try ca.files() == [name])
    }

    @Test("What the CA itself refuses leaves no key behind, and the old one with --force")
    func refusedByTheCA() throws {
        let ca = try CommandAuthority("--root-only", "--days", "10")
        try ca.folder.write(Array(#"{"longestLife":{"server":"400d"}}"#.utf8), to: "ca/policy.json")
        let refused = try ca.run("issue", "--days", "300", "a.test")
        #expect(refused.exitCode == 2 && refused.errors.contains("outlive"), "\(refused.errors)")
        #expect(try ca.files() == [])
        #expect(try ca.run("issue", "--days", "5", "a.test").exitCode == 0)
        let key = try ca.folder.read("a.test-key.pem")
        #expect(try ca.run("issue", "--force", "--days", "300", "a.test").exitCode == 2)
        #expect(try ca.folder.read("a.test-key.pem") == key)
        #expect(try ca.files().count == 3)
    }

    @Test("A CA that is not there is told before a file that is")
    func noAuthority() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: "a.test-key.pem")
        let result = try runLucid("ca", "issue", "--ca", "none", "a.test", folder: folder.url)
        #expect(result.exitCode == 2 && result.errors.hasPrefix("lucid: none: there is no CA"), "\(result.errors)")
    }

    @Test("A list whose file can not be made uses up no number", arguments: ["nowhere/x.crl", "folder"])
    func listPlace(place: String) throws {
        let ca = try CommandAuthority("--root-only")
        try FileManager.default.createDirectory(atPath: ca.folder.path("folder"), withIntermediateDirectories: false)
        let result = try ca.run("crl", "--force", "--out", place)
        #expect(result.exitCode == 2 && result.errors.hasPrefix("lucid: \(place): "), "\(result.errors)")
        #expect(try JSON(try ca.run("crl", "--out", "x.crl", "--json").stdout)["number"]?.number == 1)
    }

    @Test("lucid ca sign --json says why a granted request was not issued")
    func signingProblem() throws {
        let ca = try CommandAuthority("--root-only")
        let path = ca.folder.path("a.csr")
        #expect(try runLucid("request", "new", path, "--new-key", ca.folder.path("k.pem"), "a.test").exitCode == 0)
        try ca.folder.write([1], to: "a.test.pem")
        let result = try ca.run("sign", "--json", "a.csr")
        #expect(result.exitCode == 2)
        let wish = try #require(try JSON(result.stdout).array?.first)
        #expect(wish["outcome"]?.string == "granted" && wish["judgement"] != nil)
        #expect(wish["problem"]?.string?.hasPrefix("a.test.pem: exists already") == true, "\(result.output)")
        #expect(wish.keys.isSubset(of: try JSONDocument().members("lucid ca sign")))
    }
}
