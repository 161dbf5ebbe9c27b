package import LucidNumber

// RSASSA-PSS (RFC 8017 §8.1), the signature with a proof of security.

extension RSAPublicKey {
    /// RSASSA-PSS-VERIFY (RFC 8017 §8.1.2) over a message's digest.
    public func isValidPSSSignature(
        _ signature: Span<UInt8>, digest: Span<UInt8>, parameters: RSAPSSParameters
    ) -> Bool {
        // Step 1: the length is k.
        guard signature.count == byteCount else { return false }
        // Step 2: m = s^e mod n, as so many octets as modBits - 1 bits need, which may be one less than k.
        let emBits = modulus.bitWidth - 1
        guard let m = verificationPrimitive(Natural(bigEndian: signature)),
            let em = m.bigEndianBytes(count: (emBits + 7) / 8)
        else { return false }
        // Step 3.
        return EMSAPSS.verify(digest: digest, encoded: em, parameters: parameters, bitCount: emBits)
    }
}

extension RSAPrivateKey {
    /// RSASSA-PSS-SIGN (RFC 8017 §8.1.1) over a message's digest, with a random salt.
    public func signPSS(
        digest: Span<UInt8>, parameters: RSAPSSParameters
    ) throws(SigningProblem) -> [UInt8] {
        for hash in [parameters.hash, parameters.maskHash] where !hash.isFitForSigning {
            throw .hashNotForSigning(hash)
        }
        return try signPSS(digest: digest, parameters: parameters, random: .system)
    }

    package func signPSS(
        digest: Span<UInt8>, parameters: RSAPSSParameters, random: RandomSource
    ) throws(SigningProblem) -> [UInt8] {
        // Step 1: EM. A salt that is longer than the modulus is not even drawn.
        guard (0...publicKey.byteCount).contains(parameters.saltByteCount) else { throw .keyTooShortForHash }
        let salt = random.bytes(count: parameters.saltByteCount)
        let emBits = publicKey.modulus.bitWidth - 1
        guard let em = EMSAPSS.encode(digest: digest, salt: salt, parameters: parameters, bitCount: emBits) else {
            throw .keyTooShortForHash
        }
        // Step 2: s = m^d mod n, as k octets.
        let s = try signaturePrimitive(Natural(bigEndian: em), random: random)
        return s.bigEndianBytes(count: publicKey.byteCount) ?? []
    }
}
