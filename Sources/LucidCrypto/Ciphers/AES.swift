import LucidNumber

/// AES (FIPS 197) with keys of 128, 192 or 256 bits. Its time depends on the lengths alone; see `BitPlanes`.
public struct AES: ~Copyable, BlockCipher {
    /// The length of a block in octets.
    public static var blockByteCount: Int { 16 }

    /// Nr of FIPS 197 §5: 10, 12 or 14 rounds.
    private let roundCount: Int
    /// The key schedule: round key i, ready to be added to four blocks.
    private var roundKeys = WipedMemory(InlineArray<15, BitPlanes>(repeating: BitPlanes()))

    /// Nil where the key does not have 16, 24 or 32 octets.
    public init?(key: Span<UInt8>) {
        guard [16, 24, 32].contains(key.count) else { return nil }
        let roundCount = key.count / 4 + 6
        self.roundCount = roundCount
        Self.expandedKey(key, roundCount: roundCount).withSpan { schedule in
            roundKeys.withMutableValue { roundKeys in
                for round in 0...roundCount {
                    roundKeys[round] = BitPlanes(schedule, in: 16 * round..<16 * round + 16).repeatingFirstBlock
                }
            }
        }
    }

    /// Encrypts each whole block of `bytes[range]` on its own, in place. Octets after the last whole block stay.
    public func encryptBlocks(of bytes: inout MutableSpan<UInt8>, in range: Range<Int>) {
        transform(&bytes, in: range) { encrypted($0) }
    }

    /// Decrypts each whole block of `bytes[range]` on its own, in place. Octets after the last whole block stay.
    public func decryptBlocks(of bytes: inout MutableSpan<UInt8>, in range: Range<Int>) {
        transform(&bytes, in: range) { decrypted($0) }
    }

    /// Takes four blocks at a time through a transformation; the last ones may be fewer.
    private func transform(_ bytes: inout MutableSpan<UInt8>, in range: Range<Int>, _ body: (BitPlanes) -> BitPlanes) {
        let end = range.upperBound - range.count % Self.blockByteCount
        for start in stride(from: range.lowerBound, to: end, by: BitPlanes.byteCount) {
            let blocks = start..<min(start + BitPlanes.byteCount, end)
            body(BitPlanes(bytes.span, in: blocks)).store(to: &bytes, in: blocks)
        }
    }

    /// Cipher (FIPS 197 §5.1, algorithm 1).
    private func encrypted(_ blocks: BitPlanes) -> BitPlanes {
        roundKeys.withValue { roundKeys in
            var state = blocks + roundKeys[0]
            for round in 1..<roundCount { state = state.substituted.rowsShifted.columnsMixed + roundKeys[round] }
            return state.substituted.rowsShifted + roundKeys[roundCount]
        }
    }

    /// InvCipher (FIPS 197 §5.3, algorithm 3).
    private func decrypted(_ blocks: BitPlanes) -> BitPlanes {
        roundKeys.withValue { roundKeys in
            var state = blocks + roundKeys[roundCount]
            for round in stride(from: roundCount - 1, to: 0, by: -1) {
                state = (state.rowsShiftedInversely.substitutedInversely + roundKeys[round]).columnsMixedInversely
            }
            return state.rowsShiftedInversely.substitutedInversely + roundKeys[0]
        }
    }
}

extension AES {
    /// KeyExpansion (FIPS 197 §5.2, algorithm 2): the words w[i] of all round keys, one after the other.
    private static func expandedKey(_ key: Span<UInt8>, roundCount: Int) -> SecretBytes {
        let keyWordCount = key.count / 4
        var expanded = SecretBytes(count: 16 * (roundCount + 1))
        var word = SecretBytes(count: 4)
        var roundConstant: UInt8 = 1
        expanded.withMutableSpan { w in
            word.withMutableSpan { word in
                for index in 0..<key.count { w[index] = key[index] }
                for i in keyWordCount..<4 * (roundCount + 1) {
                    let isFirstOfKey = i % keyWordCount == 0
                    // RotWord: the first word of each key length is turned by an octet.
                    for k in 0..<4 { word[k] = w[4 * (i - 1) + (isFirstOfKey ? (k + 1) % 4 : k)] }
                    if isFirstOfKey || (keyWordCount > 6 && i % keyWordCount == 4) { substitute(&word) }
                    if isFirstOfKey {
                        word[0] ^= roundConstant
                        // Rcon: the powers of x in GF(2^8).
                        roundConstant = roundConstant << 1 ^ (roundConstant >> 7) * 0x1b
                    }
                    for k in 0..<4 { w[4 * i + k] = w[4 * (i - keyWordCount) + k] ^ word[k] }
                }
            }
        }
        return expanded
    }

    /// SubWord (FIPS 197 §5.2): SubBytes on four octets.
    private static func substitute(_ word: inout MutableSpan<UInt8>) {
        BitPlanes(word.span, in: 0..<4).substituted.store(to: &word, in: 0..<4)
    }
}
