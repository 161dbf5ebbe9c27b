import LucidNumber

/// Numbers modulo the order n of a curve's base point, in `count` limbs: nonces and private keys, which are secret.
///
/// The orders have no shape that would help, so this is Montgomery's multiplication as it stands in the books. Products are
/// `a·b·R^-1 mod n` with R = 2^(64·count). Time does not depend on the values.
struct ScalarModulus<let count: Int>: BitwiseCopyable, Sendable {
    typealias Scalar = InlineArray<count, UInt64>

    let n, rSquared: Scalar
    /// `-n^-1 mod 2^64`.
    let negativeInverse: UInt64

    init(_ modulus: OddModulus) {
        n = Scalar(modulus.value.limbs.span)
        rSquared = Scalar(modulus.rSquared.span)
        negativeInverse = UInt64(modulus.negativeInverse)
    }

    /// `a·b / R mod n` for a and b below n (Handbook of Applied Cryptography, algorithm 14.36).
    ///
    /// After each row `t < 2n`: it was, and `(2n + a_i·b + m·n) / 2^64 < 2n` as a_i and m are below 2^64 - 1 or equal.
    @inline(__always)
    func multiply(_ a: Scalar, _ b: Scalar) -> Scalar {
        var t = Scalar(repeating: 0)
        var top: UInt64 = 0
        for i in 0..<count {
            var carry: UInt64 = 0
            for j in 0..<count { t[j] = multiplyAdd(a[i], b[j], t[j], &carry) }
            var upper: UInt64 = 0
            top = LucidCrypto.add(top, carry, &upper)
            let m = t[0] &* negativeInverse
            carry = 0
            _ = multiplyAdd(m, n[0], t[0], &carry)
            for j in 1..<count { t[j &- 1] = multiplyAdd(m, n[j], t[j], &carry) }
            var last: UInt64 = 0
            t[count &- 1] = LucidCrypto.add(top, carry, &last)
            top = upper &+ last
        }
        return subtractModulus(t, carry: top)
    }

    /// The number `carry·R + a`, which must be below 2n, less n where it is not below n.
    @inline(__always)
    private func subtractModulus(_ a: Scalar, carry: UInt64) -> Scalar {
        var difference = a
        var borrow: UInt64 = 0
        for index in 0..<count { difference[index] = subtract(a[index], n[index], &borrow) }
        let below = 0 &- (borrow & (carry ^ 1))
        for index in 0..<count { difference[index] = select(below, a[index], difference[index]) }
        return difference
    }

    /// `a + b mod n`.
    func add(_ a: Scalar, _ b: Scalar) -> Scalar {
        var sum = a
        var carry: UInt64 = 0
        for index in 0..<count { sum[index] = LucidCrypto.add(a[index], b[index], &carry) }
        return subtractModulus(sum, carry: carry)
    }

    /// `a·R mod n`.
    func montgomery(_ a: Scalar) -> Scalar { multiply(a, rSquared) }

    /// `i·(e + r·d) mod n` for numbers below n.
    func signature(kInverse i: Limbs, e: Limbs, r: Limbs, d: Limbs) -> Limbs {
        let (i, e, r, d) = (Scalar(i), Scalar(e), Scalar(r), Scalar(d))
        // Each product loses the R that one of its factors has.
        return Limbs(multiply(montgomery(i), add(e, multiply(montgomery(r), d))))
    }
}

extension InlineArray where Element == UInt64 {
    /// The lower limbs of a number, or the number with zeros on top.
    fileprivate init<let other: Int>(_ number: InlineArray<other, UInt64>) {
        self.init(repeating: 0)
        for index in 0..<Swift.min(count, other) { self[index] = number[index] }
    }
}
