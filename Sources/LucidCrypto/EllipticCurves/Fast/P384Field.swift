/// Numbers modulo p = 2^384 - 2^128 - 2^96 + 2^32 - 1, the field of P-384 (SP 800-186 §3.2.1.4).
///
/// An element is kept as a number below 2^384, in six limbs. It may be p or more; only `number` and `zeroMask` look for
/// the one below p. The prime's shape makes a reduction of shifts and additions alone cheaper than Montgomery's.
struct P384Field: WeierstrassField {
    var limbs: InlineArray<6, UInt64>

    @inline(__always)
    init(_ l0: UInt64, _ l1: UInt64, _ l2: UInt64, _ l3: UInt64, _ l4: UInt64, _ l5: UInt64) {
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

    var number: Limbs {
        let exact = canonical.limbs
        return [exact[0], exact[1], exact[2], exact[3], exact[4], exact[5], 0, 0, 0]
    }

    @inline(__always)
    var zeroMask: UInt64 {
        let exact = canonical.limbs
        return LucidCrypto.zeroMask(exact[0] | exact[1] | exact[2] | exact[3] | exact[4] | exact[5])
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

    /// The number below p.
    @inline(__always)
    private var canonical: P384Field {
        let p: InlineArray<6, UInt64> = [
            0x0000_0000_ffff_ffff, 0xffff_ffff_0000_0000, 0xffff_ffff_ffff_fffe, .max, .max, .max,
        ]
        var difference = self
        var borrow: UInt64 = 0
        for index in 0..<6 { difference.limbs[index] = subtract(limbs[index], p[index], &borrow) }
        return .select(0 &- borrow, self, difference)
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
        // Less than 2^385 - p is left after the first time, less than 2^384 after the second.
        let once = fold(r0, r1, r2, r3, r4, r5, &carry).limbs
        return fold(once[0], once[1], once[2], once[3], once[4], once[5], &carry)
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
        // A negative difference gets p added; if it is negative even so, p once more.
        let once = addPrime(d0, d1, d2, d3, d4, d5, &borrow).limbs
        return addPrime(once[0], once[1], once[2], once[3], once[4], once[5], &borrow)
    }

    /// Half of an even number; an odd one becomes even with p added, as p is odd.
    @inline(__always)
    func halved() -> P384Field {
        let odd = 0 &- (limbs[0] & 1)
        var carry: UInt64 = 0
        let r0 = add(limbs[0], odd & 0x0000_0000_ffff_ffff, &carry)
        let r1 = add(limbs[1], odd & 0xffff_ffff_0000_0000, &carry)
        let r2 = add(limbs[2], odd & 0xffff_ffff_ffff_fffe, &carry)
        let r3 = add(limbs[3], odd, &carry)
        let r4 = add(limbs[4], odd, &carry)
        let r5 = add(limbs[5], odd, &carry)
        return P384Field(
            half(r0, below: r1), half(r1, below: r2), half(r2, below: r3), half(r3, below: r4), half(r4, below: r5),
            half(r5, below: carry))
    }

    /// `a·b` modulo p: the whole product, row by row, then the reduction.
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
        t10 = twice(t10, below: t9)
        t9 = twice(t9, below: t8)
        t8 = twice(t8, below: t7)
        t7 = twice(t7, below: t6)
        t6 = twice(t6, below: t5)
        t5 = twice(t5, below: t4)
        t4 = twice(t4, below: t3)
        t3 = twice(t3, below: t2)
        t2 = twice(t2, below: t1)
        t1 = t1 &<< 1
        var carry: UInt64 = 0
        let t0 = multiplyAdd(a0, a0, 0, &carry)
        t1 = add(t1, 0, &carry)
        t2 = multiplyAdd(a1, a1, t2, &carry)
        t3 = add(t3, 0, &carry)
        t4 = multiplyAdd(a2, a2, t4, &carry)
        t5 = add(t5, 0, &carry)
        t6 = multiplyAdd(a3, a3, t6, &carry)
        t7 = add(t7, 0, &carry)
        t8 = multiplyAdd(a4, a4, t8, &carry)
        t9 = add(t9, 0, &carry)
        t10 = multiplyAdd(a5, a5, t10, &carry)
        t11 = t11 &+ carry
        return Self.reduce(t0, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11)
    }
}
