import LucidNumber

/// RC2 (RFC 2268), a cipher of 1987 that old PKCS #12 files keep their certificates under.
///
/// For reading such files only: its usual effective key of 40 bits is guessed in minutes. It is made with tables, and
/// each look-up goes over a whole table, so that the time does not tell which place was wanted.
public struct RC2: ~Copyable, BlockCipher {
    /// The length of a block in octets.
    public static var blockByteCount: Int { 8 }

    /// K of RFC 2268 §2: 64 words of 16 bits.
    private var roundKeys = WipedMemory(InlineArray<64, UInt16>(repeating: 0))

    /// Nil where the key does not have 1 to 128 octets, or `effectiveBitCount` (T1 of RFC 2268) is not 1 to 1024.
    public init?(key: Span<UInt8>, effectiveBitCount: Int) {
        guard (1...128).contains(key.count), (1...1024).contains(effectiveBitCount) else { return nil }
        let expanded = Self.expandedKey(key, effectiveBitCount: effectiveBitCount)
        expanded.withSpan { bytes in
            roundKeys.withMutableValue { roundKeys in
                for index in 0..<64 {
                    roundKeys[index] = UInt16(bytes[2 * index]) | UInt16(bytes[2 * index + 1]) << 8
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

    /// R[0] to R[3] of RFC 2268 §3.
    private typealias Words = InlineArray<4, UInt16>

    /// Words are read and written with their low octet first.
    private func transform(_ bytes: inout MutableSpan<UInt8>, in range: Range<Int>, _ body: (Words) -> Words) {
        let end = range.upperBound - range.count % Self.blockByteCount
        for start in stride(from: range.lowerBound, to: end, by: Self.blockByteCount) {
            let words = body(Words { UInt16(bytes[start + 2 * $0]) | UInt16(bytes[start + 2 * $0 + 1]) << 8 })
            for index in 0..<4 {
                bytes[start + 2 * index] = UInt8(truncatingIfNeeded: words[index])
                bytes[start + 2 * index + 1] = UInt8(truncatingIfNeeded: words[index] >> 8)
            }
        }
    }

    /// RFC 2268 §3.3: sixteen mixing rounds, with a mashing round behind the fifth and the eleventh.
    private func encrypted(_ block: Words) -> Words {
        roundKeys.withValue { keys in
            var r = block
            for round in 0..<16 {
                for i in 0..<4 {
                    // Mix up R[i], RFC 2268 §3.1.
                    let mixed = r[i] &+ keys[4 * round + i] &+ Self.chosen(r, i)
                    r[i] = mixed &<< Self.rotations[i] | mixed &>> (16 - Self.rotations[i])
                }
                if round == 4 || round == 10 { for i in 0..<4 { r[i] &+= Self.word(of: keys, at: r[(i + 3) % 4]) } }
            }
            return r
        }
    }

    /// RFC 2268 §4.3: the same backwards.
    private func decrypted(_ block: Words) -> Words {
        roundKeys.withValue { keys in
            var r = block
            for round in (0..<16).reversed() {
                if round == 4 || round == 10 {
                    for i in (0..<4).reversed() { r[i] &-= Self.word(of: keys, at: r[(i + 3) % 4]) }
                }
                for i in (0..<4).reversed() {
                    let turned = r[i] &>> Self.rotations[i] | r[i] &<< (16 - Self.rotations[i])
                    r[i] = turned &- keys[4 * round + i] &- Self.chosen(r, i)
                }
            }
            return r
        }
    }

    /// s of RFC 2268 §3.1.
    private static var rotations: InlineArray<4, UInt16> { [1, 2, 3, 5] }

    /// Of the words before R[i], the first one's bits choose between those of the other two.
    private static func chosen(_ r: Words, _ i: Int) -> UInt16 {
        let selector = r[(i + 3) % 4]
        return (selector & r[(i + 2) % 4]) &+ (~selector & r[(i + 1) % 4])
    }

    /// K[place mod 64], by going over all of K.
    private static func word(of keys: borrowing InlineArray<64, UInt16>, at place: UInt16) -> UInt16 {
        var word: UInt16 = 0
        for index in 0..<64 { word |= keys[index] & equalityMask(UInt16(index), place & 63) }
        return word
    }

    /// All bits where two numbers are equal, else none. The optimizer must not see that, or it makes a branch of it.
    private static func equalityMask(_ a: UInt16, _ b: UInt16) -> UInt16 {
        UInt16(truncatingIfNeeded: zeroMask(UInt64(a ^ b)))
    }
}

extension RC2 {
    /// L of RFC 2268 §2: the key made 128 octets long, then cut down to its effective length.
    private static func expandedKey(_ key: Span<UInt8>, effectiveBitCount: Int) -> SecretBytes {
        let effectiveByteCount = (effectiveBitCount + 7) / 8
        let lastOctetMask = UInt8(0xff >> (8 * effectiveByteCount - effectiveBitCount))
        var expanded = SecretBytes(count: 128)
        expanded.withMutableSpan { l in
            for index in 0..<key.count { l[index] = key[index] }
            for index in key.count..<128 { l[index] = substituted(l[index - 1] &+ l[index - key.count]) }
            let first = 128 - effectiveByteCount
            l[first] = substituted(l[first] & lastOctetMask)
            for index in (0..<first).reversed() {
                l[index] = substituted(l[index + 1] ^ l[index + effectiveByteCount])
            }
        }
        return expanded
    }

    /// PITABLE[octet], by going over the whole table.
    private static func substituted(_ octet: UInt8) -> UInt8 {
        var result: UInt16 = 0
        for index in 0..<256 {
            result |= UInt16(RC2Table.substitutions[index]) & equalityMask(UInt16(index), UInt16(octet))
        }
        return UInt8(truncatingIfNeeded: result)
    }
}
