public import LucidDER

/// Which certificate a question or an answer is about: its serial number, and its issuer by hashes (RFC 6960 §4.1.1).
///
///     CertID          ::=     SEQUENCE {
///         hashAlgorithm       AlgorithmIdentifier,
///         issuerNameHash      OCTET STRING, -- Hash of issuer's DN
///         issuerKeyHash       OCTET STRING, -- Hash of issuer's public key
///         serialNumber        CertificateSerialNumber }
public struct CertID: Hashable, Sendable {
    public let hashAlgorithm: AlgorithmIdentifier
    /// The hash of the issuer's name in DER.
    public let issuerNameHash: DERBytes
    /// The hash of the bits of the issuer's public key, without tag, length and number of unused bits.
    public let issuerKeyHash: DERBytes
    public let serialNumber: DERInteger

    public init(
        hashAlgorithm: AlgorithmIdentifier, issuerNameHash: DERBytes, issuerKeyHash: DERBytes, serialNumber: DERInteger
    ) {
        self.hashAlgorithm = hashAlgorithm
        self.issuerNameHash = issuerNameHash
        self.issuerKeyHash = issuerKeyHash
        self.serialNumber = serialNumber
    }
}

extension CertID: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            CertID(
                hashAlgorithm: try AlgorithmIdentifier(from: &inner, "hashAlgorithm"),
                issuerNameHash: try inner.octetString("issuerNameHash"),
                issuerKeyHash: try inner.octetString("issuerKeyHash"),
                serialNumber: try inner.integer("serialNumber"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            hashAlgorithm.encode(to: &$0)
            $0.octetString(issuerNameHash)
            $0.octetString(issuerKeyHash)
            $0.integer(serialNumber)
        }
    }
}
