import Foundation
import LucidTestSupport
import LucidX509
import Testing

@Suite("lucid ca sign: requests from anywhere")
struct CASignCommandTests {
    /// A request that openssl makes.
    private func request(
        _ ca: TeamCA, _ name: String, subject: String, key: String = "ec", _ extensions: String...
    ) throws {
        let kind = key == "ec" ? ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"] : ["-newkey", key]
        let wishes = extensions.flatMap { ["-addext", $0] }
        let made = try Programs.run(
            #require(Programs.openssl),
            ["req", "-new", "-nodes", "-keyout", "\(name).key", "-out", "\(name).csr", "-subj", subject] + kind
                + wishes,
            folder: ca.folder.url)
        #expect(made.exitCode == 0, "\(made.errors)")
    }

    @Test("A request by openssl gets a certificate that openssl and Lucid verify, with its key")
    func signed() throws {
        let ca = try TeamCA()
        try request(ca, "www", subject: "/CN=www.example", "subjectAltName=DNS:www.example,IP:192.0.2.1")
        let result = try ca.ca("sign", "www.csr")
        #expect(result.output.contains("✓ dNSName www.example") && result.output.contains("✓ Issued: www.example"))
        let verified = try ca.openssl(
            "verify", "-x509_strict", "-CAfile", "ca/root.pem", "-untrusted", "ca/issuing.pem", "-verify_hostname",
            "www.example", "www.example.pem")
        #expect(verified.exitCode == 0, "\(verified.errors)")
        let verdict = try runLucid(
            "verify", "--trust", ca.path("ca/root.pem"), "--host", "192.0.2.1", ca.path("www.example-fullchain.pem"))
        #expect(verdict.exitCode == 0, "\(verdict.output)")
        #expect(try ca.fits("www.key", "www.example.pem"))
        #expect(try ca.serialNumbers("--name", "www.example") == [ca.serialNumber(of: "www.example.pem")])
    }

    @Test("What the profile decides is told and not granted: nobody becomes a CA by asking")
    func dropped() throws {
        let ca = try TeamCA()
        try request(
            ca, "www", subject: "/CN=www.example", "basicConstraints=critical,CA:TRUE", "keyUsage=keyCertSign",
            "extendedKeyUsage=codeSigning", "nsComment=hello")
        let result = try ca.ca("sign", "--out", "made.pem", "www.csr")
        for part in ["basicConstraints", "keyUsage", "extKeyUsage", "netscapeComment"] {
            let line = try #require(result.output.split(separator: "\n").first { $0.contains(part) }, "\(part)")
            #expect(line.contains("dropped") || line.contains("altered"), "\(line)")
        }
        let text = try ca.openssl("x509", "-in", "made.pem", "-noout", "-text").output
        #expect(text.contains("CA:FALSE") && text.contains("TLS Web Server Authentication"))
        for part in ["Code Signing", "Certificate Sign", "hello"] { #expect(!text.contains(part), "\(part)") }
        #expect(FileManager.default.fileExists(atPath: ca.path("made-fullchain.pem")))
    }

    @Test("The policy's refusals name the rule, what is allowed, and where that is changed; nothing is issued")
    func refused() throws {
        let ca = try TeamCA("--dns", "example.internal")
        try request(ca, "bad", subject: "/CN=evil.test", key: "rsa:1024", "subjectAltName=DNS:evil.test")
        try request(ca, "good", subject: "/CN=www.example.internal")
        let result = try ca.ca("sign", "bad.csr", "good.csr", expecting: 1)
        for part in [
            "does not allow dNSName evil.test; allowed is example.internal", "RSA, 1024 bits", "ca/policy.json",
        ] {
            #expect(result.output.contains(part), "\(part): \(result.output)")
        }
        #expect(try ca.serialNumbers("--name", "example.internal").count == 1)
        #expect(try ca.serialNumbers("--name", "evil").isEmpty)
        let life = try ca.ca("sign", "--days", "1000", "--force", "good.csr", expecting: 1)
        #expect(life.output.contains("825d at most"), "\(life.output)")
    }

    @Test("A request whose signature does not hold is refused before anything else")
    func forged() throws {
        let ca = try TeamCA()
        try request(ca, "www", subject: "/CN=www.example")
        let text = try ca.folder.read("www.csr")
        let blocks = PEMReader.blocks(in: text.span).compactMap { try? $0.get() }
        var der = try #require(blocks.first).bytes
        // The name, and not the signature, is altered.
        let place = try #require(der.firstIndex(of: UInt8(ascii: "w")))
        der[place] = UInt8(ascii: "v")
        try ca.folder.write(der, to: "forged.csr")
        let result = try ca.ca("sign", "forged.csr", expecting: 1)
        #expect(result.output.contains("own signature does not hold"))
        #expect(try ca.serialNumbers("--name", "example").isEmpty)
    }

    @Test("A dry run tells the same, needs no key, and issues nothing")
    func dryRun() throws {
        let ca = try TeamCA()
        try request(ca, "www", subject: "/CN=www.example")
        try FileManager.default.removeItem(atPath: ca.path("ca/keys"))
        let result = try ca.ca("sign", "--dry-run", "--client", "--for", "12h", "www.csr")
        #expect(result.output.contains("Would be issued: www.example, profile client, for 12h"))
        let json = try ca.json("sign", "--dry-run", "www.csr") as? [[String: Any]]
        #expect(json?.first?["outcome"] as? String == "granted")
        #expect(try ca.serialNumbers("--name", "www").isEmpty)
        #expect(!FileManager.default.fileExists(atPath: ca.path("www.example.pem")))
    }

    @Test("A request for an intermediate is signed by the root, whose key must be there")
    func intermediate() throws {
        let ca = try TeamCA()
        try request(ca, "team", subject: "/CN=Team CA")
        try request(ca, "leaf", subject: "/CN=leaf.example", "subjectAltName=DNS:leaf.example")
        try ca.ca("sign", "--profile", "intermediate", "--out", "team.pem", "team.csr")
        // The team's CA issues with openssl, below Lucid's root.
        try ca.folder.write(Array("subjectAltName=DNS:leaf.example\n".utf8), to: "leaf.ext")
        let issued = try ca.openssl(
            "x509", "-req", "-in", "leaf.csr", "-CA", "team.pem", "-CAkey", "team.key", "-extfile", "leaf.ext", "-days",
            "9",
            "-out", "leaf.pem")
        #expect(issued.exitCode == 0, "\(issued.errors)")
        let verified = try ca.openssl("verify", "-CAfile", "ca/root.pem", "-untrusted", "team.pem", "leaf.pem")
        #expect(verified.exitCode == 0, "\(verified.errors)")
        try FileManager.default.removeItem(atPath: ca.path("ca/offline"))
        let refused = try ca.ca("sign", "--profile", "intermediate", "--force", "team.csr", expecting: 2)
        #expect(refused.errors.contains("must be brought back"))
    }

    @Test("Files that are there stay, and a file without a request is named")
    func files() throws {
        let ca = try TeamCA()
        try request(ca, "www", subject: "/CN=www.example")
        try ca.ca("sign", "www.csr")
        let old = try ca.folder.read("www.example.pem")
        #expect(try ca.ca("sign", "www.csr", expecting: 2).errors.contains("use --force"))
        #expect(try ca.folder.read("www.example.pem") == old)
        #expect(try ca.serialNumbers("--name", "www").count == 1)
        #expect(try ca.ca("sign", "ca/root.pem", expecting: 2).errors.contains("has no request"))
    }
}
