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
        switch identifier.algorithm {
        case OID.sha256WithRSAEncryption:
            // RFC 4055 §5: "the parameters MUST be NULL".
            guard identifier.hasNullParameters else { throw .wrongParameters(identifier.algorithm) }
            self = .rsaPKCS1(.sha256)
        case OID.ecdsaWithSHA256:
            // RFC 5758 §3.2: "the encoding MUST omit the parameters field".
            guard identifier.parameters == nil else { throw .wrongParameters(identifier.algorithm) }
            self = .ecdsa(.sha256)
        case let other:
            throw .unsupported(other)
        }
    }

    /// The AlgorithmIdentifier that announces the scheme.
    public var algorithmIdentifier: AlgorithmIdentifier {
        switch self {
        case .rsaPKCS1(.sha256):
            AlgorithmIdentifier(OID.sha256WithRSAEncryption, parameters: AlgorithmIdentifier.nullParameters)
        case .ecdsa(.sha256):
            AlgorithmIdentifier(OID.ecdsaWithSHA256)
        }
    }
}
