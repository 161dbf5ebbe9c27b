import LucidNumber

/// A point of the curve edwards25519, `-x² + y² = 1 + d·x²·y²` modulo 2^255 - 19 (RFC 8032 §5.1).
///
/// In extended homogeneous coordinates (RFC 8032 §5.1.4): x = X/Z, y = Y/Z, x·y = T/Z, so that adding points needs no
/// division. It may be secret, as its coordinates may.
struct Ed25519Point: ~Copyable, Sendable {
    private var x, y, z, t: FieldElement

    private static let field = PrimeField.ed25519

    /// d = -121665/121666 (RFC 8032 §5.1).
    static let d: Natural = {
        let p = field.modulus
        return p.multiply(p.subtract(.zero, Natural(121665)), p.inverse(of: Natural(121666)) ?? .zero)
    }()
    /// `2·d`, as adding points needs it.
    private static let twiceD = field.element(d) + field.element(d)

    /// The base point B: y = 4/5, and x is the even one of the two numbers that belong to it (RFC 8032 §5.1).
    static let base: Ed25519Point = {
        let p = field.modulus
        let y = p.multiply(Natural(4), p.inverse(of: Natural(5)) ?? .zero)
        guard let base = Ed25519Point(y: y, xIsOdd: false) else { preconditionFailure("4/5 belongs to a point") }
        return base
    }()

    /// The neutral point (0, 1): added to any point, it gives that point.
    static var neutral: Ed25519Point { Ed25519Point(x: field.element(.zero), y: field.element(.one)) }

    /// The point (x, y), which must be on the curve.
    private init(x: consuming FieldElement, y: consuming FieldElement) {
        self.init(x: x.copy(), y: y.copy(), z: Self.field.element(.one), t: x * y)
    }

    private init(
        x: consuming FieldElement, y: consuming FieldElement, z: consuming FieldElement,
        t: consuming FieldElement
    ) {
        self.x = x
        self.y = y
        self.z = z
        self.t = t
    }

    /// The sum of any two points: the formulas of RFC 8032 §5.1.4 hold for equal, opposite and neutral points too, so
    /// nothing has to be decided that could show in the time.
    static func + (p: borrowing Ed25519Point, q: borrowing Ed25519Point) -> Ed25519Point {
        let a = (p.y - p.x) * (q.y - q.x)
        let b = (p.y + p.x) * (q.y + q.x)
        let c = p.t * twiceD * q.t
        let d = (p.z + p.z) * q.z
        let e = b - a
        let f = d - c
        let g = d + c
        let h = b + a
        return Ed25519Point(x: e * f, y: g * h, z: f * g, t: e * h)
    }

    /// The point added to itself, with fewer products (RFC 8032 §5.1.4).
    func doubled() -> Ed25519Point {
        let a = x.squared()
        let b = y.squared()
        let zSquared = z.squared()
        let c = zSquared + zSquared
        let h = a + b
        let e = h - (x + y).squared()
        let g = a - b
        let f = c + g
        return Ed25519Point(x: e * f, y: g * h, z: f * g, t: e * h)
    }

    /// The point that gives the neutral point when added to this one.
    func negated() -> Ed25519Point {
        let zero = Self.field.element(.zero)
        return Ed25519Point(x: zero - x, y: y.copy(), z: z.copy(), t: zero - t)
    }

    private static func swap(_ p: inout Ed25519Point, _ q: inout Ed25519Point, if condition: Limb) {
        FieldElement.swap(&p.x, &q.x, if: condition)
        FieldElement.swap(&p.y, &q.y, if: condition)
        FieldElement.swap(&p.z, &q.z, if: condition)
        FieldElement.swap(&p.t, &q.t, if: condition)
    }

    /// The point, `scalar` times added to itself, for a secret scalar of 256 bits: for each bit it is doubled and
    /// added, and the bit only chooses, without a branch, which of both is kept.
    func multiplied(by scalar: borrowing SecretNatural) -> Ed25519Point {
        var result = Self.neutral
        for index in stride(from: 255, through: 0, by: -1) {
            result = result.doubled()
            var sum = result + self
            Self.swap(&result, &sum, if: scalar.bit(index))
        }
        return result
    }

    /// `[a]p + [b]q` for public numbers and points, in one walk over the bits of both numbers. Time depends on them.
    static func publicSum(
        _ a: Natural, times p: borrowing Ed25519Point, plus b: Natural, times q: borrowing Ed25519Point
    ) -> Ed25519Point {
        let both = p + q
        var result = Self.neutral
        for index in stride(from: max(a.bitWidth, b.bitWidth) - 1, through: 0, by: -1) {
            result = result.doubled()
            switch (a.bit(index), b.bit(index)) {
            case (true, true): result = result + both
            case (true, false): result = result + p
            case (false, true): result = result + q
            case (false, false): break
            }
        }
        return result
    }
}

extension Ed25519Point {
    /// Encodes the point, which becomes public: y as 32 octets, least significant first, with the lowest bit of x as
    /// the highest bit (RFC 8032 §5.1.2).
    var encoded: [UInt8] {
        let inverse = z.inverse()
        var bytes = [UInt8]((y * inverse).number().revealed().bigEndianBytes(count: 32)?.reversed() ?? [])
        if (x * inverse).number().revealed().isOdd { bytes[31] |= 0x80 }
        return bytes
    }

    /// Decodes a public point (RFC 8032 §5.1.3). Nil where the octets are not the one encoding of a point: where they
    /// are not 32, y is not below p, no x belongs to y, or x is zero but called odd.
    init?(encoded bytes: Span<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var bigEndian = (0..<32).map { bytes[31 - $0] }
        let xIsOdd = bigEndian[0] >= 0x80
        bigEndian[0] &= 0x7f
        self.init(y: Natural(bigEndian: bigEndian), xIsOdd: xIsOdd)
    }

    /// Finds the x that belongs to a public y: the curve's equation says `x² = (y² - 1) / (d·y² + 1)`, call it u/v.
    init?(y yValue: Natural, xIsOdd: Bool) {
        let field = Self.field, p = field.modulus
        guard yValue < p.value else { return nil }
        let y = field.element(yValue), one = field.element(.one)
        let ySquared = y.squared()
        let u = ySquared - one
        let v = field.element(Self.d) * ySquared + one
        // The root's candidate is (u/v)^((p+3)/8) = u·v³·(u·v⁷)^((p-5)/8). As p is 5 modulo 8, its square is u/v or
        // -u/v, if there is a root at all; in the second case a root of -1, which is 2^((p-1)/4), brings it about.
        let v3 = v.squared() * v
        let uv7 = u * v3.squared() * v
        let candidate = u * v3 * uv7.power(p.value >> 3)
        let check = v * candidate.squared()
        var x: Natural
        if check.equals(u) == 1 {
            x = candidate.number().revealed()
        } else if check.equals(field.element(.zero) - u) == 1 {
            x = (candidate * field.element(Natural(2)).power(p.value >> 2)).number().revealed()
        } else {
            return nil
        }
        if x.isZero && xIsOdd { return nil }
        if x.isOdd != xIsOdd { x = p.subtract(.zero, x) }
        self.init(x: field.element(x), y: y)
    }
}
