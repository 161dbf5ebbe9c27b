/// A point of a curve y² = x³ - 3x + b in affine coordinates; never the neutral one, which has none.
struct AffinePoint<Field: CurveField>: BitwiseCopyable, Sendable {
    var x, y: Field
}

/// A point in Jacobian coordinates: (X : Y : Z) stands for x = X/Z², y = Y/Z³; Z is zero for the neutral point.
///
/// The formulas are those that D. J. Bernstein and T. Lange collect in the Explicit-Formulas Database for a = -3. Doubling
/// holds for every point. The plain additions do not hold for neutral, equal and opposite points: who works on public
/// points calls `adding`, which looks for those first; who works on secret ones must know that they do not occur.
struct JacobianPoint<Field: CurveField>: BitwiseCopyable, Sendable {
    var x, y, z: Field

    @inline(__always)
    init(x: Field, y: Field, z: Field) {
        self.x = x
        self.y = y
        self.z = z
    }

    @inline(__always)
    init(_ point: AffinePoint<Field>) { self.init(x: point.x, y: point.y, z: .one) }

    /// The neutral point.
    static var neutral: JacobianPoint { JacobianPoint(x: .one, y: .one, z: .zero) }

    /// Twice the point, for every point: 4 products, 4 squares.
    ///
    /// With a = -3, `α = 3X² + aZ⁴ = 3(X - Z²)(X + Z²)`; then `X3 = α² - 8XY²`, `Y3 = α(4XY² - X3) - 8Y⁴`, `Z3 = 2YZ`.
    @inline(never)
    func doubled() -> JacobianPoint {
        let zz = z.squared()
        let product = (x - zz) * (x + zz)
        let alpha = product + product + product
        let yy = y.squared()
        let yy2 = yy + yy
        let beta4 = x * (yy2 + yy2)
        let yyyy4 = yy2.squared()
        let x3 = alpha.squared() - (beta4 + beta4)
        let y3 = alpha * (beta4 - x3) - (yyyy4 + yyyy4)
        return JacobianPoint(x: x3, y: y3, z: (y + y) * z)
    }

    /// The sum with an affine point, where neither is neutral and they are neither equal nor opposite: 8 products, 3 squares.
    @inline(never)
    func addingDistinct(_ q: AffinePoint<Field>) -> JacobianPoint {
        let zz = z.squared()
        let h = q.x * zz - x
        let r = q.y * (z * zz) - y
        return sum(x1: x, y1: y, h: h, r: r, z: z * h)
    }

    /// What all additions end with: h = U2 - U1 and r = S2 - S1 are the differences of the x and y over one denominator.
    @inline(__always)
    private func sum(x1: Field, y1: Field, h: Field, r: Field, z: Field) -> JacobianPoint {
        let hh = h.squared()
        let hhh = h * hh
        let v = x1 * hh
        let x3 = r.squared() - hhh - (v + v)
        return JacobianPoint(x: x3, y: r * (v - x3) - y1 * hhh, z: z)
    }

    /// The sum of any public point and any public affine point. Time depends on them.
    @inline(never)
    func adding(_ q: AffinePoint<Field>) -> JacobianPoint {
        if z.isZero { return JacobianPoint(q) }
        let zz = z.squared()
        let h = q.x * zz - x
        let r = q.y * (z * zz) - y
        if h.isZero { return r.isZero ? doubled() : .neutral }
        return sum(x1: x, y1: y, h: h, r: r, z: z * h)
    }

    /// The sum of any two public points: 11 products, 3 squares and what the second point has ready. Time depends on them.
    @inline(never)
    func adding(_ q: PreparedPoint<Field>) -> JacobianPoint {
        if z.isZero { return q.point }
        if q.point.z.isZero { return self }
        let zz = z.squared()
        let u1 = x * q.zz
        let s1 = y * q.zzz
        let h = q.point.x * zz - u1
        let r = q.point.y * (z * zz) - s1
        if h.isZero { return r.isZero ? doubled() : .neutral }
        return sum(x1: u1, y1: s1, h: h, r: r, z: z * q.point.z * h)
    }

    /// The opposite point.
    @inline(__always)
    var negated: JacobianPoint { JacobianPoint(x: x, y: .zero - y, z: z) }

    /// x and y; both zero for the neutral point, which has none.
    func affine() -> AffinePoint<Field> {
        let inverse = z.inverse()
        let square = inverse.squared()
        return AffinePoint(x: x * square, y: y * (square * inverse))
    }
}

/// A point that is added often, with Z² and Z³.
struct PreparedPoint<Field: CurveField>: BitwiseCopyable, Sendable {
    var point: JacobianPoint<Field>
    let zz, zzz: Field

    @inline(__always)
    init(_ point: JacobianPoint<Field>) {
        self.point = point
        zz = point.z.squared()
        zzz = point.z * zz
    }
}

extension AffinePoint {
    /// All points in affine coordinates, with one inversion (P. L. Montgomery's trick): from the inverse of the product of
    /// all Z, going backwards, follows the inverse of each. None of them may be neutral.
    static func all(_ points: [JacobianPoint<Field>]) -> [AffinePoint] {
        var products: [Field] = []
        var product = Field.one
        for point in points {
            products.append(product)
            product = product * point.z
        }
        var inverse = product.inverse()
        var result: [AffinePoint] = []
        for index in points.indices.reversed() {
            let point = points[index]
            let own = inverse * products[index]
            inverse = inverse * point.z
            let square = own.squared()
            result.append(AffinePoint(x: point.x * square, y: point.y * (square * own)))
        }
        result.reverse()
        return result
    }
}
