public import LucidNumber

/// Cipher block chaining (SP 800-38A §6.2) with the padding of PKCS #7 (RFC 5652 §6.3).
///
/// It hides what a key file holds, but does not notice changes: only formats that ask for it should use it.
public enum CBC {
    /// Why a text could not be encrypted or decrypted.
    public enum Failure: Error, Hashable, Sendable {
        /// The initialization vector is not as long as the cipher's block.
        case wrongInitializationVectorLength
        /// The ciphertext is not a number of whole blocks, or its padding is wrong: the key is wrong or the text
        /// damaged. It is not said which, because the answer would help to decrypt a text without the key (S.
        /// Vaudenay, "Security flaws induced by CBC padding", 2002).
        case undecryptable
    }

    /// Pads and encrypts. The initialization vector must be random and new for each text.
    public static func encrypt<Cipher: BlockCipher & ~Copyable>(
        _ plaintext: Span<UInt8>, with cipher: borrowing Cipher, initializationVector: Span<UInt8>
    ) throws(Failure) -> [UInt8] {
        let blockByteCount = Cipher.blockByteCount
        guard initializationVector.count == blockByteCount else { throw .wrongInitializationVectorLength }
        // RFC 5652 §6.3: fill up with n octets of value n; a text of whole blocks gets a block more.
        let paddingByteCount = blockByteCount - plaintext.count % blockByteCount
        var bytes = [UInt8](repeating: UInt8(paddingByteCount), count: plaintext.count + paddingByteCount)
        var span = bytes.mutableSpan
        for index in 0..<plaintext.count { span[index] = plaintext[index] }
        // Each block is mixed with the ciphertext before it, the first one with the initialization vector.
        for start in stride(from: 0, to: span.count, by: blockByteCount) {
            for index in 0..<blockByteCount {
                span[start + index] ^= start == 0 ? initializationVector[index] : span[start + index - blockByteCount]
            }
            cipher.encryptBlocks(of: &span, in: start..<start + blockByteCount)
        }
        return bytes
    }

    /// Decrypts and removes the padding.
    public static func decrypt<Cipher: BlockCipher & ~Copyable>(
        _ ciphertext: Span<UInt8>, with cipher: borrowing Cipher, initializationVector: Span<UInt8>
    ) throws(Failure) -> SecretBytes {
        let blockByteCount = Cipher.blockByteCount
        guard initializationVector.count == blockByteCount else { throw .wrongInitializationVectorLength }
        guard !ciphertext.isEmpty, ciphertext.count % blockByteCount == 0 else { throw .undecryptable }
        var padded = SecretBytes(copying: ciphertext)
        padded.withMutableSpan { bytes in
            cipher.decryptBlocks(of: &bytes, in: 0..<bytes.count)
            for index in 0..<blockByteCount { bytes[index] ^= initializationVector[index] }
            for index in blockByteCount..<bytes.count { bytes[index] ^= ciphertext[index - blockByteCount] }
        }
        guard let count = padded.withSpan({ unpaddedByteCount(of: $0, blockByteCount: blockByteCount) }) else {
            throw .undecryptable
        }
        return padded.withSpan { SecretBytes(copying: $0.extracting(0..<count)) }
    }

    /// The text's length without its padding, or nil where the padding is wrong. Looks at the whole last block and
    /// decides once at the end, so that the time does not tell where the padding is wrong.
    private static func unpaddedByteCount(of padded: Span<UInt8>, blockByteCount: Int) -> Int? {
        let paddingByteCount = Limb(padded[padded.count - 1])
        var wrong = isZeroMask(paddingByteCount) | belowMask(Limb(blockByteCount), paddingByteCount)
        for index in 0..<blockByteCount {
            let isPadding = belowMask(Limb(index), paddingByteCount)
            wrong |= isPadding & (Limb(padded[padded.count - 1 - index]) ^ paddingByteCount)
        }
        return revealed(wrong) == 0 ? padded.count - Int(revealed(paddingByteCount)) : nil
    }
}
