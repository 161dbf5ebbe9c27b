import Foundation
import LucidTestSupport
import Testing

@Suite("lucid self-signed")
struct SelfSignedCommandTests {
    @Test("It makes a key that its owner alone reads, and a certificate that OpenSSL takes at its strictest")
    func makes() throws {
        let folder = try TemporaryFolder()
        let result = try runLucid("self-signed", "localhost", "127.0.0.1", folder: folder.url)
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.contains("  localhost-key.pem  ") && result.output.contains("  localhost.pem  "))
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path("localhost-key.pem"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let openssl = try #require(Programs.openssl)
        for purpose in [["-verify_hostname", "localhost"], ["-verify_ip", "127.0.0.1"], ["-purpose", "sslserver"]] {
            let verified = try Programs.run(
                openssl,
                ["verify", "-x509_strict"] + purpose + ["-CAfile", "localhost.pem", "localhost.pem"],
                folder: folder.url)
            #expect(verified.exitCode == 0, "\(purpose): \(verified.errors)")
        }
        #expect(try runLucid("key", "match", "localhost-key.pem", "localhost.pem", folder: folder.url).exitCode == 0)
    }

    @Test("It is valid for 90 days, or as long as was asked for", arguments: [([], 90), (["--for", "1y"], 365)])
    func life(_ options: [String], _ days: Int) throws {
        let folder = try TemporaryFolder()
        #expect(try runLucid(["self-signed", "localhost"] + options, folder: folder.url).exitCode == 0)
        let openssl = try #require(Programs.openssl)
        // A second less than whole days, for the last second counts.
        for (seconds, exitCode) in [(days * 86_400 - 600, Int32(0)), (days * 86_400, 1)] {
            let check = try Programs.run(
                openssl, ["x509", "-in", folder.path("localhost.pem"), "-noout", "-checkend", String(seconds)])
            #expect(check.exitCode == exitCode)
        }
    }

    @Test("It never overwrites a key or a certificate unless told to")
    func keepsFiles() throws {
        for name in ["localhost.pem", "localhost-key.pem"] {
            let folder = try TemporaryFolder()
            try folder.write([1], to: name)
            let refused = try runLucid("self-signed", "localhost", folder: folder.url)
            #expect(refused.exitCode == 2 && refused.errors.contains("\(name): exists already"), "\(refused.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name])
            #expect(try runLucid("self-signed", "--force", "localhost", folder: folder.url).exitCode == 0)
            #expect(try folder.read(name).count > 1)
        }
    }

    @Test(
        "What no server is called is refused, and nothing is written",
        arguments: [
            ("alice@example.test", "a server has DNS names and IP addresses"),
            ("https://example.test/", "a server has DNS names and IP addresses"), ("a b", "a b"),
        ])
    func noServer(_ name: String, _ reason: String) throws {
        let folder = try TemporaryFolder()
        let result = try runLucid("self-signed", "localhost", name, folder: folder.url)
        #expect(result.exitCode == 2 && result.errors.contains(reason), "\(result.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test("Its help says what trust in it costs")
    func help() throws {
        let help = try runLucid("self-signed", "--help").output.replacing("\n", with: " ")
        #expect(help.contains("Nobody trusts such a certificate before being given NAME.pem itself"))
        #expect(help.contains("nobody can revoke it"))
    }
}
