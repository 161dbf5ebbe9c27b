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
        var rounds = SHA512Rounds(words: Self.words(of: bytes, at: offset), state: state)
        // Step 3: 80 rounds.
        rounds.sixteen(from: 0, k: Self.k, extendingSchedule: false)
        for t in stride(from: 16, to: 80, by: 16) { rounds.sixteen(from: t, k: Self.k, extendingSchedule: true) }
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
private struct SHA512Rounds {
    /// W_t of the message schedule is at `w[t mod 16]`.
    var w: InlineArray<16, UInt64>
    /// The working variables.
    var a, b, c, d, e, f, g, h: UInt64

    init(words: InlineArray<16, UInt64>, state: InlineArray<8, UInt64>) {
        w = words
        (a, b, c, d) = (state[0], state[1], state[2], state[3])
        (e, f, g, h) = (state[4], state[5], state[6], state[7])
    }

    /// Rounds t to t + 15.
    @inline(__always)
    mutating func sixteen(from t: Int, k: InlineArray<80, UInt64>, extendingSchedule: Bool) {
        /// W of round t + i. From the sixteenth on it is made of earlier words: those 16, 15, 7 and 2 rounds ago.
        @inline(__always)
        func schedule(_ i: Int) -> UInt64 {
            if extendingSchedule {
                let w15 = w[(i + 1) & 15], w7 = w[(i + 9) & 15], w2 = w[(i + 14) & 15]
                let s0 = rotateRight(w15, 1) ^ rotateRight(w15, 8) ^ w15 >> 7
                let s1 = rotateRight(w2, 19) ^ rotateRight(w2, 61) ^ w2 >> 6
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
        _ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: inout UInt64, _ e: UInt64, _ f: UInt64, _ g: UInt64,
        _ h: inout UInt64, _ k: UInt64, _ w: UInt64
    ) {
        let sum1 = rotateRight(e, 14) ^ rotateRight(e, 18) ^ rotateRight(e, 41)
        let choice = (e & f) ^ (~e & g)
        let t1 = h &+ sum1 &+ choice &+ k &+ w
        let sum0 = rotateRight(a, 28) ^ rotateRight(a, 34) ^ rotateRight(a, 39)
        let majority = (a & b) ^ (a & c) ^ (b & c)
        d &+= t1
        h = t1 &+ sum0 &+ majority
    }

    /// ROTR^n (FIPS 180-4 §3.2).
    @inline(__always)
    private func rotateRight(_ x: UInt64, _ n: UInt64) -> UInt64 { x >> n | x << (64 &- n) }
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
