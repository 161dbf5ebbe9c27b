import LucidDER
import LucidExplain
import LucidTestSupport
import Testing

@Suite("What OpenSSL makes today", .enabled(if: Programs.openssl != nil, "no OpenSSL 3"))
struct OpenSSLKindsTests {
    private func openssl(_ arguments: [String], stdin: [UInt8] = []) throws -> [UInt8] {
        let result = try Programs.run(try #require(Programs.openssl), arguments, stdin: stdin)
        #expect(result.exitCode == 0, "\(arguments): \(result.errors)")
        return result.stdout
    }

    /// Every block is of the kind, kept to the last octet, and flawless.
    private func expect(_ kinds: [Explanation.Kind], _ bytes: [UInt8]) {
        let file = ExplainedFile(bytes)
        #expect(file.blocks.map(\.explanation.kind) == kinds)
        for block in file.blocks {
            CoverageTests.expectCoverage(block.explanation, block.label ?? "DER")
            #expect(block.explanation.isFlawless, "\(block.explanation.problems)")
        }
    }

    @Test(
        "private and public keys of kinds that Lucid does not sign with",
        arguments: [
            ["X25519"], ["X448"], ["ED448"], ["DH", "-pkeyopt", "group:ffdhe2048"],
            ["EC", "-pkeyopt", "ec_paramgen_curve:brainpoolP256r1"],
            ["EC", "-pkeyopt", "ec_paramgen_curve:secp256k1", "-pkeyopt", "ec_param_enc:explicit"],
        ])
    func keys(_ algorithm: [String]) throws {
        let key = try openssl(["genpkey", "-algorithm"] + algorithm)
        expect([.privateKey], key)
        expect([.privateKey], try openssl(["pkcs8", "-topk8", "-nocrypt", "-outform", "DER"], stdin: key))
        expect([.publicKey], try openssl(["pkey", "-pubout"], stdin: key))
        expect([.publicKey], try openssl(["pkey", "-pubout", "-outform", "DER"], stdin: key))
        let secret = try #require(ExplainedFile(key).blocks.first).explanation.lines.filter(\.isSecret)
        #expect(!secret.isEmpty)
    }

    @Test func `a DSA key, its parameters and a certificate with it`() throws {
        let parameters = try openssl(["dsaparam", "1024"])
        expect([.dsaParameters], parameters)
        let key = try openssl(["gendsa", "/dev/stdin"], stdin: parameters)
        expect([.privateKey], key)
        expect([.dsaPrivateKey], try openssl(["pkey", "-traditional"], stdin: key))
        expect([.publicKey], try openssl(["pkey", "-pubout"], stdin: key))
        let certificate = try openssl(
            ["req", "-x509", "-new", "-key", "/dev/stdin", "-subj", "/CN=dsa.example.test"], stdin: key)
        expect([.certificate], certificate)
        let lines = try #require(ExplainedFile(certificate).blocks.first).explanation.lines
        #expect(lines.contains { $0.title == "Dss-Sig-Value" } && lines.contains { $0.title == "DSAPublicKey" })
    }

    @Test func `parameters of a curve before its key, and of Diffie-Hellman`() throws {
        expect([.ecParameters, .ecPrivateKey], try openssl(["ecparam", "-name", "prime256v1", "-genkey"]))
        let explicit = ["-name", "prime256v1", "-param_enc", "explicit"]
        expect([.ecParameters], try openssl(["ecparam"] + explicit))
        let group = try openssl(["genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "dh_paramgen_prime_len:512"])
        expect([.diffieHellmanParameters], group)
    }

    @Test func `a request with wishes, and one in DER without a label`() throws {
        let arguments = [
            "req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "/dev/null",
            "-subj",
            "/CN=a.example.test", "-addext", "subjectAltName=DNS:a.example.test",
        ]
        let request = try openssl(arguments)
        expect([.certificateRequest], request)
        expect([.certificateRequest], try openssl(arguments + ["-outform", "DER"]))
        let lines = try #require(ExplainedFile(request).blocks.first).explanation.lines
        let name = lines.first { $0.value == "“a.example.test”" && $0.title == "[0] dNSName" }
        let path =
            "certificationRequestInfo.attributes[0](extensionRequest).values[0][0](subjectAltName).extnValue[0].dNSName"
        #expect(name?.path == path)
    }
}
