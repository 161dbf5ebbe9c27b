/// The choices that an RSASSA-PSS signature leaves open (RFC 8017 §9.1).
public struct RSAPSSParameters: Hashable, Sendable {
    /// The hash of the message, and of M'.
    public let hash: HashAlgorithm
    /// The hash inside MGF1.
    public let maskHash: HashAlgorithm
    /// sLen: the length of the salt in octets.
    public let saltByteCount: Int

    public init(hash: HashAlgorithm, maskHash: HashAlgorithm, saltByteCount: Int) {
        self.hash = hash
        self.maskHash = maskHash
        self.saltByteCount = saltByteCount
    }

    /// The usual choice: one hash for everything, and a salt of its length.
    public init(_ hash: HashAlgorithm) {
        self.init(hash: hash, maskHash: hash, saltByteCount: hash.digestByteCount)
    }
}

/// EMSA-PSS (RFC 8017 §9.1): a digest and a random salt, masked, as a number of a given length.
enum EMSAPSS {
    /// EMSA-PSS-ENCODE (§9.1.1) from step 3 on, for a digest of the message: nil where there is no room.
    static func encode(
        digest mHash: Span<UInt8>, salt: [UInt8], parameters: RSAPSSParameters, bitCount emBits: Int
    ) -> [UInt8]? {
        let (hash, hLen, sLen) = (parameters.hash, parameters.hash.digestByteCount, parameters.saltByteCount)
        let emLen = (emBits + 7) / 8
        // Step 3.
        guard mHash.count == hLen, salt.count == sLen, emLen >= hLen + sLen + 2 else { return nil }
        // Steps 5, 6: H = Hash(eight zeros || mHash || salt).
        var mPrime = [UInt8](repeating: 0, count: 8)
        for index in 0..<mHash.count { mPrime.append(mHash[index]) }
        mPrime += salt
        let h = hash.hash(mPrime)
        // Steps 7, 8: DB = PS || 01 || salt.
        let db = [UInt8](repeating: 0, count: emLen - sLen - hLen - 2) + [0x01] + salt
        // Steps 9, 10: DB, masked.
        let dbMask = MGF1.mask(seed: h, byteCount: emLen - hLen - 1, hash: parameters.maskHash)
        var maskedDB = zip(db, dbMask).map { $0 ^ $1 }
        // Step 11: the bits above emBits are zero.
        maskedDB[0] &= unusedBitsMask(emBits)
        // Steps 12, 13.
        return maskedDB + h + [0xbc]
    }

    /// EMSA-PSS-VERIFY (§9.1.2). The salt is all that has to be learnt from EM: it is unmasked, and then the whole of EM is
    /// encoded anew and compared, so no part of it goes unchecked.
    static func verify(
        digest mHash: Span<UInt8>, encoded em: [UInt8], parameters: RSAPSSParameters, bitCount emBits: Int
    ) -> Bool {
        let (hLen, sLen) = (parameters.hash.digestByteCount, parameters.saltByteCount)
        // The salt's length is compared without a sum: it may come from outside, and be the largest number there is.
        guard sLen >= 0, em.count == (emBits + 7) / 8, sLen <= em.count - hLen - 2 else { return false }
        // Steps 5, 7, 8: the salt is what DB ends with.
        let maskedDB = em.prefix(em.count - hLen - 1)
        let h = Array(em.dropFirst(maskedDB.count).prefix(hLen))
        let dbMask = MGF1.mask(seed: h, byteCount: maskedDB.count, hash: parameters.maskHash)
        let salt = zip(maskedDB, dbMask).map { $0 ^ $1 }.suffix(sLen)
        // Steps 4, 6, 9, 10, 12 to 14, all at once.
        return em == encode(digest: mHash, salt: Array(salt), parameters: parameters, bitCount: emBits)
    }

    /// The bits of the first octet that are in use.
    private static func unusedBitsMask(_ emBits: Int) -> UInt8 {
        emBits % 8 == 0 ? 0xff : 0xff >> UInt8(8 - emBits % 8)
    }
}
