import LucidCrypto
import LucidNumber
import LucidTestSupport
import Testing

#if DEBUG
    private let iterationBound = 5000, share = 10
#else
    private let iterationBound = 100_000, share = 1
#endif

@Suite("PBKDF2")
struct PBKDF2Tests {
    /// RFC 6070 §2, but for the example with 16777216 iterations.
    static let examples: [(passphrase: String, salt: String, iterations: Int, key: String)] = [
        ("password", "salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
        ("password", "salt", 2, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"),
        ("password", "salt", 4096, "4b007901b765489abead49d926f721d065a429c1"),
        (
            "passwordPASSWORDpassword", "saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096,
            "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038"
        ),
        ("pass\u{0}word", "sa\u{0}lt", 4096, "56fa6aa75548099dcc37d7f03425e0c3"),
    ]

    @Test("derives the keys of RFC 6070", arguments: examples)
    func published(passphrase: String, salt: String, iterations: Int, key: String) {
        let derived = derive(.sha1, Array(passphrase.utf8), Array(salt.utf8), iterations, key.utf8.count / 2)
        #expect(derived.map { hex($0) } == key)
    }

    @Test("refuses lengths and iterations below one", arguments: [(0, 16), (-1, 16), (1, 0), (1, -1), (1, Int.max)])
    func refusals(iterations: Int, byteCount: Int) {
        #expect(derive(.sha256, [1], [2], iterations, byteCount) == nil)
    }

    struct Group: Decodable {
        struct Vector: Decodable {
            let tcId: Int, password: String, salt: String, iterationCount: Int, dkLen: Int, dk: String, result: String
        }
        let tests: [Vector]
    }

    @Test(
        "agrees with the Wycheproof vectors of up to 100000 iterations (debug builds: some up to 5000)",
        .enabled(if: Checkout.conformance != nil, Comment(rawValue: needsWycheproof)),
        arguments: [
            ("pbkdf2_hmacsha1_test", HashAlgorithm.sha1), ("pbkdf2_hmacsha256_test", .sha256),
            ("pbkdf2_hmacsha512_test", .sha512),
        ])
    func wycheproof(file: String, algorithm: HashAlgorithm) throws {
        var count = 0
        let tests = try Wycheproof<Group>.groups(file).flatMap(\.tests).filter { $0.iterationCount <= iterationBound }
        for test in tests where test.tcId % share == 0 {
            let derived = derive(algorithm, hex(test.password), hex(test.salt), test.iterationCount, test.dkLen)
            #expect((derived == hex(test.dk)) == (test.result == "valid"), "test \(test.tcId)")
            count += 1
        }
        #expect(count >= 58 / share)
    }

    private func derive(
        _ algorithm: HashAlgorithm, _ passphrase: [UInt8], _ salt: [UInt8], _ iterations: Int, _ byteCount: Int
    ) -> [UInt8]? {
        let key = algorithm.pbkdf2(
            passphrase: passphrase.span, salt: salt.span, iterations: iterations, byteCount: byteCount)
        guard let key else { return nil }
        return key.withArray { Array($0[...]) }
    }
}

@Suite("OpenSSL's key derivation")
struct OpenSSLKeyDerivationTests {
    private let salt = hex("0102030405060708")

    /// Made with `openssl enc -aes-256-cbc -md md5 -S 0102030405060708 -pass pass:secret -P`: the key and then the
    /// initialization vector.
    @Test("derives what the openssl command derives, cut anywhere", arguments: [1, 8, 15, 16, 17, 24, 32, 48])
    func derived(byteCount: Int) throws {
        let expected = hex(
            "c9e5a1bd216dbe1317e230cef48f38ee7f0e17ad64022144bccec4a1aa2879ab" + "e24b32bbbc4ef02ecbcb6576523ad893")
        #expect(derive(salt: salt, byteCount: byteCount) == Array(expected.prefix(byteCount)))
    }

    @Test("refuses a salt of another length than 8, and lengths that no key has")
    func refusals() {
        #expect(derive(salt: [], byteCount: 16) == nil)
        #expect(derive(salt: salt + [0], byteCount: 16) == nil)
        for byteCount in [Int.min, -1, 0, 1025, Int.max] { #expect(derive(salt: salt, byteCount: byteCount) == nil) }
    }

    private func derive(salt: [UInt8], byteCount: Int) -> [UInt8]? {
        let passphrase = Array("secret".utf8)
        let key = OpenSSLKeyDerivation.deriveKey(passphrase: passphrase.span, salt: salt.span, byteCount: byteCount)
        guard let key else { return nil }
        return key.withArray { Array($0[...]) }
    }
}
