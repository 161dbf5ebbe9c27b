public import LucidDER

/// A name of any of nine kinds (RFC 5280 §4.2.1.6).
///
///     GeneralName ::= CHOICE {
///          otherName                       [0]     OtherName,
///          rfc822Name                      [1]     IA5String,
///          dNSName                         [2]     IA5String,
///          x400Address                     [3]     ORAddress,
///          directoryName                   [4]     Name,
///          ediPartyName                    [5]     EDIPartyName,
///          uniformResourceIdentifier       [6]     IA5String,
///          iPAddress                       [7]     OCTET STRING,
///          registeredID                    [8]     OBJECT IDENTIFIER }
public enum GeneralName: Hashable, Sendable {
    /// A name of a kind that `type` tells; `value` is its whole element.
    case otherName(type: ObjectIdentifier, value: DERBytes)
    case rfc822Name(DERString)
    case dNSName(DERString)
    /// Kept as its content octets: nobody uses it.
    case x400Address(DERBytes)
    case directoryName(Name)
    /// Kept as its content octets: nobody uses it.
    case ediPartyName(DERBytes)
    case uniformResourceIdentifier(DERString)
    /// 4 octets for IPv4, 16 for IPv6; in name constraints address and mask together, 8 or 32 (RFC 5280 §4.2.1.10).
    case iPAddress(DERBytes)
    case registeredID(ObjectIdentifier)
}

extension GeneralName {
    /// A DNS name; nil where it holds a character that IA5String does not have (write such names in their A-label form).
    public static func dns(_ name: String) -> GeneralName? { DERString(name, as: .ia5).map { .dNSName($0) } }

    /// An e-mail address; nil where it holds a character that IA5String does not have.
    public static func email(_ address: String) -> GeneralName? { DERString(address, as: .ia5).map { .rfc822Name($0) } }

    /// A URI; nil where it holds a character that IA5String does not have.
    public static func uri(_ uri: String) -> GeneralName? {
        DERString(uri, as: .ia5).map { .uniformResourceIdentifier($0) }
    }

    /// An IP address; nil where the text is none.
    public static func ip(_ text: String) -> GeneralName? {
        IPAddress(text).map { .iPAddress(DERBytes($0.octets)) }
    }
}

extension GeneralName: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        do throws(DERError) { self = try Self.decode(from: &cursor) } catch { throw error.inside(field) }
    }

    private static func decode(from cursor: inout DERCursor) throws(DERError) -> GeneralName {
        switch cursor.nextTag?.octet {
        case 0xa0:
            return try cursor.constructed(.contextConstructed(0), "otherName") { inner throws(DERError) in
                let type = try inner.objectIdentifier("type-id")
                let value = try inner.explicit(0, "value") { value throws(DERError) in try value.anyElementBytes("") }
                return .otherName(type: type, value: value)
            }
        case 0x81: return .rfc822Name(try cursor.string("rfc822Name", as: .ia5, tag: .context(1)))
        case 0x82: return .dNSName(try cursor.string("dNSName", as: .ia5, tag: .context(2)))
        case 0xa3: return .x400Address(cursor.bytes(try cursor.element(.contextConstructed(3)).content))
        case 0xa4:
            // Name is a CHOICE, so its tag [4] is EXPLICIT even where the module says IMPLICIT (X.680 §31.2.7).
            return try cursor.explicit(4, "directoryName") { inner throws(DERError) in
                .directoryName(try Name(from: &inner, ""))
            }
        case 0xa5: return .ediPartyName(cursor.bytes(try cursor.element(.contextConstructed(5)).content))
        case 0x86:
            return .uniformResourceIdentifier(
                try cursor.string("uniformResourceIdentifier", as: .ia5, tag: .context(6)))
        case 0x87: return .iPAddress(try cursor.octetString("iPAddress", tag: .context(7)))
        case 0x88: return .registeredID(try cursor.objectIdentifier("registeredID", tag: .context(8)))
        case let octet?:
            throw DERError(.unexpectedTag(expected: Self.tags, found: DERTag(octet: octet)), at: cursor.offset)
        case nil: throw DERError(.missingElement(expected: Self.tags), at: cursor.offset)
        }
    }

    public static func check(_ cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        do throws(DERError) {
            switch cursor.nextTag?.octet {
            case 0x81: try cursor.checkString("rfc822Name", as: .ia5, tag: .context(1))
            case 0x82: try cursor.checkString("dNSName", as: .ia5, tag: .context(2))
            case 0xa4:
                try cursor.explicit(4, "directoryName") { inner throws(DERError) in try Name.check(&inner, "") }
            case 0x86: try cursor.checkString("uniformResourceIdentifier", as: .ia5, tag: .context(6))
            case 0x87: try cursor.checkOctetString("iPAddress", tag: .context(7))
            default: _ = try decode(from: &cursor)  // seldom seen
            }
        } catch { throw error.inside(field) }
    }

    private static let tags: [DERTag] = [
        .contextConstructed(0), .context(1), .context(2), .contextConstructed(3), .contextConstructed(4),
        .contextConstructed(5), .context(6), .context(7), .context(8),
    ]

    public func encode(to writer: inout DERWriter) {
        switch self {
        case .otherName(let type, let value):
            writer.constructed(.contextConstructed(0)) {
                $0.objectIdentifier(type)
                $0.explicit(0) { $0.append(value) }
            }
        case .rfc822Name(let string): writer.string(string, tag: .context(1))
        case .dNSName(let string): writer.string(string, tag: .context(2))
        case .x400Address(let content): writer.primitive(.contextConstructed(3), content)
        case .directoryName(let name): writer.explicit(4) { name.encode(to: &$0) }
        case .ediPartyName(let content): writer.primitive(.contextConstructed(5), content)
        case .uniformResourceIdentifier(let string): writer.string(string, tag: .context(6))
        case .iPAddress(let octets): writer.octetString(octets, tag: .context(7))
        case .registeredID(let oid): writer.objectIdentifier(oid, tag: .context(8))
        }
    }
}

/// `GeneralNames ::= SEQUENCE SIZE (1..MAX) OF GeneralName`, perhaps under an IMPLICIT tag.
extension DERCursor {
    mutating func generalNames(_ field: StaticString, tag: DERTag = .sequence) throws(DERError) -> [GeneralName] {
        try sequenceOf(field, tag: tag, minimumCount: 1) { inner throws(DERError) in
            try GeneralName(from: &inner, "")
        }
    }

    mutating func checkGeneralNames(_ field: StaticString, tag: DERTag = .sequence) throws(DERError) {
        try checkSequenceOf(field, tag: tag, minimumCount: 1) { inner throws(DERError) in
            try GeneralName.check(&inner, "")
        }
    }
}
