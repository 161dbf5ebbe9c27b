import Foundation
import LucidTestSupport
import Testing

@Suite("lucid ca: policy.json that can not be used says what to do")
struct CAPolicyFileTests {
    private func write(_ text: String, _ ca: TeamCA, _ name: String = "ca/policy.json") throws {
        try Data(text.utf8).write(to: ca.folder.url.appending(path: name))
    }

    @Test("a limit for a profile that nobody knows stops everything; one for a profile in use does not")
    func limits() throws {
        let ca = try TeamCA("--root-only")
        try write(#"{"longestLife": {"sever": "30d"}}"#, ca)
        let typing = try ca.ca("issue", "--for", "4y", "a.test", expecting: 2)
        #expect(typing.errors.contains("longestLife.sever"), "\(typing.errors)")
        try write(#"{"longestLife": {"printer": "30d"}}"#, ca)
        try write(#"{"name": "printer", "basedOn": "server"}"#, ca, "printer.json")
        try ca.ca("issue", "a.test", expecting: 2)
        let long = try ca.ca("issue", "--profile", "printer.json", "--for", "31d", "a.test", expecting: 1)
        #expect(long.errors.contains("30d at most"), "\(long.errors)")
        try ca.ca("issue", "--profile", "printer.json", "a.test")
        try ca.ca("issue", "b.test")
    }

    @Test("without the file nothing is issued, and the message makes another")
    func missing() throws {
        let ca = try TeamCA("--root-only")
        try FileManager.default.removeItem(atPath: ca.path("ca/policy.json"))
        let result = try ca.ca("issue", "a.test", expecting: 2)
        #expect(result.errors.contains("echo '{}' > ca/policy.json"), "\(result.errors)")
        try write("{}", ca)
        try ca.ca("issue", "a.test")
    }

    @Test("a missing part of the subject is told as the option that gives it")
    func attributes() throws {
        let ca = try TeamCA("--root-only")
        try write(#"{"subject": {"O": "supplied", "CN": "optional"}}"#, ca)
        let result = try ca.ca("issue", "a.test", expecting: 1)
        #expect(result.errors.contains("--subject O=…"), "\(result.errors)")
        try ca.ca("issue", "--subject", "O=Example", "a.test")
    }

    @Test(
        "a life that no certificate has is told with the number that was given",
        arguments: [
            (["--for", "0d"], "1d or more"), (["--days", "9999999999"], "--days 9999999999 is too large"),
        ])
    func lives(options: [String], part: String) throws {
        let result = try runLucid(["ca", "issue"] + options + ["a.test"])
        #expect(result.exitCode == 2 && result.errors.contains(part), "\(result.errors)")
    }
}
