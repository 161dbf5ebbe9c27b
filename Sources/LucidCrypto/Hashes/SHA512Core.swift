/// What SHA-512, SHA-384 and SHA-512/t share: constants, and the compression of one block (FIPS 180-4 §6.4.2).
struct SHA512Core: BlockHashCore {
    typealias State = InlineArray<8, UInt64>
    static var isBigEndian: Bool { true }

    /// H^(i): the eight working words after the blocks so far.
    var state: State
    subscript(index: Int) -> UInt64 { state[index] }

    /// K (FIPS 180-4 §4.2.3): the fractions of the cube roots of the first 80 primes.
    private static let k: InlineArray<80, UInt64> = [
        0x428a_2f98_d728_ae22, 0x7137_4491_23ef_65cd, 0xb5c0_fbcf_ec4d_3b2f, 0xe9b5_dba5_8189_dbbc,
        0x3956_c25b_f348_b538, 0x59f1_11f1_b605_d019, 0x923f_82a4_af19_4f9b, 0xab1c_5ed5_da6d_8118,
        0xd807_aa98_a303_0242, 0x1283_5b01_4570_6fbe, 0x2431_85be_4ee4_b28c, 0x550c_7dc3_d5ff_b4e2,
        0x72be_5d74_f27b_896f, 0x80de_b1fe_3b16_96b1, 0x9bdc_06a7_25c7_1235, 0xc19b_f174_cf69_2694,
        0xe49b_69c1_9ef1_4ad2, 0xefbe_4786_384f_25e3, 0x0fc1_9dc6_8b8c_d5b5, 0x240c_a1cc_77ac_9c65,
        0x2de9_2c6f_592b_0275, 0x4a74_84aa_6ea6_e483, 0x5cb0_a9dc_bd41_fbd4, 0x76f9_88da_8311_53b5,
        0x983e_5152_ee66_dfab, 0xa831_c66d_2db4_3210, 0xb003_27c8_98fb_213f, 0xbf59_7fc7_beef_0ee4,
        0xc6e0_0bf3_3da8_8fc2, 0xd5a7_9147_930a_a725, 0x06ca_6351_e003_826f, 0x1429_2967_0a0e_6e70,
        0x27b7_0a85_46d2_2ffc, 0x2e1b_2138_5c26_c926, 0x4d2c_6dfc_5ac4_2aed, 0x5338_0d13_9d95_b3df,
        0x650a_7354_8baf_63de, 0x766a_0abb_3c77_b2a8, 0x81c2_c92e_47ed_aee6, 0x9272_2c85_1482_353b,
        0xa2bf_e8a1_4cf1_0364, 0xa81a_664b_bc42_3001, 0xc24b_8b70_d0f8_9791, 0xc76c_51a3_0654_be30,
        0xd192_e819_d6ef_5218, 0xd699_0624_5565_a910, 0xf40e_3585_5771_202a, 0x106a_a070_32bb_d1b8,
        0x19a4_c116_b8d2_d0c8, 0x1e37_6c08_5141_ab53, 0x2748_774c_df8e_eb99, 0x34b0_bcb5_e19b_48a8,
        0x391c_0cb3_c5c9_5a63, 0x4ed8_aa4a_e341_8acb, 0x5b9c_ca4f_7763_e373, 0x682e_6ff3_d6b2_b8a3,
        0x748f_82ee_5def_b2fc, 0x78a5_636f_4317_2f60, 0x84c8_7814_a1f0_ab72, 0x8cc7_0208_1a64_39ec,
        0x90be_fffa_2363_1e28, 0xa450_6ceb_de82_bde9, 0xbef9_a3f7_b2c6_7915, 0xc671_78f2_e372_532b,
        0xca27_3ece_ea26_619c, 0xd186_b8c7_21c0_c207, 0xeada_7dd6_cde0_eb1e, 0xf57d_4f7f_ee6e_d178,
        0x06f0_67aa_7217_6fba, 0x0a63_7dc5_a2c8_98a6, 0x113f_9804_bef9_0dae, 0x1b71_0b35_131c_471b,
        0x28db_77f5_2304_7d84, 0x32ca_ab7b_40c7_2493, 0x3c9e_be0a_15c9_bebc, 0x431d_67c4_9c10_0d4c,
        0x4cc5_d4be_cb3e_42b6, 0x597f_299c_fc65_7e2a, 0x5fcb_6fab_3ad6_faec, 0x6c44_198c_4a47_5817,
    ]

