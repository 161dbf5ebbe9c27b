import Foundation
import LucidTestSupport
import Testing

@Suite("lucid convert")
struct ConvertCommandTests {
    private let folder: TemporaryFolder
    private let fixtures = Checkout.fixtures.appending(path: "openssl").path
    private var leaf: String { fixtures + "/certs/chain-p256-leaf.pem" }
    private var intermediate: String { fixtures + "/certs/chain-p256-intermediate.pem" }
    private var root: String { fixtures + "/certs/chain-p256-root.pem" }
    private var key: String { fixtures + "/keys/chain-p256-leaf.pem" }
    private var list: String { fixtures + "/crls/with-reasons.pem" }

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(Array("lucid-fixture\n".utf8), to: "passphrase")
    }

    /// Converts, with the fixtures' passphrase on both sides and few iterations for what is a p12.
    @discardableResult
    private func convert(_ arguments: String..., fast: Bool = true) throws -> ProgramResult {
        let isPKCS12 = zip(arguments, arguments.dropFirst()).contains { $0 == ("--to", "p12") }
        return try runLucid(
            ["convert"] + arguments + (isPKCS12 && fast ? ["--iterations", "2048"] : []),
            environment: ["LUCID_PASSPHRASE": "lucid-fixture"])
    }

    private func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.path(name))[.posixPermissions] as? Int
    }

    /// The subjects' common names of the certificates that a file has, by `lucid show`.
    private func shownNames(_ path: String) throws -> [String] {
        let shown = try runLucid("show", "--json", path, environment: ["LUCID_PASSPHRASE": "lucid-fixture"])
        #expect(shown.exitCode == 0, "\(shown.errors)")
        let items = try JSON(shown.stdout).array ?? []
        return items.flatMap { $0["kind"]?.string == "certificate" ? [$0] : $0["certificates"]?.array ?? [] }
            .compactMap { $0["subject"]?["text"]?.string }
    }

    @Test("certificates go from PEM to each form and back, the same octets", arguments: ["pem", "p7b", "p12"])
    func certificates(form: String) throws {
        let (there, back) = (folder.path("there"), folder.path("back"))
        #expect(try convert("--to", form, "--out", there, leaf, intermediate, root).exitCode == 0)
        #expect(try convert("--to", "pem", "--out", back, there).exitCode == 0)
        let before = try [leaf, intermediate, root].map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
        let after = String(decoding: try folder.read("back"), as: UTF8.self)
        func blocks(_ text: String) -> [Substring] { text.split(separator: "\n").filter { !$0.contains(" ") } }
        #expect(blocks(after) == blocks(before))
        // No private key is in it.
        #expect(try mode("there") == 0o644)
    }

    @Test("one structure goes to DER and back; more than one, and none, are refused")
    func der() throws {
        #expect(try convert("--to", "der", "--out", folder.path("der"), leaf).exitCode == 0)
        #expect(try folder.read("der") == Checkout.fixture("openssl/certs/chain-p256-leaf.der"))
        let several = try convert("--to", "der", "--out", folder.path("two"), leaf, root)
        #expect(several.exitCode == 2 && several.errors.contains("a DER file holds one thing, and here are 2"))
        #expect(try convert("--to", "der", "--out", folder.path("crl"), list).exitCode == 0)
        let request = fixtures + "/csrs/p256.pem"
        #expect(try convert("--to", "der", "--out", folder.path("csr"), request).exitCode == 0)
        let both = try convert("--to", "pem", folder.path("crl"), folder.path("csr"))
        #expect(both.output.contains("BEGIN X509 CRL") && both.output.contains("BEGIN CERTIFICATE REQUEST"))
        let nothing = try convert("--to", "p7b", request)
        #expect(nothing.exitCode == 2 && nothing.errors.contains("nothing to write"))
    }

    @Test("a key in DER or PEM is encrypted unless that is asked for, and for its owner alone")
    func keys() throws {
        let plain = try convert("--to", "pem", "--unencrypted", key)
        #expect(plain.output.hasPrefix("-----BEGIN PRIVATE KEY-----"))
        #expect(try convert("--to", "der", "--unencrypted", "--out", folder.path("key.der"), key).exitCode == 0)
        #expect(try mode("key.der") == 0o600)
        let again = try convert("--to", "pem", "--unencrypted", folder.path("key.der"))
        #expect(again.output == plain.output)
        let sealed = try convert("--to", "pem", key)
        #expect(sealed.output.hasPrefix("-----BEGIN ENCRYPTED PRIVATE KEY-----"))
        let noPassphrase = try runLucid(
            "convert", "--to", "pem", "--out-passphrase-file", folder.path("none"), "--out", folder.path("x"), key)
        #expect(noPassphrase.exitCode == 2)
        #expect(!FileManager.default.fileExists(atPath: folder.path("x")))
    }

    @Test("the key's certificate comes first in a p12, then its issuers; what was given in another order")
    func order() throws {
        let file = folder.path("a.p12")
        let other = fixtures + "/certs/root-p384.pem"
        #expect(try convert("--to", "p12", "--key", key, "--out", file, other, root, leaf, intermediate).exitCode == 0)
        let names = try shownNames(file)
        #expect(try names == [leaf, intermediate, root, other].flatMap(shownNames))
        #expect(try mode("a.p12") == 0o600)
        // In the same run a duplicate is dropped.
        #expect(try convert("--to", "p12", "--force", "--out", file, file, leaf, root).exitCode == 0)
        #expect(try shownNames(file) == names)
    }

    @Test("a key that belongs to none of the certificates is refused")
    func foreignKey() throws {
        let result = try convert("--to", "p12", "--key", key, "--out", folder.path("a.p12"), root)
        #expect(result.exitCode == 2 && result.errors.contains("belongs to none of the 1 certificates"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("a.p12")))
    }

    @Test("a key without any certificate is refused with words that say so")
    func keyAlone() throws {
        let result = try convert("--to", "p12", "--key", key, "--out", folder.path("a.p12"))
        #expect(result.exitCode == 2 && result.errors.contains("there is no certificate"), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("a.p12")))
    }

    @Test("names: the wanted one, the one it had, or the subject's")
    func names() throws {
        func name(_ path: String) throws -> String? {
            let shown = try runLucid("show", "--json", path, environment: ["LUCID_PASSPHRASE": "lucid-fixture"])
            return try JSON(shown.stdout).array?.first?["keys"]?.array?.first?["friendlyName"]?.string
        }
        try convert("--to", "p12", "--key", key, "--out", folder.path("a.p12"), leaf)
        #expect(try name(folder.path("a.p12")) == "p256.chain.example.test")
        try convert("--to", "p12", "--key", key, "--name", "Größe 😀", "--out", folder.path("b.p12"), leaf)
        #expect(try name(folder.path("b.p12")) == "Größe 😀")
        try convert("--to", "p12", "--out", folder.path("c.p12"), folder.path("b.p12"))
        #expect(try name(folder.path("c.p12")) == "Größe 😀")
    }

    @Test("nothing is overwritten without --force")
    func noOverwriting() throws {
        try folder.write(Array("mine".utf8), to: "out")
        let refused = try convert("--to", "pem", "--out", folder.path("out"), leaf)
        #expect(refused.exitCode == 2 && refused.errors.contains("use --force"))
        #expect(try folder.read("out") == Array("mine".utf8))
        #expect(try convert("--to", "pem", "--force", "--out", folder.path("out"), leaf).exitCode == 0)
    }

    @Test("wrong passphrase, MAC mismatch and unsupported cipher are three messages")
    func threeMessages() throws {
        let file = fixtures + "/pkcs12/modern.p12"
        let wrong = try runLucid("convert", "--to", "pem", file, environment: ["LUCID_PASSPHRASE": "wrong"])
        #expect(wrong.exitCode == 2 && wrong.errors.contains("the passphrase is wrong"))
        // The last octets are the MAC, its salt and the iterations: the octet before the salt's header is the MAC's last.
        var altered = try Checkout.fixture("openssl/pkcs12/modern.p12")
        altered[altered.count - 14] ^= 1
        try folder.write(altered, to: "altered.p12")
        let mismatch = try convert("--to", "pem", folder.path("altered.p12"))
        #expect(mismatch.exitCode == 2 && mismatch.errors.contains("the MAC does not match"), "\(mismatch.errors)")
        let unsupported = try convert("--to", "pem", fixtures + "/pkcs12/unsupported-rc4.p12")
        #expect(unsupported.exitCode == 2 && unsupported.errors.contains("pbeWithSHAAnd128BitRC4"))
        for result in [wrong, mismatch, unsupported] { #expect(result.errors.split(separator: "\n").count == 1) }
    }

    @Test(
        "options that do not go together are refused with exit code 2",
        arguments: [
            ["--to", "pem"], ["--to", "pkcs12", "x"], ["--to", "pem", "--legacy", "x"],
            ["--to", "p7b", "--key", "x", "y"],
            ["--to", "p12", "--unencrypted", "x"], ["--to", "pem", "--der", "x"], ["x"],
            ["--to", "p12", "--iterations", "1", "x"], ["--to", "p12", "--iterations", "10000001", "x"],
            ["--to", "p12", "--key", "x", "--no-keys", "y"], ["--to", "pem", "no-such-file"],
        ])
    func wrongOptions(arguments: [String]) throws {
        let result = try runLucid(["convert"] + arguments)
        #expect(result.exitCode == 2 && result.stdout.isEmpty && !result.stderr.isEmpty)
    }

    @Test("keys are left out of a PKCS#7 bundle with a remark, and of the rest with --no-keys")
    func noKeys() throws {
        let file = fixtures + "/pkcs12/modern.p12"
        let bundle = try convert("--to", "p7b", file)
        #expect(bundle.exitCode == 0 && bundle.errors.contains("left out: the private keys"))
        #expect(bundle.output.hasPrefix("-----BEGIN PKCS7-----"))
        let certificates = try convert("--to", "pem", "--no-keys", file)
        #expect(certificates.exitCode == 0 && certificates.errors.isEmpty)
        #expect(!certificates.output.contains("KEY") && certificates.output.contains("BEGIN CERTIFICATE"))
    }

    @Test(
        "standard input is read, whatever it is",
        arguments: ["pkcs12/legacy-rc2-40.p12", "pkcs7/signed-indefinite.p7m"])
    func standardInput(name: String) throws {
        let result = try runLucid(
            ["convert", "--to", "pem", "--no-keys", "-"], stdin: Checkout.fixture("openssl/\(name)"),
            environment: ["LUCID_PASSPHRASE": "lucid-fixture"])
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(result.output.components(separatedBy: "BEGIN CERTIFICATE").count == 4)
    }
}
