/// Numbers modulo p = 2^521 - 1, the field of P-521 (SP 800-186 §3.2.1.5).
///
/// An element is kept in nine limbs of 58 bits (the uppermost of 57), the value being the sum of `limbs[i]·2^(58i)`. As the
/// limbs have room above, carries wait until a product is complete, and as 2^521 ≡ 1, what is above comes back below:
/// 2^522 ≡ 2. Every operation leaves limbs 0 to 7 below 2^58 + 2^7 and limb 8 below 2^57 + 2^7 ("settled"); the value
/// may be p or a little more. Only `number` and `zeroMask` look for the one representation below p.
struct P521Field: WeierstrassField {
    var limbs: InlineArray<9, UInt64>

    private static var mask58: UInt64 { 0x03ff_ffff_ffff_ffff }
    private static var mask57: UInt64 { 0x01ff_ffff_ffff_ffff }

    @inline(__always)
    private init(limbs: InlineArray<9, UInt64>) { self.limbs = limbs }

    static let bitWidth = 521
    static var zero: P521Field { P521Field(limbs: [0, 0, 0, 0, 0, 0, 0, 0, 0]) }
    static var one: P521Field { P521Field(limbs: [1, 0, 0, 0, 0, 0, 0, 0, 0]) }
    private static let inverter = ModularInverter<9>(EllipticCurve.p521.field.modulus)
    static func inverse(of number: Limbs) -> Limbs { inverter.inverse(of: number) }

    init(_ number: Limbs) {
        limbs = .init(repeating: 0)
        for index in 0..<9 {
            limbs[index] = number.bits(at: 58 &* index, count: 58)
        }
    }

    var number: Limbs {
        let exact = canonical
        var number = Limbs(repeating: 0)
        // Limb i begins at bit 58i: `58i mod 64` bits up in word `58i / 64`, and what does not fit goes to the next word.
        for index in 0..<9 {
            let position = 58 &* index
            let word = position / 64, shift = UInt64(position % 64)
            number[word] |= exact[index] &<< shift
            if shift > 6 && word < 8 { number[word &+ 1] |= exact[index] &>> (64 &- shift) }
        }
        return number
    }

    @inline(__always)
    var zeroMask: UInt64 {
        let exact = canonical
        var all: UInt64 = 0
        for index in 0..<9 { all |= exact[index] }
        return LucidCrypto.zeroMask(all)
    }

    /// The limbs of the one representation below p.
    @inline(__always)
    private var canonical: InlineArray<9, UInt64> {
        // After the first pass only limb 0 may be above its 58 bits, by little; after the second no limb is, since a carry
        // through all limbs leaves them at zero.
        var exact = Self.carryOnce(Self.carryOnce(limbs))
        // Now the value v is at most p. It is p where v + 1 reaches 2^521, and then v + 1 less 2^521 is the answer.
        var carry: UInt64 = 1
        for index in 0..<8 { carry = (exact[index] &+ carry) &>> 58 }
        let isPrime = (exact[8] &+ carry) &>> 57
        exact[0] = exact[0] &+ isPrime
        return Self.carryOnce(exact, wraps: false)
    }

    /// Carries from limb to limb, and from the uppermost one to the lowest, or out.
    @inline(__always)
    private static func carryOnce(
        _ limbs: InlineArray<9, UInt64>, wraps: Bool = true
    ) -> InlineArray<9, UInt64> {
        var result = limbs
        var carry: UInt64 = 0
        for index in 0..<8 {
            let limb = limbs[index] &+ carry
            result[index] = limb & mask58
            carry = limb &>> 58
        }
        let limb = limbs[8] &+ carry
        result[8] = limb & mask57
        if wraps { result[0] = result[0] &+ limb &>> 57 }
        return result
    }

    @inline(__always)
    static func select(_ mask: UInt64, _ a: P521Field, _ b: P521Field) -> P521Field {
        var result = b
        for index in 0..<9 { result.limbs[index] = LucidCrypto.select(mask, a.limbs[index], b.limbs[index]) }
        return result
    }

