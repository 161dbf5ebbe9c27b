package import LucidNumber

/// Words that "random" octets follow from, so that a whole class sees the numbers of its hand-out.
///
/// Octets 32·i to 32·i+31 of the stream are SHA-256(words ‖ i): the words in UTF-8, i in eight octets, most significant first. Keys
/// that are made with it protect nothing: whoever knows the words has them. Hand-outs are printed, so no stream may ever change.
package struct TeachingSeed: Hashable, Sendable {
    /// What the class is told.
    package let words: String

    /// Nil for words that nobody could see or say: none, or white space alone.
    package init?(_ words: String) {
        guard words.contains(where: { !$0.isWhitespace }) else { return nil }
        self.init(checked: words)
    }

    private init(checked words: String) { self.words = words }

    /// The seed of one key among several: the words, a slash and the key's name. It is a seed like any other, so a lesson can
    /// make that key alone, and follow how it is found.
    package func part(_ name: String) -> TeachingSeed { TeachingSeed(checked: "\(words)/\(name)") }

    /// The stream of the words.
    package var random: RandomSource { Self.random(of: Array(words.utf8)) }

    /// The stream of the words, a slash and octets: for numbers that are to differ wherever the octets do.
    package func random(for octets: [UInt8]) -> RandomSource { Self.random(of: Array("\(words)/".utf8) + octets) }

    private static func random(of seed: [UInt8]) -> RandomSource {
        let stream = TeachingStream(seed: seed)
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
