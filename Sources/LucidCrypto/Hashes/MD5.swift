/// MD5 (RFC 1321), digests of 16 octets: to open old key files only.
///
/// Two messages of one digest are made in seconds (RFC 6151 §2.1), so it protects nothing.
public struct MD5: HashFunction {
    public static let digestByteCount = 16
    public static let blockByteCount = 64

    private var blocks = BlockHash(MD5Core())

    public init() {}

    public mutating func update(_ bytes: Span<UInt8>) { blocks.update(bytes) }

    public mutating func finish(into digest: inout MutableSpan<UInt8>) {
        blocks.finish(digestByteCount: Self.digestByteCount, into: &digest)
        self = Self()
    }
}
