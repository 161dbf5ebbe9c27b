import LucidNumber

/// The reference engine: points over GMP's numbers, with complete formulas and a ladder, for any curve.
struct ReferenceEngine: CurveEngine {
    let curve: EllipticCurve

    func x(ofBaseTimes k: borrowing SecretNatural) -> SecretNatural {
        // Never neutral: n is prime, and k is not a multiple of it.
        CurvePoint.base(of: curve).multiplied(by: k).affineX() ?? curve.field.modulus.zeroResidue()
    }

    func publicPoint(_ k: borrowing SecretNatural) -> (x: Natural, y: Natural) {
        CurvePoint.base(of: curve).multiplied(by: k).affine() ?? (.zero, .zero)
    }

    func sum(_ u: Natural, _ v: Natural, times q: (x: Natural, y: Natural), hasX r: Natural) -> Bool {
        guard let x = sum(u, v, times: q)?.x else { return false }
        return curve.order.reduce(x) == r
    }

    /// x and y of the sum, or nil for the neutral point.
    func sum(_ u: Natural, _ v: Natural, times q: (x: Natural, y: Natural)) -> (x: Natural, y: Natural)? {
        guard let q = CurvePoint(x: q.x, y: q.y, on: curve) else { return nil }
        return CurvePoint.sum(u, .base(of: curve), v, q).affine()
    }

    func signatureScalar(
        k: borrowing SecretNatural, e: borrowing SecretNatural, r: borrowing SecretNatural, d: borrowing SecretNatural
    ) -> SecretNatural {
        let n = curve.order
        // Always there, as n is prime and k is not zero.
        guard let kInverse = n.inverse(of: k) else { return n.zeroResidue() }
        var sum = n.zeroResidue()
        n.add(e, n.multiply(r, d), into: &sum)
        return n.multiply(kInverse, sum)
    }

    func contains(x: Natural, y: Natural) -> Bool {
        if let _ = CurvePoint(x: x, y: y, on: curve) { true } else { false }
    }

    func y(of x: Natural, isOdd: Bool) -> Natural? {
        guard let point = CurvePoint(x: x, yIsOdd: isOdd, on: curve) else { return nil }
        return point.affine()?.y
    }
}
