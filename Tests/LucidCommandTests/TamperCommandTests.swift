import Foundation
import LucidTestSupport
import LucidX509
import Testing

@Suite("lucid tamper")
struct TamperCommandTests {
    /// `lucid demo`'s files, made once.
    private static let folder: TemporaryFolder? = {
        guard let folder = try? TemporaryFolder() else { return nil }
        return (try? runLucid("demo", folder.path("pki")).exitCode) == 0 ? folder : nil
    }()

    private static let certificates = Checkout.fixtures.path + "/openssl/certs/"

    private func tamper(_ arguments: String..., stdin: [UInt8] = []) throws -> ProgramResult {
        let folder = try #require(Self.folder)
        let chain = folder.path("pki/localhost-fullchain.pem")
        return try runLucid(
            ["tamper", "--trust", folder.path("pki/root.pem")] + arguments.map { $0 == "CHAIN" ? chain : $0 },
            stdin: stdin)
    }

    private static let runs: [(arguments: String, code: Int32)] = [
        ("CHAIN", 0),
        ("--change name,date --resign CHAIN", 0),
        ("--at-byte 0x10.7 CHAIN", 0),
        ("--to bank.example --host localhost CHAIN", 0),
        ("--change twin CHAIN", 1),
        ("--certificate 2 CHAIN", 0),
        ("--certificate 3 CHAIN", 2),
        ("--change nothing CHAIN", 2),
        ("--at-byte 99999 CHAIN", 2),
        ("--at-byte 1.8 CHAIN", 2),
        ("--host example.com CHAIN", 2),
        ("--host example.com --anyway CHAIN", 0),
        ("--at 2099-01-01 CHAIN", 2),
        ("--in-store CHAIN", 2),
        ("--every-bit --resign CHAIN", 2),
        ("--out x.pem CHAIN", 2),
        ("no-such-file.pem", 2),
        ("/dev/null", 2),
        ("--change date --until 2030-01-01 CHAIN", 0),
        ("", 2),
    ]

