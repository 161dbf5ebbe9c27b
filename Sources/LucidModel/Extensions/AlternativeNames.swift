public import LucidDER

/// The names that the certificate is for (RFC 5280 §4.2.1.6).
///
///     SubjectAltName ::= GeneralNames
public struct SubjectAltName: CertificateExtension {
    public static let extnID = OID.subjectAltName

    public let names: [GeneralName]
    public init(names: [GeneralName]) { self.names = names }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        names = try cursor.generalNames(field)
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.checkGeneralNames(field)
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(names) }
}

/// Further names of the issuer (RFC 5280 §4.2.1.7).
///
///     IssuerAltName ::= GeneralNames
public struct IssuerAltName: CertificateExtension {
    public static let extnID = OID.issuerAltName

    public let names: [GeneralName]
    public init(names: [GeneralName]) { self.names = names }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        names = try cursor.generalNames(field)
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.checkGeneralNames(field)
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(names) }
}
