/// The message schedule of one block of SHA-256 (FIPS 180-4 §6.2.2 step 1), four words at a time.
///
///     W_t = σ1(W_{t-2}) + W_{t-7} + σ0(W_{t-15}) + W_{t-16}
///
/// It is kept as vectors of four words, which is what every processor of today has registers for, and these work while
/// the ordinary registers are busy with the rounds.
///
/// Rotations are sums here, not `|`, and left shifts are products: of Swift's operators on vectors, `&+` and `&*` are
/// those that the compiler surely keeps whole. Others it takes apart into single words, and it does not find its way
/// back where it sees a rotation.
struct SHA256Schedule {
    typealias Words = SIMD4<UInt32>

    /// The last sixteen words: W_{t-16} to W_{t-13}, and so on up to W_{t-4} to W_{t-1}.
    private var w16, w12, w8, w4: Words

    /// Begins with the sixteen words of the block.
    init(block: InlineArray<16, UInt32>) {
        w16 = Words(block[0], block[1], block[2], block[3])
        w12 = Words(block[4], block[5], block[6], block[7])
        w8 = Words(block[8], block[9], block[10], block[11])
        w4 = Words(block[12], block[13], block[14], block[15])
    }

    /// The next four words of the schedule, W_t to W_{t+3}.
    @inline(__always)
    mutating func next() -> Words {
        let w15 = Words(w16[1], w16[2], w16[3], w12[0])
        let w7 = Words(w8[1], w8[2], w8[3], w4[0])
        var w = w16 &+ w7 &+ Self.sigma0(w15)
        // σ1 reaches back two words, so the upper two of the four wait for the lower two. (σ1 of zero is zero.)
        w &+= Self.sigma1(Words(w4[2], w4[3], 0, 0))
        w &+= Self.sigma1(Words(0, 0, w[0], w[1]))
        (w16, w12, w8, w4) = (w12, w8, w4, w)
        return w
    }

    /// σ0 (FIPS 180-4 §4.1.2).
    @inline(__always)
    private static func sigma0(_ x: Words) -> Words {
        rotateRight(x, 7) ^ rotateRight(x, 18) ^ x &>> Words(repeating: 3)
    }

    /// σ1 (FIPS 180-4 §4.1.2).
    @inline(__always)
    private static func sigma1(_ x: Words) -> Words {
        rotateRight(x, 17) ^ rotateRight(x, 19) ^ x &>> Words(repeating: 10)
    }

    /// ROTR^n (FIPS 180-4 §3.2) of each word.
    @inline(__always)
    private static func rotateRight(_ x: Words, _ n: UInt32) -> Words {
        x &>> Words(repeating: n) &+ x &* Words(repeating: 1 << (32 &- n))
    }
}
