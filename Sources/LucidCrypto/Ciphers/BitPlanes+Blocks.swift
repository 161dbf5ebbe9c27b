// How octets get into the planes and out again.
//
// The octets are four AES blocks. Octet (row, column) of block b has place `16·row + 4·column + b` in each plane, so
// that a row is sixteen neighbouring bits: turning a plane by 16 bits goes to the next row, turning a row by 4 bits
// goes to the next column.

extension BitPlanes {
    /// Where octet `place` of the planes stands in four blocks one after the other: a block goes column by column
    /// (FIPS 197 §3.4).
    @inline(__always)
    private static func indexInBlocks(ofPlace place: Int) -> Int {
        let row = place >> 4, column = place >> 2 & 3, block = place & 3
        return 16 * block + 4 * column + row
    }

    /// Sorts the octets of `bytes[range]`, at most 64; missing ones are zero.
    init(_ bytes: Span<UInt8>, in range: Range<Int>) {
        var planes = InlineArray<8, UInt64>(repeating: 0)
        for place in stride(from: 0, to: Self.byteCount, by: 8) {
            var eightOctets: UInt64 = 0
            for k in 0..<8 {
                let index = range.lowerBound + Self.indexInBlocks(ofPlace: place + k)
                if index < range.upperBound { eightOctets |= UInt64(bytes[index]) &<< UInt64(8 * k) }
            }
            let eightBits = Self.transposed(eightOctets)
            for bit in 0..<8 { planes[bit] |= (eightBits &>> UInt64(8 * bit) & 0xff) &<< UInt64(place) }
        }
        self.init(
            b0: planes[0], b1: planes[1], b2: planes[2], b3: planes[3],
            b4: planes[4], b5: planes[5], b6: planes[6], b7: planes[7])
    }

    /// Writes the octets to `bytes[range]`, at most 64.
    func store(to bytes: inout MutableSpan<UInt8>, in range: Range<Int>) {
        let planes: InlineArray<8, UInt64> = [b0, b1, b2, b3, b4, b5, b6, b7]
        for place in stride(from: 0, to: Self.byteCount, by: 8) {
            var eightBits: UInt64 = 0
            for bit in 0..<8 { eightBits |= (planes[bit] &>> UInt64(place) & 0xff) &<< UInt64(8 * bit) }
            let eightOctets = Self.transposed(eightBits)
            for k in 0..<8 {
                let index = range.lowerBound + Self.indexInBlocks(ofPlace: place + k)
                if index < range.upperBound { bytes[index] = UInt8(truncatingIfNeeded: eightOctets &>> UInt64(8 * k)) }
            }
        }
    }

    /// Mirrors a square of 8 times 8 bits: bit i of octet k becomes bit k of octet i. Exchanges single bits, then
    /// pairs, then fours across the diagonal (Hacker's Delight, 2nd edition, section 7-3).
    @inline(__always)
    private static func transposed(_ square: UInt64) -> UInt64 {
        let ones = exchangedBits(of: square, 0x00aa_00aa_00aa_00aa, distance: 7)
        let pairs = exchangedBits(of: ones, 0x0000_cccc_0000_cccc, distance: 14)
        return exchangedBits(of: pairs, 0x0000_0000_f0f0_f0f0, distance: 28)
    }

    /// Exchanges each bit that `mask` selects with the one that is `distance` higher.
    @inline(__always)
    private static func exchangedBits(of word: UInt64, _ mask: UInt64, distance: UInt64) -> UInt64 {
        let difference = (word ^ word &>> distance) & mask
        return word ^ difference ^ difference &<< distance
    }

    /// The first block in all four places.
    var repeatingFirstBlock: BitPlanes {
        mapped { plane in
            let first = plane & 0x1111_1111_1111_1111
            return first | first << 1 | first << 2 | first << 3
        }
    }
}
