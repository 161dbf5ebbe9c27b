import LucidJSON
import LucidCrypto

/// HMAC tags, whole or cut.
struct MACComputation: VectorRunner {
    private let hash: HashAlgorithm
    private let tagByteCount: Int

    init(_ group: JSON, _ algorithm: String) throws(Skip) {
        guard let hash = algorithm.following("HMAC") else { throw Skip("Lucid has no \(algorithm)") }
        self.hash = try HashAlgorithm(wycheproofName: hash)
        tagByteCount = try group.natural("tagSize", limit: 1 << 16) / 8
    }

    func run(_ test: JSON) throws(Skip) -> Finding {
        let (key, message, tag) = (try test.octets("key"), try test.octets("msg"), try test.octets("tag"))
        let isEqual = hash.hmac(message.span, key: key.span).withSpan { computed in
            // RFC 2104 §5: the leftmost octets.
            tag.count == min(tagByteCount, computed.count) && tag.indices.allSatisfy { computed[$0] == tag[$0] }
        }
        return isEqual ? .accepted : .refused("the tag is another one")
    }
}
