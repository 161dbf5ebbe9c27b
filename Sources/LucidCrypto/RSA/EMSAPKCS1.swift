/// EMSA-PKCS1-v1_5 (RFC 8017 §9.2): a digest as a number as long as the modulus.
enum EMSAPKCS1 {
    /// `EM = 00 01 FF … FF 00 T`, where T is the DER encoding of DigestInfo; nil where `byteCount` octets are too few.
    ///
    ///     DigestInfo ::= SEQUENCE {
    ///         digestAlgorithm DigestAlgorithm,
    ///         digest OCTET STRING }
    static func encode(digest: Span<UInt8>, hash: HashAlgorithm, byteCount emLen: Int) -> [UInt8]? {
        guard let oid = objectIdentifier(hash), digest.count == hash.digestByteCount else { return nil }
        // Steps 1, 2: T is what stands before the digest, and the digest.
        let prefixByteCount = oid.count + 10
        let tLen = prefixByteCount + digest.count
        // Step 3: at least eight octets FF.
        guard emLen >= tLen + 11 else { return nil }
        // Steps 4, 5.
        var em: [UInt8] = []
        em.reserveCapacity(emLen)
        em.append(0x00)
        em.append(0x01)
        em.append(contentsOf: repeatElement(0xff, count: emLen - tLen - 3))
        em.append(0x00)
        appendDigestInfoHeader(oid: oid, digestByteCount: digest.count, to: &em)
        for index in 0..<digest.count { em.append(digest[index]) }
        return em
    }

    /// T up to the digest (RFC 8017 §9.2, note 1): SEQUENCE, SEQUENCE, the hash's OID, NULL, and the OCTET STRING's header.
    private static func appendDigestInfoHeader(oid: [UInt8], digestByteCount: Int, to em: inout [UInt8]) {
        // SEQUENCE of a SEQUENCE of oid.count + 4 octets, and an OCTET STRING of the digest's.
        em.append(0x30)
        em.append(UInt8(oid.count + 8 + digestByteCount))
        em.append(0x30)
        em.append(UInt8(oid.count + 4))
        em.append(0x06)
        em.append(UInt8(oid.count))
        em += oid
        em.append(0x05)
        em.append(0x00)
        em.append(0x04)
        em.append(UInt8(digestByteCount))
    }

    /// The content octets of the hash's OID (RFC 8017 §9.2, note 1): 2.16.840.1.101.3.4.2.i for SHA-2, 1.3.14.3.2.26 for
    /// SHA-1. None for MD5: a signature over it proves nothing, so none is made and none is taken.
    private static func objectIdentifier(_ hash: HashAlgorithm) -> [UInt8]? {
        switch hash {
        case .md5: nil
        case .sha1: [0x2b, 0x0e, 0x03, 0x02, 0x1a]
        case .sha256: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]
        case .sha384: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02]
        case .sha512: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03]
        case .sha224: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x04]
        case .sha512_224: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x05]
        case .sha512_256: [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x06]
        }
    }
}
