/// MGF1 (RFC 8017 appendix B.2.1): stretches a seed into a mask of any length, by hashing the seed with a counter.
enum MGF1 {
    /// `maskLen` octets; the counter has four octets, which is far more than any modulus needs.
    static func mask(seed: [UInt8], byteCount maskLen: Int, hash: HashAlgorithm) -> [UInt8] {
        var t: [UInt8] = []
        var counter: UInt32 = 0
        while t.count < maskLen {
            let c = (0..<4).map { UInt8(truncatingIfNeeded: counter >> UInt32(24 - 8 * $0)) }
            t += hash.hash(seed + c)
            counter += 1
        }
        return Array(t.prefix(maskLen))
    }
}
