import LucidCrypto
import LucidNumber

// Ciphers, tags and passphrases. Keys, texts and passphrases are secret; the results are published and compared with
// what comes out of the same octets when they are public.

let symmetric: [Operation] = [
    Operation(name: "aes-encrypt") { try forEachAESKey { try encryptAES(key: $0) } },
    Operation(name: "aes-decrypt") { try forEachAESKey { try decryptAES(key: $0) } },
    Operation(name: "triple-des") {
        let key = octets(24), block = octets(8)
        var text = secret(block)
        let cipher = try unwrapped(secret(key).withSpan { TripleDES(key: $0) }, "24 octets are a key")
        text.withMutableSpan { cipher.encryptBlocks(of: &$0, in: 0..<8) }
        text.withMutableSpan { cipher.decryptBlocks(of: &$0, in: 0..<8) }
        try expect(text.withSpan { published($0) } == block, "decryption undoes encryption")
    },
    Operation(name: "rc2") {
        let key = octets(16), block = octets(8)
        var text = secret(block)
        let cipher = try unwrapped(
            secret(key).withSpan { RC2(key: $0, effectiveBitCount: 128) }, "16 octets are a key")
        text.withMutableSpan { cipher.encryptBlocks(of: &$0, in: 0..<8) }
        text.withMutableSpan { cipher.decryptBlocks(of: &$0, in: 0..<8) }
        try expect(text.withSpan { published($0) } == block, "decryption undoes encryption")
    },
    Operation(name: "hmac") {
        for hash in HashAlgorithm.allCases {
            // Shorter than a block, and longer: such a key is hashed first.
            for keyByteCount in [32, 200] {
                let key = octets(keyByteCount), text = octets(300)
                let tag = secret(text).withSpan { text in secret(key).withSpan { hash.hmac(text, key: $0) } }
                let expected = hash.hmac(text.span, key: key.span).withSpan { published($0) }
                try expect(tag.withSpan { published($0) } == expected, "\(hash.name): the tag is right")
            }
        }
    },
    Operation(name: "compare-secrets") {
        for last in [0, 1] as [UInt8] {
            let a = secret(octets(31) + [0]), b = secret(octets(31) + [last])
            try expect(a.equals(b) == (last == 0), "equal octets are equal")
        }
    },
    Operation(name: "pbkdf2") {
        let plain = octets(20), salt = message
        let passphrase = secret(plain)
        let derived = passphrase.withSpan {
            HashAlgorithm.sha256.pbkdf2(passphrase: $0, salt: salt.span, iterations: 3, byteCount: 40)
        }
        let expected = HashAlgorithm.sha256.pbkdf2(
            passphrase: plain.span, salt: salt.span, iterations: 3, byteCount: 40)
        try expect(try publishedOctets(derived) == publishedOctets(expected), "the key is right")
    },
    Operation(name: "pkcs12-derivation") {
        // In the form of two octets a character already: the conversion branches, see SECURITY.md.
        let plain = octets(42), salt = message
        let derived = secret(plain).withSpan {
            HashAlgorithm.sha1.pkcs12Bytes(
                passphrase: $0, salt: salt.span, iterations: 3, purpose: .encryptionKey, byteCount: 24)
        }
        let expected = HashAlgorithm.sha1.pkcs12Bytes(
            passphrase: plain.span, salt: salt.span, iterations: 3, purpose: .encryptionKey, byteCount: 24)
        try expect(try publishedOctets(derived) == publishedOctets(expected), "the key is right")
    },
    Operation(name: "cbc-padding") {
        for padding in 0...17 as ClosedRange<UInt8> { try checkPadding(padding) }
    },
]

/// Some octets, always the same.
func octets(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 7) } }

private func publishedOctets(_ bytes: consuming SecretBytes?) throws -> [UInt8] {
    try unwrapped(bytes, "there is a key").withSpan { published($0) }
}

private func forEachAESKey(_ body: ([UInt8]) throws -> Void) throws {
    for count in [16, 24, 32] { try body(octets(count)) }
}

private func encryptAES(key: [UInt8]) throws {
    let vector = octets(16), text = octets(100)
    let cipher = try unwrapped(secret(key).withSpan { AES(key: $0) }, "the length fits")
    let encrypted = try secret(text).withSpan { text in
        try CBC.encrypt(text, with: cipher, initializationVector: vector.span)
    }
    let publicCipher = try unwrapped(AES(key: key.span), "the length fits")
    let expected = try CBC.encrypt(text.span, with: publicCipher, initializationVector: vector.span)
    try expect(published(encrypted.span) == expected, "the ciphertext is right")
}

private func decryptAES(key: [UInt8]) throws {
    let text = octets(96)
    let cipher = try unwrapped(secret(key).withSpan { AES(key: $0) }, "the length fits")
    var blocks = secret(text)
    blocks.withMutableSpan { cipher.encryptBlocks(of: &$0, in: 0..<96) }
    blocks.withMutableSpan { cipher.decryptBlocks(of: &$0, in: 0..<96) }
    try expect(blocks.withSpan { published($0) } == text, "decryption undoes encryption")
}

/// A text whose last octet claims so much padding, all the rest of the last block being 16: right for 1 and 16 alone.
private func checkPadding(_ padding: UInt8) throws {
    let key = octets(32), vector = octets(16)
    var block = [UInt8](repeating: 16, count: 16)
    block[15] = padding
    let publicCipher = try unwrapped(AES(key: key.span), "the length fits")
    for index in 0..<16 { block[index] ^= vector[index] }
    var span = block.mutableSpan
    publicCipher.encryptBlocks(of: &span, in: 0..<16)
    let cipher = try unwrapped(secret(key).withSpan { AES(key: $0) }, "the length fits")
    let isRight = padding == 1 || padding == 16
    do {
        let text = try CBC.decrypt(block.span, with: cipher, initializationVector: vector.span)
        try expect(isRight && text.count == 16 - Int(padding), "the padding is taken off where it is right")
    } catch CBC.Failure.undecryptable {
        try expect(!isRight, "right padding is taken")
    }
}
