import LucidNumber

/// The fast engine of Ed25519.
struct FastEd25519: Ed25519Engine {
    /// The width of a window in bits, and how many windows one row of the table serves.
    static let width = 5, stride = 3
    /// As many windows as the 253 bits of L need.
    static let windowCount = (253 + width - 1) / width
    /// The number of points in a row.
    static let rowCount = 1 << (width - 1)

    /// Odd multiples of the base point B, computed when first used: row t has the points `[(2j+1)·2^(w·v·t)]B` for j from 0
    /// to 2^(w-1) - 1, where w is the width and v the stride. Their Z is 1.
    static let table: [PreparedEdwardsPoint] = {
        let base = Ed25519Point.base.encoded
        guard var first = EdwardsPoint(encoded: base.span) else { preconditionFailure("B is a point") }
        var points: [EdwardsPoint] = []
        for row in 0..<(windowCount + stride - 1) / stride {
            if row > 0 { for _ in 0..<width * stride { first = first.doubled() } }
            let twice = PreparedEdwardsPoint(first.doubled())
            var point = first
            for _ in 0..<rowCount {
                points.append(point)
                point = point.adding(twice)
            }
        }
        return points.map { point in
            let inverse = point.z.inverse()
            return PreparedEdwardsPoint(EdwardsPoint(x: point.x * inverse, y: point.y * inverse))
        }
    }()

    /// `[k]B` for a secret k below L. No branch and no address depends on k.
    ///
    /// As on the other curves, an odd k is taken apart into odd digits (`OddDigit`); for an even one it is L - k, and the
    /// result's opposite. The formulas hold for all points, so here no case has to be excluded.
    static func baseMultiple(_ k: Limbs) -> EdwardsPoint {
        let table = Self.table
        let hidden = hiddenZero(table.count)
        let isEven = (k[0] & 1) &- 1 ^ hidden
        let order = Limbs(Ed25519Scalar.order.value)
        var odd = Limbs(repeating: 0)
        var borrow: UInt64 = 0
        for index in 0..<9 { odd[index] = select(isEven, subtract(order[index], k[index], &borrow), k[index]) }
        var sum = EdwardsPoint.neutral
        for remainder in Swift.stride(from: stride &- 1, through: 0, by: -1) {
            if remainder < stride &- 1 { for _ in 0..<width { sum = sum.doubled() } }
            for row in Swift.stride(from: (windowCount &- 1 &- remainder) / stride, through: 0, by: -1) {
                let window = row &* stride &+ remainder
                let digit = OddDigit(of: odd, window: window, width: width, isTop: window == windowCount &- 1)
                // All points of the row are read, whatever the digit is.
                var point = PreparedEdwardsPoint.blank
                for index in 0..<rowCount {
                    let mask = zeroMask(UInt64(truncatingIfNeeded: index) ^ digit.index) ^ hidden
                    point = table[row &* rowCount &+ index].masked(mask, or: point)
                }
                // The sign of the digit, and the opposite for an even k, in one.
                sum = sum.addingAffine(point.negated(if: digit.isNegative ^ isEven))
            }
        }
        return sum
    }

    /// `[s]B + [k]P` for public numbers below 2^253: both at once, one doubling for each bit, and additions where the
    /// signed digits are not zero.
    static func publicSum(_ s: Limbs, _ k: Limbs, _ p: EdwardsPoint) -> EdwardsPoint {
        let table = Self.table
        let bits = 253
        let sDigits = signedDigits(s, bitWidth: bits, width: width + 1)
        let kDigits = signedDigits(k, bitWidth: bits, width: 5)
        let twice = PreparedEdwardsPoint(p.doubled())
        var point = p
        var multiples = InlineArray<8, PreparedEdwardsPoint>(repeating: PreparedEdwardsPoint(p))
        for index in 1..<8 {
            point = point.adding(twice)
            multiples[index] = PreparedEdwardsPoint(point)
        }
        var sum = EdwardsPoint.neutral
        for index in Swift.stride(from: bits, through: 0, by: -1) {
            sum = sum.doubled()
            let (digitS, digitK) = (Int(sDigits[index]), Int(kDigits[index]))
            if digitS != 0 { sum = sum.addingAffine(table[abs(digitS) >> 1].negated(if: digitS < 0 ? .max : 0)) }
            if digitK != 0 { sum = sum.adding(multiples[abs(digitK) >> 1].negated(if: digitK < 0 ? .max : 0)) }
        }
        return sum
    }

    func encodedBaseMultiple(_ k: borrowing SecretNatural) -> [UInt8] {
        // [k]B depends on k modulo L only, and the windows have room for no more.
        Self.baseMultiple(Limbs(Ed25519Scalar.order.residue(reducing: k))).encoded
    }

    func isPoint(_ bytes: Span<UInt8>) -> Bool { EdwardsPoint(encoded: bytes) != nil }

    func encodedDifference(_ s: Natural, _ k: Natural, times a: Span<UInt8>) -> [UInt8]? {
        guard let point = EdwardsPoint(encoded: a) else { return nil }
        // -A = (-x, y).
        let opposite = EdwardsPoint(x: .zero - point.x, y: point.y)
        return Self.publicSum(Limbs(s), Limbs(k), opposite).encoded
    }
}
