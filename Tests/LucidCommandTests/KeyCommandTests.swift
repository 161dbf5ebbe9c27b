import Foundation
import LucidTestSupport
import Testing

@Suite("lucid key makes, converts and compares keys")
struct KeyCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
    }

    private func opensslCheck(_ name: String, _ more: [String] = []) throws -> ProgramResult {
        try Programs.run(
            try #require(Programs.openssl), ["pkey", "-in", folder.path(name), "-check", "-noout"] + more)
    }

    @Test(
        "New keys of every kind pass openssl's check and are for their owner alone",
        arguments: [
            "p256", "p384", "p521", "ed25519", "rsa-2048", "rsa:2048",
        ])
    func new(kind: String) throws {
        let result = try runLucid("key", "new", "--kind", kind, folder.path("key.pem"))
        #expect(result.exitCode == 0 && result.stdout.isEmpty && result.stderr.isEmpty, "\(result.errors)")
        #expect(try mode("key.pem") == 0o600)
        // OpenSSL has no check for Ed25519 keys; reading one is all that it does.
        let isChecked = kind != "ed25519"
        let check =
            isChecked
            ? try opensslCheck("key.pem")
            : try Programs.run(
                try #require(Programs.openssl), ["pkey", "-in", folder.path("key.pem"), "-noout"])
        #expect(check.exitCode == 0, "\(check.errors)")
    }

    @Test(
        "Kinds that there are not get a message and exit code 2",
        arguments: ["rsa-1024", "rsa-2049", "rsa-9000", "dsa", ""])
    func wrongKind(kind: String) throws {
        let result = try runLucid("key", "new", "--kind", kind, folder.path("key.pem"))
        #expect(result.exitCode == 2 && !result.stderr.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: folder.path("key.pem")))
    }

    @Test("Nothing is overwritten without --force")
    func noOverwriting() throws {
        try folder.write(Array("mine".utf8), to: "key.pem")
        let refused = try runLucid("key", "new", folder.path("key.pem"))
        #expect(refused.exitCode == 2 && refused.errors.contains("exists already; use --force"))
        #expect(try folder.read("key.pem") == Array("mine".utf8))
        #expect(try runLucid("key", "new", "--force", folder.path("key.pem")).exitCode == 0)
        #expect(try opensslCheck("key.pem").exitCode == 0)
        #expect(try mode("key.pem") == 0o600)
    }

    @Test(
        "A key is encrypted with a passphrase from a file, opened with one from the environment, and is the same key again"
    )
    func encryptAndDecrypt() throws {
        #expect(try runLucid("key", "new", folder.path("key.pem")).exitCode == 0)
        try folder.write(Array("long secret\nsecond line\n".utf8), to: "passphrase")
        let encrypted = try runLucid(
            "key", "encrypt", "--passphrase-file", folder.path("passphrase"), folder.path("key.pem"),
            folder.path("sealed.pem"))
        #expect(encrypted.exitCode == 0, "\(encrypted.errors)")
        #expect(try mode("sealed.pem") == 0o600)
        let text = String(decoding: try folder.read("sealed.pem"), as: UTF8.self)
        #expect(text.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"))
        #expect(try opensslCheck("sealed.pem", ["-passin", "pass:long secret"]).exitCode == 0)
        let structure = try Programs.run(
            try #require(Programs.openssl), ["asn1parse", "-in", folder.path("sealed.pem")])
        for part in ["PBES2", "PBKDF2", "hmacWithSHA256", "aes-256-cbc", "0927C0"] {  // 0927C0 is 600,000
            #expect(structure.output.contains(part), "\(part)")
        }
        let decrypted = try runLucid(
            "key", "decrypt", folder.path("sealed.pem"), environment: ["LUCID_PASSPHRASE": "long secret"])
        #expect(try decrypted.stdout == folder.read("key.pem"))
    }

    @Test("A wrong passphrase, none, and an empty one each get one clear error")
    func wrongPassphrases() throws {
        let sealed = Checkout.fixtures.appending(path: "openssl/keys/enc-req-newkey-default.pem").path
        let wrong = try runLucid("key", "public", sealed, environment: ["LUCID_PASSPHRASE": "wrong"])
        #expect(wrong.exitCode == 2 && wrong.errors.contains("the passphrase is wrong, or the file is damaged"))
        let empty = try runLucid("key", "public", sealed, environment: ["LUCID_PASSPHRASE": ""])
        #expect(empty.exitCode == 2 && empty.errors.contains("empty"))
        let missing = try runLucid("key", "public", "--passphrase-file", folder.path("none"), sealed)
        #expect(missing.exitCode == 2 && missing.errors.contains("no such file"))
        let right = try runLucid("key", "public", sealed, environment: ["LUCID_PASSPHRASE": "lucid-fixture"])
        #expect(right.exitCode == 0 && right.output.hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
    }

    @Test(
        "The public key is the one that openssl finds",
        arguments: ["rsa-2048", "p256", "p384", "p521", "ed25519", "rsa-2048-pkcs1"])
    func publicKey(name: String) throws {
        let path = Checkout.fixtures.appending(path: "openssl/keys/\(name).pem").path
        let lucid = try runLucid("key", "public", path)
        let openssl = try Programs.run(try #require(Programs.openssl), ["pkey", "-in", path, "-pubout"])
        #expect(lucid.output == openssl.output && lucid.exitCode == 0)
    }

    @Test("match tells whether key and certificate or request belong together")
    func match() throws {
        let fixtures = Checkout.fixtures.appending(path: "openssl")
        let key = fixtures.appending(path: "keys/chain-p256-leaf.pem").path
        let own = try runLucid("key", "match", key, fixtures.appending(path: "certs/chain-p256-leaf.pem").path)
        #expect(own.exitCode == 0 && own.output.contains(" belongs to the certificate in "))
        let other = try runLucid("key", "match", key, fixtures.appending(path: "certs/chain-rsa-leaf.pem").path)
        #expect(other.exitCode == 1 && other.output.contains(" does not belong to the certificate in "))
        let request = try runLucid(
            "key", "match", fixtures.appending(path: "keys/p256.pem").path,
            fixtures.appending(path: "csrs/p256.pem").path)
        #expect([0, 1].contains(request.exitCode) && request.output.contains("request"))
        #expect(try runLucid("key", "match", key, key).exitCode == 2)
    }

    @Test("Secret numbers are shown with --secret only")
    func secrets() throws {
        let path = Checkout.fixtures.appending(path: "openssl/keys/rsa-2048.pem").path
        let openssl = try Programs.run(try #require(Programs.openssl), ["pkey", "-in", path, "-text", "-noout"]).output
        let lines = openssl.split(separator: "\n")
        let start = try #require(lines.firstIndex(of: "prime1:"))
        let prime = lines[(start + 1)...].prefix { $0.hasPrefix("    ") }.joined().filter(\.isHexDigit).drop {
            $0 == "0"
        }
        #expect(prime.count == 256)
        for arguments in [["show"], ["show", "--json"], ["key", "show"], ["key", "show", "--json"]] {
            let plain = try runLucid(arguments + [path])
            #expect(plain.exitCode == 0 && !plain.output.contains(prime.prefix(40)), "\(arguments)")
            let secret = try runLucid(arguments + ["--secret", path])
            #expect(secret.exitCode == 0 && secret.output.contains(prime.prefix(40)), "\(arguments)")
        }
    }
}
