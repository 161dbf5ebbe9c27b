import LucidNumber

/// A point of edwards25519 in extended coordinates (RFC 8032 §5.1.4): x = X/Z, y = Y/Z, x·y = T/Z.
///
/// The formulas hold for all pairs of points, equal, opposite and neutral ones included, since -1 is a square modulo p and
/// d is not (H. Hisil and others, "Twisted Edwards curves revisited", 2008). There is no case to look for.
struct EdwardsPoint: BitwiseCopyable, Sendable {
    var x, y, z, t: Field25519

    /// The neutral point (0, 1).
    static var neutral: EdwardsPoint { EdwardsPoint(x: .zero, y: .one, z: .one, t: .zero) }

    /// 2·d, as adding points needs it.
    static let twiceD = Field25519(Limbs(Ed25519Point.d)) + Field25519(Limbs(Ed25519Point.d))

    @inline(__always)
    init(x: Field25519, y: Field25519, z: Field25519, t: Field25519) {
        self.x = x
        self.y = y
        self.z = z
        self.t = t
    }

    /// The point (x, y), which must be on the curve.
    init(x: Field25519, y: Field25519) { self.init(x: x, y: y, z: .one, t: x * y) }

    /// Twice the point (RFC 8032 §5.1.4): 4 products, 4 squares.
    @inline(never)
    func doubled() -> EdwardsPoint {
        let a = x.squared()
        let b = y.squared()
        let zz = z.squared()
        let h = a + b
        let e = h - (x + y).squared()
        let g = a - b
        let f = zz + zz + g
        return EdwardsPoint(x: e * f, y: g * h, z: f * g, t: e * h)
    }

    /// The sum with a point that is prepared for being added (RFC 8032 §5.1.4): 8 products.
    @inline(never)
    func adding(_ q: PreparedEdwardsPoint) -> EdwardsPoint { sum(q, zz2: z * q.z2) }

    /// The sum with a prepared point whose Z is 1: 7 products.
    @inline(never)
    func addingAffine(_ q: PreparedEdwardsPoint) -> EdwardsPoint { sum(q, zz2: z + z) }

    /// Both additions, from twice the product of both Z on.
    @inline(__always)
    private func sum(_ q: PreparedEdwardsPoint, zz2 d: Field25519) -> EdwardsPoint {
        let a = (y - x) * q.difference
        let b = (y + x) * q.sum
        let c = t * q.twiceDT
        let e = b - a
        let f = d - c
        let g = d + c
        let h = b + a
        return EdwardsPoint(x: e * f, y: g * h, z: f * g, t: e * h)
    }
}

/// A point that is added often: Y + X, Y - X, 2·d·T and 2·Z.
struct PreparedEdwardsPoint: BitwiseCopyable, Sendable {
    var sum, difference, twiceDT, z2: Field25519

    @inline(__always)
    private init(sum: Field25519, difference: Field25519, twiceDT: Field25519, z2: Field25519) {
        self.sum = sum
        self.difference = difference
        self.twiceDT = twiceDT
        self.z2 = z2
    }

    /// Prepares a point.
    init(_ p: EdwardsPoint) {
        self.init(sum: p.y + p.x, difference: p.y - p.x, twiceDT: p.t * EdwardsPoint.twiceD, z2: p.z + p.z)
    }

    /// All of whose limbs are zero: where the scan of a table begins. It is no point.
    static var blank: PreparedEdwardsPoint {
        PreparedEdwardsPoint(sum: .zero, difference: .zero, twiceDT: .zero, z2: .zero)
    }

    /// The point where the mask is all ones, or-ed with what a scan has found so far; for points whose Z is 1.
    @inline(__always)
    func masked(_ mask: UInt64, or other: PreparedEdwardsPoint) -> PreparedEdwardsPoint {
        PreparedEdwardsPoint(
            sum: sum.masked(mask, or: other.sum), difference: difference.masked(mask, or: other.difference),
            twiceDT: twiceDT.masked(mask, or: other.twiceDT), z2: other.z2)
    }

    /// The opposite point where the mask is all ones, else the same.
    @inline(__always)
    func negated(if mask: UInt64) -> PreparedEdwardsPoint {
        PreparedEdwardsPoint(
            sum: Field25519.select(mask, difference, sum), difference: Field25519.select(mask, sum, difference),
            twiceDT: Field25519.select(mask, .zero - twiceDT, twiceDT), z2: z2)
    }
}

extension EdwardsPoint {
    /// Encodes the point, which becomes public (RFC 8032 §5.1.2).
    var encoded: [UInt8] {
        let inverse = z.inverse()
        let y = (y * inverse).number, x = (x * inverse).number
        var bytes = [UInt8](repeating: 0, count: 32)
        for index in 0..<4 {
            let limb = revealed(UInt(y[index]))
            for octet in 0..<8 { bytes[8 &* index &+ octet] = UInt8(truncatingIfNeeded: limb &>> UInt(8 &* octet)) }
        }
        bytes[31] |= UInt8(truncatingIfNeeded: revealed(UInt(x[0] & 1))) &<< 7
        return bytes
    }

    /// Decodes a public point (RFC 8032 §5.1.3). Nil where the octets are not the one encoding of a point: where they
    /// are not 32, y is not below p, no x belongs to y, or x is zero but called odd.
    init?(encoded bytes: Span<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var limbs = Limbs(repeating: 0)
        for index in 0..<32 { limbs[index >> 3] |= UInt64(bytes[index]) << UInt64(8 * (index & 7)) }
        let xIsOdd = limbs[3] >> 63 == 1
        limbs[3] &= .max >> 1
        let y = Field25519(limbs)
        // Only a y below p is written back as it was.
        let written = y.number
        guard (0..<4).allSatisfy({ written[$0] == limbs[$0] }) else { return nil }
        // Step 2: x² = u/v with u = y² - 1 and v = d·y² + 1; the root's candidate is u·v³·(u·v⁷)^((p-5)/8), as in the
        // reference engine (`Ed25519Point`), where the reasons are.
        let ySquared = y.squared()
        let u = ySquared - .one
        let v = Self.d * ySquared + .one
        let v3 = v.squared() * v
        let candidate = u * v3 * (u * v3.squared() * v).power(Self.rootExponent)
        let check = v * candidate.squared()
        var x = candidate
        // Step 3.
        if !check.equals(u) {
            guard check.equals(.zero - u) else { return nil }
            x = candidate * Self.rootOfMinusOne
        }
        // Step 4.
        if x.isZero && xIsOdd { return nil }
        if (x.number[0] & 1 == 1) != xIsOdd { x = .zero - x }
        self.init(x: x, y: y)
    }

    private static let d = Field25519(Limbs(Ed25519Point.d))
    /// (p-5)/8.
    private static var rootExponent: Limbs { [.max - 2, .max, .max, .max >> 4, 0, 0, 0, 0, 0] }
    /// 2^((p-1)/4), whose square is -1.
    private static let rootOfMinusOne = (Field25519.one + .one).power([.max - 4, .max, .max, .max >> 3, 0, 0, 0, 0, 0])
}
