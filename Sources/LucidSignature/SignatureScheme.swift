public import LucidCrypto
public import LucidDER
public import LucidModel

/// A way of signing that an AlgorithmIdentifier announces: which operation with which hash.
public enum SignatureScheme: Hashable, Sendable {
    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2).
    case rsaPKCS1(HashAlgorithm)
    /// ECDSA (FIPS 186-5 §6); the curve is the key's.
    case ecdsa(HashAlgorithm)

    /// Why an AlgorithmIdentifier announces no scheme that Lucid has.
    public enum Problem: Error, Hashable, Sendable {
        case unsupported(ObjectIdentifier)
        case wrongParameters(ObjectIdentifier)
    }

    /// The scheme of an AlgorithmIdentifier.
    public init(_ identifier: AlgorithmIdentifier) throws(Problem) {
        if let hash = Self.rsaHashes.first(where: { $0.oid == identifier.algorithm })?.hash {
            // RFC 4055 §5: "the parameters MUST be NULL".
            guard identifier.hasNullParameters else { throw .wrongParameters(identifier.algorithm) }
            self = .rsaPKCS1(hash)
        } else if let hash = Self.ecdsaHashes.first(where: { $0.oid == identifier.algorithm })?.hash {
            // RFC 5758 §3.2: "the encoding MUST omit the parameters field".
            guard identifier.parameters == nil else { throw .wrongParameters(identifier.algorithm) }
            self = .ecdsa(hash)
        } else {
            throw .unsupported(identifier.algorithm)
        }
    }

    /// RFC 8017 appendix A.2.4. SHA-1 is verified, for old certificates, and never used to sign.
    private static let rsaHashes: [(oid: ObjectIdentifier, hash: HashAlgorithm)] = [
        (OID.sha256WithRSAEncryption, .sha256), (OID.sha384WithRSAEncryption, .sha384),
        (OID.sha512WithRSAEncryption, .sha512), (OID.sha224WithRSAEncryption, .sha224),
        (OID.sha1WithRSAEncryption, .sha1),
    ]

    /// RFC 5758 §3.2, RFC 3279 §2.2.3.
    private static let ecdsaHashes: [(oid: ObjectIdentifier, hash: HashAlgorithm)] = [
        (OID.ecdsaWithSHA256, .sha256), (OID.ecdsaWithSHA384, .sha384), (OID.ecdsaWithSHA512, .sha512),
        (OID.ecdsaWithSHA224, .sha224), (OID.ecdsaWithSHA1, .sha1),
    ]
}
