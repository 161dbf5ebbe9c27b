public import LucidDER

/// A distinguished name (RFC 5280 §4.1.2.4): the way from the root of a directory to its owner, most general part first.
///
///     Name ::= CHOICE { rdnSequence  RDNSequence }
///     RDNSequence ::= SEQUENCE OF RelativeDistinguishedName
public struct Name: Sendable {
    /// The encoding, as it came or as it will be written.
    public let der: DERBytes
    /// The parts of a name that was not read; those of one that was are made when they are asked for.
    private let givenParts: [RelativeDistinguishedName]?

    /// From parts.
    public init(_ relativeDistinguishedNames: [RelativeDistinguishedName]) {
        givenParts = relativeDistinguishedNames
        der = DERBytes(DERWriter.encode { $0.sequenceOf(relativeDistinguishedNames) })
    }

    /// A name of single attributes, each a UTF8String (RFC 5280 §4.1.2.4 asks for UTF8String or PrintableString), but
    /// countryName a PrintableString (X.520), domainComponent and emailAddress IA5String (RFC 4519, RFC 5280 appendix A).
    public init?(_ attributes: [(type: ObjectIdentifier, value: String)]) {
        var parts: [RelativeDistinguishedName] = []
        for (type, value) in attributes {
            guard let attribute = AttributeTypeAndValue(type, value) else { return nil }
            parts.append(RelativeDistinguishedName([attribute]))
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

    /// The parts of the name, in its order. They are decoded anew each time: a name is mostly compared, by its octets,
    /// and seldom taken apart.
    public var relativeDistinguishedNames: [RelativeDistinguishedName] {
        if let givenParts { return givenParts }
        // Every octet was checked when the name was read, so there is no error here.
        let parts = try? DERCursor.decode(der) { cursor throws(DERError) in
            try cursor.sequenceOf("") { inner throws(DERError) in
                try RelativeDistinguishedName(from: &inner, tag: .set)
            }
        }
        return parts ?? []
    }

    /// Whether the name has no parts.
    public var isEmpty: Bool { der.count <= 2 }

    /// The values of all attributes of one type, as text, in the name's order.
    public func values(of type: ObjectIdentifier) -> [String] {
        relativeDistinguishedNames.flatMap(\.attributes).filter { $0.type == type }.compactMap(\.value.text)
    }

    /// The first commonName.
    public var commonName: String? { firstString(of: OID.commonName)?.text }

    /// The first attribute of that type that is a string. No other attribute is decoded for it.
    public func firstString(of type: ObjectIdentifier) -> DERString? {
        var found: DERString?
        // Every octet was checked when the name was read, so there is no error here.
        try? DERCursor.decode(der) { cursor throws(DERError) in
            try cursor.checkSequenceOf("") { level throws(DERError) in
                try level.checkSetOf("", tag: .set) { attribute throws(DERError) in
                    try attribute.sequence("") { inner throws(DERError) in
                        let isWanted = try inner.objectIdentifier("") == type && found == nil
                        if isWanted, let tag = inner.nextTag, DERString.Kind(tag: tag) != nil {
                            found = try inner.string("")
                        } else {
                            try inner.checkAnyElement("")
                        }
                    }
                }
            }
        }
        return found
    }
}

extension Name: Hashable {
    /// Equal when the encodings are.
    public static func == (a: Name, b: Name) -> Bool { a.der == b.der }
    public func hash(into hasher: inout Hasher) { hasher.combine(der) }
}

extension Name: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        let start = cursor.offset
        try Self.check(&cursor, field)
        der = cursor.bytes(start..<cursor.offset)
        givenParts = nil
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.checkSequenceOf(field) { inner throws(DERError) in
            try RelativeDistinguishedName.check(&inner, tag: .set)
        }
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

    static func check(_ cursor: inout DERCursor, tag: DERTag) throws(DERError) {
        try cursor.checkSetOf("", tag: tag, minimumCount: 1) { inner throws(DERError) in
            try AttributeTypeAndValue.check(&inner, "")
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

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        try cursor.sequence(field) { inner throws(DERError) in
            try inner.checkObjectIdentifier("type")
            if let tag = inner.nextTag, let kind = DERString.Kind(tag: tag) {
                try inner.checkString("value", as: kind, tag: tag)
            } else {
                try inner.checkAnyElement("value")
            }
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
