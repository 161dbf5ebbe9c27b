public import LucidDER

/// The MAC of a PKCS #12 file, by which a reader sees that the passphrase is right and nothing was altered (RFC 7292
/// §4).
///
///     MacData ::= SEQUENCE {
///         mac         DigestInfo,
///         macSalt     OCTET STRING,
///         iterations  INTEGER DEFAULT 1
///             -- Note: The default is for historical reasons and its use is deprecated. }
///
///     DigestInfo ::= SEQUENCE {
///         digestAlgorithm  DigestAlgorithmIdentifier,
///         digest           Digest }
public struct MacData: Hashable, Sendable {
    /// The hash of HMAC, or PBMAC1 (RFC 9579).
    public let digestAlgorithm: AlgorithmIdentifier
    public let digest: DERBytes
    public let macSalt: DERBytes
    /// Absent means 1.
    public let iterations: Int?

    public init(digestAlgorithm: AlgorithmIdentifier, digest: DERBytes, macSalt: DERBytes, iterations: Int?) {
        self.digestAlgorithm = digestAlgorithm
        self.digest = digest
        self.macSalt = macSalt
        self.iterations = iterations
    }
}

extension MacData: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            let (algorithm, digest) = try inner.sequence("mac") { mac throws(DERError) in
                (try AlgorithmIdentifier(from: &mac, "digestAlgorithm"), try mac.octetString("digest"))
            }
            return MacData(
                digestAlgorithm: algorithm, digest: digest, macSalt: try inner.octetString("macSalt"),
                iterations: inner.isAtEnd ? nil : try inner.smallNatural("iterations"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.sequence {
                digestAlgorithm.encode(to: &$0)
                $0.octetString(digest)
            }
            $0.octetString(macSalt)
            if let iterations { $0.integer(iterations) }
        }
    }
}

/// The parameters of PBMAC1 (RFC 8018 appendix A.5).
///
///     PBMAC1-params ::=  SEQUENCE {
///         keyDerivationFunc AlgorithmIdentifier {{PBMAC1-KDFs}},
///         messageAuthScheme AlgorithmIdentifier {{PBMAC1-MACs}} }
public struct PBMAC1Parameters: Hashable, Sendable, DERDecodable {
    public let keyDerivationFunc: AlgorithmIdentifier
    public let messageAuthScheme: AlgorithmIdentifier

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        (keyDerivationFunc, messageAuthScheme) = try cursor.sequence(field) { inner throws(DERError) in
            (
                try AlgorithmIdentifier(from: &inner, "keyDerivationFunc"),
                try AlgorithmIdentifier(from: &inner, "messageAuthScheme")
            )
        }
    }
}

extension OID {
    /// RFC 8018 appendix C.
    public static let pbmac1 = ObjectIdentifier(1, 2, 840, 113549, 1, 5, 14)
}
