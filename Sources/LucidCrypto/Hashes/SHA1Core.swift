/// The compression of one block of SHA-1 (FIPS 180-4 §6.1.2).
struct SHA1Core: BlockHashCore {
    static var isBigEndian: Bool { true }

    /// H^(i), beginning with H^(0) of FIPS 180-4 §5.3.1: the nibbles counted up, down, and up again in pairs.
    private var state: InlineArray<5, UInt32> = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0]
    subscript(index: Int) -> UInt32 { state[index] }

    /// One block of 64 octets, at `offset` in `bytes`, into the state.
    mutating func compress(_ bytes: Span<UInt8>, at offset: Int) {
        // Step 1: the message schedule.
        var w = InlineArray<80, UInt32>(repeating: 0)
        let words = Self.words(of: bytes, at: offset)
        for t in 0..<16 { w[t] = words[t] }
        for t in 16..<80 { w[t] = rotateLeft(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1) }
        // Step 2: the working variables.
        var a = state[0], b = state[1], c = state[2], d = state[3], e = state[4]
        // Step 3: 80 rounds.
        for t in 0..<80 {
            let temporary = rotateLeft(a, 5) &+ mix(t, b, c, d) &+ e &+ w[t]
            (e, d, c, b, a) = (d, c, rotateLeft(b, 30), a, temporary)
        }
        // Step 4: the next intermediate hash value.
        state[0] &+= a
        state[1] &+= b
        state[2] &+= c
        state[3] &+= d
        state[4] &+= e
    }

    /// The function f_t of FIPS 180-4 §4.1.1 and the constant K_t of §4.2.1 (2^30 times the square roots of 2, 3, 5,
    /// 10).
    @inline(__always)
    private func mix(_ t: Int, _ x: UInt32, _ y: UInt32, _ z: UInt32) -> UInt32 {
        switch t {
        case ..<20: ((x & y) ^ (~x & z)) &+ 0x5a82_7999
        case ..<40: (x ^ y ^ z) &+ 0x6ed9_eba1
        case ..<60: ((x & y) ^ (x & z) ^ (y & z)) &+ 0x8f1b_bcdc
        default: (x ^ y ^ z) &+ 0xca62_c1d6
        }
    }

    /// ROTL^n (FIPS 180-4 §3.2).
    @inline(__always)
    private func rotateLeft(_ x: UInt32, _ n: UInt32) -> UInt32 { x << n | x >> (32 &- n) }
}
