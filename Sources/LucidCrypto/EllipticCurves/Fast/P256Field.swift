/// Numbers modulo p = 2^256 - 2^224 + 2^192 + 2^96 - 1, the field of P-256 (SP 800-186 §3.2.1.3).
///
/// An element a is kept as `a·2^256 mod p` (Montgomery form), always below p, in four limbs.
struct P256Field: CurveField {
    var limbs: InlineArray<4, UInt64>

    @inline(__always)
    private init(_ l0: UInt64, _ l1: UInt64, _ l2: UInt64, _ l3: UInt64) { limbs = [l0, l1, l2, l3] }

    static let bitWidth = 256
    static var zero: P256Field { P256Field(0, 0, 0, 0) }
    /// 2^256 mod p = 2^224 - 2^192 - 2^96 + 1.
    static var one: P256Field { P256Field(1, 0xffff_ffff_0000_0000, 0xffff_ffff_ffff_ffff, 0x0000_0000_ffff_fffe) }
    /// 2^512 mod p: its Montgomery product with a is `a·2^256`.
    private static var rSquared: P256Field {
        P256Field(0x0000_0000_0000_0003, 0xffff_fffb_ffff_ffff, 0xffff_ffff_ffff_fffe, 0x0000_0004_ffff_fffd)
    }
    private static let inverter = ModularInverter<5>(EllipticCurve.p256.field.modulus)
    static func inverse(of number: Limbs) -> Limbs { inverter.inverse(of: number) }

    init(_ number: Limbs) { self = P256Field(number[0], number[1], number[2], number[3]) * .rSquared }

    var number: Limbs {
        let plain = Self.reduce(limbs[0], limbs[1], limbs[2], limbs[3], 0, 0, 0, 0).limbs
        return [plain[0], plain[1], plain[2], plain[3], 0, 0, 0, 0, 0]
    }

    @inline(__always)
    var zeroMask: UInt64 { LucidCrypto.zeroMask(limbs[0] | limbs[1] | limbs[2] | limbs[3]) }

    @inline(__always)
    static func select(_ mask: UInt64, _ a: P256Field, _ b: P256Field) -> P256Field {
        P256Field(
            LucidCrypto.select(mask, a.limbs[0], b.limbs[0]), LucidCrypto.select(mask, a.limbs[1], b.limbs[1]),
            LucidCrypto.select(mask, a.limbs[2], b.limbs[2]), LucidCrypto.select(mask, a.limbs[3], b.limbs[3]))
    }

    @inline(__always)
    func masked(_ mask: UInt64, or other: P256Field) -> P256Field {
        P256Field(
            limbs[0] & mask | other.limbs[0], limbs[1] & mask | other.limbs[1],
            limbs[2] & mask | other.limbs[2], limbs[3] & mask | other.limbs[3])
    }

    /// The number `carry·2^256 + r`, which must be below 2p, less p where it is not below p.
    @inline(__always)
    private static func subtractPrime(
        _ r0: UInt64, _ r1: UInt64, _ r2: UInt64, _ r3: UInt64, carry: UInt64
    ) -> P256Field {
        var borrow: UInt64 = 0
        let d0 = subtract(r0, 0xffff_ffff_ffff_ffff, &borrow)
        let d1 = subtract(r1, 0x0000_0000_ffff_ffff, &borrow)
        let d2 = subtract(r2, 0, &borrow)
        let d3 = subtract(r3, 0xffff_ffff_0000_0001, &borrow)
        // It was below p where the difference is negative: where it borrows more than the carry.
        let below = 0 &- (borrow & (carry ^ 1))
        return P256Field(
            LucidCrypto.select(below, r0, d0), LucidCrypto.select(below, r1, d1),
            LucidCrypto.select(below, r2, d2), LucidCrypto.select(below, r3, d3))
    }

    @inline(__always)
    static func + (a: P256Field, b: P256Field) -> P256Field {
        var carry: UInt64 = 0
        let r0 = add(a.limbs[0], b.limbs[0], &carry)
        let r1 = add(a.limbs[1], b.limbs[1], &carry)
        let r2 = add(a.limbs[2], b.limbs[2], &carry)
        let r3 = add(a.limbs[3], b.limbs[3], &carry)
        return subtractPrime(r0, r1, r2, r3, carry: carry)
    }

    @inline(__always)
    static func - (a: P256Field, b: P256Field) -> P256Field {
        var borrow: UInt64 = 0
        let d0 = subtract(a.limbs[0], b.limbs[0], &borrow)
        let d1 = subtract(a.limbs[1], b.limbs[1], &borrow)
        let d2 = subtract(a.limbs[2], b.limbs[2], &borrow)
        let d3 = subtract(a.limbs[3], b.limbs[3], &borrow)
        // A negative difference gets p added.
        let negative = 0 &- borrow
        var carry: UInt64 = 0
        let r0 = add(d0, negative, &carry)
        let r1 = add(d1, negative & 0x0000_0000_ffff_ffff, &carry)
        let r2 = add(d2, 0, &carry)
        let r3 = add(d3, negative & 0xffff_ffff_0000_0001, &carry)
        return P256Field(r0, r1, r2, r3)
    }

