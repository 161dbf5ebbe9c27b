import LucidCrypto
import LucidDER
import LucidModel
import LucidNumber
import LucidTestSupport
import Testing

@testable import LucidSignature

@Suite("PKCS #12 files")
struct PKCS12Tests {
    private static let chain = ["chain-p256-leaf", "chain-p256-intermediate", "chain-p256-root"]

    private func pfx(_ name: String) throws -> PFX { try PFX(file: try Checkout.fixture("openssl/pkcs12/\(name).p12")) }

    /// Why a file can not be opened, or nil.
    private func problem(_ pfx: PFX, _ passphrase: String, limit: Int = 100_000) -> PKCS12Problem? {
        do throws(PKCS12Problem) {
            _ = try pfx.open(passphrase: secret(passphrase), iterationLimit: limit)
            return nil
        } catch { return error }
    }

    /// What a file holds should be the fixture's chain and the leaf's key.
    private func expectFixture(_ contents: PKCS12Contents) throws {
        #expect(contents.unreadable == [])
        #expect(Set(contents.certificates.map(\.certificate)) == Set(try Self.chain.map { try fixture($0) }))
        let leaf = try fixture(Self.chain[0])
        #expect(contents.keys.count == 1)
        for entry in contents.keys {
            let isOwn = entry.shared.key.belongs(to: leaf)
            #expect(isOwn)
            #expect(entry.attributes.friendlyName == "fixture")
            let own = contents.certificates.filter { $0.attributes.localKeyID == entry.attributes.localKeyID }
            #expect(own.map(\.certificate) == [leaf])
            #expect(own.first?.attributes.friendlyName == "fixture")
        }
    }

    @Test(
        "openssl's files of all kinds are opened",
        arguments: [
            ("modern", "PBES2 with aes256-CBC, 100 iterations", "HMAC-SHA-256"),
            ("modern-indefinite", "PBES2 with aes256-CBC, 100 iterations", "HMAC-SHA-256"),
            ("aes128-sha512", "PBES2 with aes192-CBC, 100 iterations", "HMAC-SHA-512"),
            ("legacy-rc2-40", "pbewithSHAAnd40BitRC2-CBC, 100 iterations", "HMAC-SHA-1"),
            ("legacy-rc2-128", "pbeWithSHAAnd128BitRC2-CBC, 100 iterations", "HMAC-SHA-1"),
            ("legacy-3des", "pbeWithSHAAnd3-KeyTripleDES-CBC, 100 iterations", "HMAC-SHA-1"),
            ("no-mac", "PBES2 with aes256-CBC, 100 iterations", nil),
            ("no-encryption", nil, "HMAC-SHA-256"),
        ] as [(String, String?, String?)])
    func opened(name: String, encryption: String?, mac: String?) throws {
        let pfx = try pfx(name)
        try expectFixture(try pfx.open(passphrase: secret("lucid-fixture")))
        let protection = try pfx.protection()
        #expect(protection.encryption.first == encryption)
        #expect(protection.mac == mac)
        #expect(protection.macIterations == (mac == nil ? nil : 100))
    }

    @Test("an empty passphrase opens what was written with one")
    func emptyPassphrase() throws {
        try expectFixture(try pfx("empty-passphrase").open(passphrase: secret("")))
        #expect(problem(try pfx("modern"), "") == .wrongPassphrase(isCertain: true))
    }

    /// A file that holds nothing, with the MAC that `mac` makes of its octets.
    private func emptyFile(_ mac: (DERBytes) -> MacData) -> PFX {
        let safe = DERWriter.encode { $0.sequence { _ in } }
        let content = DERWriter.encode { $0.octetString(safe) }
        return PFX(authSafe: ContentInfo(OID.pkcs7Data, content: DERBytes(content)), macData: mac(DERBytes(safe)))
    }

    @Test("an absent passphrase, which is no octets at all, is tried where an empty one is given")
    func absentPassphrase() {
        let mac = PKCS12MAC(hash: .sha256, iterations: 2)
        let pfx = emptyFile { mac.data(over: $0, passphrase: .absent) }
        #expect(problem(pfx, "") == nil)
        #expect(problem(pfx, "x") == .wrongPassphrase(isCertain: false))
    }

