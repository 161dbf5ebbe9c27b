public import LucidDER

/// Which types of response the client understands (RFC 6960 §4.4.3).
///
///     AcceptableResponses ::= SEQUENCE OF OBJECT IDENTIFIER
public struct AcceptableResponses: CertificateExtension {
    public static let extnID = OID.ocspAcceptableResponses

    public let types: [ObjectIdentifier]
    public init(types: [ObjectIdentifier]) { self.types = types }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        types = try cursor.sequenceOf(field) { inner throws(DERError) in try inner.objectIdentifier("") }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence { for type in types { $0.objectIdentifier(type) } }
    }
}

/// How far back the responder remembers revocations of expired certificates (RFC 6960 §4.4.4).
///
///     ArchiveCutoff ::= GeneralizedTime
public struct ArchiveCutoff: CertificateExtension {
    public static let extnID = OID.ocspArchiveCutoff

    public let time: CalendarTime
    public init(time: CalendarTime) { self.time = time }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        time = try cursor.generalizedTime(field)
    }

    public func encode(to writer: inout DERWriter) { writer.generalizedTime(time) }
}

/// The CRL that the responder had its answer from (RFC 6960 §4.4.2).
///
///     CrlID ::= SEQUENCE {
///        crlUrl               [0]     EXPLICIT IA5String OPTIONAL,
///        crlNum               [1]     EXPLICIT INTEGER OPTIONAL,
///        crlTime              [2]     EXPLICIT GeneralizedTime OPTIONAL }
public struct CRLReference: CertificateExtension {
    public static let extnID = OID.ocspCRLReferences

    public let crlUrl: DERString?
    public let crlNum: DERInteger?
    public let crlTime: CalendarTime?

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        (crlUrl, crlNum, crlTime) = try cursor.sequence(field) { inner throws(DERError) in
            (
                try inner.optionalExplicit(0, "crlUrl") { url throws(DERError) in try url.string("", kinds: [.ia5]) },
                try inner.optionalExplicit(1, "crlNum") { number throws(DERError) in try number.integer("") },
                try inner.optionalExplicit(2, "crlTime") { time throws(DERError) in try time.generalizedTime("") }
            )
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            if let crlUrl { $0.explicit(0) { $0.string(crlUrl) } }
            if let crlNum { $0.explicit(1) { $0.integer(crlNum) } }
            if let crlTime { $0.explicit(2) { $0.generalizedTime(crlTime) } }
        }
    }
}

/// Where the responder may find the authoritative one (RFC 6960 §4.4.6).
///
///     ServiceLocator ::= SEQUENCE {
///        issuer    Name,
///        locator   AuthorityInfoAccessSyntax OPTIONAL }
public struct ServiceLocator: CertificateExtension {
    public static let extnID = OID.ocspServiceLocator

    public let issuer: Name
    public let locator: AuthorityInfoAccess?

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        (issuer, locator) = try cursor.sequence(field) { inner throws(DERError) in
            let issuer = try Name(from: &inner, "issuer")
            return (issuer, inner.isAtEnd ? nil : try AuthorityInfoAccess(from: &inner, "locator"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            issuer.encode(to: &$0)
            locator?.encode(to: &$0)
        }
    }
}
