/// EMSA-PKCS1-v1_5 (RFC 8017 §9.2): a digest as a number as long as the modulus.
enum EMSAPKCS1 {
    /// `EM = 00 01 FF … FF 00 T`, where T is the DER encoding of DigestInfo; nil where `byteCount` octets are too few.
    ///
    ///     DigestInfo ::= SEQUENCE {
    ///         digestAlgorithm DigestAlgorithm,
    ///         digest OCTET STRING }
    static func encode(digest: Span<UInt8>, hash: HashAlgorithm, byteCount emLen: Int) -> [UInt8]? {
        // Steps 1, 2: T.
        guard let prefix = digestInfoPrefix(hash), digest.count == hash.digestByteCount else { return nil }
        let tLen = prefix.count + digest.count
        // Step 3: at least eight octets FF.
        guard emLen >= tLen + 11 else { return nil }
        // Steps 4, 5.
        var em: [UInt8] = [0x00, 0x01]
        em += [UInt8](repeating: 0xff, count: emLen - tLen - 3)
        em.append(0x00)
        em += prefix
        for index in 0..<digest.count { em.append(digest[index]) }
        return em
    }

    /// T up to the digest (RFC 8017 §9.2, note 1): SEQUENCE, SEQUENCE, the hash's OID, NULL, and the OCTET STRING's header.
    private static func digestInfoPrefix(_ hash: HashAlgorithm) -> [UInt8]? {
        guard let oid = objectIdentifier(hash) else { return nil }
        let algorithm: [UInt8] = [0x06, UInt8(oid.count)] + oid + [0x05, 0x00]
        let digestLength = UInt8(hash.digestByteCount)
        let total = UInt8(algorithm.count + 2 + 2) + digestLength
        return [0x30, total, 0x30, UInt8(algorithm.count)] + algorithm + [0x04, digestLength]
    }

    /// The content octets of the hash's OID (RFC 8017 §9.2, note 1): 2.16.840.1.101.3.4.2.i for SHA-2, 1.3.14.3.2.26 for
    /// SHA-1. None for MD5: a signature over it proves nothing, so none is made and none is taken.
    private static func objectIdentifier(_ hash: HashAlgorithm) -> [UInt8]? {
        let nistHashes: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02]
        switch hash {
        case .md5: return nil
        case .sha1: return [0x2b, 0x0e, 0x03, 0x02, 0x1a]
        case .sha256: return nistHashes + [1]
        case .sha384: return nistHashes + [2]
        case .sha512: return nistHashes + [3]
        case .sha224: return nistHashes + [4]
        case .sha512_224: return nistHashes + [5]
        case .sha512_256: return nistHashes + [6]
        }
    }
}
