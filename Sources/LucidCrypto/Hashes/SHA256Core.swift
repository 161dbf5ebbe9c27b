/// What SHA-256 and SHA-224 share: constants, initial values, and the compression of one block (FIPS 180-4 §6.2.2).
struct SHA256Core: BlockHashCore {
    typealias State = InlineArray<8, UInt32>
    static var isBigEndian: Bool { true }

    /// H^(i): the eight working words after the blocks so far.
    var state: State
    subscript(index: Int) -> UInt32 { state[index] }

    /// H^(0) of SHA-256 (FIPS 180-4 §5.3.3): the fractions of the square roots of the first eight primes.
    static let initialValue256: State = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]

    /// H^(0) of SHA-224 (FIPS 180-4 §5.3.2): the second 32 bits of the fractions of the square roots of the ninth to
    /// sixteenth primes.
    static let initialValue224: State = [
        0xc105_9ed8, 0x367c_d507, 0x3070_dd17, 0xf70e_5939, 0xffc0_0b31, 0x6858_1511, 0x64f9_8fa7, 0xbefa_4fa4,
    ]

    /// K (FIPS 180-4 §4.2.2): the fractions of the cube roots of the first 64 primes.
    private static let k: InlineArray<64, UInt32> = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]

    /// One block of 64 octets, at `offset` in `bytes`, into the state.
    mutating func compress(_ bytes: Span<UInt8>, at offset: Int) {
        // Steps 1, 2: the first words of the message schedule, and the working variables.
        var rounds = SHA256Rounds(words: Self.words(of: bytes, at: offset), state: state)
        // Step 3: 64 rounds.
        rounds.sixteen(from: 0, k: Self.k, extendingSchedule: false)
        for t in stride(from: 16, to: 64, by: 16) { rounds.sixteen(from: t, k: Self.k, extendingSchedule: true) }
        // Step 4: the next intermediate hash value.
        state[0] &+= rounds.a
        state[1] &+= rounds.b
        state[2] &+= rounds.c
        state[3] &+= rounds.d
        state[4] &+= rounds.e
        state[5] &+= rounds.f
        state[6] &+= rounds.g
        state[7] &+= rounds.h
    }
}

/// The rounds of one block. They are written for speed in two ways: the standard's variables stay where they are and
/// take turns in their roles, which comes full circle after eight rounds; and of the message schedule only the last
/// sixteen words are kept, each one made just before its round, so that the processor does both at a time.
private struct SHA256Rounds {
    /// W_t of the message schedule is at `w[t mod 16]`.
    var w: InlineArray<16, UInt32>
    /// The working variables.
    var a, b, c, d, e, f, g, h: UInt32

    init(words: InlineArray<16, UInt32>, state: InlineArray<8, UInt32>) {
        w = words
        (a, b, c, d) = (state[0], state[1], state[2], state[3])
        (e, f, g, h) = (state[4], state[5], state[6], state[7])
    }

    /// Rounds t to t + 15.
    @inline(__always)
    mutating func sixteen(from t: Int, k: InlineArray<64, UInt32>, extendingSchedule: Bool) {
        /// W of round t + i. From the sixteenth on it is made of earlier words: those 16, 15, 7 and 2 rounds ago.
        @inline(__always)
        func schedule(_ i: Int) -> UInt32 {
            if extendingSchedule {
                let w15 = w[(i + 1) & 15], w7 = w[(i + 9) & 15], w2 = w[(i + 14) & 15]
                let s0 = rotateRight(w15, 7) ^ rotateRight(w15, 18) ^ w15 >> 3
                let s1 = rotateRight(w2, 17) ^ rotateRight(w2, 19) ^ w2 >> 10
                w[i] = s1 &+ w7 &+ s0 &+ w[i]
            }
            return w[i]
        }
        round(a, b, c, &d, e, f, g, &h, k[t], schedule(0))
        round(h, a, b, &c, d, e, f, &g, k[t + 1], schedule(1))
        round(g, h, a, &b, c, d, e, &f, k[t + 2], schedule(2))
        round(f, g, h, &a, b, c, d, &e, k[t + 3], schedule(3))
        round(e, f, g, &h, a, b, c, &d, k[t + 4], schedule(4))
        round(d, e, f, &g, h, a, b, &c, k[t + 5], schedule(5))
        round(c, d, e, &f, g, h, a, &b, k[t + 6], schedule(6))
        round(b, c, d, &e, f, g, h, &a, k[t + 7], schedule(7))
        round(a, b, c, &d, e, f, g, &h, k[t + 8], schedule(8))
        round(h, a, b, &c, d, e, f, &g, k[t + 9], schedule(9))
        round(g, h, a, &b, c, d, e, &f, k[t + 10], schedule(10))
        round(f, g, h, &a, b, c, d, &e, k[t + 11], schedule(11))
        round(e, f, g, &h, a, b, c, &d, k[t + 12], schedule(12))
        round(d, e, f, &g, h, a, b, &c, k[t + 13], schedule(13))
        round(c, d, e, &f, g, h, a, &b, k[t + 14], schedule(14))
        round(b, c, d, &e, f, g, h, &a, k[t + 15], schedule(15))
    }

    /// One round. What the standard calls the new a and the new e goes where h and d were.
    @inline(__always)
    private func round(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ k: UInt32, _ w: UInt32
    ) {
        let sum1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25)
        let choice = (e & f) ^ (~e & g)
        let t1 = h &+ sum1 &+ choice &+ k &+ w
        let sum0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        d &+= t1
        h = t1 &+ sum0 &+ majority
    }

    /// ROTR^n (FIPS 180-4 §3.2).
    @inline(__always)
    private func rotateRight(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 &- n) }
}
