import Foundation
import LucidTestSupport
import Testing

@Suite("lucid ca says what is wrong, and what to do")
struct CAMessageTests {
    /// Arguments behind `lucid ca` that need no CA, and what the message about them has.
    @Test(
        "Arguments that can not be used",
        arguments: [
            (["import"], "name the files of the certificates, or give --openssl"),
            (["import", "--policy", "x"], "name the files of the certificates, or give --openssl"),
            (["import", "--openssl", "nowhere"], "nowhere: no such file or folder"),
            (["import", "--openssl", "."], "name it with --certificate"),
            (["renew", "--all", "--due", "3d"], "give only one of these"),
            (["issue", "--for", "0d", "a.test"], "1d or more"),
            (["issue", "--for", "1m", "a.test"], "a whole number with h, d, w or y"),
            (["issue", "--days", "9999999999", "a.test"], "--days 9999999999 is too large"),
            (["renew", "--all", "--days", "9999999999"], "--days 9999999999 is too large"),
            (["crl", "--days", "999999999"], "--days 999999999 is too large"),
            (["init", "--no-passphrase", "--root-days", "99999999"], "--root-days 99999999 is too large"),
            (["init", "--no-passphrase", "--root-days", "3000000"], "--root-days 3000000 is too large"),
        ])
    func arguments(_ arguments: [String], _ part: String) throws {
        let folder = try TemporaryFolder()
        let result = try runLucid(["ca"] + arguments, folder: folder.url)
        #expect(result.exitCode == 2 && result.errors.contains(part), "\(result.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test("Folders, files and names that are not what is wanted")
    func places() throws {
        let ca = try CommandAuthority("--root-only")
        try FileManager.default.createDirectory(atPath: ca.folder.path("there"), withIntermediateDirectories: false)
        try ca.folder.write([1], to: "there/file")
        let export = try ca.run("export", "--openssl", "there")
        #expect(export.errors == "lucid: there: is not empty; --openssl takes a new or empty folder\n")
        let revoke = try ca.run("revoke", "missing.pem")
        #expect(revoke.exitCode == 2 && revoke.errors.contains("there is no file with this name"), "\(revoke.errors)")
        try ca.folder.write(Array("junk\n".utf8), to: "ca/keys/root-key.pem")
        let issue = try ca.run("issue", "a.test")
        #expect(issue.exitCode == 2 && issue.errors.contains("holds no private key in PEM"), "\(issue.errors)")
    }

    @Test("A pipe as the policy or as the key is refused at once", arguments: ["policy.json", "keys/root-key.pem"])
    func pipes(name: String) throws {
        let ca = try CommandAuthority("--root-only")
        try FileManager.default.removeItem(atPath: ca.path + "/" + name)
        mkfifo(ca.path + "/" + name, 0o600)
        let program = try RunningProgram(try #require(Programs.lucid), ca.arguments("issue", ["a.test"]))
        let result = try #require(try program.wait(seconds: 60), "it waits for ever")
        #expect(result.exitCode == 2 && result.errors.contains("is no regular file"), "\(result.errors)")
    }

    @Test("Lives that the CA's own end cuts short, or that go beyond it, are told")
    func cutShort() throws {
        let ca = try CommandAuthority("--root-only", "--days", "20")
        let list = try ca.run("crl", "--days", "40", "--out", "x.crl")
        #expect(list.exitCode == 0 && list.errors.contains("before the next list is due"), "\(list.errors)")
        #expect(try ca.run("crl", "--days", "10", "--out", "x.crl").errors.isEmpty)
        let responder = try ca.run("ocsp", "--new-responder", "--responder-life", "9999y")
        #expect(responder.exitCode == 0 && responder.errors.contains("cut short"), "\(responder.errors)")
        #expect(try !ca.run("ocsp", "--new-responder", "--responder-life", "5d").errors.contains("cut short"))
    }

    @Test("A bound on the length of files ends with a sentence, not with a signal")
    func fileLimit() throws {
        let ca = try CommandAuthority("--root-only")
        // The bound holds for the files that the test collects the output in, too: so it comes through a pipe.
        let script = "ulimit -c 0; { (ulimit -f 0; exec \"$0\" \"$@\"); echo \"code $?\"; } 2>&1 | cat"
        let arguments = ["-c", script, try #require(Programs.lucid)] + ca.arguments("issue", ["a.test"])
        let result = try Programs.run("/bin/sh", arguments, folder: ca.folder.url)
        #expect(result.output.hasSuffix("code 2\n") && result.output.hasPrefix("lucid: "), "\(result.output)")
    }
}
