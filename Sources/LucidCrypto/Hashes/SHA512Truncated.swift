/// SHA-512/224 (FIPS 180-4 §6.6): SHA-512 with another initial value, cut to 28 octets.
public struct SHA512_224: HashFunction {
    public static let digestByteCount = 28
    public static let blockByteCount = 128

    private var blocks = BlockHash(SHA512Core(state: Self.initialValue))

    public init() {}

    public mutating func update(_ bytes: Span<UInt8>) { blocks.update(bytes) }

    public mutating func finish(into digest: inout MutableSpan<UInt8>) {
        blocks.finish(digestByteCount: Self.digestByteCount, into: &digest)
        self = Self()
    }
}

/// SHA-512/256 (FIPS 180-4 §6.7): SHA-512 with another initial value, cut to 32 octets.
public struct SHA512_256: HashFunction {
    public static let digestByteCount = 32
    public static let blockByteCount = 128

    private var blocks = BlockHash(SHA512Core(state: Self.initialValue))

    public init() {}

    public mutating func update(_ bytes: Span<UInt8>) { blocks.update(bytes) }

    public mutating func finish(into digest: inout MutableSpan<UInt8>) {
        blocks.finish(digestByteCount: Self.digestByteCount, into: &digest)
        self = Self()
    }
}
