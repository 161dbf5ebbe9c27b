public import LucidDER

/// A distinguished name (RFC 5280 §4.1.2.4): the way from the root of a directory to its owner, most general part first.
///
///     Name ::= CHOICE { rdnSequence  RDNSequence }
///     RDNSequence ::= SEQUENCE OF RelativeDistinguishedName
public struct Name: Sendable {
    /// The parts of the name, in its order.
    public let relativeDistinguishedNames: [RelativeDistinguishedName]
    /// The encoding, as it came or as it will be written.
    public let der: DERBytes

    /// From parts.
    public init(_ relativeDistinguishedNames: [RelativeDistinguishedName]) {
        self.relativeDistinguishedNames = relativeDistinguishedNames
        der = DERBytes(DERWriter.encode { $0.sequenceOf(relativeDistinguishedNames) })
    }

    /// A name of single attributes, each a UTF8String (RFC 5280 §4.1.2.4 asks for UTF8String or PrintableString), but
    /// countryName a PrintableString (X.520), domainComponent and emailAddress IA5String (RFC 4519, RFC 5280 appendix A).
    public init?(_ attributes: [(type: ObjectIdentifier, value: String)]) {
        var parts: [RelativeDistinguishedName] = []
        for (type, value) in attributes {
            let kind: DERString.Kind =
                switch type {
                case OID.countryName, OID.serialNumber, OID.distinguishedNameQualifier: .printable
                case OID.domainComponent, OID.emailAddress: .ia5
                default: .utf8
                }
            guard let string = DERString(value, as: kind) else { return nil }
            parts.append(RelativeDistinguishedName([AttributeTypeAndValue(type: type, value: .string(string))]))
        }
        self.init(parts)
    }

    /// A name of one UTF8String, the commonName.
    public init(commonName: String) {
        let value = DERString(commonName, as: .utf8).map {
            [AttributeTypeAndValue(type: OID.commonName, value: .string($0))]
        }
        self.init(value.map { [RelativeDistinguishedName($0)] } ?? [])
    }

    /// Whether the name has no parts.
    public var isEmpty: Bool { relativeDistinguishedNames.isEmpty }

    /// The values of all attributes of one type, as text, in the name's order.
    public func values(of type: ObjectIdentifier) -> [String] {
        relativeDistinguishedNames.flatMap(\.attributes).filter { $0.type == type }.compactMap(\.value.text)
    }

    /// The first commonName.
    public var commonName: String? { values(of: OID.commonName).first }
}

extension Name: Hashable {
    /// Equal when the encodings are.
    public static func == (a: Name, b: Name) -> Bool { a.der == b.der }
    public func hash(into hasher: inout Hasher) { hasher.combine(der) }
}

extension Name: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        let start = cursor.offset
        relativeDistinguishedNames = try cursor.sequenceOf(field) { inner throws(DERError) in
            try RelativeDistinguishedName(from: &inner, tag: .set)
        }
        der = cursor.bytes(start..<cursor.offset)
    }

    public func encode(to writer: inout DERWriter) { writer.sequenceOf(relativeDistinguishedNames) }
}

/// One level of a name: usually one attribute, sometimes several that belong together.
///
///     RelativeDistinguishedName ::= SET SIZE (1..MAX) OF AttributeTypeAndValue
public struct RelativeDistinguishedName: Hashable, Sendable, DEREncodable {
    /// The attributes, in the order of the encoding.
    public let attributes: [AttributeTypeAndValue]

    public init(_ attributes: [AttributeTypeAndValue]) { self.attributes = attributes }

    init(from cursor: inout DERCursor, tag: DERTag) throws(DERError) {
        attributes = try cursor.setOf("", tag: tag, minimumCount: 1) { inner throws(DERError) in
            try AttributeTypeAndValue(from: &inner, "")
        }
    }

    public func encode(to writer: inout DERWriter) { encode(to: &writer, tag: .set) }

    func encode(to writer: inout DERWriter, tag: DERTag) {
        writer.setOf(attributes, tag: tag) { $1.encode(to: &$0) }
    }
}

/// One attribute of a name.
///
///     AttributeTypeAndValue ::= SEQUENCE {
///       type     AttributeType,
///       value    AttributeValue }
public struct AttributeTypeAndValue: Hashable, Sendable, DERDecodable, DEREncodable {
    public let type: ObjectIdentifier
    public let value: Value

    /// An attribute's value: nearly always a string; any other type is kept as it came.
    public enum Value: Hashable, Sendable {
        case string(DERString)
        case other(DERBytes)

        /// The characters of a string.
        public var text: String? {
            switch self {
            case .string(let string): string.text
            case .other: nil
            }
        }
    }

    public init(type: ObjectIdentifier, value: Value) {
        self.type = type
        self.value = value
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            let type = try inner.objectIdentifier("type")
            if let tag = inner.nextTag, DERString.Kind(tag: tag) != nil {
                return AttributeTypeAndValue(type: type, value: .string(try inner.string("value")))
            }
            return AttributeTypeAndValue(type: type, value: .other(try inner.anyElementBytes("value")))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.objectIdentifier(type)
            switch value {
            case .string(let string): $0.string(string)
            case .other(let element): $0.append(element)
            }
        }
    }
}
