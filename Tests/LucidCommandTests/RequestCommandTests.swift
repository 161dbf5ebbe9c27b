import Foundation
import LucidTestSupport
import Testing

@Suite("lucid request makes and verifies requests")
struct RequestCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func openssl(_ arguments: [String]) throws -> ProgramResult {
        try Programs.run(try #require(Programs.openssl), arguments)
    }

    @Test("A new key and a request for it, which openssl verifies", arguments: ["p256", "p384", "ed25519", "rsa-2048"])
    func new(kind: String) throws {
        let result = try runLucid(
            "request", "new", folder.path("a.csr"), "--new-key", folder.path("key.pem"), "--key-kind", kind,
            "--profile", "server", "www.example.test", "192.0.2.1", "bücher.example")
        #expect(result.exitCode == 0 && result.stdout.isEmpty, "\(result.errors)")
        let text = try openssl(["req", "-in", folder.path("a.csr"), "-noout", "-verify", "-text"])
        #expect(text.exitCode == 0 && text.output.contains("DNS:xn--bcher-kva.example"), "\(text.errors)")
        #expect(text.output.contains("CN = www.example.test") && text.output.contains("TLS Web Server Authentication"))
        #expect(text.output.contains("Key Encipherment") == kind.hasPrefix("rsa"))
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path("key.pem"))[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try runLucid("key", "match", folder.path("key.pem"), folder.path("a.csr")).exitCode == 0)
        #expect(try runLucid("request", "verify", folder.path("a.csr")).exitCode == 0)
    }

    @Test("An encrypted key is opened, and a new one is encrypted, with LUCID_PASSPHRASE")
    func encryptedKey() throws {
        let environment = ["LUCID_PASSPHRASE": "secret"]
        let made = try runLucid(
            ["request", "new", folder.path("a.csr"), "--new-key", folder.path("key.pem"), "--encrypt", "a.test"],
            environment: environment)
        #expect(made.exitCode == 0, "\(made.errors)")
        #expect(String(decoding: try folder.read("key.pem"), as: UTF8.self).contains("BEGIN ENCRYPTED PRIVATE KEY"))
        let again = ["request", "new", "-", "--key", folder.path("key.pem"), "--subject", "/C=DE/CN=b.test", "b.test"]
        let result = try runLucid(again, environment: environment)
        #expect(
            result.exitCode == 0 && result.output.hasPrefix("-----BEGIN CERTIFICATE REQUEST-----"), "\(result.errors)")
        let wrong = try runLucid(again, environment: ["LUCID_PASSPHRASE": "wrong"])
        #expect(wrong.exitCode == 2 && wrong.stdout.isEmpty && wrong.errors.contains("passphrase"))
        try folder.write(result.stdout, to: "b.csr")
        let shown = try runLucid("show", folder.path("b.csr"))
        #expect(shown.output.contains("CN=b.test,C=DE") && shown.output.contains("dNSName b.test"))
    }

    @Test(
        "What can not be made is refused before anything is written",
        arguments: [
            (["a..test"], "a..test"), (["--subject", "C=Germany", "a.test"], "two letters"),
            (["--subject", "CN", "a.test"], "at character 1"), (["--profile", "foo", "a.test"], "code-signing"),
            (["--profile", "missing.json", "a.test"], "missing.json"), ([], "--subject"),
            (["--key", "x", "a.test"], "One of"), (["--key-kind", "dsa", "a.test"], "dsa"),
        ])
    func refused(arguments: [String], message: String) throws {
        let result = try runLucid(
            ["request", "new", folder.path("a.csr"), "--new-key", folder.path("key.pem")] + arguments)
        #expect(result.exitCode == 2 && result.errors.contains(message), "\(result.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test("Nothing is overwritten without --force, neither the key nor the request")
    func noOverwriting() throws {
        let arguments = ["request", "new", folder.path("a.csr"), "--new-key", folder.path("key.pem"), "a.test"]
        try folder.write([1], to: "key.pem")
        #expect(try runLucid(arguments).exitCode == 2)
        #expect(!FileManager.default.fileExists(atPath: folder.path("a.csr")))
        #expect(try folder.read("key.pem") == [1])
        #expect(try runLucid(arguments + ["--force"]).exitCode == 0)
    }

    @Test("A profile from a file, and what is wrong with one")
    func profileFile() throws {
        try folder.write(
            Array(
                #"{"name": "signer", "life": "90d", "keyUsage": ["nonRepudiation"], "extendedKeyUsage": ["1.2.3"]}"#
                    .utf8),
            to: "signer.json")
        let result = try runLucid(
            "request", "new", folder.path("a.csr"), "--new-key", folder.path("key.pem"), "--profile",
            folder.path("signer.json"), "a.test")
        #expect(result.exitCode == 0, "\(result.errors)")
        let text = try openssl(["req", "-in", folder.path("a.csr"), "-noout", "-text"]).output
        #expect(text.contains("Non Repudiation") && text.contains("1.2.3"))
        try folder.write(
            Array(#"{"name": "signer", "life": "90", "keyUsage": ["nonRepudiation"]}"#.utf8), to: "bad.json")
        let bad = try runLucid(
            "request", "new", folder.path("b.csr"), "--key", folder.path("key.pem"), "--profile",
            folder.path("bad.json"),
            "a.test")
        #expect(
            bad.exitCode == 2 && bad.errors.contains("bad.json: life: “90” is not allowed; allowed is a whole number"))
    }

    @Test("verify: 0 where all signatures hold, 1 where one does not, 2 where there is no request")
    func verify() throws {
        let made = try runLucid("request", "new", folder.path("a.csr"), "--new-key", folder.path("key.pem"), "a.test")
        #expect(made.exitCode == 0)
        let der = try openssl(["req", "-in", folder.path("a.csr"), "-outform", "DER"]).stdout
        var broken = der
        broken[broken.count - 1] ^= 1
        try folder.write(der, to: "a.der")
        try folder.write(broken, to: "broken.der")
        try folder.write(Array("nothing".utf8), to: "none")
        let good = try runLucid("request", "verify", folder.path("a.csr"), folder.path("a.der"))
        #expect(good.exitCode == 0 && good.output.contains("made with the key that it is for"))
        let bad = try runLucid("request", "verify", folder.path("a.csr"), folder.path("broken.der"))
        #expect(bad.exitCode == 1 && bad.output.contains("RFC 2986 §3"))
        #expect(try runLucid("request", "verify", folder.path("key.pem")).exitCode == 2)
        #expect(try runLucid("request", "verify", folder.path("none"), folder.path("a.csr")).exitCode == 2)
        let json = try JSON(
            try runLucid("request", "verify", "--json", folder.path("a.csr"), folder.path("broken.der")).stdout)
        #expect(json.array?.map { $0["signatureHolds"]?.bool } == [true, false])
        #expect(json.array?[0]["problem"] == nil && json.array?[1]["problem"]?.string != nil)
        #expect(json.array?[0]["subject"]?.string == "CN=a.test")
    }
}
