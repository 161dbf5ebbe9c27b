/// SHA-224 (FIPS 180-4 §6.3): SHA-256 with another initial value, cut to 28 octets.
public struct SHA224: HashFunction {
    public static let digestByteCount = 28
    public static let blockByteCount = 64

    private var blocks = BlockHash(SHA256Core(state: SHA256Core.initialValue224))

    public init() {}

    public mutating func update(_ bytes: Span<UInt8>) { blocks.update(bytes) }

    public mutating func finish(into digest: inout MutableSpan<UInt8>) {
        blocks.finish(digestByteCount: Self.digestByteCount, into: &digest)
        self = Self()
    }
}
