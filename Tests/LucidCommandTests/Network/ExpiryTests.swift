import Foundation
import LucidTestSupport
import Testing

@Suite("lucid expiry lists what ends when")
struct ExpiryTests {
    private static let fixtures = Checkout.fixtures.path + "/openssl/"
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func expiry(_ arguments: String...) throws -> ProgramResult {
        try runLucid(["expiry"] + arguments, folder: folder.url)
    }

    /// Copies a fixture into the folder.
    private func copy(_ fixture: String, to name: String) throws {
        try folder.write(try Checkout.fixture("openssl/" + fixture), to: name)
    }

    /// A demonstration PKI, whose server certificate ends in 90 days, its others years later.
    private func makePKI() throws { _ = try runLucid("demo", folder.path("pki")) }

    @Test("sorted by the end, each once, wherever it lies")
    func sorted() throws {
        try makePKI()
        let result = try expiry("pki")
        #expect(result.exitCode == 0 && result.stderr == [])
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 4 && lines[3] == "0 ended, 0 more within 30d, 3 later")
        #expect(lines[0].contains("CN=localhost") && lines[1].contains("CN=Lucid Demo Issuing CA"))
        // The server's certificate lies in its own file and in the chain, as does the intermediate.
        #expect(
            lines[0].contains(" in 89 days ")
                && lines[0].hasSuffix("pki/localhost-fullchain.pem, line 1, and 1 other place"))
    }

    @Test(
        "within says how near is soon", arguments: [("89d", Int32(0)), ("90d", 1), ("13w", 1), ("1y", 1), ("12h", 0)])
    func within(_ within: String, _ code: Int32) throws {
        try makePKI()
        #expect(try expiry("--within", within, "pki/localhost.pem").exitCode == code)
    }

    @Test("what has ended and what can not be read: the list is there, and the gap counts for more")
    func exitCodes() throws {
        let old = Self.fixtures + "certs/date-expired-1990.pem"
        let fine = Self.fixtures + "certs/date-no-expiry-9999.pem"
        #expect(try expiry(fine).exitCode == 0)
        let ended = try expiry(old, fine)
        #expect(ended.exitCode == 1 && ended.output.contains(" days ago ") && ended.output.hasPrefix("✗ 1"))
        let gap = try expiry(old, "missing.pem", fine)
        #expect(gap.exitCode == 2 && gap.output == ended.output)
        #expect(gap.errors == "lucid: missing.pem: no such file or folder\n")
        #expect(try expiry(fine, "missing.pem").exitCode == 2)
    }

    @Test("in folders what is no certificate is passed over; named itself, it is told")
    func folders() throws {
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "deep/deeper"), withIntermediateDirectories: true)
        try copy("certs/leaf-p256.pem", to: "deep/deeper/a.pem")
        try copy("keys/p256.pem", to: "deep/key.pem")
        try copy("csrs/p256.pem", to: "deep/request.pem")
        try folder.write(Array("notes\n".utf8), to: "deep/notes.txt")
        try folder.write([], to: "deep/empty.pem")
        try FileManager.default.createSymbolicLink(atPath: folder.path("deep/around"), withDestinationPath: "..")
        try FileManager.default.createSymbolicLink(atPath: folder.path("deep/nowhere"), withDestinationPath: "gone")
        mkfifo(folder.path("deep/pipe"), 0o600)
        let result = try expiry("deep")
        #expect(result.exitCode == 0 && result.stderr == [], "\(result.errors)")
        #expect(result.output.contains("deep/deeper/a.pem, line 1\n") && result.output.hasSuffix("1 later\n"))
        for name in ["key.pem", "request.pem", "notes.txt", "empty.pem", "nowhere"] {
            let alone = try expiry("deep/" + name)
            #expect(alone.exitCode == 2 && alone.stdout == [] && alone.errors.contains("deep/\(name): "), "\(name)")
        }
        try FileManager.default.removeItem(atPath: folder.path("deep/deeper"))
        let nothing = try expiry("deep")
        #expect(nothing.exitCode == 2 && nothing.errors == "lucid: deep: has no certificate and no revocation list\n")
    }

    @Test("broken certificates are told, in folders too, by their label or their name")
    func broken() throws {
        try copy("bundles/bad-base64-in-middle.pem", to: "bundle.txt")
        try folder.write([0x30, 0x03, 1, 2], to: "broken.crt")
        try folder.write([0x30, 0x03, 1, 2], to: "broken.bin")
        let result = try expiry(".")
        #expect(result.exitCode == 2 && result.output.hasSuffix("later\n"))
        #expect(result.errors.contains("./bundle.txt: line ") && result.errors.contains("./broken.crt: "))
        #expect(!result.errors.contains("broken.bin"))
    }

    @Test("revocation lists end with their next update, DER and standard input are read")
    func kinds() throws {
        let list = try expiry(Self.fixtures + "crls/with-reasons.pem")
        #expect(list.output.contains("revocation list of CN="), "\(list.output)\(list.errors)")
        #expect(try expiry(Self.fixtures + "certs/chain-p256-leaf.der").output.contains("chain-p256-leaf.der\n"))
        let piped = try runLucid("expiry", "-", stdin: try Checkout.fixture("openssl/certs/leaf-p256.pem"))
        #expect(piped.exitCode == 0 && piped.output.contains("standard input, line 1"))
    }

    @Test("PKCS#12 files are opened with LUCID_PASSPHRASE or an empty one; one that stays shut is a gap")
    func containers() throws {
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "stores"), withIntermediateDirectories: false)
        try copy("pkcs12/empty-passphrase.p12", to: "stores/open.p12")
        let open = try expiry("stores")
        #expect(open.exitCode == 0 && open.stderr == [], "\(open.errors)")
        #expect(open.output.contains("stores/open.p12"), "\(open.output)")
        try copy("pkcs12/legacy-3des.p12", to: "stores/shut.p12")
        let shut = try expiry("stores")
        #expect(shut.exitCode == 2 && shut.output.contains("stores/open.p12"))
        #expect(shut.errors == "lucid: stores/shut.p12: a PKCS#12 file that LUCID_PASSPHRASE does not open\n")
        #expect(try expiry("stores/shut.p12").errors == shut.errors)
        let both = try runLucid(
            ["expiry", "stores"], environment: ["LUCID_PASSPHRASE": "lucid-fixture"], folder: folder.url)
        #expect(both.exitCode == 0 && both.stderr == [], "\(both.errors)")
        #expect(both.output.contains("stores/shut.p12") || both.output.contains("1 other place"), "\(both.output)")
    }

    @Test("servers are asked", .enabled(if: Programs.openssl != nil, "openssl is not installed"))
    func servers() throws {
        try ServerKeys.make(in: folder)
        let server = try ServerProgram.openssl(folder, "rsa")
        let result = try expiry(server.place, "pki/root.pem")
        #expect(result.exitCode == 1)
        #expect(result.output.hasPrefix("! ") && result.output.contains("\(server.place), certificate 1\n"))
        let gone: String
        do { gone = try ServerProgram.openssl(folder, "rsa").place }
        let gap = try expiry(gone, server.place)
        #expect(
            gap.exitCode == 2 && gap.output.contains("CN=rsa") && gap.errors.contains("\(gone): refused the connection")
        )
    }
}
