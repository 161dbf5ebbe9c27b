/// The message schedule of one block of SHA-512 (FIPS 180-4 §6.4.2 step 1), two words at a time, in the same way as
/// `SHA256Schedule`.
///
///     W_t = σ1(W_{t-2}) + W_{t-7} + σ0(W_{t-15}) + W_{t-16}
struct SHA512Schedule {
    typealias Words = SIMD2<UInt64>

    /// The last sixteen words: W_{t-16} and W_{t-15}, and so on up to W_{t-2} and W_{t-1}.
    private var w16, w14, w12, w10, w8, w6, w4, w2: Words

    /// Begins with the sixteen words of the block.
    init(block: InlineArray<16, UInt64>) {
        w16 = Words(block[0], block[1])
        w14 = Words(block[2], block[3])
        w12 = Words(block[4], block[5])
        w10 = Words(block[6], block[7])
        w8 = Words(block[8], block[9])
        w6 = Words(block[10], block[11])
        w4 = Words(block[12], block[13])
        w2 = Words(block[14], block[15])
    }

    /// The next two words of the schedule, W_t and W_{t+1}.
    @inline(__always)
    mutating func next() -> Words {
        let w15 = Words(w16[1], w14[0])
        let w7 = Words(w8[1], w6[0])
        let w = Self.sigma1(w2) &+ w7 &+ Self.sigma0(w15) &+ w16
        (w16, w14, w12, w10, w8, w6, w4, w2) = (w14, w12, w10, w8, w6, w4, w2, w)
        return w
    }

    /// σ0 (FIPS 180-4 §4.1.3).
    @inline(__always)
    private static func sigma0(_ x: Words) -> Words {
        rotateRight(x, 1) ^ rotateRight(x, 8) ^ x &>> Words(repeating: 7)
    }

    /// σ1 (FIPS 180-4 §4.1.3).
    @inline(__always)
    private static func sigma1(_ x: Words) -> Words {
        rotateRight(x, 19) ^ rotateRight(x, 61) ^ x &>> Words(repeating: 6)
    }

    /// ROTR^n (FIPS 180-4 §3.2) of each word.
    @inline(__always)
    private static func rotateRight(_ x: Words, _ n: UInt64) -> Words {
        x &>> Words(repeating: n) &+ x &* Words(repeating: 1 << (64 &- n))
    }
}
