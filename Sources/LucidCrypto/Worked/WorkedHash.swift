/// A hash computed block by block, with the states in between (FIPS 180-4 §6).
public struct WorkedHash: Hashable, Sendable {
    public let hash: HashAlgorithm
    /// What the octets are that it is of, behind their number: `signed octets`.
    public let subject: String
    /// How many bits a word has: 32 or 64.
    public let wordBitCount: Int
    /// H⁽⁰⁾, the state before the first block.
    public let initialState: [UInt64]
    public let blocks: [Block]
    /// The digest: the beginning of the last state.
    public let digest: [UInt8]

    /// One block of the padded message, and the state that it leads to.
    public struct Block: Hashable, Sendable {
        public let octets: [UInt8]
        /// How many octets of the block are the message's; the rest is padding (FIPS 180-4 §5.1).
        public let messageByteCount: Int
        /// H⁽ⁱ⁾.
        public let state: [UInt64]
    }
}

extension HashAlgorithm {
    /// The hash of a message with all states; nil for MD5, which is no hash of signatures.
    ///
    /// - Parameter subject: what the octets are, in words that can stand behind their number.
    public func worked(_ message: [UInt8], subject: String = "signed octets") -> WorkedHash? {
        switch self {
        case .md5: return nil
        case .sha1: return worked(message, subject, SHA1Core(), words: 5)
        case .sha224: return worked(message, subject, SHA256Core(state: SHA256Core.initialValue224), words: 8)
        case .sha256: return worked(message, subject, SHA256Core(state: SHA256Core.initialValue256), words: 8)
        case .sha384: return worked(message, subject, SHA512Core(state: SHA384.initialValue), words: 8)
        case .sha512: return worked(message, subject, SHA512Core(state: SHA512.initialValue), words: 8)
        case .sha512_224: return worked(message, subject, SHA512Core(state: SHA512_224.initialValue), words: 8)
        case .sha512_256: return worked(message, subject, SHA512Core(state: SHA512_256.initialValue), words: 8)
        }
    }

    private func worked<Core: BlockHashCore>(
        _ message: [UInt8], _ subject: String, _ initial: Core, words: Int
    ) -> WorkedHash {
        func state(_ core: Core) -> [UInt64] { (0..<words).map { UInt64(core[$0]) } }
        let size = 2 * Core.Word.bitWidth
        let padded = Self.padded(message, blockByteCount: size)
        var core = initial
        let blocks = stride(from: 0, to: padded.count, by: size).map { start in
            core.compress(padded.span, at: start)
            return WorkedHash.Block(
                octets: Array(padded[start..<start + size]), messageByteCount: min(size, max(0, message.count - start)),
                state: state(core))
        }
        return WorkedHash(
            hash: self, subject: subject, wordBitCount: Core.Word.bitWidth, initialState: state(initial),
            blocks: blocks,
            digest: hash(message))
    }

    /// A one bit, zeros, and the message's length in bits, up to whole blocks (FIPS 180-4 §5.1).
    private static func padded(_ message: [UInt8], blockByteCount: Int) -> [UInt8] {
        let lengthByteCount = blockByteCount / 8
        var padded = message + [0x80]
        while padded.count % blockByteCount != blockByteCount - lengthByteCount { padded.append(0) }
        let bits = UInt64(message.count) * 8
        padded += [UInt8](repeating: 0, count: lengthByteCount - 8)
        padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(56 - 8 * $0)) }
        return padded
    }
}
