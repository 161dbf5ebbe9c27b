import LucidCrypto
import LucidNumber
import LucidTestSupport
import Testing

@Suite("RC2")
struct RC2Tests {
    /// RFC 2268 §5.
    static let published: [(effectiveBitCount: Int, key: String, plaintext: String, ciphertext: String)] = [
        (63, "0000000000000000", "0000000000000000", "ebb773f993278eff"),
        (64, "ffffffffffffffff", "ffffffffffffffff", "278b27e42e2f0d49"),
        (64, "3000000000000000", "1000000000000001", "30649edf9be7d2c2"),
        (64, "88", "0000000000000000", "61a8a244adacccf0"),
        (64, "88bca90e90875a", "0000000000000000", "6ccf4308974c267f"),
        (64, "88bca90e90875a7f0f79c384627bafb2", "0000000000000000", "1a807d272bbe5db1"),
        (128, "88bca90e90875a7f0f79c384627bafb2", "0000000000000000", "2269552ab0f85ca6"),
        (
            129, "88bca90e90875a7f0f79c384627bafb216f80a6f85920584c42fceb0be255daf1e", "0000000000000000",
            "5b78d3a43dfff1f1"
        ),
    ]

    @Test("encrypts and decrypts the examples of RFC 2268", arguments: published)
    func examples(effectiveBitCount: Int, key: String, plaintext: String, ciphertext: String) throws {
        let cipher = try rc2(hex(key), effectiveBitCount)
        let encrypted = transformed(hex(plaintext)) { cipher.encryptBlocks(of: &$0, in: 0..<8) }
        #expect(hex(encrypted) == ciphertext)
        #expect(hex(transformed(encrypted) { cipher.decryptBlocks(of: &$0, in: 0..<8) }) == plaintext)
    }

    private static let vector = "fedcba9876543210"

    /// `openssl enc -rc2-cbc` and `-rc2-40-cbc` with `-K … -iv fedcba9876543210 -provider legacy`.
    static let opensslExamples: [(effectiveBitCount: Int, key: String, ciphertext: String)] = [
        (
            128, "0123456789abcdeffedcba9876543210",
            "95b2c9f4862cab6a117476aeda8914cbd37f24c3f9896be28339dd4f262f876ab944d329e371425f16b326feb6d5a0bb"
                + "011cb1b8a589f67a"
        ),
        (
            40, "0123456789",
            "808ca01c1529926eff91a02839f7cd6b43b9980a6ba76c5e62bb8b6fb10242c1bfa5991f1d187bd5aa53c7ffacf97eb0"
                + "d8082d4962302f24"
        ),
    ]

    @Test("encrypts and decrypts in CBC as openssl does", arguments: opensslExamples)
    func openssl(effectiveBitCount: Int, key: String, ciphertext: String) throws {
        let plaintext = Array("The quick brown fox jumped over the lazy dog's back".utf8)
        let cipher = try rc2(hex(key), effectiveBitCount)
        let vector = hex(Self.vector)
        let encrypted = try CBC.encrypt(plaintext.span, with: cipher, initializationVector: vector.span)
        #expect(hex(encrypted) == ciphertext)
        let decrypted = try CBC.decrypt(encrypted.span, with: cipher, initializationVector: vector.span)
        #expect(decrypted.withArray { $0 == plaintext })
    }

    /// The value is the SHA-256 of openssl's ciphertext.
    @Test("encrypts a long text as openssl does")
    func longText() throws {
        let plaintext = (0..<4096).map { UInt8(truncatingIfNeeded: ($0 * $0 + 3 * $0) >> 3) }
        let cipher = try rc2(hex("0123456789abcdeffedcba9876543210"), 128)
        let encrypted = try CBC.encrypt(plaintext.span, with: cipher, initializationVector: hex(Self.vector).span)
        #expect(hex(SHA256.hash(encrypted)) == "4964d5ae2e208eaa59ff3310eb9f951f98b0bb894452110b61c8c9c7773280b2")
    }

    @Test(
        "takes keys of 1 to 128 octets and 1 to 1024 effective bits only",
        arguments: [
            (0, 40, false), (1, 40, true), (128, 1024, true), (129, 40, false), (5, 0, false), (5, 1025, false),
        ])
    func lengths(byteCount: Int, effectiveBitCount: Int, isTaken: Bool) {
        let key = [UInt8](repeating: 1, count: byteCount)
        #expect(exists(RC2(key: key.span, effectiveBitCount: effectiveBitCount)) == isTaken)
    }

    private func rc2(_ key: [UInt8], _ effectiveBitCount: Int) throws -> RC2 {
        guard let cipher = RC2(key: key.span, effectiveBitCount: effectiveBitCount) else { throw WrongKeyLength() }
        return cipher
    }
}