    @Test(
        "exit codes: 0 all caught, 1 something not, 2 unusable",
        arguments: runs)
    func exitCodes(_ arguments: String, _ code: Int32) throws {
        let words = arguments.split(separator: " ").map { String($0) }
        let folder = try #require(Self.folder)
        let chain = folder.path("pki/localhost-fullchain.pem")
        let result = try runLucid(
            ["tamper", "--trust", folder.path("pki/root.pem")] + words.map { $0 == "CHAIN" ? chain : $0 })
        #expect(result.exitCode == code, "\(result.errors)")
        #expect(result.output.isEmpty == (code == 2))
        if code == 2 { #expect(!result.errors.isEmpty) }
    }

    @Test func `the usual changes are told in a table and one after the other`() throws {
        let text = try tamper("--host", "localhost", "CHAIN").output
        for words in [
            "as it is: ✓ accepted", "    localhost ← Lucid Demo Issuing CA ← Lucid Demo Root CA",
            "change      caught by",
            "the comparison of both algorithms", "7. algorithms: ", "“localhost” → “1ocalhost”", "identity.dns-name",
            "u1·G + u2·Q", "✗ they differ",
        ] { #expect(text.contains(words), "\(words)") }
    }

    @Test func `a self-signed certificate is its own trust anchor, which is told`() throws {
        let folder = try #require(Self.folder)
        let root = folder.path("pki/root.pem")
        let sent = try runLucid("tamper", "--change", "bit", root)
        #expect(sent.exitCode == 0 && sent.errors.contains("is self-signed, is the trust anchor"))
        // A chain with its root: the copy that is sent is not looked at, the one in the store is not verified.
        let chain = try folder.read("pki/localhost-fullchain.pem") + folder.read("pki/root.pem")
        for arguments in [[], ["--in-store"]] {
            let result = try runLucid(
                ["tamper", "--change", "bit", "--certificate", "3"] + arguments + ["-"], stdin: chain)
            #expect(result.exitCode == 1 && result.output.contains("NOTHING CATCHES IT"), "\(result.errors)")
            let words = result.output.split { $0.isWhitespace }.joined(separator: " ")
            #expect(words.contains("(RFC 5280 §6.1.1(d)"))
        }
    }

    @Test func `the changed certificate is written, marked, and refused by openssl`() throws {
        let folder = try #require(Self.folder)
        let out = folder.path("tampered.pem")
        #expect(try tamper("--change", "date", "--out", out, "CHAIN").exitCode == 0)
        let text = String(decoding: try folder.read("tampered.pem"), as: UTF8.self)
        #expect(text.hasPrefix("TAMPERED for a lesson by lucid tamper, not by its issuer: date: notAfter 20"))
        #expect(text.contains("\n-----BEGIN CERTIFICATE-----\n"))
        #expect(try tamper("--change", "date", "--out", out, "CHAIN").exitCode == 2)
        #expect(try tamper("--change", "flag", "--out", out, "--force", "CHAIN").exitCode == 0)
        let verified = try runLucid(
            "verify", "--trust", folder.path("pki/root.pem"), "--intermediates", folder.path("pki/intermediate.pem"),
            out)
        #expect(verified.exitCode == 1)
        guard let openssl = Programs.openssl else { return }
        let refused = try Programs.run(
            openssl,
            ["verify", "-CAfile", folder.path("pki/root.pem"), "-untrusted", folder.path("pki/intermediate.pem"), out])
        #expect(refused.exitCode != 0 && refused.errors.contains("certificate signature failure"))
        // On standard output there is the certificate alone.
        let piped = try tamper("--change", "flag", "--out", "-", "CHAIN")
        #expect(piped.output == String(decoding: try folder.read("tampered.pem"), as: UTF8.self))
        #expect(piped.errors.contains("caught by the signature"))
    }

    @Test func `an expired certificate that is made valid again is caught by its signature`() throws {
        let folder = try #require(Self.folder)
        let leaf = try #require(CertificateFile(try folder.read("pki/localhost.pem")).certificates.first)
        let after = "@\(leaf.validity.notAfter.time.adding(seconds: 3600).secondsSince1970)"
        let date = try tamper("--at", after, "--change", "date", "CHAIN")
        #expect(date.exitCode == 0 && date.errors.contains("has expired"), "\(date.errors)")
        #expect(date.output.contains("✗ refused") && date.output.contains("path.signature"))
        // Only the original has expired.
        #expect(date.output.components(separatedBy: "expired at").count == 2)
        let name = try tamper("--at", after, "--change", "name", "CHAIN")
        #expect(name.exitCode == 2 && name.errors.contains("--anyway goes on"))
    }

    /// RSA, because its reference arithmetic is quick in debug builds too.
    @Test func `every bit of an RSA certificate is caught`() throws {
        let result = try runLucid(
            "tamper", "--every-bit", "--json", "--trust", Self.certificates + "chain-rsa-root.pem", "--intermediates",
            Self.certificates + "chain-rsa-intermediate.pem", Self.certificates + "chain-rsa-leaf.pem")
        #expect(result.exitCode == 0, "\(result.errors)")
        let object = try JSON(result.stdout)
        let bits = try #require(object["everyBit"])
        #expect(bits["uncaught"]?.array?.isEmpty == true && bits["bits"]?.array?.count == bits["bitCount"]?.number)
        #expect(bits["bitCount"]?.number == bits["caughtCount"]?.number)
        try expectDocumented(object)
    }

    @Test func `bits that nothing catches are exit code 1, and told`() throws {
        // Nobody knows the issuer, so no signature is checked, and that is so before and after.
        let leaf = Self.certificates + "date-generalized-before-2050.pem"
        let trust = Self.certificates + "chain-p256-root.pem"
        let result = try runLucid("tamper", "--anyway", "--every-bit", "--trust", trust, leaf)
        #expect(result.exitCode == 1 && result.output.contains("bits are caught by nothing:"), "\(result.errors)")
        #expect(result.output.contains("as it is: ✗ refused"))
    }

    @Test func `the JSON's members are documented`() throws {
        let changes = try tamper("--json", "--resign", "--host", "localhost", "CHAIN")
        #expect(changes.exitCode == 0)
        let object = try JSON(changes.stdout)
        #expect(object["changes"]?.array?.count == 7)
        #expect(object["changes"]?.array?.allSatisfy { $0["outcome"]?["isCaught"]?.bool == true } == true)
        try expectDocumented(object)
        try expectDocumented(try JSON(tamper("--json", "--change", "twin", "CHAIN").stdout))
    }

    /// The members that other sections describe.
    private static let others: Set<String> = ["before", "verification"]

    private func expectDocumented(_ object: JSON) throws {
        let page = try String(contentsOf: Checkout.top.appending(path: "Documentation/json.md"), encoding: .utf8)
        let rest = try #require(page.components(separatedBy: "\n## lucid tamper\n").last)
        let section = try #require(rest.components(separatedBy: "\n## ").first)
        var keys: Set<String> = []
        func collect(_ value: JSON) {
            keys.formUnion(value.keys)
            for key in value.keys where !Self.others.contains(key) { value[key].map(collect) }
            for element in value.array ?? [] { collect(element) }
        }
        collect(object)
        for key in keys { #expect(section.contains("| `\(key)`") || section.contains(", `\(key)`"), "\(key)") }
    }
}
