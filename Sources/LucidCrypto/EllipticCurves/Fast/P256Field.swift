import CLucidBarrier

/// Numbers modulo p = 2^256 - 2^224 + 2^192 + 2^96 - 1, the field of P-256 (SP 800-186 §3.2.1.3).
///
/// An element a is kept as a number below 2^256, in four limbs, that is `a·2^256` modulo p (Montgomery form). It may be p
/// or more; only `number` and `zeroMask` look for the one below p.
struct P256Field: WeierstrassField {
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
        let plain = Self.reduce(limbs[0], limbs[1], limbs[2], limbs[3], 0, 0, 0, 0).canonical.limbs
        return [plain[0], plain[1], plain[2], plain[3], 0, 0, 0, 0, 0]
    }

    @inline(__always)
    var zeroMask: UInt64 {
        let exact = canonical.limbs
        return LucidCrypto.zeroMask(exact[0] | exact[1] | exact[2] | exact[3])
    }

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

    /// As for every field, but with vectors of four limbs, which halves the time.
    @inline(__always)
    static func pick(_ wanted: UInt64, from row: Span<AffinePoint<P256Field>>) -> AffinePoint<P256Field> {
        var x = SIMD4<UInt64>(), y = SIMD4<UInt64>()
        for index in row.indices {
            let point = row[index]
            let mask = SIMD4(repeating: mask(of: index, wanted: wanted, count: row.count))
            x |= SIMD4(point.x.limbs[0], point.x.limbs[1], point.x.limbs[2], point.x.limbs[3]) & mask
            y |= SIMD4(point.y.limbs[0], point.y.limbs[1], point.y.limbs[2], point.y.limbs[3]) & mask
        }
        return AffinePoint(x: P256Field(x[0], x[1], x[2], x[3]), y: P256Field(y[0], y[1], y[2], y[3]))
    }

    /// The number `carry·2^256 + r`, less p where the carry is 1: what the carry stands for comes back as 2^256 - p.
    /// `carry` becomes 1 where 2^256 is reached even so.
    @inline(__always)
    private static func fold(
        _ r0: UInt64, _ r1: UInt64, _ r2: UInt64, _ r3: UInt64, _ carry: inout UInt64
    ) -> P256Field {
        let mask = lucid_hidden(0 &- carry)
        var next: UInt64 = 0
        let s0 = add(r0, mask &>> 63, &next)
        let s1 = add(r1, mask & 0xffff_ffff_0000_0000, &next)
        let s2 = add(r2, mask, &next)
        let s3 = add(r3, mask & 0x0000_0000_ffff_fffe, &next)
        carry = next
        return P256Field(s0, s1, s2, s3)
    }

    /// The element with limbs below p.
    @inline(__always)
    private var canonical: P256Field {
        var borrow: UInt64 = 0
        let d0 = subtract(limbs[0], 0xffff_ffff_ffff_ffff, &borrow)
        let d1 = subtract(limbs[1], 0x0000_0000_ffff_ffff, &borrow)
        let d2 = subtract(limbs[2], 0, &borrow)
        let d3 = subtract(limbs[3], 0xffff_ffff_0000_0001, &borrow)
        return .select(0 &- borrow, self, P256Field(d0, d1, d2, d3))
    }

    @inline(__always)
    static func + (a: P256Field, b: P256Field) -> P256Field {
        var carry: UInt64 = 0
        let r0 = add(a.limbs[0], b.limbs[0], &carry)
        let r1 = add(a.limbs[1], b.limbs[1], &carry)
        let r2 = add(a.limbs[2], b.limbs[2], &carry)
        let r3 = add(a.limbs[3], b.limbs[3], &carry)
        // Less than 2^257 - p is left after the first subtraction, less than 2^256 after the second.
        let once = fold(r0, r1, r2, r3, &carry).limbs
        return fold(once[0], once[1], once[2], once[3], &carry)
    }

    @inline(__always)
    static func - (a: P256Field, b: P256Field) -> P256Field {
        var borrow: UInt64 = 0
        let d0 = subtract(a.limbs[0], b.limbs[0], &borrow)
        let d1 = subtract(a.limbs[1], b.limbs[1], &borrow)
        let d2 = subtract(a.limbs[2], b.limbs[2], &borrow)
        let d3 = subtract(a.limbs[3], b.limbs[3], &borrow)
        // A negative difference gets p added; if it is negative even so, p once more.
        let once = addPrime(d0, d1, d2, d3, &borrow).limbs
        return addPrime(once[0], once[1], once[2], once[3], &borrow)
    }

    /// The number `r - borrow·2^256`, plus p where the borrow is 1. `borrow` stays 1 where that is negative even so.
    @inline(__always)
    private static func addPrime(
        _ r0: UInt64, _ r1: UInt64, _ r2: UInt64, _ r3: UInt64, _ borrow: inout UInt64
    ) -> P256Field {
        let mask = lucid_hidden(0 &- borrow)
        var carry: UInt64 = 0
        let s0 = add(r0, mask, &carry)
        let s1 = add(r1, mask & 0x0000_0000_ffff_ffff, &carry)
        let s2 = add(r2, 0, &carry)
        let s3 = add(r3, mask & 0xffff_ffff_0000_0001, &carry)
        borrow = borrow &- carry
        return P256Field(s0, s1, s2, s3)
    }

    /// Half of an even number; an odd one becomes even with p added, as p is odd.
    @inline(__always)
    func halved() -> P256Field {
        let odd = 0 &- (limbs[0] & 1)
        var carry: UInt64 = 0
        let r0 = add(limbs[0], odd, &carry)
        let r1 = add(limbs[1], odd & 0x0000_0000_ffff_ffff, &carry)
        let r2 = add(limbs[2], 0, &carry)
        let r3 = add(limbs[3], odd & 0xffff_ffff_0000_0001, &carry)
        return P256Field(
            half(r0, below: r1), half(r1, below: r2), half(r2, below: r3), half(r3, below: carry))
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
        t7 = t7 &+ carry
        return Self.reduce(t0, t1, t2, t3, t4, t5, t6, t7)
    }

    /// Montgomery's reduction: `t / 2^256` modulo p, for any t.
    ///
    /// Each step adds a multiple m·p of p that makes the lowest limb zero, and drops that limb. As p ≡ -1 modulo 2^64,
    /// m is the lowest limb itself. `m·p = m·(2^96 - 1) + m·2^192·(2^64 - 2^32 + 1)`: the -m takes the lowest limb away,
    /// m·2^96 is two shifts, and one product does the rest.
    ///
    /// The sum of all that is added is below 2^256·p, so the result is below 2^256 + p, and p is taken away where it is not
    /// below 2^256.
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
        return fold(t4, t5, t6, t7, &carry)
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
