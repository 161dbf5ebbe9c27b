/// SHA-256 (FIPS 180-4 §6.2): messages of any length to digests of 32 octets.
public struct SHA256: HashFunction {
    public static let digestByteCount = 32
    public static let blockByteCount = 64

    private var blocks = BlockHash(SHA256Core(state: SHA256Core.initialValue256))

    public init() {}

    public mutating func update(_ bytes: Span<UInt8>) { blocks.update(bytes) }

    public mutating func finish(into digest: inout MutableSpan<UInt8>) {
        blocks.finish(digestByteCount: Self.digestByteCount, into: &digest)
        self = Self()
    }
}
