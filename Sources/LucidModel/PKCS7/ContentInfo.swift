public import LucidDER

/// Something of a type that an object identifier tells (RFC 5652 §3, RFC 2315 §7): the outermost structure of PKCS #7.
///
///     ContentInfo ::= SEQUENCE {
///       contentType ContentType,
///       content [0] EXPLICIT ANY DEFINED BY contentType OPTIONAL }
public struct ContentInfo: Hashable, Sendable {
    public let contentType: ObjectIdentifier
    /// The content's whole element. PKCS #7 lets it be absent, CMS does not.
    public let content: DERBytes?

    public init(_ contentType: ObjectIdentifier, content: DERBytes?) {
        self.contentType = contentType
        self.content = content
    }

    /// Reads a file's octets, DER or BER. Where they are BER, offsets in errors are those in its definite form.
    public init(file bytes: [UInt8]) throws(DERError) {
        let definite = try BER.definiteForm(of: DERBytes(bytes))
        try self.init(der: DERBytes(definite ?? bytes), "ContentInfo")
    }

    /// Whether octets begin as a ContentInfo does: a SEQUENCE whose first element is an object identifier below that of
    /// PKCS #7, 1.2.840.113549.1.7.
    public static func looksLikeOne(_ bytes: Span<UInt8>) -> Bool {
        guard let content = contentStart(bytes), bytes.count - content > 10 else { return false }
        let prefix: InlineArray<10, UInt8> = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07]
        return prefix.indices.allSatisfy { bytes[content + $0] == prefix[$0] }
    }

    /// Where the content of an outer SEQUENCE begins, its length being in any form of BER.
    static func contentStart(_ bytes: Span<UInt8>) -> Int? {
        guard bytes.count > 2, bytes[0] == DERTag.sequence.octet else { return nil }
        return bytes[1] <= 0x80 ? 2 : 2 + Int(bytes[1] & 0x7f)
    }
}

extension ContentInfo: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            ContentInfo(
                try inner.objectIdentifier("contentType"),
                content: try inner.optionalExplicit(0, "content") { value throws(DERError) in
                    try value.anyElementBytes("")
                })
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.objectIdentifier(contentType)
            if let content { $0.explicit(0) { $0.append(content) } }
        }
    }
}

// RFC 5652 §4 to §8, RFC 2315 §8 to §13
extension OID {
    public static let pkcs7Data = ObjectIdentifier(1, 2, 840, 113549, 1, 7, 1)
    public static let pkcs7SignedData = ObjectIdentifier(1, 2, 840, 113549, 1, 7, 2)
    public static let pkcs7EnvelopedData = ObjectIdentifier(1, 2, 840, 113549, 1, 7, 3)
    public static let pkcs7EncryptedData = ObjectIdentifier(1, 2, 840, 113549, 1, 7, 6)
}
