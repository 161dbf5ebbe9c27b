public import LucidDER

/// Where the issuer's certificate and revocation answers are to be had (RFC 5280 §4.2.2.1).
///
///     AuthorityInfoAccessSyntax  ::= SEQUENCE SIZE (1..MAX) OF AccessDescription
public struct AuthorityInfoAccess: CertificateExtension {
    public static let extnID = OID.authorityInfoAccess

    public let descriptions: [AccessDescription]
    public init(descriptions: [AccessDescription]) { self.descriptions = descriptions }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        descriptions = try cursor.accessDescriptions(field)
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.checkAccessDescriptions(field)
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(descriptions) }
}

/// What the subject offers, such as a CA's repository (RFC 5280 §4.2.2.2).
///
///     SubjectInfoAccessSyntax  ::= SEQUENCE SIZE (1..MAX) OF AccessDescription
public struct SubjectInfoAccess: CertificateExtension {
    public static let extnID = OID.subjectInfoAccess

    public let descriptions: [AccessDescription]
    public init(descriptions: [AccessDescription]) { self.descriptions = descriptions }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        descriptions = try cursor.accessDescriptions(field)
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.checkAccessDescriptions(field)
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(descriptions) }
}

extension DERCursor {
    fileprivate mutating func accessDescriptions(_ field: StaticString) throws(DERError) -> [AccessDescription] {
        try sequenceOf(field, minimumCount: 1) { inner throws(DERError) in try AccessDescription(from: &inner, "") }
    }

    fileprivate mutating func checkAccessDescriptions(_ field: StaticString) throws(DERError) {
        try checkSequenceOf(field, minimumCount: 1) { inner throws(DERError) in
            try AccessDescription.check(&inner, "")
        }
    }
}

/// What is to be had, and where.
///
///     AccessDescription  ::=  SEQUENCE {
///          accessMethod          OBJECT IDENTIFIER,
///          accessLocation        GeneralName  }
public struct AccessDescription: Hashable, Sendable, DERDecodable, DEREncodable {
    public let accessMethod: ObjectIdentifier
    public let accessLocation: GeneralName

    public init(accessMethod: ObjectIdentifier, accessLocation: GeneralName) {
        self.accessMethod = accessMethod
        self.accessLocation = accessLocation
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            AccessDescription(
                accessMethod: try inner.objectIdentifier("accessMethod"),
                accessLocation: try GeneralName(from: &inner, "accessLocation"))
        }
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.sequence(field) { inner throws(DERError) in
            try inner.checkObjectIdentifier("accessMethod")
            try GeneralName.check(&inner, "accessLocation")
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.objectIdentifier(accessMethod)
            accessLocation.encode(to: &$0)
        }
    }
}
