public import LucidDER

/// Something encrypted under a key that both sides know otherwise, such as from a passphrase (RFC 5652 §8, RFC 2315
/// §13).
///
///     EncryptedData ::= SEQUENCE {
///       version CMSVersion,
///       encryptedContentInfo EncryptedContentInfo,
///       unprotectedAttrs [1] IMPLICIT UnprotectedAttributes OPTIONAL }
///
///     EncryptedContentInfo ::= SEQUENCE {
///       contentType ContentType,
///       contentEncryptionAlgorithm ContentEncryptionAlgorithmIdentifier,
///       encryptedContent [0] IMPLICIT EncryptedContent OPTIONAL }
public struct EncryptedData: Hashable, Sendable {
    public let contentType: ObjectIdentifier
    public let contentEncryptionAlgorithm: AlgorithmIdentifier
    public let encryptedContent: DERBytes

    public init(
        _ contentType: ObjectIdentifier, contentEncryptionAlgorithm: AlgorithmIdentifier, encryptedContent: DERBytes
    ) {
        self.contentType = contentType
        self.contentEncryptionAlgorithm = contentEncryptionAlgorithm
        self.encryptedContent = encryptedContent
    }
}

extension EncryptedData: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            _ = try inner.smallNatural("version")
            let data = try inner.sequence("encryptedContentInfo") { info throws(DERError) in
                EncryptedData(
                    try info.objectIdentifier("contentType"),
                    contentEncryptionAlgorithm: try AlgorithmIdentifier(from: &info, "contentEncryptionAlgorithm"),
                    encryptedContent: try Self.encryptedContent(&info))
            }
            if inner.isNext(.contextConstructed(1)) { try inner.checkAnyElement("unprotectedAttrs") }
            return data
        }
    }

    /// An OCTET STRING, which in BER may be in pieces. Its tag does not tell that it is one, so `BER` has left them.
    private static func encryptedContent(_ cursor: inout DERCursor) throws(DERError) -> DERBytes {
        guard cursor.isNext(.contextConstructed(0)) else {
            return try cursor.octetString("encryptedContent", tag: .context(0))
        }
        let pieces = try cursor.sequenceOf("encryptedContent", tag: .contextConstructed(0)) { list throws(DERError) in
            try list.octetString("")
        }
        return DERBytes(Array(pieces.joined()))
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.integer(0)
            $0.sequence {
                $0.objectIdentifier(contentType)
                contentEncryptionAlgorithm.encode(to: &$0)
                $0.octetString(encryptedContent, tag: .context(0))
            }
        }
    }
}
