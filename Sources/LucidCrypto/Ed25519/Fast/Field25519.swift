/// Numbers modulo p = 2^255 - 19, in which the coordinates of Ed25519's points live (RFC 8032 §5.1).
///
/// An element is kept in five limbs of 51 bits, the value being the sum of `limbs[i]·2^(51i)`. As the limbs have room above,
/// carries wait until a product is complete, and what is above 2^255 comes back below, times 19. Every operation leaves
/// each limb below 2^51 + 2^13 ("settled"); the value may be p or a little more. Only `number` and `zeroMask` look for the
/// one representation below p.
struct Field25519: CurveField {
    var limbs: InlineArray<5, UInt64>

    private static var mask: UInt64 { 0x0007_ffff_ffff_ffff }

    @inline(__always)
    private init(limbs: InlineArray<5, UInt64>) { self.limbs = limbs }

    static let bitWidth = 255
    static var zero: Field25519 { Field25519(limbs: [0, 0, 0, 0, 0]) }
    static var one: Field25519 { Field25519(limbs: [1, 0, 0, 0, 0]) }
    private static let inverter = ModularInverter<5>(PrimeField.ed25519.modulus)
    static func inverse(of number: Limbs) -> Limbs { inverter.inverse(of: number) }

    /// From a number below 2^255.
    init(_ number: Limbs) {
        limbs = .init(repeating: 0)
        for index in 0..<5 {
            // 51 bits at once are more than `bits` gives.
            limbs[index] =
                number.bits(at: 51 &* index, count: 26) | number.bits(at: 51 &* index &+ 26, count: 25) &<< 26
        }
    }

    var number: Limbs {
        let exact = canonical
        return [
            exact[0] | exact[1] &<< 51, exact[1] &>> 13 | exact[2] &<< 38, exact[2] &>> 26 | exact[3] &<< 25,
            exact[3] &>> 39 | exact[4] &<< 12, 0, 0, 0, 0, 0,
        ]
    }

    @inline(__always)
    var zeroMask: UInt64 {
        let exact = canonical
        return LucidCrypto.zeroMask(exact[0] | exact[1] | exact[2] | exact[3] | exact[4])
    }

    /// The limbs of the one representation below p.
    @inline(__always)
    private var canonical: InlineArray<5, UInt64> {
        // After the first pass only limb 0 may be above its 51 bits, by little; after the second no limb is, since a carry
        // through all limbs leaves them at zero.
        var exact = Self.carryOnce(Self.carryOnce(limbs))
        // Now the value v is below 2^255. It is not below p where v + 19 reaches 2^255, and then that, less 2^255, is the
        // answer.
        var carry: UInt64 = 19
        for index in 0..<5 { carry = (exact[index] &+ carry) &>> 51 }
        exact[0] = exact[0] &+ 19 &* carry
        return Self.carryOnce(exact, wraps: false)
    }

    /// Carries from limb to limb, and from the uppermost one to the lowest, or out.
    @inline(__always)
    private static func carryOnce(_ limbs: InlineArray<5, UInt64>, wraps: Bool = true) -> InlineArray<5, UInt64> {
        var result = limbs
        var carry: UInt64 = 0
        for index in 0..<5 {
            let limb = limbs[index] &+ carry
            result[index] = limb & mask
            carry = limb &>> 51
        }
        if wraps { result[0] = result[0] &+ 19 &* carry }
        return result
    }

    @inline(__always)
    static func select(_ mask: UInt64, _ a: Field25519, _ b: Field25519) -> Field25519 {
        var result = b
        for index in 0..<5 { result.limbs[index] = LucidCrypto.select(mask, a.limbs[index], b.limbs[index]) }
        return result
    }

    @inline(__always)
    func masked(_ mask: UInt64, or other: Field25519) -> Field25519 {
        var result = other
        for index in 0..<5 { result.limbs[index] |= limbs[index] & mask }
        return result
    }

    /// Settles limbs below 2^54: each hands its carry, below 2^3, to the next, all at once.
    @inline(__always)
    private static func settle(_ l0: UInt64, _ l1: UInt64, _ l2: UInt64, _ l3: UInt64, _ l4: UInt64) -> Field25519 {
        Field25519(limbs: [
            l0 & mask &+ 19 &* (l4 &>> 51), l1 & mask &+ l0 &>> 51, l2 & mask &+ l1 &>> 51, l3 & mask &+ l2 &>> 51,
            l4 & mask &+ l3 &>> 51,
        ])
    }

    @inline(__always)
    static func + (a: Field25519, b: Field25519) -> Field25519 {
        let (a, b) = (a.limbs, b.limbs)
        return settle(a[0] &+ b[0], a[1] &+ b[1], a[2] &+ b[2], a[3] &+ b[3], a[4] &+ b[4])
    }

