public import LucidCrypto
public import LucidDER
public import LucidModel

/// A way of signing that an AlgorithmIdentifier announces: which operation with which hash.
public enum SignatureScheme: Hashable, Sendable {
    /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2).
    case rsaPKCS1(HashAlgorithm)
    /// RSASSA-PSS (RFC 8017 §8.1).
    case rsaPSS(RSAPSSParameters)
    /// ECDSA (FIPS 186-5 §6); the curve is the key's.
    case ecdsa(HashAlgorithm)
    /// Ed25519 (RFC 8032 §5.1), which hashes by itself.
    case ed25519

    /// Why an AlgorithmIdentifier announces no scheme that Lucid has.
    public enum Problem: Error, Hashable, Sendable {
        case unsupported(ObjectIdentifier)
        case wrongParameters(ObjectIdentifier)
    }

    /// The scheme of an AlgorithmIdentifier.
    public init(_ identifier: AlgorithmIdentifier) throws(Problem) {
        let oid = identifier.algorithm
        if let hash = Self.rsaHashes.first(where: { $0.oid == oid })?.hash {
            // RFC 4055 §5: "the parameters MUST be NULL".
            guard identifier.hasNullParameters else { throw .wrongParameters(oid) }
            self = .rsaPKCS1(hash)
        } else if let hash = Self.ecdsaHashes.first(where: { $0.oid == oid })?.hash {
            // RFC 5758 §3.2: "the encoding MUST omit the parameters field".
            guard identifier.parameters == nil else { throw .wrongParameters(oid) }
            self = .ecdsa(hash)
        } else if oid == OID.rsassaPSS {
            // RFC 4055 §3.1: in a signature's identifier the parameters MUST be present.
            guard let parameters = identifier.parameters, let pss = RSAPSSParameters(parameters: parameters) else {
                throw .wrongParameters(oid)
            }
            self = .rsaPSS(pss)
        } else if oid == OID.ed25519 {
            // RFC 8410 §3: "the parameters MUST be absent".
            guard identifier.parameters == nil else { throw .wrongParameters(oid) }
            self = .ed25519
        } else {
            throw .unsupported(oid)
        }
    }

    /// The AlgorithmIdentifier that announces the scheme; nil where no identifier combines the hash with the operation.
    public var algorithmIdentifier: AlgorithmIdentifier? {
        switch self {
        case .rsaPKCS1(let hash):
            Self.rsaHashes.first { $0.hash == hash }.map {
                AlgorithmIdentifier($0.oid, parameters: AlgorithmIdentifier.nullParameters)
            }
        case .ecdsa(let hash): Self.ecdsaHashes.first { $0.hash == hash }.map { AlgorithmIdentifier($0.oid) }
        case .rsaPSS(let parameters):
            parameters.encoded.map { AlgorithmIdentifier(OID.rsassaPSS, parameters: $0) }
        case .ed25519: AlgorithmIdentifier(OID.ed25519)
        }
    }

    /// RFC 8017 appendix A.2.4. SHA-1 is verified, for old certificates, and never used to sign.
    private static let rsaHashes: [(oid: ObjectIdentifier, hash: HashAlgorithm)] = [
        (OID.sha256WithRSAEncryption, .sha256), (OID.sha384WithRSAEncryption, .sha384),
        (OID.sha512WithRSAEncryption, .sha512), (OID.sha224WithRSAEncryption, .sha224),
        (OID.sha1WithRSAEncryption, .sha1), (OID.sha512_224WithRSAEncryption, .sha512_224),
        (OID.sha512_256WithRSAEncryption, .sha512_256),
    ]

    /// RFC 5758 §3.2, RFC 3279 §2.2.3.
    private static let ecdsaHashes: [(oid: ObjectIdentifier, hash: HashAlgorithm)] = [
        (OID.ecdsaWithSHA256, .sha256), (OID.ecdsaWithSHA384, .sha384), (OID.ecdsaWithSHA512, .sha512),
        (OID.ecdsaWithSHA224, .sha224), (OID.ecdsaWithSHA1, .sha1),
    ]

    /// Whether the scheme may be used to sign: SHA-1 and MD5 are for verifying what is old.
    var isFitForSigning: Bool {
        switch self {
        case .rsaPKCS1(let hash), .ecdsa(let hash): hash.isFitForSigning
        case .rsaPSS(let parameters): parameters.hash.isFitForSigning && parameters.maskHash.isFitForSigning
        case .ed25519: true
        }
    }
}