    /// The MAC is put together here from the parts of RFC 9579 §3, not by Lucid's own code for it.
    @Test("a MAC by PBMAC1 is checked", arguments: [(HashAlgorithm.sha256, HashAlgorithm.sha512), (.sha1, .sha256)])
    func pbmac1(prf: HashAlgorithm, hash: HashAlgorithm) throws {
        let salt: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8], word = Array("wörd".utf8)
        func identifier(_ hash: HashAlgorithm) throws -> AlgorithmIdentifier {
            AlgorithmIdentifier(try #require(hash.hmacIdentifier), parameters: AlgorithmIdentifier.nullParameters)
        }
        let pbkdf2 = PBKDF2Parameters(
            salt: DERBytes(salt), iterationCount: 3, keyLength: 32, prf: prf == .sha1 ? nil : try identifier(prf))
        let (derivation, scheme) = (
            AlgorithmIdentifier(OID.pbkdf2, parameters: DERBytes(pbkdf2.derEncoded)), try identifier(hash)
        )
        let parameters = DERWriter.encode {
            $0.sequence {
                derivation.encode(to: &$0)
                scheme.encode(to: &$0)
            }
        }
        let pfx = emptyFile { octets in
            let key = prf.pbkdf2(passphrase: word.span, salt: salt.span, iterations: 3, byteCount: 32)
            let tag = (key ?? SecretBytes(count: 0)).withSpan { key in octets.withSpan { hash.hmac($0, key: key) } }
            return MacData(
                digestAlgorithm: AlgorithmIdentifier(OID.pbmac1, parameters: DERBytes(parameters)),
                digest: DERBytes(tag.withArray { Array($0[...]) }), macSalt: [0], iterations: 1)
        }
        #expect(problem(pfx, "wörd") == nil)
        #expect(problem(pfx, "word") == .wrongPassphrase(isCertain: false))
        #expect(try pfx.protection().mac == "PBMAC1 with HMAC-\(hash.name)")
    }

    @Test("Java's file is opened")
    func java() throws {
        let contents = try pfx("java").open(passphrase: secret("lucid-fixture"))
        #expect(contents.keys.map(\.attributes.friendlyName) == ["java"])
        #expect(contents.certificates.count == 1)
    }

    @Test(
        "a wrong passphrase is told as such",
        arguments: ["modern", "legacy-rc2-40", "legacy-rc2-128", "no-mac", "modern-indefinite"])
    func wrongPassphrase(name: String) throws {
        for passphrase in ["lucid-fixturE", "", "x", "lucid-fixture\n"] {
            #expect(problem(try pfx(name), passphrase) == .wrongPassphrase(isCertain: true))
        }
        #expect(problem(try pfx("no-encryption"), "wrong") == .wrongPassphrase(isCertain: false))
    }

    @Test("a MAC that does not match is told where the passphrase is right", arguments: ["modern", "legacy-3des"])
    func macMismatch(name: String) throws {
        let good = try pfx(name)
        let data = try #require(good.macData)
        var digest = data.digest.array
        digest[0] ^= 1
        let altered = PFX(
            authSafe: good.authSafe,
            macData: MacData(
                digestAlgorithm: data.digestAlgorithm, digest: DERBytes(digest), macSalt: data.macSalt,
                iterations: data.iterations))
        #expect(problem(altered, "lucid-fixture") == .macMismatch)
        #expect(problem(altered, "wrong") == .wrongPassphrase(isCertain: true))
    }

