/// Numbers modulo p = 2^384 - 2^128 - 2^96 + 2^32 - 1, the field of P-384 (SP 800-186 §3.2.1.4).
///
/// An element is kept as the number that it is, always below p, in six limbs. The prime's shape makes a reduction of
/// shifts and additions alone cheaper than Montgomery's.
struct P384Field: CurveField {
    var limbs: InlineArray<6, UInt64>

    @inline(__always)
    private init(_ l0: UInt64, _ l1: UInt64, _ l2: UInt64, _ l3: UInt64, _ l4: UInt64, _ l5: UInt64) {
        limbs = [l0, l1, l2, l3, l4, l5]
    }

    static let bitWidth = 384
    static var zero: P384Field { P384Field(0, 0, 0, 0, 0, 0) }
    static var one: P384Field { P384Field(1, 0, 0, 0, 0, 0) }
    private static let inverter = ModularInverter<7>(EllipticCurve.p384.field.modulus)
    static func inverse(of number: Limbs) -> Limbs { inverter.inverse(of: number) }

    init(_ number: Limbs) {
        self = P384Field(number[0], number[1], number[2], number[3], number[4], number[5])
    }

    var number: Limbs { [limbs[0], limbs[1], limbs[2], limbs[3], limbs[4], limbs[5], 0, 0, 0] }

    @inline(__always)
    var zeroMask: UInt64 {
        LucidCrypto.zeroMask(limbs[0] | limbs[1] | limbs[2] | limbs[3] | limbs[4] | limbs[5])
    }

    @inline(__always)
    static func select(_ mask: UInt64, _ a: P384Field, _ b: P384Field) -> P384Field {
        var result = b
        for index in 0..<6 { result.limbs[index] = LucidCrypto.select(mask, a.limbs[index], b.limbs[index]) }
        return result
    }

    @inline(__always)
    func masked(_ mask: UInt64, or other: P384Field) -> P384Field {
        var result = other
        for index in 0..<6 { result.limbs[index] |= limbs[index] & mask }
        return result
    }

    /// The number `carry·2^384 + r`, which must be below 2p, less p where it is not below p.
    @inline(__always)
    private static func subtractPrime(
        _ r0: UInt64, _ r1: UInt64, _ r2: UInt64, _ r3: UInt64, _ r4: UInt64, _ r5: UInt64, carry: UInt64
    ) -> P384Field {
        var borrow: UInt64 = 0
        let d0 = subtract(r0, 0x0000_0000_ffff_ffff, &borrow)
        let d1 = subtract(r1, 0xffff_ffff_0000_0000, &borrow)
        let d2 = subtract(r2, 0xffff_ffff_ffff_fffe, &borrow)
        let d3 = subtract(r3, 0xffff_ffff_ffff_ffff, &borrow)
        let d4 = subtract(r4, 0xffff_ffff_ffff_ffff, &borrow)
        let d5 = subtract(r5, 0xffff_ffff_ffff_ffff, &borrow)
        // It was below p where the difference is negative: where it borrows more than the carry.
        let below = 0 &- (borrow & (carry ^ 1))
        return P384Field(
            LucidCrypto.select(below, r0, d0), LucidCrypto.select(below, r1, d1), LucidCrypto.select(below, r2, d2),
            LucidCrypto.select(below, r3, d3), LucidCrypto.select(below, r4, d4), LucidCrypto.select(below, r5, d5))
    }

    @inline(__always)
    static func + (a: P384Field, b: P384Field) -> P384Field {
        var carry: UInt64 = 0
        let r0 = add(a.limbs[0], b.limbs[0], &carry)
        let r1 = add(a.limbs[1], b.limbs[1], &carry)
        let r2 = add(a.limbs[2], b.limbs[2], &carry)
        let r3 = add(a.limbs[3], b.limbs[3], &carry)
        let r4 = add(a.limbs[4], b.limbs[4], &carry)
        let r5 = add(a.limbs[5], b.limbs[5], &carry)
        return subtractPrime(r0, r1, r2, r3, r4, r5, carry: carry)
    }

