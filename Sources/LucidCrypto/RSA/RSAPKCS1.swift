package import LucidNumber

// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2), the signature that most certificates bear.

extension RSAPublicKey {
    /// RSASSA-PKCS1-V1_5-VERIFY (RFC 8017 §8.2.2) over a message's digest. What the signature should contain is encoded and
    /// compared; nothing is parsed out of it, so there is no padding to be fooled with.
    public func isValidPKCS1Signature(_ signature: Span<UInt8>, digest: Span<UInt8>, hash: HashAlgorithm) -> Bool {
        // Step 1: the length is k.
        guard signature.count == byteCount else { return false }
        // Step 2: m = s^e mod n, as k octets.
        guard let m = verificationPrimitive(Natural(bigEndian: signature)),
            let em = m.bigEndianBytes(count: byteCount)
        else { return false }
        // Steps 3, 4: compare with what it has to be.
        return em == EMSAPKCS1.encode(digest: digest, hash: hash, byteCount: byteCount)
    }
}

extension RSAPrivateKey {
    /// RSASSA-PKCS1-V1_5-SIGN (RFC 8017 §8.2.1) over a message's digest.
    public func signPKCS1(digest: Span<UInt8>, hash: HashAlgorithm) throws(SigningProblem) -> [UInt8] {
        guard hash.isFitForSigning else { throw .hashNotForSigning(hash) }
        return try signPKCS1(digest: digest, hash: hash, random: .system)
    }

    package func signPKCS1(
        digest: Span<UInt8>, hash: HashAlgorithm, random: RandomSource
    ) throws(SigningProblem) -> [UInt8] {
        // Step 1: EM.
        guard let em = EMSAPKCS1.encode(digest: digest, hash: hash, byteCount: publicKey.byteCount) else {
            throw .keyTooShortForHash
        }
        // Step 2: s = m^d mod n, as k octets.
        let s = try signaturePrimitive(Natural(bigEndian: em), random: random)
        return s.bigEndianBytes(count: publicKey.byteCount) ?? []
    }
}