    /// `a + 2p - b`: each limb of 2p, 2^52 - 38 and 2^52 - 2, is above any settled limb, so no limb becomes negative.
    @inline(__always)
    static func - (a: Field25519, b: Field25519) -> Field25519 {
        let (a, b) = (a.limbs, b.limbs)
        let (low, other): (UInt64, UInt64) = (0x000f_ffff_ffff_ffda, 0x000f_ffff_ffff_fffe)
        return settle(
            a[0] &+ low &- b[0], a[1] &+ other &- b[1], a[2] &+ other &- b[2], a[3] &+ other &- b[3],
            a[4] &+ other &- b[4])
    }

    /// The product of two limbs.
    @inline(__always)
    private static func wide(_ a: UInt64, _ b: UInt64) -> UInt128 { UInt128(a) &* UInt128(b) }

    /// `a·b`: the products of limbs i and j go to limb i + j, or times 19 to limb i + j - 5.
    ///
    /// A limb collects at most `(1 + 4·19)·(2^51 + 2^13)²`, less than 2^109.
    @inline(__always)
    static func * (a: Field25519, b: Field25519) -> Field25519 {
        let (a0, a1, a2, a3, a4) = (a.limbs[0], a.limbs[1], a.limbs[2], a.limbs[3], a.limbs[4])
        let (b0, b1, b2, b3, b4) = (b.limbs[0], b.limbs[1], b.limbs[2], b.limbs[3], b.limbs[4])
        let (c1, c2, c3, c4) = (19 &* b1, 19 &* b2, 19 &* b3, 19 &* b4)
        let t0 = wide(a0, b0) &+ wide(a1, c4) &+ wide(a2, c3) &+ wide(a3, c2) &+ wide(a4, c1)
        let t1 = wide(a0, b1) &+ wide(a1, b0) &+ wide(a2, c4) &+ wide(a3, c3) &+ wide(a4, c2)
        let t2 = wide(a0, b2) &+ wide(a1, b1) &+ wide(a2, b0) &+ wide(a3, c4) &+ wide(a4, c3)
        let t3 = wide(a0, b3) &+ wide(a1, b2) &+ wide(a2, b1) &+ wide(a3, b0) &+ wide(a4, c4)
        let t4 = wide(a0, b4) &+ wide(a1, b3) &+ wide(a2, b2) &+ wide(a3, b1) &+ wide(a4, b0)
        return carry(t0, t1, t2, t3, t4)
    }

    /// The square: as the product, with the products of different limbs counted twice at once.
    @inline(__always)
    func squared() -> Field25519 {
        let (a0, a1, a2, a3, a4) = (limbs[0], limbs[1], limbs[2], limbs[3], limbs[4])
        let (d0, d1, d2) = (a0 &<< 1, a1 &<< 1, a2 &<< 1)
        let (c3, c4) = (19 &* a3, 19 &* a4)
        let t0 = Self.wide(a0, a0) &+ Self.wide(d1, c4) &+ Self.wide(d2, c3)
        let t1 = Self.wide(d0, a1) &+ Self.wide(d2, c4) &+ Self.wide(a3, c3)
        let t2 = Self.wide(d0, a2) &+ Self.wide(a1, a1) &+ Self.wide(a3 &<< 1, c4)
        let t3 = Self.wide(d0, a3) &+ Self.wide(d1, a2) &+ Self.wide(a4, c4)
        let t4 = Self.wide(d0, a4) &+ Self.wide(d1, a3) &+ Self.wide(a2, a2)
        return Self.carry(t0, t1, t2, t3, t4)
    }

    /// Settles the limbs of a product, below 2^109: a carry, below 2^59, wanders from the lowest limb to the uppermost and
    /// from there, times 19 and below 2^63, to the lowest, which hands what is above 51 bits, below 2^13, to the next.
    @inline(__always)
    private static func carry(_ t0: UInt128, _ t1: UInt128, _ t2: UInt128, _ t3: UInt128, _ t4: UInt128) -> Field25519 {
        let u1 = t1 &+ t0 &>> 51
        let u2 = t2 &+ u1 &>> 51
        let u3 = t3 &+ u2 &>> 51
        let u4 = t4 &+ u3 &>> 51
        let top = UInt64(truncatingIfNeeded: u4 &>> 51)
        let low = UInt64(truncatingIfNeeded: t0) & mask &+ 19 &* top
        return Field25519(limbs: [
            low & mask, UInt64(truncatingIfNeeded: u1) & mask &+ low &>> 51, UInt64(truncatingIfNeeded: u2) & mask,
            UInt64(truncatingIfNeeded: u3) & mask, UInt64(truncatingIfNeeded: u4) & mask,
        ])
    }
}
