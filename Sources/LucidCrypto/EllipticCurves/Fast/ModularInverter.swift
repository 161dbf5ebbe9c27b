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
/// The common divisor stays the same, and after `(49b + 57)/17` steps (theorem 11.2 there; b is m's bits, 46 or more) g is
/// zero and f is plus or minus the divisor, 1. As 62 steps look at the lowest 62 bits alone, they are done on single words,
/// giving a matrix that is then applied to the whole numbers.
///
/// Numbers have `count` limbs of 62 bits, the uppermost one signed, and two bits of room at the least.
struct ModularInverter<let count: Int>: BitwiseCopyable, Sendable {
    private typealias Number = InlineArray<count, Int64>

    /// m.
    private let modulus: Number
    /// `m^-1 mod 2^62`.
    private let inverse62: UInt64
    /// How often 62 steps are done.
    private let batchCount: Int

    private static var mask62: UInt64 { .max &>> 2 }

    init(_ m: OddModulus) {
        modulus = Self.signedLimbs(Limbs(m.value))
        inverse62 = (0 &- UInt64(m.negativeInverse)) & Self.mask62
        batchCount = ((49 * m.bitWidth + 57) / 17 + 61) / 62
    }

    /// The inverse of a number below m, below m too; zero for zero.
    ///
    /// Beside f = m and g = x, two numbers d and e keep `d·x ≡ f` and `e·x ≡ g` modulo m; in the end f is ±1 and d the inverse
    /// or its opposite.
    func inverse(of x: Limbs) -> Limbs {
        var f = modulus, g = Self.signedLimbs(x)
        var d = Number(repeating: 0), e = Number(repeating: 0)
        e[0] = 1
        var delta: Int64 = 1
        for _ in 0..<batchCount {
            let matrix = Matrix(delta: &delta, f: UInt64(bitPattern: f[0]), g: UInt64(bitPattern: g[0]))
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

    /// What 62 division steps do: 2^62 times the new f is `u·f + v·g`, of the new g `q·f + r·g`.
    private struct Matrix {
        var u: Int64 = 1, v: Int64 = 0, q: Int64 = 0, r: Int64 = 1

        /// |u| + |v| and |q| + |r| are at most 2^62, since each step at most doubles them.
        @inline(__always)
        init(delta: inout Int64, f: UInt64, g: UInt64) {
            var f = Int64(bitPattern: f), g = Int64(bitPattern: g)
            for _ in 0..<62 {
                let odd = 0 &- (g & 1)
                // All ones where δ > 0 and g is odd: then f and g change places, and f counts negative.
                let swap = odd & ((0 &- delta) &>> 63)
                delta = ((delta ^ swap) &- swap) &+ 1
                g = g &+ (((f ^ swap) &- swap) & odd)
                q = q &+ (((u ^ swap) &- swap) & odd)
                r = r &+ (((v ^ swap) &- swap) & odd)
                // f + (g - f) is the old g.
                f = f &+ (g & swap)
                u = (u &+ (q & swap)) &<< 1
                v = (v &+ (r & swap)) &<< 1
                g = g &>> 1
            }
        }
    }

    /// `(u·a + v·b, q·a + r·b) / 2^62`. For f and g this has no remainder. For d and e, which count modulo m, such a multiple
    /// of m is added that there is none; and once m more for each negative factor's sake, so that from numbers above -2m and
    /// below m such numbers come out.
    ///
    /// A column's sum is below 3·2^124 in size: two products with a row of the matrix, one with the multiple, and a carry.
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
        sumA = sumA &>> 62
        sumB = sumB &>> 62
        for index in 1..<count {
            sumA = sumA &+ Self.wide(u, a[index]) &+ Self.wide(v, b[index])
            sumB = sumB &+ Self.wide(q, a[index]) &+ Self.wide(r, b[index])
            if isModular {
                sumA = sumA &+ Self.wide(modulus[index], multipleA)
                sumB = sumB &+ Self.wide(modulus[index], multipleB)
            }
            a[index &- 1] = Int64(bitPattern: UInt64(truncatingIfNeeded: sumA) & Self.mask62)
            b[index &- 1] = Int64(bitPattern: UInt64(truncatingIfNeeded: sumB) & Self.mask62)
            sumA = sumA &>> 62
            sumB = sumB &>> 62
        }
        a[count &- 1] = Int64(truncatingIfNeeded: sumA)
        b[count &- 1] = Int64(truncatingIfNeeded: sumB)
    }

    /// A factor of m, less so much below 2^62 that m times it makes the lowest 62 bits of the sum zero.
    @inline(__always)
    private func adjusted(_ factor: Int64, for sum: Int128) -> Int64 {
        let wanted = inverse62 &* UInt64(truncatingIfNeeded: sum) &+ UInt64(bitPattern: factor)
        return factor &- Int64(bitPattern: wanted & Self.mask62)
    }

    @inline(__always)
    private static func wide(_ a: Int64, _ b: Int64) -> Int128 { Int128(a) &* Int128(b) }

    /// Adds m where the mask is all ones.
    @inline(__always)
    private func addModulus(to a: inout Number, if mask: Int64) {
        for index in 0..<count { a[index] = a[index] &+ (modulus[index] & mask) }
        Self.carry(&a)
    }

    /// Makes all limbs but the uppermost 62 bits again.
    @inline(__always)
    private static func carry(_ a: inout Number) {
        for index in 0..<count &- 1 {
            a[index &+ 1] = a[index &+ 1] &+ (a[index] &>> 62)
            a[index] = Int64(bitPattern: UInt64(bitPattern: a[index]) & mask62)
        }
    }

    /// Limbs of 62 bits from limbs of 64.
    private static func signedLimbs(_ x: Limbs) -> Number {
        var result = Number(repeating: 0)
        for index in 0..<count {
            let low = x.bits(at: 62 &* index, count: 31), high = x.bits(at: 62 &* index &+ 31, count: 31)
            result[index] = Int64(bitPattern: low | high &<< 31)
        }
        return result
    }

    /// Limbs of 64 bits from limbs of 62, for a number that is not negative.
    private static func plainLimbs(_ a: Number) -> Limbs {
        var result = Limbs(repeating: 0)
        for index in 0..<count {
            let limb = UInt64(bitPattern: a[index])
            let word = 62 &* index / 64, shift = UInt64(62 &* index % 64)
            if word < 9 { result[word] |= limb &<< shift }
            if shift > 2 && word &+ 1 < 9 { result[word &+ 1] |= limb &>> (64 &- shift) }
        }
        return result
    }
}
