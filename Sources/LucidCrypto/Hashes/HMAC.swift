public import LucidNumber

/// HMAC (RFC 2104, FIPS 198-1) over any hash function: a keyed digest.
///
/// The state depends on a secret key, so it can not be copied by accident and is wiped when it goes.
public struct HMAC<Hash: HashFunction>: ~Copyable {
    private var inner: Hash
    private var outer: Hash

    /// Begins a message under `key`, of any length.
    public init(key: Span<UInt8>) {
        // RFC 2104 §2: a key longer than a block is hashed first; a shorter one is filled up with zeros.
        var padded = SecretBytes(count: Hash.blockByteCount)
        padded.withMutableSpan { padded in
            if key.count > Hash.blockByteCount {
                var hash = Hash()
                hash.update(key)
                hash.finish(into: &padded)
            } else {
                for index in 0..<key.count { padded[index] = key[index] }
            }
        }
        inner = Hash()
        outer = Hash()
        padded.withMutableSpan { for index in 0..<$0.count { $0[index] ^= 0x36 } }
        padded.withSpan { inner.update($0) }
        padded.withMutableSpan { for index in 0..<$0.count { $0[index] ^= 0x36 ^ 0x5c } }
        padded.withSpan { outer.update($0) }
    }

    /// Takes more octets of the message.
    public mutating func update(_ bytes: Span<UInt8>) { inner.update(bytes) }

    /// Ends the message and writes the tag (`Hash.digestByteCount` octets) to the beginning of `tag`.
    /// Afterwards the value is used up: its state is overwritten.
    public mutating func finish(into tag: inout MutableSpan<UInt8>) {
        inner.finish(into: &tag)
        outer.update(tag.span.extracting(0..<Hash.digestByteCount))
        outer.finish(into: &tag)
    }

    /// The tag of a whole message, in memory that is wiped.
    public static func authenticate(_ message: Span<UInt8>, key: Span<UInt8>) -> SecretBytes {
        var hmac = HMAC(key: key)
        hmac.update(message)
        var tag = SecretBytes(count: Hash.digestByteCount)
        tag.withMutableSpan { hmac.finish(into: &$0) }
        return tag
    }
}
