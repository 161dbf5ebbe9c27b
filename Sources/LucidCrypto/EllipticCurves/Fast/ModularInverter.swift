import LucidNumber

/// Inverses modulo an odd number m in a time that depends on m alone: D. J. Bernstein and B.-Y. Yang, "Fast constant-time
/// gcd computation and modular inversion" (2019). A Fermat power with hundreds of products takes several times as long.
///
/// Euclid's algorithm compares whole numbers, which takes branches. A "division step" looks at the lowest bit of g and at a
/// counter δ only. From (δ, f, g) with an odd f it makes
///
///     (1 - δ, g, (g - f)/2)         where δ > 0 and g is odd,
///     (1 + δ, f, (g + (g mod 2)f)/2)  otherwise.
///
/// The common divisor stays the same, and after enough steps g is zero and f is plus or minus the divisor, 1. As 60 steps
/// look at the lowest 60 bits alone, they are done on single words, giving a matrix that is then applied to the whole
/// numbers.
///
/// δ begins with 1/2, which takes fewer steps than the paper's 1 (P. Wuille, "Bounds on divsteps iterations in safegcd",
/// 2021): `(45907b + 26313)/19929` are enough for b bits. A test follows all reachable f and g to see that they are.
///
/// Numbers have `count` limbs of 60 bits, the uppermost one signed, and two bits of room at the least.
struct ModularInverter<let count: Int>: BitwiseCopyable, Sendable {
    private typealias Number = InlineArray<count, Int64>

    /// m.
    private let modulus: Number
    /// `m^-1 mod 2^60`.
    private let inverse60: UInt64
    /// How often 60 steps are done.
    private let batchCount: Int

    private static var mask60: UInt64 { .max &>> 4 }

    init(_ m: OddModulus) {
        modulus = Self.signedLimbs(Limbs(m.value))
        inverse60 = (0 &- UInt64(m.negativeInverse)) & Self.mask60
        batchCount = (Self.stepCount(bitWidth: m.bitWidth) + 59) / 60
    }

    /// How many division steps are enough for a modulus of so many bits, 46 or more.
    static func stepCount(bitWidth: Int) -> Int { (45907 * bitWidth + 26313) / 19929 + 1 }

    /// The inverse of a number below m, below m too; zero for zero.
    ///
    /// Beside f = m and g = x, two numbers d and e keep `d·x ≡ f` and `e·x ≡ g` modulo m; in the end f is ±1 and d the inverse
    /// or its opposite.
    func inverse(of x: Limbs) -> Limbs {
        var f = modulus, g = Self.signedLimbs(x)
        var d = Number(repeating: 0), e = Number(repeating: 0)
        e[0] = 1
        var zeta: Int64 = -1
        for _ in 0..<batchCount {
            let matrix = Matrix(zeta: &zeta, f: UInt64(bitPattern: f[0]), g: UInt64(bitPattern: g[0]))
            apply(matrix, &d, &e, modulus: true)
            apply(matrix, &f, &g, modulus: false)
        }
        // d is above -2m and below m: bring it to 0..<m, with the sign of f.
        addModulus(to: &d, if: d[count &- 1] &>> 63)
        let sign = f[count &- 1] &>> 63
        for index in 0..<count { d[index] = (d[index] ^ sign) &- sign }
        Self.carry(&d)
        addModulus(to: &d, if: d[count &- 1] &>> 63)
        return Self.plainLimbs(d)
    }

    /// What 60 division steps do: 2^60 times the new f is `u·f + v·g`, of the new g `q·f + r·g`.
    private struct Matrix {
        let u, v, q, r: Int64

        /// Both halves one after the other: the product of their matrices. |u| + |v| and |q| + |r| are at most 2^60.
        @inline(__always)
        init(zeta: inout Int64, f: UInt64, g: UInt64) {
            var f = Int64(bitPattern: f), g = Int64(bitPattern: g)
            let a = HalfMatrix(zeta: &zeta, f: &f, g: &g)
            let b = HalfMatrix(zeta: &zeta, f: &f, g: &g)
            u = b.u &* a.u &+ b.v &* a.q
            v = b.u &* a.v &+ b.v &* a.r
            q = b.q &* a.u &+ b.r &* a.q
            r = b.q &* a.v &+ b.r &* a.r
        }
    }

    /// What 30 division steps do. |u| + |v| and |q| + |r| are at most 2^30, since each step at most doubles them.
    private struct HalfMatrix {
        let u, v, q, r: Int64

