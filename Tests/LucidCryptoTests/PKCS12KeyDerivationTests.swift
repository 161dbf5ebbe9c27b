import LucidCrypto
import LucidNumber
import LucidTestSupport
import Testing

@Suite("PKCS #12's key derivation")
struct PKCS12KeyDerivationTests {
    struct Example: Sendable {
        let hash: HashAlgorithm, passphrase: String, salt: String, iterations: Int, purpose: PKCS12Purpose,
            bytes: String
    }

    private static let umlaut = "Secret aä"

    /// With SHA-1 the examples that go round among those who implement RFC 7292, which has none; the others are from
    /// `openssl kdf … PKCS12KDF`. So were those with SHA-1 checked.
    static let examples: [Example] = [
        Example(
            hash: .sha1, passphrase: "smeg", salt: "0a58cf64530d823f", iterations: 1, purpose: .encryptionKey,
            bytes: "8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3"),
        Example(
            hash: .sha1, passphrase: "smeg", salt: "0a58cf64530d823f", iterations: 1, purpose: .initializationVector,
            bytes: "79993dfe048d3b76"),
        Example(
            hash: .sha1, passphrase: "smeg", salt: "3d83c0e4546ac140", iterations: 1, purpose: .macKey,
            bytes: "8d967d88f6caa9d714800ab3d48051d63f73a312"),
        Example(
            hash: .sha1, passphrase: "queeg", salt: "05dec959acff72f7", iterations: 1000, purpose: .encryptionKey,
            bytes: "ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4"),
        Example(
            hash: .sha1, passphrase: "queeg", salt: "05dec959acff72f7", iterations: 1000,
            purpose: .initializationVector,
            bytes: "11dedad7758d4860"),
        Example(
            hash: .sha1, passphrase: "queeg", salt: "263216fcc2fab31c", iterations: 1000, purpose: .macKey,
            bytes: "5ec4c7a80df652294c3925b6489a7ab857c83476"),
        Example(
            hash: .sha1, passphrase: "", salt: "0a58cf64530d823f", iterations: 1, purpose: .macKey,
            bytes: "783f69839cebd46b2d1d01ab16d4f41a4a1dd98d"),
        Example(
            hash: .sha256, passphrase: "smeg", salt: String(repeating: "5a", count: 70), iterations: 2,
            purpose: .encryptionKey, bytes: "8bee0bdb50cb5f41"),
        Example(
            hash: .sha256, passphrase: umlaut, salt: "0102030405060708", iterations: 3, purpose: .initializationVector,
            bytes: """
                9d41dcf8cfafeb4661c5b7fc3f42495c18106e6708839881d4038312af6e7c94c760ed8c21862c6af39ceb29c70651d115a7354f
                b3d23003855d2d8eec9777d58f0cc719e7945e6cdbdf4c89476c7f5288845c1208f4538c4e93a125772174dedb7ae452fe4c8773
                f0ca6034fd92e0e7df7a420075e5c892b1c558aee35ca66ef5071317f5461f91df15848a1840217425ca99dfb7b6
                """),
        Example(
            hash: .sha512, passphrase: umlaut, salt: "0102030405060708", iterations: 3, purpose: .initializationVector,
            bytes: """
                56a1533992346b10949eae309118bbb195327b2741c12565feb1e883d1579fea332590043e328fc9b465a14743c6b0a2b732ce75
                b0604d0b4a880c66aca19f2413a693a4513989620b23dcc56a884bada63f55fef774b0960de5e2227b9f24a1f7695a6ef5c52fe9
                8bc41d3178606a7a8a9f0d1445524114f8de55b6d56fea8fc956c98b6ac27833640eb0adacb0ee3bed21a2704642
                """),
    ]

    @Test("derives what other programs do", arguments: examples)
    func derives(example: Example) throws {
        let expected = hex(example.bytes)
        let derived = BMPPassphrase.encode(secret(Array(example.passphrase.utf8))).withSpan { passphrase in
            example.hash.pkcs12Bytes(
                passphrase: passphrase, salt: hex(example.salt).span, iterations: example.iterations,
                purpose: example.purpose, byteCount: expected.count)
        }
        #expect(octets(derived) == expected)
    }

    @Test("takes no salt and no passphrase at all")
    func nothing() {
        let derived = HashAlgorithm.sha1.pkcs12Bytes(
            passphrase: [UInt8]().span, salt: [UInt8]().span, iterations: 1, purpose: .macKey, byteCount: 20)
        // Only D is left: 64 octets of value 3.
        #expect(octets(derived) == SHA1.hash([UInt8](repeating: 3, count: 64)))
    }

    @Test("refuses lengths and iterations below one", arguments: [(0, 16), (-1, 16), (1, 0), (1, -1), (1, 1025)])
    func refusals(iterations: Int, byteCount: Int) {
        let derived = HashAlgorithm.sha256.pkcs12Bytes(
            passphrase: [1].span, salt: [2].span, iterations: iterations, purpose: .macKey, byteCount: byteCount)
        #expect(octets(derived) == nil)
    }

    /// A passphrase, and its form for PKCS #12.
    static let passphrases: [(utf8: [UInt8], bmp: String)] = [
        ([], "0000"),
        (Array("Beavis".utf8), "004200650061007600690073 0000"),  // the example of RFC 7292 appendix B.1
        (Array("aä€".utf8), "0061 00e4 20ac 0000"),
        (Array("x😀".utf8), "0078 d83d de00 0000"),
        ([0x61, 0xe4], "0061 00e4 0000"),  // ISO 8859-1
        ([0xc1, 0x81], "00c1 0081 0000"),  // a longer form of one octet is no UTF-8
        ([0xed, 0xa0, 0x80], "00ed 00a0 0080 0000"),  // nor is a surrogate
        ([0xf4, 0x90, 0x80, 0x80], "00f4 0090 0080 0080 0000"),
        ([0xe2, 0x82], "00e2 0082 0000"),
    ]

    @Test("passphrases become two octets a character, with two zero octets behind them", arguments: passphrases)
    func bmp(utf8: [UInt8], bmp: String) {
        #expect(BMPPassphrase.encode(secret(utf8)).withArray { $0 == hex(bmp) })
    }

    private func secret(_ octets: [UInt8]) -> SecretBytes { SecretBytes(copying: octets.span) }

    private func octets(_ secret: consuming SecretBytes?) -> [UInt8]? {
        switch consume secret {
        case .some(let secret): secret.withArray { Array($0[...]) }
        case .none: nil
        }
    }
}
