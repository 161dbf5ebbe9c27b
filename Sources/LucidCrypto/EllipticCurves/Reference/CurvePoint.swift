import LucidNumber

/// A point of a curve in projective coordinates: (X : Y : Z) stands for x = X/Z, y = Y/Z; the neutral point is (0 : 1 : 0).
///
/// Adding uses the complete formulas of J. Renes, C. Costello and L. Batina, "Complete addition formulas for prime order
/// elliptic curves" (2015), equation (1): they hold for every pair of points, equal ones and the neutral one included, so
/// there is no special case that could be forgotten or that could show in the time taken.
struct CurvePoint: ~Copyable {
    let curve: EllipticCurve
    var x, y, z: FieldElement

    private init(curve: EllipticCurve, x: consuming FieldElement, y: consuming FieldElement, z: consuming FieldElement)
    {
        self.curve = curve
        self.x = x
        self.y = y
        self.z = z
    }

    /// The neutral point.
    static func neutral(on curve: EllipticCurve) -> CurvePoint {
        let f = curve.field
        return CurvePoint(curve: curve, x: f.element(.zero), y: f.element(.one), z: f.element(.zero))
    }

    /// The base point G.
    static func base(of curve: EllipticCurve) -> CurvePoint {
        let f = curve.field
        return CurvePoint(curve: curve, x: f.element(curve.baseX), y: f.element(curve.baseY), z: f.element(.one))
    }

    /// The point with these coordinates, or nil where they are not below p or not on the curve (SP 800-186 appendix D.1.1).
    init?(x: Natural, y: Natural, on curve: EllipticCurve) {
        let p = curve.field.modulus.value
        guard x < p, y < p else { return nil }
        let field = curve.field
        let xElement = field.element(x)
        let yElement = field.element(y)
        let right = CurvePoint.rightHandSide(xElement, on: curve)
        guard (yElement * yElement).equals(right) == 1 else { return nil }
        self.init(curve: curve, x: xElement, y: yElement, z: field.element(.one))
    }

    /// The point with this x whose y is odd or even (SEC 1 §2.3.4, compressed form); nil where the curve has none.
    init?(x: Natural, yIsOdd: Bool, on curve: EllipticCurve) {
        let modulus = curve.field.modulus
        let p = modulus.value
        guard x < p else { return nil }
        // p mod 4 = 3 for all three curves, so a square's root is its power (p+1)/4 (SP 800-186 appendix E.1).
        let square = CurvePoint.rightHandSide(curve.field.element(x), on: curve).number().revealed()
        let root = modulus.power(square, (p + .one) >> 2)
        let y = root.isOdd == yIsOdd ? root : modulus.subtract(.zero, root)
        guard y.isOdd == yIsOdd else { return nil }
        self.init(x: x, y: y, on: curve)
    }

    /// x³ + ax + b.
    private static func rightHandSide(_ x: borrowing FieldElement, on curve: EllipticCurve) -> FieldElement {
        let f = curve.field
        return (x * x + f.element(curve.a)) * x + f.element(curve.b)
    }

    /// The sum of two points.
    static func + (p: borrowing CurvePoint, q: borrowing CurvePoint) -> CurvePoint {
        let f = p.curve.field
        let a = f.element(p.curve.a)
        let b3 = f.element(p.curve.b) * f.element(Natural(3))
        let xx = p.x * q.x
        let yy = p.y * q.y
        let zz = p.z * q.z
        let xy = (p.x + p.y) * (q.x + q.y) - xx - yy  // X1·Y2 + X2·Y1
        let xz = (p.x + p.z) * (q.x + q.z) - xx - zz  // X1·Z2 + X2·Z1
        let yz = (p.y + p.z) * (q.y + q.z) - yy - zz  // Y1·Z2 + Y2·Z1
        let aZZ = a * zz
        let t = a * xz + b3 * zz
        let minus = yy - t
        let plus = yy + t
        let u = xx + xx + xx + aZZ
        let v = a * (xx - aZZ) + b3 * xz
        return CurvePoint(
            curve: p.curve,
            x: xy * minus - yz * v,
            y: plus * minus + u * v,
            z: yz * plus + xy * u)
    }

    /// The same point again.
    func copy() -> CurvePoint { CurvePoint(curve: curve, x: x.copy(), y: y.copy(), z: z.copy()) }

    /// `[k]P` for a secret k: the Montgomery ladder. Both points are worked on for every bit; which is which is decided by
    /// an exchange that is always computed.
    func multiplied(by k: borrowing SecretNatural) -> CurvePoint {
        var r0 = CurvePoint.neutral(on: curve)
        var r1 = copy()
        for index in stride(from: curve.order.bitWidth - 1, through: 0, by: -1) {
            let bit = k.bit(index)
            CurvePoint.swap(&r0, &r1, if: bit)
            r1 = r0 + r1
            r0 = r0 + r0
            CurvePoint.swap(&r0, &r1, if: bit)
        }
        return r0
    }

    /// `[u]P + [v]Q` for public u and v: both at once, doubling once for each bit. Time depends on the values.
    static func sum(_ u: Natural, _ p: borrowing CurvePoint, _ v: Natural, _ q: borrowing CurvePoint) -> CurvePoint {
        var r = CurvePoint.neutral(on: p.curve)
        let both = p + q
        for index in stride(from: max(u.bitWidth, v.bitWidth) - 1, through: 0, by: -1) {
            r = r + r
            switch (u.bit(index), v.bit(index)) {
            case (true, true): r = r + both
            case (true, false): r = r + p
            case (false, true): r = r + q
            case (false, false): break
            }
        }
        return r
    }

    private static func swap(_ a: inout CurvePoint, _ b: inout CurvePoint, if condition: Limb) {
        FieldElement.swap(&a.x, &b.x, if: condition)
        FieldElement.swap(&a.y, &b.y, if: condition)
        FieldElement.swap(&a.z, &b.z, if: condition)
    }

    /// x as a number, still secret, or nil for the neutral point.
    func affineX() -> SecretNatural? {
        if z.isZero == 1 { return nil }
        return (x * z.inverse()).number()
    }

    /// x and y as public numbers, or nil for the neutral point.
    func affine() -> (x: Natural, y: Natural)? {
        if z.isZero == 1 { return nil }
        let inverse = z.inverse()
        return ((x * inverse).number().revealed(), (y * inverse).number().revealed())
    }
}