    @inline(__always)
    func masked(_ mask: UInt64, or other: P521Field) -> P521Field {
        var result = other
        for index in 0..<9 { result.limbs[index] |= limbs[index] & mask }
        return result
    }

    /// Settles limbs below 2^62: each hands its carry, at most 2^5, to the next, all at once.
    @inline(__always)
    private static func settle(_ limbs: InlineArray<9, UInt64>) -> P521Field {
        var result = limbs
        result[0] = limbs[0] & mask58 &+ limbs[8] &>> 57
        for index in 1..<8 { result[index] = limbs[index] & mask58 &+ limbs[index &- 1] &>> 58 }
        result[8] = limbs[8] & mask57 &+ limbs[7] &>> 58
        return P521Field(limbs: result)
    }

    @inline(__always)
    static func + (a: P521Field, b: P521Field) -> P521Field {
        var sum = a.limbs
        for index in 0..<9 { sum[index] = a.limbs[index] &+ b.limbs[index] }
        return settle(sum)
    }

    /// `a + 2p - b`: each limb of 2p, 2^59 - 2 and 2^58 - 2, is above any settled limb, so no limb becomes negative.
    @inline(__always)
    static func - (a: P521Field, b: P521Field) -> P521Field {
        var difference = a.limbs
        for index in 0..<8 { difference[index] = a.limbs[index] &+ 2 &* mask58 &- b.limbs[index] }
        difference[8] = a.limbs[8] &+ 2 &* mask57 &- b.limbs[8]
        return settle(difference)
    }

    /// Half of an even number; an odd one becomes even with p added: p + 1 is 2^521, half of it 2^520. The lowest bit of each
    /// limb becomes the uppermost one of the limb below, which leaves all of them below 2^58.
    @inline(__always)
    func halved() -> P521Field {
        var result = limbs
        for index in 0..<8 { result[index] = limbs[index] &>> 1 &+ (limbs[index &+ 1] & 1) &<< 57 }
        result[8] = limbs[8] &>> 1 &+ (limbs[0] & 1) &<< 56
        return P521Field(limbs: result)
    }

