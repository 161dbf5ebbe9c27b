import LucidNumber

/// A curve of the fast engine: what differs between the curves. The work is done in the extensions of this protocol, which
/// the compiler writes out once for each curve.
protocol FastCurve: CurveEngine {
    associatedtype Field: WeierstrassField

    static var parameters: EllipticCurve { get }
    /// `k⁻¹ · (e + r·d) mod n` (FIPS 186-5 §6.4.1, step 9).
    static func signature(k: Limbs, e: Limbs, r: Limbs, d: Limbs) -> Limbs
    /// b of the curve's equation.
    static var b: Field { get }
    /// For secret multiples of G.
    static var table: GeneratorTable<Field> { get }
    /// For public multiples of G: a table of one row, which is computed in a fraction of the time that the whole takes. A
    /// program that verifies one signature and ends needs no more.
    static var publicRow: GeneratorTable<Field> { get }
}

extension FastCurve {
    /// Computes a table for `table`.
    static func makeTable(width: Int, stride: Int) -> GeneratorTable<Field> {
        let base = AffinePoint(x: Field(Limbs(parameters.baseX)), y: Field(Limbs(parameters.baseY)))
        return GeneratorTable(
            base: base, orderBitWidth: parameters.order.bitWidth, width: width, stride: stride)
    }

    /// `[k]G` for a secret k from 1 to n-1.
    ///
    /// The table wants an odd k. Of k and n - k one is odd, as n is; which one is chosen by a mask, and as the table's answer
    /// for n - k is the opposite point, another mask brings y back.
    static func baseMultiple(_ k: Limbs) -> AffinePoint<Field> {
        let table = Self.table
        let isEven = (k[0] & 1) &- 1 ^ hiddenZero(table.points.count)
        let n = Limbs(parameters.order.value)
        var odd = Limbs(repeating: 0)
        var borrow: UInt64 = 0
        for index in 0..<9 { odd[index] = select(isEven, subtract(n[index], k[index], &borrow), k[index]) }
        let point = table.multiply(odd: odd).affine()
        return AffinePoint(x: point.x, y: Field.select(isEven, .zero - point.y, point.y))
    }

    /// `[u]G + [v]Q` for public u and v: both at once (Straus), one doubling for each bit, and additions where the signed
    /// digits of u and v are not zero. Q's odd multiples to 15 are computed, those of G are `publicRow`.
    static func publicSum(_ u: Limbs, _ v: Limbs, _ q: AffinePoint<Field>) -> JacobianPoint<Field> {
        let table = Self.publicRow
        let bits = parameters.order.bitWidth
        let uDigits = signedDigits(u, bitWidth: bits, width: table.width + 1)
        let vDigits = signedDigits(v, bitWidth: bits, width: 5)
        let multiples = oddMultiples(of: q)
        var sum = JacobianPoint<Field>.neutral
        for index in stride(from: bits, through: 0, by: -1) {
            sum.double()
            let (digitU, digitV) = (Int(uDigits[index]), Int(vDigits[index]))
            if digitU != 0 { sum.add(table.points[abs(digitU) >> 1], isOpposite: digitU < 0) }
            if digitV != 0 { sum.add(multiples[abs(digitV) >> 1], isOpposite: digitV < 0) }
        }
        return sum
    }

    /// q, 3q and so on to 15q.
    private static func oddMultiples(of q: AffinePoint<Field>) -> InlineArray<8, PreparedPoint<Field>> {
        var point = JacobianPoint(q)
        var multiples = InlineArray<8, PreparedPoint<Field>>(repeating: PreparedPoint(point))
        point.double()
        let twice = PreparedPoint(point)
        point = JacobianPoint(q)
        for index in 1..<8 {
            point.add(twice)
            multiples[index] = PreparedPoint(point)
        }
        return multiples
    }

    /// x³ - 3x + b.
    static func rightHandSide(_ x: Field) -> Field {
        let three = Field.one + Field.one + Field.one
        return (x.squared() - three) * x + b
    }
}

// What the engine's protocol asks, in the terms of the above.

extension FastCurve {
    func x(ofBaseTimes k: borrowing SecretNatural) -> SecretNatural {
        Self.baseMultiple(Limbs(k)).x.number.secret(limbCount: Self.parameters.order.limbCount)
    }

    func publicPoint(_ k: borrowing SecretNatural) -> (x: Natural, y: Natural) {
        let point = Self.baseMultiple(Limbs(k))
        return (point.x.number.natural, point.y.number.natural)
    }

    func sum(_ u: Natural, _ v: Natural, times q: (x: Natural, y: Natural), hasX r: Natural) -> Bool {
        let q = AffinePoint(x: Self.Field(Limbs(q.x)), y: Self.Field(Limbs(q.y)))
        let sum = Self.publicSum(Limbs(u), Limbs(v), q)
        if sum.isNeutral { return false }
        // x = X/Z² is compared without a division. An x that is r modulo n is r or, where that is below p, r + n: p is below
        // 2n (Hasse's theorem).
        let zz = sum.z.squared()
        if (Self.Field(Limbs(r)) * zz).equals(sum.x) { return true }
        let second = r + Self.parameters.order.value
        return second < Self.parameters.field.modulus.value && (Self.Field(Limbs(second)) * zz).equals(sum.x)
    }

    func signatureScalar(
        k: borrowing SecretNatural, e: borrowing SecretNatural, r: borrowing SecretNatural, d: borrowing SecretNatural
    ) -> SecretNatural {
        Self.signature(k: Limbs(k), e: Limbs(e), r: Limbs(r), d: Limbs(d))
            .secret(limbCount: Self.parameters.order.limbCount)
    }

    func contains(x: Natural, y: Natural) -> Bool {
        let p = Self.parameters.field.modulus.value
        guard x < p, y < p else { return false }
        return Self.Field(Limbs(y)).squared().equals(Self.rightHandSide(Self.Field(Limbs(x))))
    }

    func y(of x: Natural, isOdd: Bool) -> Natural? {
        let p = Self.parameters.field.modulus.value
        guard x < p else { return nil }
        // p mod 4 = 3 for all three curves, so a square's root is its power (p+1)/4 (SP 800-186 appendix E.1).
        let square = Self.rightHandSide(Self.Field(Limbs(x)))
        let root = square.power(Limbs((p + .one) >> 2))
        guard root.squared().equals(square) else { return nil }
        let y = root.number.natural
        // Zero is its own opposite, and even.
        if y.isOdd == isOdd { return y }
        return y.isZero ? nil : p.subtracting(y)
    }
}

extension InlineArray where Element == UInt64 {
    /// From a public number, which must fit.
    init(_ number: Natural) { self.init(number.limbs.span) }
    /// From a secret number, which must fit.
    init(_ number: borrowing SecretNatural) { self = number.withLimbs { Self($0) } }

    /// The number, made public.
    var natural: Natural { Natural(limbs: indices.map { revealed(UInt(self[$0])) }) }

    /// The number, still secret, in `limbCount` limbs.
    func secret(limbCount: Int) -> SecretNatural {
        var result = SecretNatural(limbCount: limbCount)
        result.withMutableLimbs { limbs in
            for index in 0..<Swift.min(limbs.count, count) { limbs[index] = UInt(self[index]) }
        }
        return result
    }
}
