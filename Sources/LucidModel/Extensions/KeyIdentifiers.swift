public import LucidDER

/// Which of its issuer's keys signed the certificate (RFC 5280 §4.2.1.1).
///
///     AuthorityKeyIdentifier ::= SEQUENCE {
///        keyIdentifier             [0] KeyIdentifier           OPTIONAL,
///        authorityCertIssuer       [1] GeneralNames            OPTIONAL,
///        authorityCertSerialNumber [2] CertificateSerialNumber OPTIONAL  }
public struct AuthorityKeyIdentifier: CertificateExtension {
    public static let extnID = OID.authorityKeyIdentifier

    public let keyIdentifier: DERBytes?
    public let authorityCertIssuer: [GeneralName]?
    public let authorityCertSerialNumber: DERInteger?

    public init(
        keyIdentifier: DERBytes?, authorityCertIssuer: [GeneralName]? = nil,
        authorityCertSerialNumber: DERInteger? = nil
    ) {
        self.keyIdentifier = keyIdentifier
        self.authorityCertIssuer = authorityCertIssuer
        self.authorityCertSerialNumber = authorityCertSerialNumber
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            AuthorityKeyIdentifier(
                keyIdentifier: inner.isNext(.context(0))
                    ? try inner.octetString("keyIdentifier", tag: .context(0)) : nil,
                authorityCertIssuer: inner.isNext(.contextConstructed(1))
                    ? try inner.generalNames("authorityCertIssuer", tag: .contextConstructed(1)) : nil,
                authorityCertSerialNumber: inner.isNext(.context(2))
                    ? try inner.integer("authorityCertSerialNumber", tag: .context(2)) : nil)
        }
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.sequence(field) { inner throws(DERError) in
            if inner.isNext(.context(0)) { try inner.checkOctetString("keyIdentifier", tag: .context(0)) }
            if inner.isNext(.contextConstructed(1)) {
                try inner.checkGeneralNames("authorityCertIssuer", tag: .contextConstructed(1))
            }
            if inner.isNext(.context(2)) { try inner.checkInteger("authorityCertSerialNumber", tag: .context(2)) }
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            if let keyIdentifier { $0.octetString(keyIdentifier, tag: .context(0)) }
            if let authorityCertIssuer { $0.sequenceOf(authorityCertIssuer, tag: .contextConstructed(1)) }
            if let authorityCertSerialNumber { $0.integer(authorityCertSerialNumber, tag: .context(2)) }
        }
    }
}

/// A name for the certificate's own key (RFC 5280 §4.2.1.2).
///
///     SubjectKeyIdentifier ::= KeyIdentifier
///     KeyIdentifier ::= OCTET STRING
public struct SubjectKeyIdentifier: CertificateExtension {
    public static let extnID = OID.subjectKeyIdentifier

    public let keyIdentifier: DERBytes

    public init(keyIdentifier: DERBytes) { self.keyIdentifier = keyIdentifier }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        keyIdentifier = try cursor.octetString(field)
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.checkOctetString(field)
    }

    public func encode(to writer: inout DERWriter) { writer.octetString(keyIdentifier) }
}