    /// `a·b`, column by column: the products of limbs i and j go to limb i + j, or doubled to limb i + j - 9, since
    /// 2^522 ≡ 2. What a column has above its bits is carried into the next one, and from the uppermost one, below 2^64,
    /// to the lowest, which hands what is above 58 bits, below 2^7, to the next.
    ///
    /// A column has at most 17 products of settled limbs, below `17·(2^58 + 2^7)²`, and a carry: less than 2^121.
    @inline(never)
    static func * (a: P521Field, b: P521Field) -> P521Field {
        let (a0, a1, a2, a3, a4) = (a.limbs[0], a.limbs[1], a.limbs[2], a.limbs[3], a.limbs[4])
        let (a5, a6, a7, a8) = (a.limbs[5], a.limbs[6], a.limbs[7], a.limbs[8])
        let (b0, b1, b2, b3, b4) = (b.limbs[0], b.limbs[1], b.limbs[2], b.limbs[3], b.limbs[4])
        let (b5, b6, b7, b8) = (b.limbs[5], b.limbs[6], b.limbs[7], b.limbs[8])
        let (c1, c2, c3, c4, c5, c6, c7, c8) = (
            b1 &<< 1, b2 &<< 1, b3 &<< 1, b4 &<< 1, b5 &<< 1, b6 &<< 1, b7 &<< 1, b8 &<< 1
        )
        var t: UInt128 = 0
        t = t &+ wide(a0, b0) &+ wide(a1, c8) &+ wide(a2, c7)
        t = t &+ wide(a3, c6) &+ wide(a4, c5) &+ wide(a5, c4)
        t = t &+ wide(a6, c3) &+ wide(a7, c2) &+ wide(a8, c1)
        let r0 = UInt64(truncatingIfNeeded: t) & mask58
        t = t &>> 58
        t = t &+ wide(a0, b1) &+ wide(a1, b0) &+ wide(a2, c8)
        t = t &+ wide(a3, c7) &+ wide(a4, c6) &+ wide(a5, c5)
        t = t &+ wide(a6, c4) &+ wide(a7, c3) &+ wide(a8, c2)
        let r1 = UInt64(truncatingIfNeeded: t) & mask58
        t = t &>> 58
        t = t &+ wide(a0, b2) &+ wide(a1, b1) &+ wide(a2, b0)
        t = t &+ wide(a3, c8) &+ wide(a4, c7) &+ wide(a5, c6)
        t = t &+ wide(a6, c5) &+ wide(a7, c4) &+ wide(a8, c3)
        let r2 = UInt64(truncatingIfNeeded: t) & mask58
        t = t &>> 58
        t = t &+ wide(a0, b3) &+ wide(a1, b2) &+ wide(a2, b1)
        t = t &+ wide(a3, b0) &+ wide(a4, c8) &+ wide(a5, c7)
        t = t &+ wide(a6, c6) &+ wide(a7, c5) &+ wide(a8, c4)
        let r3 = UInt64(truncatingIfNeeded: t) & mask58
        t = t &>> 58
        t = t &+ wide(a0, b4) &+ wide(a1, b3) &+ wide(a2, b2)
        t = t &+ wide(a3, b1) &+ wide(a4, b0) &+ wide(a5, c8)
        t = t &+ wide(a6, c7) &+ wide(a7, c6) &+ wide(a8, c5)
        let r4 = UInt64(truncatingIfNeeded: t) & mask58
        t = t &>> 58
        t = t &+ wide(a0, b5) &+ wide(a1, b4) &+ wide(a2, b3)
        t = t &+ wide(a3, b2) &+ wide(a4, b1) &+ wide(a5, b0)
        t = t &+ wide(a6, c8) &+ wide(a7, c7) &+ wide(a8, c6)
        let r5 = UInt64(truncatingIfNeeded: t) & mask58
        t = t &>> 58
        t = t &+ wide(a0, b6) &+ wide(a1, b5) &+ wide(a2, b4)
        t = t &+ wide(a3, b3) &+ wide(a4, b2) &+ wide(a5, b1)
        t = t &+ wide(a6, b0) &+ wide(a7, c8) &+ wide(a8, c7)
        let r6 = UInt64(truncatingIfNeeded: t) & mask58
        t = t &>> 58
        t = t &+ wide(a0, b7) &+ wide(a1, b6) &+ wide(a2, b5)
        t = t &+ wide(a3, b4) &+ wide(a4, b3) &+ wide(a5, b2)
        t = t &+ wide(a6, b1) &+ wide(a7, b0) &+ wide(a8, c8)
        let r7 = UInt64(truncatingIfNeeded: t) & mask58
        t = t &>> 58
        t = t &+ wide(a0, b8) &+ wide(a1, b7) &+ wide(a2, b6)
        t = t &+ wide(a3, b5) &+ wide(a4, b4) &+ wide(a5, b3)
        t = t &+ wide(a6, b2) &+ wide(a7, b1) &+ wide(a8, b0)
        return finish(r0, r1, r2, r3, r4, r5, r6, r7, t)
    }

