/// SHA-512 (FIPS 180-4 §6.4): messages of any length to digests of 64 octets.
public struct SHA512: HashFunction {
    /// The length of the digest in octets.
    public static let digestByteCount = 64
    /// The length of a block in octets.
    public static let blockByteCount = 128

    private var blocks: BlockHash<SHA512Core>

    /// A hash that has seen nothing yet.
    public init() { self.init(initialValue: Self.initialValue) }

    /// SHA-512 from another initial value: how FIPS 180-4 §5.3.6 makes the initial values of SHA-512/t.
    package init(initialValue: InlineArray<8, UInt64>) { blocks = BlockHash(SHA512Core(state: initialValue)) }

    /// Takes more octets of the message.
    public mutating func update(_ bytes: Span<UInt8>) { blocks.update(bytes) }

    /// Ends the message and writes the digest to the beginning of `digest`, which must have room for it.
    public mutating func finish(into digest: inout MutableSpan<UInt8>) {
        blocks.finish(digestByteCount: Self.digestByteCount, into: &digest)
        self = Self()
    }
}
