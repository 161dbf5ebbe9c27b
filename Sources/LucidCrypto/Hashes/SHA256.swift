/// SHA-256 (FIPS 180-4 §6.2): messages of any length to digests of 32 octets.
public struct SHA256: HashFunction {
    public static let digestByteCount = 32
    public static let blockByteCount = 64

    /// H^(i): the eight working words after the blocks so far.
    private var state = SHA256Core.initialValue256
    /// The message's last octets, until a block is full.
    private var block = InlineArray<64, UInt8>(repeating: 0)
    private var blockFill = 0
    private var messageByteCount: UInt64 = 0

    public init() {}

    public mutating func update(_ bytes: Span<UInt8>) {
        messageByteCount &+= UInt64(bytes.count)
        var offset = 0
        if blockFill > 0 {
            while blockFill < 64 && offset < bytes.count {
                block[blockFill] = bytes[offset]
                blockFill += 1
                offset += 1
            }
            guard blockFill == 64 else { return }
            SHA256Core.compress(block.span, at: 0, into: &state)
            blockFill = 0
        }
        while bytes.count - offset >= 64 {
            SHA256Core.compress(bytes, at: offset, into: &state)
            offset += 64
        }
        while offset < bytes.count {
            block[blockFill] = bytes[offset]
            blockFill += 1
            offset += 1
        }
    }

    public mutating func finish(into digest: inout MutableSpan<UInt8>) {
        let messageBitCount = messageByteCount &* 8
        // FIPS 180-4 §5.1.1: a one bit, zeros, and the message's length in bits as the last eight octets of a block.
        block[blockFill] = 0x80
        for index in blockFill + 1..<max(blockFill + 1, 64) { block[index] = 0 }
        if blockFill >= 56 {
            SHA256Core.compress(block.span, at: 0, into: &state)
            for index in 0..<56 { block[index] = 0 }
        }
        for index in 0..<8 { block[56 + index] = UInt8(truncatingIfNeeded: messageBitCount >> UInt64(56 - 8 * index)) }
        SHA256Core.compress(block.span, at: 0, into: &state)
        for index in 0..<32 {
            digest[index] = UInt8(truncatingIfNeeded: state[index >> 2] >> UInt32(24 - 8 * (index & 3)))
        }
        self = SHA256()
    }
}