        /// A row has room in one word while the steps are done, as `u + 2^32·v`: what is done to u is done to v.
        ///
        /// ζ is -δ - 1/2, which is negative where δ > 0.
        @inline(__always)
        init(zeta: inout Int64, f: inout Int64, g: inout Int64) {
            var upper: Int64 = 1, lower: Int64 = 1 &<< 32
            for _ in 0..<30 {
                // All ones where δ > 0, where g is odd, and where both is so: then f and g change places, and f counts
                // negative. What does not wait for g's lowest bit is kept apart from it, so that steps overlap.
                let positive = zeta &>> 63
                let odd = 0 &- (g & 1)
                let swap = positive & odd
                let nextF = f ^ ((f ^ g) & swap)
                g = (g &+ (((f ^ positive) &- positive) & odd)) &>> 1
                f = nextF
                lower = lower &+ (((upper ^ positive) &- positive) & odd)
                upper = (upper &+ (lower & swap)) &<< 1
                zeta = (zeta ^ swap) &- 1
            }
            u = Int64(Int32(truncatingIfNeeded: upper))
            v = (upper &- u) &>> 32
            q = Int64(Int32(truncatingIfNeeded: lower))
            r = (lower &- q) &>> 32
        }
    }

    /// `(u·a + v·b, q·a + r·b) / 2^60`. For f and g this has no remainder. For d and e, which count modulo m, such a multiple
    /// of m is added that there is none; and once m more for each negative factor's sake, so that from numbers above -2m and
    /// below m such numbers come out.
    ///
    /// A column's sum is below 3·2^120 in size: two products with a row of the matrix, one with the multiple, and a carry.
    @inline(__always)
    private func apply(_ matrix: Matrix, _ a: inout Number, _ b: inout Number, modulus isModular: Bool) {
        let (u, v, q, r) = (matrix.u, matrix.v, matrix.q, matrix.r)
        var sumA = Self.wide(u, a[0]) &+ Self.wide(v, b[0])
        var sumB = Self.wide(q, a[0]) &+ Self.wide(r, b[0])
        var multipleA: Int64 = 0, multipleB: Int64 = 0
        if isModular {
            let (signA, signB) = (a[count &- 1] &>> 63, b[count &- 1] &>> 63)
            multipleA = adjusted((u & signA) &+ (v & signB), for: sumA)
            multipleB = adjusted((q & signA) &+ (r & signB), for: sumB)
            sumA = sumA &+ Self.wide(modulus[0], multipleA)
            sumB = sumB &+ Self.wide(modulus[0], multipleB)
        }
        sumA = sumA &>> 60
        sumB = sumB &>> 60
        for index in 1..<count {
            sumA = sumA &+ Self.wide(u, a[index]) &+ Self.wide(v, b[index])
            sumB = sumB &+ Self.wide(q, a[index]) &+ Self.wide(r, b[index])
            if isModular {
                sumA = sumA &+ Self.wide(modulus[index], multipleA)
                sumB = sumB &+ Self.wide(modulus[index], multipleB)
            }
            a[index &- 1] = Int64(bitPattern: UInt64(truncatingIfNeeded: sumA) & Self.mask60)
            b[index &- 1] = Int64(bitPattern: UInt64(truncatingIfNeeded: sumB) & Self.mask60)
            sumA = sumA &>> 60
            sumB = sumB &>> 60
        }
        a[count &- 1] = Int64(truncatingIfNeeded: sumA)
        b[count &- 1] = Int64(truncatingIfNeeded: sumB)
    }

    /// A factor of m, less so much below 2^60 that m times it makes the lowest 60 bits of the sum zero.
    @inline(__always)
    private func adjusted(_ factor: Int64, for sum: Int128) -> Int64 {
        let wanted = inverse60 &* UInt64(truncatingIfNeeded: sum) &+ UInt64(bitPattern: factor)
        return factor &- Int64(bitPattern: wanted & Self.mask60)
    }

    @inline(__always)
    private static func wide(_ a: Int64, _ b: Int64) -> Int128 { Int128(a) &* Int128(b) }

    /// Adds m where the mask is all ones.
    @inline(__always)
    private func addModulus(to a: inout Number, if mask: Int64) {
        for index in 0..<count { a[index] = a[index] &+ (modulus[index] & mask) }
        Self.carry(&a)
    }

    /// Makes all limbs but the uppermost 60 bits again.
    @inline(__always)
    private static func carry(_ a: inout Number) {
        for index in 0..<count &- 1 {
            a[index &+ 1] = a[index &+ 1] &+ (a[index] &>> 60)
            a[index] = Int64(bitPattern: UInt64(bitPattern: a[index]) & mask60)
        }
    }

    /// Limbs of 60 bits from limbs of 64.
    private static func signedLimbs(_ x: Limbs) -> Number {
        var result = Number(repeating: 0)
        for index in 0..<count {
            let low = x.bits(at: 60 &* index, count: 30), high = x.bits(at: 60 &* index &+ 30, count: 30)
            result[index] = Int64(bitPattern: low | high &<< 30)
        }
        return result
    }

    /// Limbs of 64 bits from limbs of 60, for a number that is not negative.
    private static func plainLimbs(_ a: Number) -> Limbs {
        var result = Limbs(repeating: 0)
        for index in 0..<count {
            let limb = UInt64(bitPattern: a[index])
            let word = 60 &* index / 64, shift = UInt64(60 &* index % 64)
            if word < 9 { result[word] |= limb &<< shift }
            if shift > 4 && word &+ 1 < 9 { result[word &+ 1] |= limb &>> (64 &- shift) }
        }
        return result
    }
}
