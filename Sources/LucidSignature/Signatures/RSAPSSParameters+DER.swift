public import LucidCrypto
public import LucidDER
import LucidModel

// The parameters of id-RSASSA-PSS (RFC 4055 §3.1):
//
//     RSASSA-PSS-params  ::=  SEQUENCE  {
//        hashAlgorithm      [0] HashAlgorithm DEFAULT sha1Identifier,
//        maskGenAlgorithm   [1] MaskGenAlgorithm DEFAULT mgf1SHA1Identifier,
//        saltLength         [2] INTEGER DEFAULT 20,
//        trailerField       [3] INTEGER DEFAULT 1  }

extension RSAPSSParameters {
    /// Reads the parameters; nil where they are malformed or ask for a hash, mask or trailer that Lucid does not have.
    ///
    /// A default that is written out is not DER, but common (RFC 4055 §3.1 makes no exception, signers do), and
    /// changes nothing about the meaning, so it is taken.
    public init?(parameters: DERBytes) {
        let decoded: RSAPSSParameters?? = try? DERCursor.decode(parameters) { cursor throws(DERError) in
            try cursor.sequence("RSASSA-PSS-params") { inner throws(DERError) in try Self.read(&inner) }
        }
        guard let decoded, let decoded else { return nil }
        self = decoded
    }

    private static func read(_ cursor: inout DERCursor) throws(DERError) -> RSAPSSParameters? {
        let hash = try cursor.optionalExplicit(0, "hashAlgorithm") { inner throws(DERError) in
            HashAlgorithm(try AlgorithmIdentifier(from: &inner, ""))
        }
        let maskHash = try cursor.optionalExplicit(1, "maskGenAlgorithm") { inner throws(DERError) in
            Self.maskHash(try AlgorithmIdentifier(from: &inner, ""))
        }
        let saltLength = try cursor.optionalExplicit(2, "saltLength") { inner throws(DERError) in
            try inner.smallNatural("")
        }
        let trailer = try cursor.optionalExplicit(3, "trailerField") { inner throws(DERError) in
            try inner.smallNatural("")
        }
        // Absent means the default; present and unknown means nil inside.
        guard let hash = hash ?? .sha1, let maskHash = maskHash ?? .sha1, trailer ?? 1 == 1 else { return nil }
        return RSAPSSParameters(hash: hash, maskHash: maskHash, saltByteCount: saltLength ?? 20)
    }

    private static func maskHash(_ identifier: AlgorithmIdentifier) -> HashAlgorithm? {
        guard identifier.algorithm == OID.mgf1, let parameters = identifier.parameters,
            let inner = try? AlgorithmIdentifier(der: parameters, "")
        else { return nil }
        return HashAlgorithm(inner)
    }

    /// The parameters in DER, defaults left out; nil for a hash that has no identifier.
    var encoded: DERBytes? {
        guard let hashOID = hash.objectIdentifier, let maskOID = maskHash.objectIdentifier else { return nil }
        // RFC 4055 §2.1: the hash's own parameters are NULL.
        let hashIdentifier = AlgorithmIdentifier(hashOID, parameters: AlgorithmIdentifier.nullParameters)
        let maskIdentifier = AlgorithmIdentifier(maskOID, parameters: AlgorithmIdentifier.nullParameters)
        let mgf1 = AlgorithmIdentifier(OID.mgf1, parameters: DERBytes(maskIdentifier.derEncoded))
        return DERBytes(
            DERWriter.encode { writer in
                writer.sequence { writer in
                    if hash != .sha1 { writer.explicit(0) { hashIdentifier.encode(to: &$0) } }
                    if maskHash != .sha1 { writer.explicit(1) { mgf1.encode(to: &$0) } }
                    if saltByteCount != 20 { writer.explicit(2) { $0.integer(saltByteCount) } }
                }
            })
    }
}

extension HashAlgorithm {
    /// The hash that an AlgorithmIdentifier names; its parameters are NULL or absent (RFC 4055 §2.1: both are accepted).
    init?(_ identifier: AlgorithmIdentifier) {
        guard identifier.parameters == nil || identifier.hasNullParameters,
            let hash = Self.allCases.first(where: { $0.objectIdentifier == identifier.algorithm })
        else { return nil }
        self = hash
    }

    /// The hash's own identifier; none for MD5, which no signature may use.
    var objectIdentifier: ObjectIdentifier? {
        switch self {
        case .md5: nil
        case .sha1: OID.sha1
        case .sha224: OID.sha224
        case .sha256: OID.sha256
        case .sha384: OID.sha384
        case .sha512: OID.sha512
        case .sha512_224: OID.sha512_224
        case .sha512_256: OID.sha512_256
        }
    }
}
