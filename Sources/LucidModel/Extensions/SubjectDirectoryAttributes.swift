public import LucidDER

/// Facts about the subject, such as a nationality (RFC 5280 §4.2.1.8).
///
///     SubjectDirectoryAttributes ::= SEQUENCE SIZE (1..MAX) OF Attribute
public struct SubjectDirectoryAttributes: CertificateExtension {
    public static let extnID = OID.subjectDirectoryAttributes

    public let attributes: [Attribute]

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        attributes = try cursor.sequenceOf(field, minimumCount: 1) { inner throws(DERError) in
            try Attribute(from: &inner, "")
        }
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(attributes) }
}

/// An attribute with any number of values of any type (RFC 5280 appendix A.1).
///
///     Attribute ::= SEQUENCE {
///       type             AttributeType,
///       values    SET OF AttributeValue }
public struct Attribute: Hashable, Sendable, DERDecodable, DEREncodable {
    public let type: ObjectIdentifier
    /// The values' whole elements.
    public let values: [DERBytes]

    /// From whole elements.
    public init(type: ObjectIdentifier, values: [DERBytes]) {
        self.type = type
        self.values = values
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        (type, values) = try cursor.sequence(field) { inner throws(DERError) in
            let type = try inner.objectIdentifier("type")
            let values = try inner.setOf("values") { value throws(DERError) in try value.anyElementBytes("") }
            return (type, values)
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.objectIdentifier(type)
            $0.setOf(values) { $0.append($1) }
        }
    }
}
