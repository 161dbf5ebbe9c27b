/// SHA-384 (FIPS 180-4 §6.5): SHA-512 with another initial value, cut to 48 octets.
public struct SHA384: HashFunction {
    /// The length of the digest in octets.
    public static let digestByteCount = 48
    /// The length of a block in octets.
    public static let blockByteCount = 128

    private var blocks = BlockHash(SHA512Core(state: Self.initialValue))

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
