/// SHA-256 (FIPS 180-4 §6.2): messages of any length to digests of 32 octets.
public struct SHA256: HashFunction {
    /// The length of the digest in octets.
    public static let digestByteCount = 32
    /// The length of a block in octets.
    public static let blockByteCount = 64

    private var blocks = BlockHash(SHA256Core(state: SHA256Core.initialValue256))

    /// A hash that has seen nothing yet.
    public init() {}

    /// Takes more octets of the message.
    public mutating func update(_ bytes: Span<UInt8>) { blocks.update(bytes) }

    /// Ends the message and writes the digest to the beginning of `digest`, which must have room for it.
    public mutating func finish(into digest: inout MutableSpan<UInt8>) {
        blocks.finish(digestByteCount: Self.digestByteCount, into: &digest)
        self = Self()
    }
}
