/// SHA-1 (FIPS 180-4 §6.1), digests of 20 octets: for key identifiers, and to verify old signatures only.
///
/// Two messages of one digest can be made (M. Stevens and others, "The first collision for full SHA-1", 2017), so
/// nothing new may be signed with it.
public struct SHA1: HashFunction {
    /// The length of the digest in octets.
    public static let digestByteCount = 20
    /// The length of a block in octets.
    public static let blockByteCount = 64

    private var blocks = BlockHash(SHA1Core())

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
