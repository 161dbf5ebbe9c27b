package import LucidNumber

extension RandomSource {
    /// "Random" octets that everybody who has the seed can compute, so that a whole class sees the numbers of its hand-out.
    ///
    /// Octets 32·i to 32·i+31 are SHA-256(seed ‖ i), i in eight octets, most significant first. Keys that are made with it protect
    /// nothing: whoever knows the seed has them.
    package static func teaching(seed: String) -> RandomSource {
        let stream = TeachingStream(seed: Array(seed.utf8))
        return RandomSource { bytes in for index in 0..<bytes.count { bytes[index] = stream.next() } }
    }
}

/// The octets of a seed, one after the other.
private final class TeachingStream {
    private let seed: [UInt8]
    private var counter: UInt64 = 0
    private var block: ArraySlice<UInt8> = []

    init(seed: [UInt8]) { self.seed = seed }

    func next() -> UInt8 {
        if block.isEmpty {
            let count = (0..<8).map { UInt8(truncatingIfNeeded: counter >> UInt64(56 - 8 * $0)) }
            block = HashAlgorithm.sha256.hash(seed + count)[...]
            counter += 1
        }
        return block.removeFirst()
    }
}
