// The steps of a round of AES (FIPS 197 §5.1 and §5.3), on four blocks at once.

extension BitPlanes {
    /// SubBytes (FIPS 197 §5.1.1): the inverse of each octet; then to each bit the bits 4, 5, 6 and 7 places up are
    /// added, counted round the octet; then the constant 63.
    var substituted: BitPlanes {
        let i = inverted
        return BitPlanes(
            b0: ~(i.b0 ^ i.b4 ^ i.b5 ^ i.b6 ^ i.b7), b1: ~(i.b1 ^ i.b5 ^ i.b6 ^ i.b7 ^ i.b0),
            b2: i.b2 ^ i.b6 ^ i.b7 ^ i.b0 ^ i.b1, b3: i.b3 ^ i.b7 ^ i.b0 ^ i.b1 ^ i.b2,
            b4: i.b4 ^ i.b0 ^ i.b1 ^ i.b2 ^ i.b3, b5: ~(i.b5 ^ i.b1 ^ i.b2 ^ i.b3 ^ i.b4),
            b6: ~(i.b6 ^ i.b2 ^ i.b3 ^ i.b4 ^ i.b5), b7: i.b7 ^ i.b3 ^ i.b4 ^ i.b5 ^ i.b6)
    }

    /// InvSubBytes (FIPS 197 §5.3.2): undoes `substituted`. Each bit is the sum of the bits 2, 5 and 7 places up; the
    /// constant is 05; the inverse comes last.
    var substitutedInversely: BitPlanes {
        let sums = BitPlanes(
            b0: ~(b2 ^ b5 ^ b7), b1: b3 ^ b6 ^ b0, b2: ~(b4 ^ b7 ^ b1), b3: b5 ^ b0 ^ b2,
            b4: b6 ^ b1 ^ b3, b5: b7 ^ b2 ^ b4, b6: b0 ^ b3 ^ b5, b7: b1 ^ b4 ^ b6)
        return sums.inverted
    }

    /// ShiftRows (FIPS 197 §5.1.2): row r goes r columns to the left.
    var rowsShifted: BitPlanes {
        mapped { plane in
            Self.row(plane, 0, turned: 0) | Self.row(plane, 1, turned: 1)
                | Self.row(plane, 2, turned: 2) | Self.row(plane, 3, turned: 3)
        }
    }

    /// InvShiftRows (FIPS 197 §5.3.1): row r goes r columns to the right, which is 4 - r to the left.
    var rowsShiftedInversely: BitPlanes {
        mapped { plane in
            Self.row(plane, 0, turned: 0) | Self.row(plane, 1, turned: 3)
                | Self.row(plane, 2, turned: 2) | Self.row(plane, 3, turned: 1)
        }
    }

    /// One row's sixteen bits of a plane, turned by a number of columns to the left: later columns are the higher
    /// bits.
    @inline(__always)
    private static func row(_ plane: UInt64, _ row: UInt64, turned columns: UInt16) -> UInt64 {
        let bits = UInt16(truncatingIfNeeded: plane >> (16 * row))
        return UInt64(bits >> (4 * columns) | bits << (16 - 4 * columns)) << (16 * row)
    }

    /// MixColumns (FIPS 197 §5.1.3): every octet a_r of a column becomes
    /// `x·a_r + (x + 1)·a_(r+1) + a_(r+2) + a_(r+3)`.
    var columnsMixed: BitPlanes {
        // That is x·(a_r + a_(r+1)) + a_(r+1) + (a_(r+2) + a_(r+3)): one product with x is enough.
        let pairs = self + nextRow(1)
        return pairs.timesX + nextRow(1) + pairs.nextRow(2)
    }

    /// InvMixColumns (FIPS 197 §5.3.3).
    ///
    /// Its polynomial `{0b}y³ + {0d}y² + {09}y + {0e}` is the one of MixColumns times `{04}y² + {05}`. So first every
    /// octet a_r becomes `a_r + x²·(a_r + a_(r+2))`, and the rest is MixColumns.
    var columnsMixedInversely: BitPlanes {
        let pairs = self + nextRow(2)
        return (self + pairs.timesX.timesX).columnsMixed
    }

    /// In every place, the octet that is `count` rows below in the same column.
    @inline(__always)
    private func nextRow(_ count: UInt64) -> BitPlanes {
        mapped { $0 >> (16 * count) | $0 << (64 - 16 * count) }
    }
}