    /// The Montgomery product `a·b / 2^256 mod p`: the whole product, row by row, then the reduction.
    @inline(never)
    static func * (a: P256Field, b: P256Field) -> P256Field {
        let (a0, a1, a2, a3) = (a.limbs[0], a.limbs[1], a.limbs[2], a.limbs[3])
        let (b0, b1, b2, b3) = (b.limbs[0], b.limbs[1], b.limbs[2], b.limbs[3])
        var t4: UInt64 = 0, t5: UInt64 = 0, t6: UInt64 = 0, t7: UInt64 = 0
        let t0 = multiplyAdd(a0, b0, 0, &t4)
        var t1 = multiplyAdd(a1, b0, 0, &t4)
        var t2 = multiplyAdd(a2, b0, 0, &t4)
        var t3 = multiplyAdd(a3, b0, 0, &t4)
        t1 = multiplyAdd(a0, b1, t1, &t5)
        t2 = multiplyAdd(a1, b1, t2, &t5)
        t3 = multiplyAdd(a2, b1, t3, &t5)
        t4 = multiplyAdd(a3, b1, t4, &t5)
        t2 = multiplyAdd(a0, b2, t2, &t6)
        t3 = multiplyAdd(a1, b2, t3, &t6)
        t4 = multiplyAdd(a2, b2, t4, &t6)
        t5 = multiplyAdd(a3, b2, t5, &t6)
        t3 = multiplyAdd(a0, b3, t3, &t7)
        t4 = multiplyAdd(a1, b3, t4, &t7)
        t5 = multiplyAdd(a2, b3, t5, &t7)
        t6 = multiplyAdd(a3, b3, t6, &t7)
        return reduce(t0, t1, t2, t3, t4, t5, t6, t7)
    }

    /// The Montgomery square. The six products of different limbs count twice, the four squares once.
    @inline(never)
    func squared() -> P256Field {
        let (a0, a1, a2, a3) = (limbs[0], limbs[1], limbs[2], limbs[3])
        var t4: UInt64 = 0, t5: UInt64 = 0, t6: UInt64 = 0
        var t1 = multiplyAdd(a1, a0, 0, &t4)
        var t2 = multiplyAdd(a2, a0, 0, &t4)
        var t3 = multiplyAdd(a3, a0, 0, &t4)
        t3 = multiplyAdd(a2, a1, t3, &t5)
        t4 = multiplyAdd(a3, a1, t4, &t5)
        t5 = multiplyAdd(a3, a2, t5, &t6)
        var t7 = t6 &>> 63
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
        return Self.reduce(t0, t1, t2, t3, t4, t5, t6, t7)
    }

    /// Montgomery's reduction: `t / 2^256 mod p` for t below 2^256·p.
    ///
    /// Each step adds a multiple m·p of p that makes the lowest limb zero, and drops that limb. As p ≡ -1 modulo 2^64,
    /// m is the lowest limb itself. `m·p = m·(2^96 - 1) + m·2^192·(2^64 - 2^32 + 1)`: the -m takes the lowest limb away,
    /// m·2^96 is two shifts, and one product does the rest.
    ///
    /// The sum of all that is added is below 2^256·p, so the result is below 2p and one subtraction ends it.
    @inline(__always)
    private static func reduce(
        _ t0: UInt64, _ t1: UInt64, _ t2: UInt64, _ t3: UInt64, _ t4: UInt64, _ t5: UInt64, _ t6: UInt64, _ t7: UInt64
    ) -> P256Field {
        var (t1, t2, t3, t4, t5, t6, t7) = (t1, t2, t3, t4, t5, t6, t7)
        var carry: UInt64 = 0
        reduceStep(t0, &t1, &t2, &t3, &t4, &carry)
        reduceStep(t1, &t2, &t3, &t4, &t5, &carry)
        reduceStep(t2, &t3, &t4, &t5, &t6, &carry)
        reduceStep(t3, &t4, &t5, &t6, &t7, &carry)
        return subtractPrime(t4, t5, t6, t7, carry: carry)
    }

    /// One step of the reduction; `top` is the carry into the limb above `t4`, of this step and, on entry, of the one before.
    @inline(__always)
    private static func reduceStep(
        _ m: UInt64, _ t1: inout UInt64, _ t2: inout UInt64, _ t3: inout UInt64, _ t4: inout UInt64,
        _ top: inout UInt64
    ) {
        var high: UInt64 = 0, carry: UInt64 = 0
        let low = multiplyAdd(m, 0xffff_ffff_0000_0001, 0, &high)
        t1 = add(t1, m &<< 32, &carry)
        t2 = add(t2, m &>> 32, &carry)
        t3 = add(t3, low, &carry)
        // high is at most 2^64 - 2^32, so the carry of the step before does not make it overflow.
        t4 = add(t4, high &+ top, &carry)
        top = carry
    }
}