    @Test("a cipher and a MAC that Lucid does not have are told by name, whatever the passphrase")
    func unsupported() throws {
        for passphrase in ["lucid-fixture", "wrong"] {
            #expect(
                problem(try pfx("unsupported-rc4"), passphrase) == .unsupportedEncryption("pbeWithSHAAnd128BitRC4"))
        }
        let good = try pfx("modern")
        let mac = MacData(
            digestAlgorithm: AlgorithmIdentifier(OID.ed25519), digest: [1], macSalt: [2], iterations: 1)
        #expect(problem(PFX(authSafe: good.authSafe, macData: mac), "x") == .unsupportedMAC("id-Ed25519"))
        let signed = PFX(authSafe: ContentInfo(OID.pkcs7SignedData, content: [0x30, 0]), macData: nil)
        #expect(problem(signed, "x") == .signed)
    }

    @Test("absurd numbers of iterations are refused before any is done, and so is their sum")
    func iterations() throws {
        let good = try pfx("modern")
        let data = try #require(good.macData)
        for count in [10_000_001, 2_147_483_647] {
            let mac = MacData(
                digestAlgorithm: data.digestAlgorithm, digest: data.digest, macSalt: data.macSalt, iterations: count)
            let refused = problem(PFX(authSafe: good.authSafe, macData: mac), "x", limit: .max)
            #expect(refused == .tooManyIterations(count, limit: 10_000_000))
        }
        // 100 each for the MAC, the certificates and the key.
        #expect(problem(good, "lucid-fixture", limit: 300) == nil)
        #expect(problem(good, "lucid-fixture", limit: 299) == .tooManyIterations(300, limit: 299))
        #expect(problem(good, "lucid-fixture", limit: 99) == .tooManyIterations(100, limit: 99))
    }

    @Test("what is written is read again", arguments: [false, true], ["secret", "pässwörd 😀", ""])
    func written(isLegacy: Bool, passphrase: String) throws {
        var contents = PKCS12Contents(
            keys: [PKCS12Key(try signingKey("chain-p256-leaf"), attributes: BagAttributes(friendlyName: "fixture"))],
            certificates: try Self.chain.map { PKCS12Certificate(try fixture($0)) })
        contents.pairKeysWithCertificates()
        contents.certificates[0].attributes.friendlyName = "fixture"
        let file = try contents.encoded(
            passphrase: secret(passphrase), protection: PKCS12Protection(isLegacy: isLegacy, iterationsUnchecked: 2))
        let pfx = try PFX(file: file)
        #expect(pfx.derEncoded == file)
        try expectFixture(try pfx.open(passphrase: secret(passphrase)))
        #expect(problem(pfx, passphrase + "x") == .wrongPassphrase(isCertain: true))
        // No passphrase and no salt twice.
        #expect(
            try contents.encoded(passphrase: secret(""), protection: .init(isLegacy: isLegacy, iterationsUnchecked: 2))
                != file)
    }

    @Test("names of any characters, key identifiers and purposes come back")
    func attributes() throws {
        for name in ["", "a", "ä", "😀", "日本語", "a\u{0}b"] {
            let attributes = BagAttributes(
                friendlyName: name, localKeyID: [1, 2, 3], trustedKeyUsage: [OID.anyExtendedKeyUsage, OID.serverAuth])
            let read = try BagAttributes(der: DERBytes(attributes.derEncoded), "")
            #expect(read.friendlyName == name && read.localKeyID == [1, 2, 3])
            #expect(Set(read.trustedKeyUsage) == [OID.anyExtendedKeyUsage, OID.serverAuth])
        }
    }

    @Test(
        "a file, cut or with any octet altered, gives an error or what it held, never a trap",
        arguments: ["modern", "legacy-rc2-40", "no-encryption", "modern-indefinite"])
    func damaged(name: String) throws {
        let file = try Checkout.fixture("openssl/pkcs12/\(name).p12")
        for place in stride(from: 0, to: file.count, by: 31) {
            #expect(throws: DERError.self) { try PFX(file: Array(file[..<place])) }
        }
        for place in stride(from: 0, to: file.count, by: 131) {
            var altered = file
            altered[place] ^= 0x81
            guard let pfx = try? PFX(file: altered) else { continue }
            // Nothing but the MAC's own fields is outside of what it protects, and those it needs.
            guard let contents = try? pfx.open(passphrase: secret("lucid-fixture"), iterationLimit: 1000) else {
                continue
            }
            try expectFixture(contents)
        }
    }

    @Test("PBES1 of PKCS #12 opens key files too")
    func keyFile() throws {
        let block = try keyBlock("enc-p256-pbes1-sha1-3des")
        let key = try SigningKey.encryptedPKCS8(SecretBytes(copying: block.bytes.span)) {
            () throws(PrivateKeyProblem) in secret("lucid-fixture")
        }
        let (own, plain) = (key.publicKey, try signingKey("p256").publicKey)
        #expect(own == plain)
    }

    private func secret(_ text: String) -> SecretBytes { SecretBytes(copying: Array(text.utf8).span) }
}
