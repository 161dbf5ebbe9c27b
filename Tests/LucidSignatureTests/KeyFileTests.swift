import LucidCrypto
import LucidDER
import LucidModel
import LucidPEM
import LucidTestSupport
import Testing

@testable import LucidSignature

@Suite("Private key files")
struct KeyFileTests {
    static let readable = [
        "rsa-2048", "rsa-3072", "rsa-4096", "rsa-2048-e3", "rsa-2048-pkcs1", "p256", "p384", "p521", "p256-compressed",
        "p256-sec1", "p256-sec1-with-params", "leaf-rsa-2048", "leaf-p256", "chain-rsa-root", "chain-p256-leaf",
        "shape-ca",
    ]

    @Test("every readable form gives the public key that OpenSSL wrote beside it", arguments: readable)
    func reads(name: String) throws {
        var block = try keyBlock(name)
        let key = try SigningKey(pem: &block)
        // The block's octets are taken out of it.
        #expect(block.bytes.isEmpty)
        let base = ["-pkcs1", "-sec1-with-params", "-sec1"].reduce(name) { $0.replacing($1, with: "") }
        guard let stated = try? fixtureBlocks("keys/\(base)-public.pem").first else { return }
        let info = try SubjectPublicKeyInfo(der: DERBytes(stated.bytes), "info")
        let publicKey = key.publicKey
        #expect(try publicKey == PublicKey(info))
        if !name.contains("compressed") { #expect(publicKey.info == info) }
    }

    @Test(
        "what is written is accepted by OpenSSL and has the same numbers",
        .enabled(if: OpenSSL.isThere, "no openssl command"),
        arguments: readable)
    func writes(name: String) throws {
        let key = try signingKey(name)
        let der = key.pkcs8().withArray { Array($0) }
        let pem = key.pkcs8PEM().withArray { Array($0) }
        #expect(PEMReader.blocks(in: pem.span).map { try? $0.get().bytes } == [der])
        try OpenSSL.withFile(pem) { path in
            #expect(try OpenSSL.run(["pkey", "-in", path, "-check", "-noout"]).contains("Key is valid"))
            let original = Checkout.fixtures.path + "/openssl/keys/\(name == "p256-compressed" ? "p256" : name).pem"
            let text = try OpenSSL.run(["pkey", "-in", path, "-text", "-noout"])
            #expect(try text == OpenSSL.run(["pkey", "-in", original, "-text", "-noout"]))
        }
        // And is read again.
        let again = try publicKey(der)
        #expect(again == key.publicKey)
    }

    @Test(
        "PKCS#8 of OpenSSL is written again as the same octets",
        arguments: ["rsa-2048", "p256", "p384", "p521", "rsa-2048-e3"])
    func sameOctets(name: String) throws {
        let written = try signingKey(name).pkcs8().withArray { Array($0) }
        #expect(try written == keyBlock(name).bytes)
    }

    @Test("new keys are written and read", arguments: [SigningKey.Kind.p256, .rsa(bits: 2048)])
    func newKeys(kind: SigningKey.Kind) throws {
        let key = try SigningKey.generate(kind)
        let written = key.pkcs8().withArray { Array($0) }
        let read = try publicKey(written)
        #expect(read == key.publicKey)
    }

    @Test("lengths that are not made", arguments: [0, 1024, 2047, 2049, 8194, -2048])
    func unsupported(bits: Int) {
        do throws(SigningKey.UnsupportedKind) {
            let key = try SigningKey.generate(.rsa(bits: bits))
            Issue.record("made \(key.usualScheme)")
        } catch { #expect(error.kind == .rsa(bits: bits)) }
    }

    @Test("encrypted keys are told as such")
    func encrypted() throws {
        let names = try Checkout.fixtures(in: "openssl/keys", endings: ["pem"]).filter { $0.contains("/enc-") }
        #expect(names.count >= 10)
        for name in names {
            let block = try #require(try fixtureBlocks(String(name.dropFirst("openssl/".count))).first)
            let found = problem(label: block.label, block.bytes, headers: block.headers)
            let isUnsupported = if case .unsupportedEncryption? = found { true } else { false }
            #expect(found == .passphraseNeeded || isUnsupported, "\(name): \(String(describing: found))")
        }
    }

    @Test(
        "keys that Lucid can not use",
        arguments: [
            ("p256-explicit", .publicKey(.explicitCurve))
        ] as [(String, PrivateKeyProblem)])
    func unusable(name: String, expected: PrivateKeyProblem) throws {
        #expect(try problem(keyBlock(name).bytes) == expected)
    }

    @Test(
        "other blocks are no private keys",
        arguments: ["CERTIFICATE", "PUBLIC KEY", "RSA PUBLIC KEY", "EC PARAMETERS", ""])
    func otherLabels(label: String) { #expect(problem(label: label, [5, 0]) == .notAPrivateKey(label: label)) }
}
