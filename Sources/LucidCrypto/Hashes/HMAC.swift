public import LucidNumber

/// HMAC (RFC 2104, FIPS 198-1) over any hash function: a keyed digest.
///
/// The state depends on a secret key, so it can not be copied by accident and is wiped when it goes, finished or not.
public struct HMAC<Hash: HashFunction>: ~Copyable {
    /// The hash of the message, which begins with one block made of the key.
    private var inner = WipedMemory(Hash())
    /// The hash of that hash, which begins with another block made of the key.
    private var outer = WipedMemory(Hash())

    /// Begins a message under `key`, of any length.
    public init(key: Span<UInt8>) {
        var padded = Self.padded(key)
        padded.withMutableSpan { for index in 0..<$0.count { $0[index] ^= 0x36 } }
        padded.withSpan { block in inner.withMutableValue { $0.update(block) } }
        padded.withMutableSpan { for index in 0..<$0.count { $0[index] ^= 0x36 ^ 0x5c } }
        padded.withSpan { block in outer.withMutableValue { $0.update(block) } }
    }

    /// The key as one block. RFC 2104 §2: a key longer than a block is hashed first; a shorter one is filled up with
    /// zeros.
    private static func padded(_ key: Span<UInt8>) -> SecretBytes {
        var padded = SecretBytes(count: Hash.blockByteCount)
        padded.withMutableSpan { padded in
            if key.count > Hash.blockByteCount {
                var hash = WipedMemory(Hash())
                hash.withMutableValue {
                    $0.update(key)
                    $0.finish(into: &padded)
                }
            } else {
                for index in 0..<key.count { padded[index] = key[index] }
            }
        }
        return padded
    }

    /// Takes more octets of the message.
    public mutating func update(_ bytes: Span<UInt8>) { inner.withMutableValue { $0.update(bytes) } }

    /// Ends the message and writes the tag (`Hash.digestByteCount` octets) to the beginning of `tag`, which must have
    /// room for it. Afterwards the value is used up: it has forgotten the key.
    public mutating func finish(into tag: inout MutableSpan<UInt8>) {
        inner.withMutableValue { $0.finish(into: &tag) }
        outer.withMutableValue {
            $0.update(tag.span.extracting(0..<Hash.digestByteCount))
            $0.finish(into: &tag)
        }
    }

    /// Begins where another one is, such as one that has taken its key and no message yet.
    init(restarting other: borrowing HMAC<Hash>) { restart(as: other) }

    /// Goes back to where another one is. This spares the two blocks of the key when many messages are authenticated
    /// under the same one.
    mutating func restart(as other: borrowing HMAC<Hash>) {
        inner.set(to: other.inner)
        outer.set(to: other.outer)
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
