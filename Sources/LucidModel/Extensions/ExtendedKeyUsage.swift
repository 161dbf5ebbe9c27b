public import LucidDER

/// The purposes that the key is for (RFC 5280 §4.2.1.12).
///
///     ExtKeyUsageSyntax ::= SEQUENCE SIZE (1..MAX) OF KeyPurposeId
public struct ExtendedKeyUsage: CertificateExtension {
    public static let extnID = OID.extKeyUsage

    public let purposes: [ObjectIdentifier]
    public init(purposes: [ObjectIdentifier]) { self.purposes = purposes }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        purposes = try cursor.sequenceOf(field, minimumCount: 1) { inner throws(DERError) in
            try inner.objectIdentifier("")
        }
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.checkSequenceOf(field, minimumCount: 1) { inner throws(DERError) in
            try inner.checkObjectIdentifier("")
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence { for purpose in purposes { $0.objectIdentifier(purpose) } }
    }
}

/// Features that a TLS server with this certificate must offer (RFC 7633): 5 is `status_request`, "must staple".
///
///     Features ::= SEQUENCE OF INTEGER
public struct TLSFeature: CertificateExtension {
    public static let extnID = OID.tlsFeature

    public let features: [Int]
    public init(features: [Int]) { self.features = features }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        features = try cursor.sequenceOf(field) { inner throws(DERError) in try inner.smallNatural("") }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence { for feature in features { $0.integer(feature) } }
    }
}

/// A remark that Netscape's browsers showed, from 1998.
///
///     NetscapeComment ::= IA5String
public struct NetscapeComment: CertificateExtension {
    public static let extnID = OID.netscapeComment

    public let comment: DERString
    public init(comment: DERString) { self.comment = comment }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        comment = try cursor.string(field, kinds: [.ia5])
    }

    public func encode(to writer: inout DERWriter) { writer.string(comment) }
}
