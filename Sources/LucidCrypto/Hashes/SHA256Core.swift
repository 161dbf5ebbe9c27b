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
        var rounds = SHA256Rounds(block: Self.words(of: bytes, at: offset), state: state, k: Self.k)
        // Step 3: 64 rounds.
        for t in stride(from: 0, to: 48, by: 16) { rounds.sixteen(from: t, k: Self.k, extends: true) }
        rounds.sixteen(from: 48, k: Self.k, extends: false)
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

/// The rounds of one block. They are written for speed in three ways: the standard's variables stay where they are and
/// take turns in their roles, which comes full circle after eight rounds; the message schedule runs sixteen rounds
/// ahead, in vector registers, so that the processor does both at a time; and Maj uses a term of the round before.
private struct SHA256Rounds {
    /// K_t + W_t, as far as the schedule has come.
    private var kw = InlineArray<64, UInt32>(repeating: 0)
    private var schedule: SHA256Schedule
    /// The working variables.
    var a, b, c, d, e, f, g, h: UInt32
    /// b xor c, which is a xor b of the round before.
    private var bc: UInt32

    @inline(__always)
    init(block: InlineArray<16, UInt32>, state: InlineArray<8, UInt32>, k: InlineArray<64, UInt32>) {
        schedule = SHA256Schedule(block: block)
        (a, b, c, d) = (state[0], state[1], state[2], state[3])
        (e, f, g, h) = (state[4], state[5], state[6], state[7])
        bc = b ^ c
        for t in 0..<16 { kw[t] = k[t] &+ block[t] }
    }

    /// Rounds t to t + 15. Where the schedule goes on, they also prepare rounds t + 16 to t + 31.
    @inline(__always)
    mutating func sixteen(from t: Int, k: InlineArray<64, UInt32>, extends: Bool) {
        @inline(__always)
        func addNextWords(at t: Int) {
            let sum = SIMD4(k[t], k[t + 1], k[t + 2], k[t + 3]) &+ schedule.next()
            for lane in 0..<4 { kw[t + lane] = sum[lane] }
        }
        if extends { addNextWords(at: t + 16) }
        Self.round(a, b, &bc, &d, e, f, g, &h, kw[t])
        Self.round(h, a, &bc, &c, d, e, f, &g, kw[t + 1])
        Self.round(g, h, &bc, &b, c, d, e, &f, kw[t + 2])
        Self.round(f, g, &bc, &a, b, c, d, &e, kw[t + 3])
        if extends { addNextWords(at: t + 20) }
        Self.round(e, f, &bc, &h, a, b, c, &d, kw[t + 4])
        Self.round(d, e, &bc, &g, h, a, b, &c, kw[t + 5])
        Self.round(c, d, &bc, &f, g, h, a, &b, kw[t + 6])
        Self.round(b, c, &bc, &e, f, g, h, &a, kw[t + 7])
        if extends { addNextWords(at: t + 24) }
        Self.round(a, b, &bc, &d, e, f, g, &h, kw[t + 8])
        Self.round(h, a, &bc, &c, d, e, f, &g, kw[t + 9])
        Self.round(g, h, &bc, &b, c, d, e, &f, kw[t + 10])
        Self.round(f, g, &bc, &a, b, c, d, &e, kw[t + 11])
        if extends { addNextWords(at: t + 28) }
        Self.round(e, f, &bc, &h, a, b, c, &d, kw[t + 12])
        Self.round(d, e, &bc, &g, h, a, b, &c, kw[t + 13])
        Self.round(c, d, &bc, &f, g, h, a, &b, kw[t + 14])
        Self.round(b, c, &bc, &e, f, g, h, &a, kw[t + 15])
    }

    /// One round. What the standard calls the new a and the new e goes where h and d were.
    @inline(__always)
    private static func round(
        _ a: UInt32, _ b: UInt32, _ bc: inout UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
        _ h: inout UInt32, _ kw: UInt32
    ) {
        let sum1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25)
        // Ch = (e and f) xor (not e and g): where e has a one it is f, else g.
        let choice = g ^ (e & (f ^ g))
        let t1 = h &+ kw &+ choice &+ sum1
        let sum0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22)
        // Maj = (a and b) xor (a and c) xor (b and c): where a and b differ it is c, else b.
        let ab = a ^ b
        let majority = b ^ (ab & bc)
        bc = ab
        d &+= t1
        h = t1 &+ majority &+ sum0
    }

    /// ROTR^n (FIPS 180-4 §3.2).
    @inline(__always)
    private static func rotateRight(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 &- n) }
}
