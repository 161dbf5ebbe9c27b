import CLucidBarrier

// How P-384's field brings what it computes below 2^384 again.

extension P384Field {
    /// The number `carry·2^384 + r`, less p where the carry is 1: what the carry stands for comes back as 2^384 - p.
    /// `carry` becomes 1 where 2^384 is reached even so.
    @inline(__always)
    static func fold(
        _ r0: UInt64, _ r1: UInt64, _ r2: UInt64, _ r3: UInt64, _ r4: UInt64, _ r5: UInt64, _ carry: inout UInt64
    ) -> P384Field {
        let mask = lucid_hidden(0 &- carry)
        var next: UInt64 = 0
        let s0 = add(r0, mask & 0xffff_ffff_0000_0001, &next)
        let s1 = add(r1, mask & 0x0000_0000_ffff_ffff, &next)
        let s2 = add(r2, mask &>> 63, &next)
        let s3 = add(r3, 0, &next)
        let s4 = add(r4, 0, &next)
        let s5 = add(r5, 0, &next)
        carry = next
        return P384Field(s0, s1, s2, s3, s4, s5)
    }

    /// The number `r - borrow·2^384`, plus p where the borrow is 1. `borrow` stays 1 where that is negative even so.
    @inline(__always)
    static func addPrime(
        _ r0: UInt64, _ r1: UInt64, _ r2: UInt64, _ r3: UInt64, _ r4: UInt64, _ r5: UInt64, _ borrow: inout UInt64
    ) -> P384Field {
        let mask = lucid_hidden(0 &- borrow)
        var carry: UInt64 = 0
        let s0 = add(r0, mask & 0x0000_0000_ffff_ffff, &carry)
        let s1 = add(r1, mask & 0xffff_ffff_0000_0000, &carry)
        let s2 = add(r2, mask & 0xffff_ffff_ffff_fffe, &carry)
        let s3 = add(r3, mask, &carry)
        let s4 = add(r4, mask, &carry)
        let s5 = add(r5, mask, &carry)
        borrow = borrow &- carry
        return P384Field(s0, s1, s2, s3, s4, s5)
    }

    /// `t` modulo p, for any t.
    ///
    /// 2^384 ≡ 2^128 + 2^96 - 2^32 + 1, so the upper half h of t comes back as `h + h·2^128 + g·2^64 - g` with g = h·2^32.
    /// As h is below 2^384, the sum with the lower half is below 2^513. What that has above 2^384, three limbs, comes back
    /// in the same way; then the sum is below 2^384 + 2^258, and p is taken away where it is not below 2^384: less than 2^258 + 2^129 is left.
    @inline(__always)
    static func reduce(
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
        let (g0, g1, g2) = (h0 &<< 32, shifted(h1, above: h0), shifted(h2, above: h1))
        let (g3, g4, g5, g6) = (shifted(h3, above: h2), shifted(h4, above: h3), shifted(h5, above: h4), h5 &>> 32)
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
        let (e0, e1, e2) = (s6 &<< 32, shifted(s7, above: s6), shifted(s8, above: s7))
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
        return fold(s0, s1, s2, s3, s4, s5, &carry)
    }

    /// The limb of a number times 2^32 that was `a`, with the limb `b` below it. See `twice`.
    @inline(__always)
    private static func shifted(_ a: UInt64, above b: UInt64) -> UInt64 { a &<< 32 &+ lucid_hidden(b &>> 32) }
}
