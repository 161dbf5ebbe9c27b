/// The parts of DES (FIPS 46-3), which by itself is far too weak: what `TripleDES` is made of.
///
/// Bits are counted as the standard does: bit 1 is the most significant one.
enum DES {
    /// IP, the initial permutation.
    static func initiallyPermuted(_ block: UInt64) -> UInt64 {
        bits(DESTables.initialPermutation, of: block, bitCount: 64)
    }

    /// The inverse of IP: the bit that came from a place goes back there.
    static func finallyPermuted(_ block: UInt64) -> UInt64 {
        var result: UInt64 = 0
        for index in 0..<64 {
            let bit = block &>> UInt64(63 - index) & 1
            result |= bit &<< UInt64(64 - DESTables.initialPermutation[index])
        }
        return result
    }

    /// The function f: each of eight groups of six bits, mixed with the key, selects four bits from an S-box; the
    /// permutation P then scatters the 32 bits.
    static func mixed(_ half: UInt32, with roundKey: UInt64) -> UInt32 {
        // E: group i takes four neighbouring bits and one more on each side, round the end.
        var groups = InlineArray<8, UInt64>(repeating: 0)
        for i in 0..<8 {
            let distance = UInt32(truncatingIfNeeded: 27 - 4 * i)
            let sixBits = (half &>> distance | half &<< (0 &- distance)) & 0x3f
            groups[i] = UInt64(sixBits) ^ roundKey &>> UInt64(42 - 6 * i) & 0x3f
        }
        // Bit j of the result is bit P(j) of what the S-boxes give.
        var result: UInt32 = 0
        for j in 0..<32 {
            let place = Int(DESTables.permutation[j]) - 1
            result = result << 1 | UInt32(truncatingIfNeeded: DESTables.selectionBits[place] &>> groups[place / 4] & 1)
        }
        return result
    }

    /// KS, the key schedule: sixteen round keys of 48 bits.
    static func forEachRoundKey(of key: UInt64, _ body: (_ round: Int, _ roundKey: UInt64) -> Void) {
        let chosen = bits(DESTables.permutedChoice1, of: key, bitCount: 64)
        var c = chosen >> 28, d = chosen & 0x0fff_ffff
        for round in 0..<16 {
            // The halves turn by two bits, but in the rounds 1, 2, 9 and 16 by one.
            let distance: UInt64 = [0, 1, 8, 15].contains(round) ? 1 : 2
            c = (c << distance | c >> (28 - distance)) & 0x0fff_ffff
            d = (d << distance | d >> (28 - distance)) & 0x0fff_ffff
            body(round, bits(DESTables.permutedChoice2, of: c << 28 | d, bitCount: 56))
        }
    }

    /// The bits that a table names, one after the other, out of a number of `bitCount` bits.
    private static func bits(_ table: [UInt8], of number: UInt64, bitCount: Int) -> UInt64 {
        var result: UInt64 = 0
        for index in table.indices { result = result << 1 | number &>> UInt64(bitCount - Int(table[index])) & 1 }
        return result
    }
}
