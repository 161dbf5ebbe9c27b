import LucidCrypto
import LucidNumber
import LucidTestSupport
import Testing

@Suite("AES")
struct AESTests {
    /// FIPS 197 appendix C (2001 edition): the key is 00 01 02 …, the block 00 11 22 … ff.
    static let blocks: [(keyByteCount: Int, ciphertext: String)] = [
        (16, "69c4e0d86a7b0430d8cdb78070b4c55a"),
        (24, "dda97ca4864cdfe06eaf70a0ec0d7191"),
        (32, "8ea2b7ca516745bfeafc49904b496089"),
    ]

    @Test("encrypts and decrypts the blocks of FIPS 197 appendix C", arguments: blocks)
    func published(keyByteCount: Int, ciphertext: String) throws {
        let cipher = try aes((0..<keyByteCount).map { UInt8($0) })
        let plaintext = hex("00112233445566778899aabbccddeeff")
        #expect(hex(transformed(plaintext) { cipher.encryptBlocks(of: &$0, in: 0..<16) }) == ciphertext)
        #expect(transformed(hex(ciphertext)) { cipher.decryptBlocks(of: &$0, in: 0..<16) } == plaintext)
    }

    @Test("treats every block alike, whatever number of them there is, and leaves the rest alone", arguments: 0...9)
    func anyNumberOfBlocks(count: Int) throws {
        let cipher = try aes([UInt8](repeating: 7, count: 16))
        let text = (0..<16 * count + 9).map { UInt8(truncatingIfNeeded: $0 &* 11) }
        // The range begins after 3 octets and ends 5 octets into a block that is not whole.
        let range = 3..<3 + 16 * count + 5
        let together = transformed(text) { cipher.encryptBlocks(of: &$0, in: range) }
        let oneByOne = transformed(text) { bytes in
            for block in 0..<count { cipher.encryptBlocks(of: &bytes, in: 3 + 16 * block..<19 + 16 * block) }
        }
        #expect(together == oneByOne)
        #expect(together[..<3] == text[..<3] && together.suffix(6) == text.suffix(6))
        #expect(transformed(together) { cipher.decryptBlocks(of: &$0, in: range) } == text)
    }

    @Test("takes keys of 128, 192 and 256 bits only", arguments: 0...40)
    func keyLengths(byteCount: Int) {
        let cipher = AES(key: [UInt8](repeating: 1, count: byteCount).span)
        #expect(exists(cipher) == [16, 24, 32].contains(byteCount))
    }
}

@Suite("CBC with AES")
struct AESInCBCTests {
    /// SP 800-38A §F.2: four blocks under keys of 128, 192 and 256 bits.
    static let examples: [(key: String, ciphertext: String)] = [
        (
            "2b7e151628aed2a6abf7158809cf4f3c",
            "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"
                + "73bed6b8e3c1743b7116e69e222295163ff1caa1681fac09120eca307586e1a7"
        ),
        (
            "8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
            "4f021db243bc633d7178183a9fa071e8b4d9ada9ad7dedf4e5e738763f69145a"
                + "571b242012fb7ae07fa9baac3df102e008b0e27988598881d920a9e64f5615cd"
        ),
        (
            "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
            "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"
                + "39f23369a9d9bacfa530e26304231461b2eb05e2c39be9fcda6c19078c6a9d1b"
        ),
    ]

    @Test("encrypts the texts of SP 800-38A, and decrypts them again", arguments: examples)
    func published(key: String, ciphertext: String) throws {
        let cipher = try aes(hex(key))
        let vector = hex("000102030405060708090a0b0c0d0e0f")
        let plaintext = hex(
            "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                + "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710")
        let encrypted = try CBC.encrypt(plaintext.span, with: cipher, initializationVector: vector.span)
        #expect(hex(encrypted.prefix(64)) == ciphertext && encrypted.count == 80)
        let decrypted = try CBC.decrypt(encrypted.span, with: cipher, initializationVector: vector.span)
        #expect(decrypted.withArray { $0 == plaintext })
    }

    @Test("answers every wrong length and every wrong padding with the same error")
    func refusals() throws {
        let cipher = try aes([UInt8](repeating: 3, count: 16))
        let vector = [UInt8](repeating: 0, count: 16)
        func decryption(of ciphertext: [UInt8], vector: [UInt8]) -> CBC.Failure? {
            do throws(CBC.Failure) {
                _ = try CBC.decrypt(ciphertext.span, with: cipher, initializationVector: vector.span)
                return nil
            } catch { return error }
        }
        for count in [0, 1, 15, 17, 31] {
            #expect(decryption(of: [UInt8](repeating: 0, count: count), vector: vector) == .undecryptable)
            #expect(
                decryption(of: vector, vector: [UInt8](repeating: 0, count: count)) == .wrongInitializationVectorLength)
        }
        // One block whose plaintext is chosen: its last octet says how many octets of padding there are.
        for last in [0, 1, 2, 7, 15, 16, 17, 32, 128, 255] {
            for wrongPlace in 0..<16 {
                var block = [UInt8](repeating: UInt8(last), count: 16)
                block[wrongPlace] ^= wrongPlace == 15 ? 0 : 0x40
                let isRight = (1...16).contains(last) && (wrongPlace < 16 - last || wrongPlace == 15)
                let ciphertext = transformed(block) { cipher.encryptBlocks(of: &$0, in: 0..<16) }
                #expect(decryption(of: ciphertext, vector: vector) == (isRight ? nil : .undecryptable))
            }
        }
    }

    struct Group: Decodable {
        struct Vector: Decodable { let tcId: Int, key: String, iv: String, msg: String, ct: String, result: String }
        let tests: [Vector]
    }

    @Test(
        "agrees with the Wycheproof vectors",
        .enabled(if: Checkout.conformance != nil, Comment(rawValue: needsWycheproof)))
    func wycheproof() throws {
        let tests = try Wycheproof<Group>.groups("aes_cbc_pkcs5_test").flatMap(\.tests)
        for test in tests {
            let cipher = try aes(hex(test.key))
            let (message, ciphertext, vector) = (hex(test.msg), hex(test.ct), hex(test.iv))
            let decrypted = try? CBC.decrypt(ciphertext.span, with: cipher, initializationVector: vector.span)
                .withArray { Array($0[...]) }
            #expect((decrypted == message) == (test.result == "valid"), "test \(test.tcId)")
            if test.result == "valid" {
                let encrypted = try CBC.encrypt(message.span, with: cipher, initializationVector: vector.span)
                #expect(encrypted == ciphertext, "test \(test.tcId)")
            }
        }
        #expect(tests.count >= 216)
    }
}

private func aes(_ key: [UInt8]) throws -> AES {
    guard let cipher = AES(key: key.span) else { throw WrongKeyLength() }
    return cipher
}
