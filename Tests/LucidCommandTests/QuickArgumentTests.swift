import ArgumentParser
import LucidX509
import Testing

@testable import lucid

/// The quick reader of `lucid verify`'s arguments beside the parser that it goes before.
@Suite struct QuickArgumentTests {
    /// Every option of the command, written in the usual way.
    static let taken = [
        "leaf.pem", "-", "a.pem b.pem - c.der", "--trust root.pem leaf.pem", "leaf.pem --trust root.pem",
        "--trust a --trust b --intermediates c --intermediates d --host e --host f leaf",
        "--email a@example.com --crl a.crl --crl b.crl --ocsp a.ocsp leaf", "--purpose client leaf",
        "--purpose any --profile webPKI --at 2026-07-01T00:00:00Z --revocation if-present leaf",
        "--at @1782864000 --revocation require --max-depth 3 leaf", "--trace --json leaf",
        "--inhibit-policy-mapping --inhibit-any-policy --revocation off leaf",
    ]

    @Test(arguments: taken) func `what it takes means the same to the parser`(line: String) throws {
        let arguments = line.split(separator: " ").map(String.init)
        let quick = try #require(VerifyRequest(quickly: arguments[...]))
        let parsed = try #require(try VerifyCommand.parseAsRoot(arguments) as? VerifyCommand)
        #expect(quick == parsed.request)
    }

    @Test(arguments: [
        "", "--help", "leaf --help", "-h", "--version", "--trust", "leaf --trust", "--trust --host x leaf",
        "--trust=a leaf",
        "--purpose tls leaf", "--profile strict leaf", "--at yesterday leaf", "--revocation maybe leaf", "--ndjson",
        "--max-depth -1 leaf", "--max-depth x leaf", "--max-depth 1 --max-depth 2 leaf", "--trace --trace leaf",
        "--policy 1.2.3 leaf", "--no-such leaf", "-- leaf", "-x", "--purpose any --purpose any leaf",
    ])
    func `anything else is left to the parser`(line: String) {
        #expect(VerifyRequest(quickly: line.split(separator: " ").map(String.init)[...]) == nil)
    }

    @Test func `random command lines that it takes mean the same to the parser`() throws {
        let words = [
            "leaf", "-", "--trust", "--host", "--purpose", "client", "any", "--at", "@1782864000", "--json", "--trace",
            "--max-depth", "2", "--revocation", "off", "--profile", "rfc5280", "--crl", "--email", "--ocsp", "", "--",
            "--trust=x", "--intermediates", "--inhibit-any-policy", "--ndjson", "-j", "é", "@file",
        ]
        var takenCount = 0
        for _ in 0..<1000 {
            let arguments = (0..<Int.random(in: 0...7)).map { _ in words[Int.random(in: 0..<words.count)] }
            guard let quick = VerifyRequest(quickly: arguments[...]) else { continue }
            takenCount += 1
            let parsed = try VerifyCommand.parseAsRoot(arguments) as? VerifyCommand
            #expect(parsed?.request == quick, "\(arguments)")
        }
        #expect(takenCount > 50)
    }
}
