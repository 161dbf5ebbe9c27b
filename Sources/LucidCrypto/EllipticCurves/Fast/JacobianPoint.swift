/// A point of a curve y² = x³ - 3x + b in affine coordinates; never the neutral one, which has none.
struct AffinePoint<Field: WeierstrassField>: BitwiseCopyable, Sendable {
    var x, y: Field
}

/// A point in Jacobian coordinates: (X : Y : Z) stands for x = X/Z², y = Y/Z³; Z is zero for the neutral point.
///
/// The formulas are those that D. J. Bernstein and T. Lange collect in the Explicit-Formulas Database for a = -3. Doubling
/// holds for every point. The plain additions do not hold for neutral, equal and opposite points: who works on public
/// points calls `add`, which looks for those first; who works on secret ones must know that they do not occur.
struct JacobianPoint<Field: WeierstrassField>: BitwiseCopyable, Sendable {
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

    /// The neutral point or not, for a public point.
    var isNeutral: Bool { z.isZero }

    // Points are doubled and added to where they lie. Handing them back as results made copies, which took some percent
    // of the time.

    /// Becomes twice the point, for every point: 4 products, 4 squares.
    ///
    /// With a = -3, `α = 3X² + aZ⁴ = 3(X - Z²)(X + Z²)`; then `X3 = α² - 8XY²`, `Y3 = α(4XY² - X3) - 8Y⁴`, `Z3 = 2YZ`. The
    /// same point is `(X3/4 : Y3/8 : Z3/2)`: with α/2 in place of α, the factors 8, 4 and 2 become 2, 1 and 1.
    @inline(never)
    mutating func double() {
        let zz = z.squared()
        let product = (x - zz) * (x + zz)
        let alpha = product + product.halved()
        let yy = y.squared()
        let beta = x * yy
        z = y * z
        x = alpha.squared() - beta - beta
        y = alpha * (beta - x) - yy.squared()
    }

    /// Adds an affine point, where neither is neutral and they are neither equal nor opposite: 8 products, 3 squares.
    @inline(never)
    mutating func add(distinct q: AffinePoint<Field>) {
        let zz = z.squared()
        let h = q.x * zz - x
        let r = q.y * (z * zz) - y
        z = z * h
        finishAdding(x1: x, y1: y, h: h, r: r)
    }

    /// What all additions end with: h = U2 - U1 and r = S2 - S1 are the differences of the x and y over one denominator.
    @inline(__always)
    private mutating func finishAdding(x1: Field, y1: Field, h: Field, r: Field) {
        let hh = h.squared()
        let hhh = h * hh
        let v = x1 * hh
        x = r.squared() - hhh - v - v
        y = r * (v - x) - y1 * hhh
    }

    /// Adds any public affine point, or its opposite, to any public point. Time depends on them.
    @inline(never)
    mutating func add(_ q: AffinePoint<Field>, isOpposite: Bool) {
        let y2 = isOpposite ? .zero - q.y : q.y
        if isNeutral {
            self = JacobianPoint(x: q.x, y: y2, z: .one)
            return
        }
        let zz = z.squared()
        let h = q.x * zz - x
        let r = y2 * (z * zz) - y
        if h.isZero {
            addToSameX(isEqual: r.isZero)
            return
        }
        z = z * h
        finishAdding(x1: x, y1: y, h: h, r: r)
    }

    /// Adds any public point, or its opposite, to any public point: 11 products, 3 squares and what the second point has
    /// ready. Time depends on them.
    @inline(never)
    mutating func add(_ q: PreparedPoint<Field>, isOpposite: Bool = false) {
        let y2 = isOpposite ? .zero - q.point.y : q.point.y
        if isNeutral {
            self = JacobianPoint(x: q.point.x, y: y2, z: q.point.z)
            return
        }
        if q.point.isNeutral { return }
        let zz = z.squared()
        let u1 = x * q.zz
        let s1 = y * q.zzz
        let h = q.point.x * zz - u1
        let r = y2 * (z * zz) - s1
        if h.isZero {
            addToSameX(isEqual: r.isZero)
            return
        }
        z = z * q.point.z * h
        finishAdding(x1: u1, y1: s1, h: h, r: r)
    }

    /// Adds a point with the same x: an equal one or the opposite one.
    private mutating func addToSameX(isEqual: Bool) {
        if isEqual { double() } else { self = .neutral }
    }

    /// x and y; both zero for the neutral point, which has none.
    func affine() -> AffinePoint<Field> {
        let inverse = z.inverse()
        let square = inverse.squared()
        return AffinePoint(x: x * square, y: y * (square * inverse))
    }
}

/// A point that is added often, with Z² and Z³.
struct PreparedPoint<Field: WeierstrassField>: BitwiseCopyable, Sendable {
    let point: JacobianPoint<Field>
    let zz, zzz: Field

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