    @inline(__always)
    static func - (a: P384Field, b: P384Field) -> P384Field {
        var borrow: UInt64 = 0
        let d0 = subtract(a.limbs[0], b.limbs[0], &borrow)
        let d1 = subtract(a.limbs[1], b.limbs[1], &borrow)
        let d2 = subtract(a.limbs[2], b.limbs[2], &borrow)
        let d3 = subtract(a.limbs[3], b.limbs[3], &borrow)
        let d4 = subtract(a.limbs[4], b.limbs[4], &borrow)
        let d5 = subtract(a.limbs[5], b.limbs[5], &borrow)
        // A negative difference gets p added.
        let negative = 0 &- borrow
        var carry: UInt64 = 0
        let r0 = add(d0, negative & 0x0000_0000_ffff_ffff, &carry)
        let r1 = add(d1, negative & 0xffff_ffff_0000_0000, &carry)
        let r2 = add(d2, negative & 0xffff_ffff_ffff_fffe, &carry)
        let r3 = add(d3, negative, &carry)
        let r4 = add(d4, negative, &carry)
        let r5 = add(d5, negative, &carry)
        return P384Field(r0, r1, r2, r3, r4, r5)
    }

    /// `a·b mod p`: the whole product, row by row, then the reduction.
    @inline(never)
    static func * (a: P384Field, b: P384Field) -> P384Field {
        let (a0, a1, a2, a3, a4, a5) = (a.limbs[0], a.limbs[1], a.limbs[2], a.limbs[3], a.limbs[4], a.limbs[5])
        let (b0, b1, b2, b3, b4, b5) = (b.limbs[0], b.limbs[1], b.limbs[2], b.limbs[3], b.limbs[4], b.limbs[5])
        var t6: UInt64 = 0, t7: UInt64 = 0, t8: UInt64 = 0, t9: UInt64 = 0, t10: UInt64 = 0, t11: UInt64 = 0
        let t0 = multiplyAdd(a0, b0, 0, &t6)
        var t1 = multiplyAdd(a1, b0, 0, &t6)
        var t2 = multiplyAdd(a2, b0, 0, &t6)
        var t3 = multiplyAdd(a3, b0, 0, &t6)
        var t4 = multiplyAdd(a4, b0, 0, &t6)
        var t5 = multiplyAdd(a5, b0, 0, &t6)
        t1 = multiplyAdd(a0, b1, t1, &t7)
        t2 = multiplyAdd(a1, b1, t2, &t7)
        t3 = multiplyAdd(a2, b1, t3, &t7)
        t4 = multiplyAdd(a3, b1, t4, &t7)
        t5 = multiplyAdd(a4, b1, t5, &t7)
        t6 = multiplyAdd(a5, b1, t6, &t7)
        t2 = multiplyAdd(a0, b2, t2, &t8)
        t3 = multiplyAdd(a1, b2, t3, &t8)
        t4 = multiplyAdd(a2, b2, t4, &t8)
        t5 = multiplyAdd(a3, b2, t5, &t8)
        t6 = multiplyAdd(a4, b2, t6, &t8)
        t7 = multiplyAdd(a5, b2, t7, &t8)
        t3 = multiplyAdd(a0, b3, t3, &t9)
        t4 = multiplyAdd(a1, b3, t4, &t9)
        t5 = multiplyAdd(a2, b3, t5, &t9)
        t6 = multiplyAdd(a3, b3, t6, &t9)
        t7 = multiplyAdd(a4, b3, t7, &t9)
        t8 = multiplyAdd(a5, b3, t8, &t9)
        t4 = multiplyAdd(a0, b4, t4, &t10)
        t5 = multiplyAdd(a1, b4, t5, &t10)
        t6 = multiplyAdd(a2, b4, t6, &t10)
        t7 = multiplyAdd(a3, b4, t7, &t10)
        t8 = multiplyAdd(a4, b4, t8, &t10)
        t9 = multiplyAdd(a5, b4, t9, &t10)
        t5 = multiplyAdd(a0, b5, t5, &t11)
        t6 = multiplyAdd(a1, b5, t6, &t11)
        t7 = multiplyAdd(a2, b5, t7, &t11)
        t8 = multiplyAdd(a3, b5, t8, &t11)
        t9 = multiplyAdd(a4, b5, t9, &t11)
        t10 = multiplyAdd(a5, b5, t10, &t11)
        return reduce(t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11)
    }

