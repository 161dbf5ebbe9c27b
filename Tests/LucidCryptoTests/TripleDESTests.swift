import LucidCrypto
import LucidNumber
import LucidTestSupport
import Testing

/// The expected values are the openssl command's:
/// `openssl enc -des-ede3-cbc -K … -iv fedcba9876543210 -provider default` (`-des-ede-cbc` for keys of 16 octets).
@Suite("CBC with Triple DES")
struct TripleDESTests {
    private let vector = hex("fedcba9876543210")

    static let examples: [(key: String, ciphertext: String)] = [
        (
            "0123456789abcdef23456789abcdef01456789abcdef0123",
            "5911530a7bf8de87d6f56b09ddcd5acf8956cc210e18ddcc0e30bc060e4dd5bb"
                + "6bdd280b1b9f992f45131e371731cc502441badc155596d0"
        ),
        (
            "0123456789abcdeffedcba9876543210",
            "8249bf5e733bdf6fe93c6a5ec78faf616d2bf6a63e818a92a47a6057b49bf1dd"
                + "b3822fea7a750a6808013e8bc87d898c9e1e8e1c1cdb2766"
        ),
    ]

    @Test("encrypts and decrypts as openssl does, with three keys and with two", arguments: examples)
    func published(key: String, ciphertext: String) throws {
        let plaintext = Array("The quick brown fox jumped over the lazy dog's back".utf8)
        let cipher = try tripleDES(hex(key))
        #expect(hex(try CBC.encrypt(plaintext.span, with: cipher, initializationVector: vector.span)) == ciphertext)
        let decrypted = try CBC.decrypt(hex(ciphertext).span, with: cipher, initializationVector: vector.span)
        #expect(decrypted.withArray { $0 == plaintext })
    }

    /// 4096 octets use every place of every S-box; the value is the SHA-256 of openssl's ciphertext.
    static let longExamples: [(key: String, digest: String)] = [
        (
            "0123456789abcdef23456789abcdef01456789abcdef0123",
            "a8095fd8b7a0207f70e3c1e446f8685b87ed0e09f0ec183bea3f5620f2ec52d8"
        ),
        (
            "ffffffffffffffffffffffffffffffffffffffffffffffff",
            "b3fd1f5bf6d5c7a1b87d3ff4bf6ba9090f93e978a83dee3207cfd10bfa02da7d"
        ),
    ]

    @Test("encrypts and decrypts a long text as openssl does", arguments: longExamples)
    func longText(key: String, digest: String) throws {
        let plaintext = (0..<4096).map { UInt8(truncatingIfNeeded: ($0 * $0 + 3 * $0) >> 3) }
        let cipher = try tripleDES(hex(key))
        let encrypted = try CBC.encrypt(plaintext.span, with: cipher, initializationVector: vector.span)
        #expect(hex(SHA256.hash(encrypted)) == digest)
        let decrypted = try CBC.decrypt(encrypted.span, with: cipher, initializationVector: vector.span)
        #expect(decrypted.withArray { $0 == plaintext })
    }

    @Test("does not look at the parity bits of the key")
    func parity() throws {
        let block = [UInt8](repeating: 9, count: 8)
        let key = (0..<24).map { UInt8($0 * 10) }
        let even = try tripleDES(key), odd = try tripleDES(key.map { $0 ^ 1 })
        #expect(
            transformed(block) { even.encryptBlocks(of: &$0, in: 0..<8) }
                == transformed(block) { odd.encryptBlocks(of: &$0, in: 0..<8) })
    }

    @Test("takes keys of 16 and 24 octets only", arguments: 0...40)
    func keyLengths(byteCount: Int) {
        let cipher = TripleDES(key: [UInt8](repeating: 1, count: byteCount).span)
        #expect(exists(cipher) == [16, 24].contains(byteCount))
    }

    private func tripleDES(_ key: [UInt8]) throws -> TripleDES {
        guard let cipher = TripleDES(key: key.span) else { throw WrongKeyLength() }
        return cipher
    }
}
