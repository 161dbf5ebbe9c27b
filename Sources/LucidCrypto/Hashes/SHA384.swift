/// SHA-384 (FIPS 180-4 §6.5): SHA-512 with another initial value, cut to 48 octets.
public struct SHA384: HashFunction {
    public static let digestByteCount = 48
    public static let blockByteCount = 128

    private var blocks = BlockHash(SHA512Core(state: Self.initialValue))

    public init() {}

    public mutating func update(_ bytes: Span<UInt8>) { blocks.update(bytes) }

    public mutating func finish(into digest: inout MutableSpan<UInt8>) {
        blocks.finish(digestByteCount: Self.digestByteCount, into: &digest)
        self = Self()
    }
}