    /// The square. The products of different limbs count twice, the squares once.
    @inline(never)
    func squared() -> P384Field {
        let (a0, a1, a2, a3, a4, a5) = (limbs[0], limbs[1], limbs[2], limbs[3], limbs[4], limbs[5])
        var t6: UInt64 = 0, t7: UInt64 = 0, t8: UInt64 = 0, t9: UInt64 = 0, t10: UInt64 = 0
        var t1 = multiplyAdd(a1, a0, 0, &t6)
        var t2 = multiplyAdd(a2, a0, 0, &t6)
        var t3 = multiplyAdd(a3, a0, 0, &t6)
        var t4 = multiplyAdd(a4, a0, 0, &t6)
        var t5 = multiplyAdd(a5, a0, 0, &t6)
        t3 = multiplyAdd(a2, a1, t3, &t7)
        t4 = multiplyAdd(a3, a1, t4, &t7)
        t5 = multiplyAdd(a4, a1, t5, &t7)
        t6 = multiplyAdd(a5, a1, t6, &t7)
        t5 = multiplyAdd(a3, a2, t5, &t8)
        t6 = multiplyAdd(a4, a2, t6, &t8)
        t7 = multiplyAdd(a5, a2, t7, &t8)
        t7 = multiplyAdd(a4, a3, t7, &t9)
        t8 = multiplyAdd(a5, a3, t8, &t9)
        t9 = multiplyAdd(a5, a4, t9, &t10)
        var t11 = t10 &>> 63
        t10 = t10 &<< 1 | t9 &>> 63
        t9 = t9 &<< 1 | t8 &>> 63
        t8 = t8 &<< 1 | t7 &>> 63
        t7 = t7 &<< 1 | t6 &>> 63
        t6 = t6 &<< 1 | t5 &>> 63
        t5 = t5 &<< 1 | t4 &>> 63
        t4 = t4 &<< 1 | t3 &>> 63
        t3 = t3 &<< 1 | t2 &>> 63
        t2 = t2 &<< 1 | t1 &>> 63
        t1 = t1 &<< 1
        var carry: UInt64 = 0, high: UInt64 = 0
        let t0 = multiplyAdd(a0, a0, 0, &high)
        t1 = add(t1, high, &carry)
        high = 0
        t2 = add(t2, multiplyAdd(a1, a1, 0, &high), &carry)
        t3 = add(t3, high, &carry)
        high = 0
        t4 = add(t4, multiplyAdd(a2, a2, 0, &high), &carry)
        t5 = add(t5, high, &carry)
        high = 0
        t6 = add(t6, multiplyAdd(a3, a3, 0, &high), &carry)
        t7 = add(t7, high, &carry)
        high = 0
        t8 = add(t8, multiplyAdd(a4, a4, 0, &high), &carry)
        t9 = add(t9, high, &carry)
        high = 0
        t10 = add(t10, multiplyAdd(a5, a5, 0, &high), &carry)
        t11 = add(t11, high, &carry)
        return Self.reduce(t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11)
    }

