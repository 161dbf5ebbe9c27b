/// MD5 (RFC 1321), digests of 16 octets: to open old key files only.
///
/// Two messages of one digest are made in seconds (RFC 6151 §2.1), so it protects nothing.
public struct MD5: HashFunction {
    /// The length of the digest in octets.
    public static let digestByteCount = 16
    /// The length of a block in octets.
    public static let blockByteCount = 64

    private var blocks = BlockHash(MD5Core())

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
