public import LucidDER

/// One extension of a certificate, CRL or request (RFC 5280 §4.1).
///
///     Extension  ::=  SEQUENCE  {
///          extnID      OBJECT IDENTIFIER,
///          critical    BOOLEAN DEFAULT FALSE,
///          extnValue   OCTET STRING  }
public struct Extension: Hashable, Sendable {
    public let extnID: ObjectIdentifier
    /// Whether who does not know the extension must refuse the certificate.
    public let critical: Bool
    /// The content of `extnValue`, as it came.
    public let extnValue: DERBytes
    /// What `extnValue` says, where Lucid knows the extension.
    public let content: ExtensionContent

    /// An extension that Lucid knows.
    public init(_ value: some CertificateExtension, critical: Bool) {
        self.init(extnID: type(of: value).extnID, critical: critical, extnValue: DERBytes(value.derEncoded))
    }

    /// Any extension, from its encoded value.
    public init(extnID: ObjectIdentifier, critical: Bool, extnValue: DERBytes) {
        self.extnID = extnID
        self.critical = critical
        self.extnValue = extnValue
        content = ExtensionContent(extnID: extnID, extnValue: extnValue)
    }
}

extension Extension: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            Extension(
                extnID: try inner.objectIdentifier("extnID"),
                critical: try inner.booleanDefaultFalse("critical"),
                extnValue: try inner.octetString("extnValue"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.objectIdentifier(extnID)
            $0.booleanDefaultFalse(critical)
            $0.octetString(extnValue)
        }
    }
}

/// The structure inside an extension's `extnValue`.
public protocol CertificateExtension: DERDecodable, DEREncodable, Hashable, Sendable {
    /// The identifier that announces the structure.
    static var extnID: ObjectIdentifier { get }
}