    /// One block of 128 octets, at `offset` in `bytes`, into the state.
    mutating func compress(_ bytes: Span<UInt8>, at offset: Int) {
        // Steps 1, 2: the first words of the message schedule, and the working variables.
        var rounds = SHA512Rounds(block: Self.words(of: bytes, at: offset), state: state, k: Self.k)
        // Step 3: 80 rounds.
        for t in stride(from: 0, to: 64, by: 16) { rounds.sixteen(from: t, k: Self.k, extends: true) }
        rounds.sixteen(from: 64, k: Self.k, extends: false)
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

/// The rounds of one block, written for speed in the same ways as those of `SHA256Core`.
private struct SHA512Rounds {
    /// K_t + W_t, as far as the schedule has come.
    private var kw = InlineArray<80, UInt64>(repeating: 0)
    private var schedule: SHA512Schedule
    /// The working variables.
    var a, b, c, d, e, f, g, h: UInt64
    /// b xor c, which is a xor b of the round before.
    private var bc: UInt64

    @inline(__always)
    init(block: InlineArray<16, UInt64>, state: InlineArray<8, UInt64>, k: InlineArray<80, UInt64>) {
        schedule = SHA512Schedule(block: block)
        (a, b, c, d) = (state[0], state[1], state[2], state[3])
        (e, f, g, h) = (state[4], state[5], state[6], state[7])
        bc = b ^ c
        for t in 0..<16 { kw[t] = k[t] &+ block[t] }
    }

    /// Rounds t to t + 15. Where the schedule goes on, they also prepare rounds t + 16 to t + 31.
    @inline(__always)
    mutating func sixteen(from t: Int, k: InlineArray<80, UInt64>, extends: Bool) {
        @inline(__always)
        func addNextWords(at t: Int) {
            let sum = SIMD2(k[t], k[t + 1]) &+ schedule.next()
            kw[t] = sum[0]
            kw[t + 1] = sum[1]
        }
        if extends { addNextWords(at: t + 16) }
        Self.round(a, b, &bc, &d, e, f, g, &h, kw[t])
        Self.round(h, a, &bc, &c, d, e, f, &g, kw[t + 1])
        if extends { addNextWords(at: t + 18) }
        Self.round(g, h, &bc, &b, c, d, e, &f, kw[t + 2])
        Self.round(f, g, &bc, &a, b, c, d, &e, kw[t + 3])
        if extends { addNextWords(at: t + 20) }
        Self.round(e, f, &bc, &h, a, b, c, &d, kw[t + 4])
        Self.round(d, e, &bc, &g, h, a, b, &c, kw[t + 5])
        if extends { addNextWords(at: t + 22) }
        Self.round(c, d, &bc, &f, g, h, a, &b, kw[t + 6])
        Self.round(b, c, &bc, &e, f, g, h, &a, kw[t + 7])
        if extends { addNextWords(at: t + 24) }
        Self.round(a, b, &bc, &d, e, f, g, &h, kw[t + 8])
        Self.round(h, a, &bc, &c, d, e, f, &g, kw[t + 9])
        if extends { addNextWords(at: t + 26) }
        Self.round(g, h, &bc, &b, c, d, e, &f, kw[t + 10])
        Self.round(f, g, &bc, &a, b, c, d, &e, kw[t + 11])
        if extends { addNextWords(at: t + 28) }
        Self.round(e, f, &bc, &h, a, b, c, &d, kw[t + 12])
        Self.round(d, e, &bc, &g, h, a, b, &c, kw[t + 13])
        if extends { addNextWords(at: t + 30) }
        Self.round(c, d, &bc, &f, g, h, a, &b, kw[t + 14])
        Self.round(b, c, &bc, &e, f, g, h, &a, kw[t + 15])
    }

    /// One round. What the standard calls the new a and the new e goes where h and d were.
    @inline(__always)
    private static func round(
        _ a: UInt64, _ b: UInt64, _ bc: inout UInt64, _ d: inout UInt64, _ e: UInt64, _ f: UInt64, _ g: UInt64,
        _ h: inout UInt64, _ kw: UInt64
    ) {
        let sum1 = rotateRight(e, 14) ^ rotateRight(e, 18) ^ rotateRight(e, 41)
        // Ch = (e and f) xor (not e and g): where e has a one it is f, else g.
        let choice = g ^ (e & (f ^ g))
        let t1 = h &+ kw &+ choice &+ sum1
        let sum0 = rotateRight(a, 28) ^ rotateRight(a, 34) ^ rotateRight(a, 39)
        // Maj = (a and b) xor (a and c) xor (b and c): where a and b differ it is c, else b.
        let ab = a ^ b
        let majority = b ^ (ab & bc)
        bc = ab
        d &+= t1
        h = t1 &+ majority &+ sum0
    }

    /// ROTR^n (FIPS 180-4 §3.2).
    @inline(__always)
    private static func rotateRight(_ x: UInt64, _ n: UInt64) -> UInt64 { x >> n | x << (64 &- n) }
}

// The initial values. The package sees them so that a test can recompute the ones of SHA-512/t.
extension SHA512 {
    /// H^(0) of SHA-512 (FIPS 180-4 §5.3.5): the fractions of the square roots of the first eight primes.
    package static let initialValue: InlineArray<8, UInt64> = [
        0x6a09_e667_f3bc_c908, 0xbb67_ae85_84ca_a73b, 0x3c6e_f372_fe94_f82b, 0xa54f_f53a_5f1d_36f1,
        0x510e_527f_ade6_82d1, 0x9b05_688c_2b3e_6c1f, 0x1f83_d9ab_fb41_bd6b, 0x5be0_cd19_137e_2179,
    ]
}

extension SHA384 {
    /// H^(0) of SHA-384 (FIPS 180-4 §5.3.4): the fractions of the square roots of the ninth to sixteenth primes.
    static let initialValue: InlineArray<8, UInt64> = [
        0xcbbb_9d5d_c105_9ed8, 0x629a_292a_367c_d507, 0x9159_015a_3070_dd17, 0x152f_ecd8_f70e_5939,
        0x6733_2667_ffc0_0b31, 0x8eb4_4a87_6858_1511, 0xdb0c_2e0d_64f9_8fa7, 0x47b5_481d_befa_4fa4,
    ]
}

extension SHA512_224 {
    /// H^(0) of SHA-512/224 (FIPS 180-4 §5.3.6.1): the digest of "SHA-512/224" under SHA-512 with a changed beginning.
    package static let initialValue: InlineArray<8, UInt64> = [
        0x8c3d_37c8_1954_4da2, 0x73e1_9966_89dc_d4d6, 0x1dfa_b7ae_32ff_9c82, 0x679d_d514_582f_9fcf,
        0x0f6d_2b69_7bd4_4da8, 0x77e3_6f73_04c4_8942, 0x3f9d_85a8_6a1d_36c8, 0x1112_e6ad_91d6_92a1,
    ]
}

extension SHA512_256 {
    /// H^(0) of SHA-512/256 (FIPS 180-4 §5.3.6.2): the digest of "SHA-512/256" under SHA-512 with a changed beginning.
    package static let initialValue: InlineArray<8, UInt64> = [
        0x2231_2194_fc2b_f72c, 0x9f55_5fa3_c84c_64c2, 0x2393_b86b_6f53_b151, 0x9638_7719_5940_eabd,
        0x9628_3ee2_a88e_ffe3, 0xbe5e_1e25_5386_3992, 0x2b01_99fc_2c85_b8aa, 0x0eb7_2ddc_81c5_2ca2,
    ]
}
