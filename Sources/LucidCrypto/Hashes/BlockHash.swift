/// What is particular to one family of block hashes: its words, and the compression of one block into the state.
///
/// MD5, SHA-1 and SHA-2 are built alike (Merkle and Damgård's construction): the message is filled up to whole blocks
/// of sixteen words, and one block after the other is mixed into a state of a few words. `BlockHash` does what is
/// common.
protocol BlockHashCore: Sendable, BitwiseCopyable {
    /// The word that the function calculates with: 32 or 64 bits.
    associatedtype Word: FixedWidthInteger & UnsignedInteger
    /// Whether words are read and written with their most significant octet first, as all but MD5 do.
    static var isBigEndian: Bool { get }

    /// A word of the state, which is the beginning of the digest once the last block is in.
    subscript(index: Int) -> Word { get }
    /// Mixes one block of sixteen words, at `offset` in `bytes`, into the state.
    mutating func compress(_ bytes: Span<UInt8>, at offset: Int)
}

extension BlockHashCore {
    /// The sixteen words of the block at `offset` in `bytes`.
    @inline(__always)
    static func words(of bytes: Span<UInt8>, at offset: Int) -> InlineArray<16, Word> {
        let count = Word.bitWidth / 8
        // The bounds are checked here, once for all octets.
        let block = bytes.extracting(offset..<offset + 16 * count)
        return InlineArray { index in
            var word: Word = 0
            for octet in 0..<count {
                word = word << 8 | Word(block[index * count + (isBigEndian ? octet : count - 1 - octet)])
            }
            return word
        }
    }
}

/// A block hash under way: the state after the blocks so far, and the octets of a block that is not full yet.
struct BlockHash<Core: BlockHashCore>: Sendable, BitwiseCopyable {
    private var core: Core
    /// The message's last octets, until a block is full. The longest block is SHA-512's; the others leave the rest
    /// free.
    private var block = InlineArray<128, UInt8>(repeating: 0)
    private var fill = 0
    private var messageByteCount: UInt64 = 0

    /// Begins with the function's initial state.
    init(_ core: Core) { self.core = core }

    private static var wordByteCount: Int { Core.Word.bitWidth / 8 }
    private static var blockByteCount: Int { 16 * wordByteCount }

    /// Takes more octets of the message.
    mutating func update(_ bytes: Span<UInt8>) {
        messageByteCount &+= UInt64(bytes.count)
        var offset = 0
        if fill > 0 {
            offset = min(bytes.count, Self.blockByteCount - fill)
            keep(bytes, from: 0, to: offset)
            guard fill == Self.blockByteCount else { return }
            core.compress(block.span, at: 0)
            fill = 0
        }
        while bytes.count - offset >= Self.blockByteCount {
            core.compress(bytes, at: offset)
            offset += Self.blockByteCount
        }
        keep(bytes, from: offset, to: bytes.count)
    }

    /// Puts octets by until their block is full.
    private mutating func keep(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
        for index in start..<end {
            block[fill] = bytes[index]
            fill += 1
        }
    }

    /// Fills the message up, and writes the first `digestByteCount` octets of the state to the beginning of `digest`.
    mutating func finish(digestByteCount: Int, into digest: inout MutableSpan<UInt8>) {
        pad()
        for index in 0..<digestByteCount {
            let octet = index % Self.wordByteCount
            digest[index] = Self.octet(octet, of: core[index / Self.wordByteCount], count: Self.wordByteCount)
        }
    }

    /// A one bit, zeros, and the message's length in bits as the last two words of a block (FIPS 180-4 §5.1).
    private mutating func pad() {
        let lengthByteCount = 2 * Self.wordByteCount
        let lengthStart = Self.blockByteCount - lengthByteCount
        let messageBitCount = UInt128(messageByteCount) << 3
        block[fill] = 0x80
        fill += 1
        if fill > lengthStart {
            clearBlock(upTo: Self.blockByteCount)
            core.compress(block.span, at: 0)
            fill = 0
        }
        clearBlock(upTo: lengthStart)
        for index in 0..<lengthByteCount {
            block[lengthStart + index] = Self.octet(index, of: messageBitCount, count: lengthByteCount)
        }
        core.compress(block.span, at: 0)
    }

    private mutating func clearBlock(upTo end: Int) {
        while fill < end {
            block[fill] = 0
            fill += 1
        }
    }

    /// Octet `index` of the `count` octets of a number, in the function's octet order.
    @inline(__always)
    private static func octet(_ index: Int, of number: some FixedWidthInteger, count: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: number >> (8 * (Core.isBigEndian ? count - 1 - index : index)))
    }
}
