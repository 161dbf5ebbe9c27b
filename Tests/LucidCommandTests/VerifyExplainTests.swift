import Foundation
import LucidTestSupport
import LucidX509
import Testing

/// `lucid verify --explain`: each number that it shows is computed again by Python.
struct VerifyExplainTests {
    @Test func `Python computes every number of a verification again, hashes included`() throws {
        let lucid = try #require(Programs.lucid), python = try #require(Programs.python3)
        let folder = try TemporaryFolder()
        #expect(try Programs.run(lucid, ["demo", folder.path("pki")]).exitCode == 0)
        let chain = folder.path("pki/localhost-fullchain.pem")
        let result = try Programs.run(
            lucid, ["verify", "--trust", folder.path("pki/root.pem"), "--explain", "--deep", "--json", chain])
        #expect(result.exitCode == 0 && result.errors == "")
        // The signed octets by Lucid's parser, the rest by Python.
        let certificates = CertificateFile([UInt8](try Data(contentsOf: URL(filePath: chain)))).certificates
        let messages = Dictionary(uniqueKeysWithValues: certificates.map { ("\($0.subject)", hex($0.tbsBytes)) })
        let script = """
            import json, sys
            verdict = json.loads(sys.argv[1])
            messages = json.loads(sys.argv[2])
            cases = [dict(verification=one["verification"], states=one["hash"], hash="sha256", message=messages[one["subject"]])
                     for one in verdict["signatures"]]
            assert len(cases) == 2
            print(json.dumps(cases))
            """
        let names = String(decoding: try JSONEncoder().encode(messages), as: UTF8.self)
        let cases = try Programs.run(python, ["-c", script, result.output, names])
        #expect(cases.errors == "")
        let recomputed = try Programs.run(
            python, [Checkout.fixtures.appending(path: "worked/recompute.py").path], stdin: cases.stdout)
        #expect(recomputed.errors == "")
        let lines = recomputed.output.split(separator: "\n")
        #expect(lines.count == 1 && lines[0].hasSuffix("numbers computed"), "\(lines.prefix(3))")
    }

    @Test func `the story stands before the verdict`() throws {
        let lucid = try #require(Programs.lucid)
        let folder = try TemporaryFolder()
        #expect(try Programs.run(lucid, ["demo", folder.path("pki")]).exitCode == 0)
        let arguments = [
            "verify", "--trust", folder.path("pki/root.pem"), "--explain", folder.path("pki/localhost-fullchain.pem"),
        ]
        let story = try Programs.run(lucid, arguments)
        #expect(story.exitCode == 0)
        let initialization = try #require(story.output.range(of: "RFC 5280 §6.1.2"))
        let verdict = try #require(story.output.range(of: "accepted:"))
        #expect(initialization.lowerBound < verdict.lowerBound)
        #expect(try Programs.run(lucid, ["verify", "--deep", "x.pem"]).errors.contains("--deep goes with --explain"))
        let both = try Programs.run(lucid, ["verify", "--trace", "--explain", "x.pem"])
        #expect(both.exitCode == 2 && both.errors.contains("ask for one of them"))
    }
}
