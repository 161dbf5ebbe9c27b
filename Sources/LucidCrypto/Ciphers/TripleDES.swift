/// Triple DES (FIPS 46-3, SP 800-67): encrypt, decrypt and encrypt again with DES under three keys.
///
/// For old key files and PKCS #12 only: its blocks of 64 bits are too short for much data (SP 800-131A ended its use
/// for encryption). Slow, but its time depends on the lengths alone.
public struct TripleDES: ~Copyable, BlockCipher {
    /// The length of a block in octets.
    public static var blockByteCount: Int { 8 }

    /// The round keys of all three passes in the order of encryption; the middle pass decrypts, so its keys go
    /// backwards.
    private var roundKeys = WipedMemory(InlineArray<48, UInt64>(repeating: 0))

    /// Nil where the key does not have 24 octets, or 16: then the third key is the first one again (SP 800-67 §3.2,
    /// keying option 2). The parity bits (the lowest of each octet) are not looked at.
    public init?(key: Span<UInt8>) {
        guard key.count == 24 || key.count == 16 else { return nil }
        for pass in 0..<3 {
            var desKey: UInt64 = 0
            for index in 0..<8 { desKey = desKey << 8 | UInt64(key[(8 * pass + index) % key.count]) }
            roundKeys.withMutableValue { roundKeys in
                DES.forEachRoundKey(of: desKey) { round, roundKey in
                    roundKeys[16 * pass + (pass == 1 ? 15 - round : round)] = roundKey
                }
            }
        }
    }

    /// Encrypts each whole block of `bytes[range]` on its own, in place. Octets after the last whole block stay.
    public func encryptBlocks(of bytes: inout MutableSpan<UInt8>, in range: Range<Int>) {
        transform(&bytes, in: range, backwards: false)
    }

    /// Decrypts each whole block of `bytes[range]` on its own, in place. Octets after the last whole block stay.
    public func decryptBlocks(of bytes: inout MutableSpan<UInt8>, in range: Range<Int>) {
        transform(&bytes, in: range, backwards: true)
    }

    /// Each whole block through the three passes. Decryption is encryption with the round keys backwards.
    private func transform(_ bytes: inout MutableSpan<UInt8>, in range: Range<Int>, backwards: Bool) {
        let end = range.upperBound - range.count % Self.blockByteCount
        for start in stride(from: range.lowerBound, to: end, by: Self.blockByteCount) {
            var block: UInt64 = 0
            for octet in 0..<8 { block = block << 8 | UInt64(bytes[start + octet]) }
            block = transformed(block, backwards: backwards)
            for octet in 0..<8 { bytes[start + octet] = UInt8(truncatingIfNeeded: block >> UInt64(56 - 8 * octet)) }
        }
    }

    /// The final permutation of one pass and the initial one of the next undo each other, so both are done once only.
    private func transformed(_ block: UInt64, backwards: Bool) -> UInt64 {
        let permuted = DES.initiallyPermuted(block)
        var left = UInt32(truncatingIfNeeded: permuted >> 32), right = UInt32(truncatingIfNeeded: permuted)
        roundKeys.withValue { roundKeys in
            for round in 0..<48 {
                let roundKey = roundKeys[backwards ? 47 - round : round]
                (left, right) = (right, left ^ DES.mixed(right, with: roundKey))
                // A pass ends by exchanging the halves.
                if round % 16 == 15 { (left, right) = (right, left) }
            }
        }
        return DES.finallyPermuted(UInt64(left) << 32 | UInt64(right))
    }
}