    /// `t mod p` for t below p².
    ///
    /// 2^384 ≡ 2^128 + 2^96 - 2^32 + 1, so the upper half h of t comes back as `h + h·2^128 + g·2^64 - g` with g = h·2^32.
    /// As h is below 2^384, the sum with the lower half is below 2^513. What that has above 2^384, three limbs, comes back
    /// in the same way; then the sum is below 2^384 + 2^258, which is less than 2p, and one subtraction ends it.
    @inline(__always)
    private static func reduce(
        _ t0: UInt64, _ t1: UInt64, _ t2: UInt64, _ t3: UInt64, _ t4: UInt64, _ t5: UInt64,
        _ h0: UInt64, _ h1: UInt64, _ h2: UInt64, _ h3: UInt64, _ h4: UInt64, _ h5: UInt64
    ) -> P384Field {
        // t + h
        var s6: UInt64 = 0
        var s0 = add(t0, h0, &s6)
        var s1 = add(t1, h1, &s6)
        var s2 = add(t2, h2, &s6)
        var s3 = add(t3, h3, &s6)
        var s4 = add(t4, h4, &s6)
        var s5 = add(t5, h5, &s6)
        // … + h·2^128
        var s8: UInt64 = 0
        s2 = add(s2, h0, &s8)
        s3 = add(s3, h1, &s8)
        s4 = add(s4, h2, &s8)
        s5 = add(s5, h3, &s8)
        s6 = add(s6, h4, &s8)
        var s7 = add(h5, 0, &s8)
        // … + g·2^64
        let (g0, g1, g2) = (h0 &<< 32, h1 &<< 32 | h0 &>> 32, h2 &<< 32 | h1 &>> 32)
        let (g3, g4, g5, g6) = (h3 &<< 32 | h2 &>> 32, h4 &<< 32 | h3 &>> 32, h5 &<< 32 | h4 &>> 32, h5 &>> 32)
        var carry: UInt64 = 0
        s1 = add(s1, g0, &carry)
        s2 = add(s2, g1, &carry)
        s3 = add(s3, g2, &carry)
        s4 = add(s4, g3, &carry)
        s5 = add(s5, g4, &carry)
        s6 = add(s6, g5, &carry)
        s7 = add(s7, g6, &carry)
        s8 = s8 &+ carry
        // … - g
        var borrow: UInt64 = 0
        s0 = subtract(s0, g0, &borrow)
        s1 = subtract(s1, g1, &borrow)
        s2 = subtract(s2, g2, &borrow)
        s3 = subtract(s3, g3, &borrow)
        s4 = subtract(s4, g4, &borrow)
        s5 = subtract(s5, g5, &borrow)
        s6 = subtract(s6, g6, &borrow)
        s7 = subtract(s7, 0, &borrow)
        s8 = s8 &- borrow
        // The same with the three limbs that are left above, s8 being 0 or 1: k = h + h·2^128 + g·2^64 - g.
        let (e0, e1, e2) = (s6 &<< 32, s7 &<< 32 | s6 &>> 32, s8 &<< 32 | s7 &>> 32)
        carry = 0
        var k2 = add(s8, s6, &carry)
        var k3 = add(s7, 0, &carry)
        var k4 = s8 &+ carry
        carry = 0
        var k1 = add(s7, e0, &carry)
        k2 = add(k2, e1, &carry)
        k3 = add(k3, e2, &carry)
        k4 = k4 &+ carry
        borrow = 0
        let k0 = subtract(s6, e0, &borrow)
        k1 = subtract(k1, e1, &borrow)
        k2 = subtract(k2, e2, &borrow)
        k3 = subtract(k3, 0, &borrow)
        k4 = k4 &- borrow
        carry = 0
        s0 = add(s0, k0, &carry)
        s1 = add(s1, k1, &carry)
        s2 = add(s2, k2, &carry)
        s3 = add(s3, k3, &carry)
        s4 = add(s4, k4, &carry)
        s5 = add(s5, 0, &carry)
        return subtractPrime(s0, s1, s2, s3, s4, s5, carry: carry)
    }
}