    /// The square: as the product, with the products of different limbs counted twice at once.
    @inline(never)
    func squared() -> P521Field {
        let (a0, a1, a2, a3, a4) = (limbs[0], limbs[1], limbs[2], limbs[3], limbs[4])
        let (a5, a6, a7, a8) = (limbs[5], limbs[6], limbs[7], limbs[8])
        let (d0, d1, d2, d3, d5, d6, d7, d8) = (
            a0 &<< 1, a1 &<< 1, a2 &<< 1, a3 &<< 1, a5 &<< 1, a6 &<< 1, a7 &<< 1, a8 &<< 1
        )
        let (q5, q6, q7, q8) = (a5 &<< 2, a6 &<< 2, a7 &<< 2, a8 &<< 2)
        var t: UInt128 = 0
        t = t &+ Self.wide(a0, a0) &+ Self.wide(a1, q8) &+ Self.wide(a2, q7)
        t = t &+ Self.wide(a3, q6) &+ Self.wide(a4, q5)
        let r0 = UInt64(truncatingIfNeeded: t) & Self.mask58
        t = t &>> 58
        t = t &+ Self.wide(d0, a1) &+ Self.wide(a2, q8) &+ Self.wide(a3, q7)
        t = t &+ Self.wide(a4, q6) &+ Self.wide(a5, d5)
        let r1 = UInt64(truncatingIfNeeded: t) & Self.mask58
        t = t &>> 58
        t = t &+ Self.wide(d0, a2) &+ Self.wide(a1, a1) &+ Self.wide(a3, q8)
        t = t &+ Self.wide(a4, q7) &+ Self.wide(a5, q6)
        let r2 = UInt64(truncatingIfNeeded: t) & Self.mask58
        t = t &>> 58
        t = t &+ Self.wide(d0, a3) &+ Self.wide(d1, a2) &+ Self.wide(a4, q8)
        t = t &+ Self.wide(a5, q7) &+ Self.wide(a6, d6)
        let r3 = UInt64(truncatingIfNeeded: t) & Self.mask58
        t = t &>> 58
        t = t &+ Self.wide(d0, a4) &+ Self.wide(d1, a3) &+ Self.wide(a2, a2)
        t = t &+ Self.wide(a5, q8) &+ Self.wide(a6, q7)
        let r4 = UInt64(truncatingIfNeeded: t) & Self.mask58
        t = t &>> 58
        t = t &+ Self.wide(d0, a5) &+ Self.wide(d1, a4) &+ Self.wide(d2, a3)
        t = t &+ Self.wide(a6, q8) &+ Self.wide(a7, d7)
        let r5 = UInt64(truncatingIfNeeded: t) & Self.mask58
        t = t &>> 58
        t = t &+ Self.wide(d0, a6) &+ Self.wide(d1, a5) &+ Self.wide(d2, a4)
        t = t &+ Self.wide(a3, a3) &+ Self.wide(a7, q8)
        let r6 = UInt64(truncatingIfNeeded: t) & Self.mask58
        t = t &>> 58
        t = t &+ Self.wide(d0, a7) &+ Self.wide(d1, a6) &+ Self.wide(d2, a5)
        t = t &+ Self.wide(d3, a4) &+ Self.wide(a8, d8)
        let r7 = UInt64(truncatingIfNeeded: t) & Self.mask58
        t = t &>> 58
        t = t &+ Self.wide(d0, a8) &+ Self.wide(d1, a7) &+ Self.wide(d2, a6)
        t = t &+ Self.wide(d3, a5) &+ Self.wide(a4, a4)
        return Self.finish(r0, r1, r2, r3, r4, r5, r6, r7, t)
    }

    /// The product of two limbs.
    @inline(__always)
    private static func wide(_ a: UInt64, _ b: UInt64) -> UInt128 { UInt128(a) &* UInt128(b) }

    /// Puts a product's limbs together: `t` is the uppermost column, below 2^121.
    @inline(__always)
    private static func finish(
        _ r0: UInt64, _ r1: UInt64, _ r2: UInt64, _ r3: UInt64, _ r4: UInt64, _ r5: UInt64, _ r6: UInt64, _ r7: UInt64,
        _ t: UInt128
    ) -> P521Field {
        let r8 = UInt64(truncatingIfNeeded: t) & mask57
        let low = t &>> 57 &+ UInt128(r0)
        let r1 = r1 &+ UInt64(truncatingIfNeeded: low &>> 58)
        return P521Field(limbs: [UInt64(truncatingIfNeeded: low) & mask58, r1, r2, r3, r4, r5, r6, r7, r8])
    }
}
