import Foundation
import LucidTestSupport
import Testing

@Suite("lucid explain")
struct ExplainCommandTests {
    private static let folder = Checkout.fixtures.path + "/openssl/"
    private static let leaf = folder + "certs/chain-p256-leaf.pem"

    @Test(
        "exit codes: 0 fine, 1 malformed and explained all the same, 2 unusable",
        arguments: [
            ("certs/chain-p256-leaf.pem", 0), ("certs/chain-p256-leaf.der", 0), ("pkcs12/modern-indefinite.p12", 0),
            ("keys/enc-rsa-2048-aes256-traditional.pem", 0), ("ocsp/revoked.der", 0), ("crls/with-reasons.pem", 0),
            ("bundles/truncated-der-in-middle.pem", 1), ("bundles/bad-base64-in-middle.pem", 1),
            ("certs/name-hostile-bad-utf8.pem", 1), ("certs/no-such-file.pem", 2),
        ])
    func exitCodes(_ file: String, _ code: Int32) throws {
        let result = try runLucid("explain", Self.folder + file)
        #expect(result.exitCode == code, "\(result.errors)")
        #expect(result.output.isEmpty == (code == 2))
        #expect(result.errors.isEmpty == (code != 2))
    }

    @Test(arguments: [["explain", "--force", leaf], ["evidence", "--force", "path.is-ca"]])
    func `there is nothing to overwrite without --html`(arguments: [String]) throws {
        let result = try runLucid(arguments)
        #expect(result.exitCode == 2 && result.output.isEmpty && result.errors.contains("--force goes with --html"))
    }

    @Test func `standard input is explained as a file is`() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: Self.leaf)))
        let piped = try runLucid("explain", "--brief", "-", stdin: bytes)
        let read = try runLucid("explain", "--brief", Self.leaf)
        #expect(piped.exitCode == 0)
        #expect(piped.output == read.output.replacing(Self.leaf, with: "standard input"))
    }

    @Test(
        "the line of an offset, decimal or hexadecimal",
        arguments: [("420", 0), ("0x1a4", 0), ("768", 2), ("x", 2), ("-1", 2)])
    func offsets(_ offset: String, _ code: Int32) throws {
        let result = try runLucid("explain", "--brief", "--at=\(offset)", Self.leaf)
        #expect(result.exitCode == code)
        guard code == 0 else { return }
        let last = result.output.split(separator: "\n").last ?? ""
        #expect(last.hasPrefix(" 418  06 03 55 1d 23 ") && last.hasSuffix("extnID  authorityKeyIdentifier (2.5.29.35)"))
    }

    @Test func `several files and blocks are a JSON array, whose members are documented`() throws {
        let files = [
            "bundles/free-text.pem", "bundles/bad-base64-in-middle.pem", "bundles/truncated-der-in-middle.pem",
            "keys/enc-rsa-2048-aes256-traditional.pem", "pkcs12/modern-indefinite.p12", "keys/p256.pem",
        ].map { Self.folder + $0 }
        let result = try runLucid(["explain", "--json"] + files)
        #expect(result.exitCode == 1)
        let parts = try #require(try JSON(result.stdout).array)
        let kinds = Set(parts.compactMap { $0["kind"]?.string })
        #expect(kinds.isSuperset(of: ["certificate", "text", "unreadable", "pfx"]))
        try DocumentedMembers.expect(parts, in: "lucid explain")
    }

    @Test func `the lines of the JSON have every octet of the file`() throws {
        let parts = try #require(
            try JSON(runLucid("explain", "--json", Self.folder + "certs/ext-many.pem").stdout).array)
        let lines = try #require(parts.first?["lines"]?.array)
        let count = lines.reduce(0) { $0 + ($1["octets"]?.string?.count ?? 0) / 2 }
        #expect(count == parts.first?["octetCount"]?.number)
        #expect(lines.allSatisfy { $0["secret"] == nil })
    }

    @Test func `secrets are shown when asked for, and not before`() throws {
        let file = Self.folder + "keys/ed25519.der"
        let secret = hex(try Checkout.fixture("openssl/keys/ed25519.der").suffix(32))
        for arguments in [["--bytes"], ["--json"]] {
            let hidden = try runLucid(["explain"] + arguments + [file]).output
            let shown = try runLucid(["explain", "--secrets"] + arguments + [file]).output
            #expect(!hidden.contains(secret.prefix(16)))
            #expect(shown.contains(secret.prefix(16)) && !shown.contains("hidden"))
        }
    }
}
