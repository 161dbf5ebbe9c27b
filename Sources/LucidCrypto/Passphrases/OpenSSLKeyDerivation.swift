public import LucidNumber

/// The key of a traditional OpenSSL key file (`Proc-Type: 4,ENCRYPTED`) from its passphrase.
///
/// It is the function that OpenSSL calls `EVP_BytesToKey`, with MD5 and one iteration, documented in its manual page
/// EVP_BytesToKey(3). It is as fast as MD5, so it hardly slows down guessing: for reading old files only.
public enum OpenSSLKeyDerivation {
    /// The salt is this many octets: the first ones of the initialization vector in the file's `DEK-Info` line.
    public static let saltByteCount = 8

    /// Derives `byteCount` octets.
    /// - Returns: nil where the salt does not have `saltByteCount` octets or `byteCount` is not between 1 and 1024.
    public static func deriveKey(passphrase: Span<UInt8>, salt: Span<UInt8>, byteCount: Int) -> SecretBytes? {
        // No cipher has a longer key; the bound keeps a mistake from asking for gigabytes.
        guard salt.count == saltByteCount, (1...1024).contains(byteCount) else { return nil }
        var key = SecretBytes(count: byteCount)
        var digest = SecretBytes(count: MD5.digestByteCount)
        var hash = WipedMemory(MD5())
        // D_i = MD5(D_(i-1) || passphrase || salt), where D_0 is empty; the key is D_1 || D_2 || …
        for start in stride(from: 0, to: byteCount, by: MD5.digestByteCount) {
            digest.withMutableSpan { digest in
                hash.withMutableValue { hash in
                    if start > 0 { hash.update(digest.span) }
                    hash.update(passphrase)
                    hash.update(salt)
                    hash.finish(into: &digest)
                }
                key.withMutableSpan { key in
                    for offset in 0..<min(digest.count, byteCount - start) { key[start + offset] = digest[offset] }
                }
            }
        }
        return key
    }
}
