public import LucidNumber

/// PBKDF2 (RFC 8018 §5.2): a key from a passphrase, made slow on purpose by repeating HMAC many times.
public enum PBKDF2<Hash: HashFunction> {
    /// Derives `byteCount` octets.
    ///
    /// The time grows with `iterations` times `byteCount`: whoever reads them from a file bounds them first.
    /// - Returns: nil where `iterations` or `byteCount` is below one, or `byteCount` is longer than RFC 8018 allows.
    public static func deriveKey(
        passphrase: Span<UInt8>, salt: Span<UInt8>, iterations: Int, byteCount: Int
    ) -> SecretBytes? {
        // Step 1: the block counter has 32 bits.
        let digestByteCount = Hash.digestByteCount
        guard iterations > 0, byteCount > 0, (byteCount - 1) / digestByteCount < Int(UInt32.max) else { return nil }
        let keyed = HMAC<Hash>(key: passphrase)
        var key = SecretBytes(count: byteCount)
        var block = SecretBytes(count: digestByteCount)
        // Steps 2 to 4: as many blocks as are needed, the last one cut.
        for index in 0...(byteCount - 1) / digestByteCount {
            deriveBlock(UInt32(index + 1), keyed: keyed, salt: salt, iterations: iterations, into: &block)
            key.withMutableSpan { key in
                block.withSpan { block in
                    let start = index * digestByteCount
                    for offset in 0..<min(digestByteCount, byteCount - start) { key[start + offset] = block[offset] }
                }
            }
        }
        return key
    }

    /// The function F of RFC 8018 §5.2: `U_1 ^ U_2 ^ … ^ U_c`, where U_1 is the tag of the salt and the block's
    /// number, and every further one the tag of the one before.
    private static func deriveBlock(
        _ number: UInt32, keyed: borrowing HMAC<Hash>, salt: Span<UInt8>, iterations: Int, into block: inout SecretBytes
    ) {
        let numberOctets: InlineArray<4, UInt8> = [
            UInt8(truncatingIfNeeded: number >> 24), UInt8(truncatingIfNeeded: number >> 16),
            UInt8(truncatingIfNeeded: number >> 8), UInt8(truncatingIfNeeded: number),
        ]
        // `keyed` has taken the passphrase: each tag starts from there instead of taking it again.
        var hmac = HMAC<Hash>(restarting: keyed)
        var u = SecretBytes(count: Hash.digestByteCount)
        hmac.update(salt)
        hmac.update(numberOctets.span)
        u.withMutableSpan { u in
            hmac.finish(into: &u)
            block.withMutableSpan { block in
                for index in 0..<block.count { block[index] = u[index] }
                for _ in 1..<iterations {
                    hmac.restart(as: keyed)
                    hmac.update(u.span)
                    hmac.finish(into: &u)
                    for index in 0..<block.count { block[index] ^= u[index] }
                }
            }
        }
    }
}

extension HashAlgorithm {
    /// PBKDF2 (RFC 8018 §5.2) with HMAC over this function; see `PBKDF2.deriveKey`.
    public func pbkdf2(passphrase: Span<UInt8>, salt: Span<UInt8>, iterations: Int, byteCount: Int) -> SecretBytes? {
        function.pbkdf2(passphrase: passphrase, salt: salt, iterations: iterations, byteCount: byteCount)
    }
}

extension HashFunction {
    /// `PBKDF2` over this function, as a static function that can be called on a type known at run time only.
    fileprivate static func pbkdf2(
        passphrase: Span<UInt8>, salt: Span<UInt8>, iterations: Int, byteCount: Int
    ) -> SecretBytes? {
        PBKDF2<Self>.deriveKey(passphrase: passphrase, salt: salt, iterations: iterations, byteCount: byteCount)
    }
}
