public import LucidNumber

/// The key derivation of PKCS #12 (RFC 7292 appendix B.2): keys and initialization vectors from a passphrase.
///
/// RFC 7292 itself advises against it for new things but the MAC of the file, which old programs can read no other way.
public enum PKCS12KeyDerivation<Hash: HashFunction> {
    /// Derives `byteCount` octets.
    ///
    /// The time grows with `iterations` times `byteCount`: whoever reads them from a file bounds them first.
    /// - Parameters:
    ///   - passphrase: as `BMPPassphrase` has it, or empty.
    ///   - purpose: what the octets are for.
    /// - Returns: nil where `iterations` is below one, or `byteCount` is not between 1 and 1024.
    public static func deriveBytes(
        passphrase: Span<UInt8>, salt: Span<UInt8>, iterations: Int, purpose: PKCS12Purpose, byteCount: Int
    ) -> SecretBytes? {
        // No cipher and no MAC has a longer key; the bound keeps a mistake from asking for gigabytes.
        guard iterations > 0, (1...1024).contains(byteCount) else { return nil }
        // u and v of the standard.
        let digestByteCount = Hash.digestByteCount, blockByteCount = Hash.blockByteCount
        // Step 1: D, v octets of the purpose's number.
        let diversifier = [UInt8](repeating: purpose.rawValue, count: blockByteCount)
        // Steps 2 to 4: I is salt and passphrase, each repeated until it fills whole blocks.
        var repeated = repeatedInput(salt, passphrase)
        var digest = SecretBytes(count: digestByteCount)
        var derived = SecretBytes(count: byteCount)
        // Steps 5 to 8: one digest's octets at a time, the last ones cut.
        for start in stride(from: 0, to: byteCount, by: digestByteCount) {
            hash(diversifier.span, repeated, iterations: iterations, into: &digest)
            derived.withMutableSpan { derived in
                digest.withSpan { digest in
                    for offset in 0..<min(digestByteCount, byteCount - start) {
                        derived[start + offset] = digest[offset]
                    }
                }
            }
            if start + digestByteCount < byteCount { add(digest, to: &repeated) }
        }
        return derived
    }

    private static func repeatedInput(_ salt: Span<UInt8>, _ passphrase: Span<UInt8>) -> SecretBytes {
        let block = Hash.blockByteCount
        func filled(_ count: Int) -> Int { (count + block - 1) / block * block }
        let saltByteCount = filled(salt.count)
        var repeated = SecretBytes(count: saltByteCount + filled(passphrase.count))
        repeated.withMutableSpan { repeated in
            for index in 0..<saltByteCount { repeated[index] = salt[index % salt.count] }
            for index in saltByteCount..<repeated.count {
                repeated[index] = passphrase[(index - saltByteCount) % passphrase.count]
            }
        }
        return repeated
    }

    /// Step 6(a): H(H(H(… H(D || I)))), `iterations` times.
    private static func hash(
        _ diversifier: Span<UInt8>, _ repeated: borrowing SecretBytes, iterations: Int, into digest: inout SecretBytes
    ) {
        var hash = WipedMemory(Hash())
        digest.withMutableSpan { digest in
            hash.withMutableValue { hash in
                hash.update(diversifier)
                repeated.withSpan { hash.update($0) }
                hash.finish(into: &digest)
                for _ in 1..<iterations {
                    hash.update(digest.span)
                    hash.finish(into: &digest)
                }
            }
        }
    }

    /// Steps 6(b) and 6(c): B is the digest, repeated until it fills a block; each block of I becomes I_j + B + 1, cut
    /// to the length of a block.
    private static func add(_ digest: borrowing SecretBytes, to repeated: inout SecretBytes) {
        let block = Hash.blockByteCount
        repeated.withMutableSpan { repeated in
            digest.withSpan { digest in
                for start in stride(from: 0, to: repeated.count, by: block) {
                    var carry: UInt16 = 1
                    for index in (0..<block).reversed() {
                        carry &+= UInt16(repeated[start + index]) &+ UInt16(digest[index % digest.count])
                        repeated[start + index] = UInt8(truncatingIfNeeded: carry)
                        carry &>>= 8
                    }
                }
            }
        }
    }
}

/// What octets of `PKCS12KeyDerivation` are for (RFC 7292 appendix B.3).
public enum PKCS12Purpose: UInt8, Hashable, Sendable {
    case encryptionKey = 1, initializationVector, macKey
}

extension HashAlgorithm {
    /// PKCS #12's key derivation over this function; see `PKCS12KeyDerivation.deriveBytes`.
    public func pkcs12Bytes(
        passphrase: Span<UInt8>, salt: Span<UInt8>, iterations: Int, purpose: PKCS12Purpose, byteCount: Int
    ) -> SecretBytes? {
        function.pkcs12Bytes(
            passphrase: passphrase, salt: salt, iterations: iterations, purpose: purpose, byteCount: byteCount)
    }
}

extension HashFunction {
    /// `PKCS12KeyDerivation` over this function, as a static function that can be called on a type known at run time
    /// only.
    fileprivate static func pkcs12Bytes(
        passphrase: Span<UInt8>, salt: Span<UInt8>, iterations: Int, purpose: PKCS12Purpose, byteCount: Int
    ) -> SecretBytes? {
        PKCS12KeyDerivation<Self>.deriveBytes(
            passphrase: passphrase, salt: salt, iterations: iterations, purpose: purpose, byteCount: byteCount)
    }
}
