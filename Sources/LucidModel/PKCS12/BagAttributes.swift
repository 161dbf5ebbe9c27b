public import LucidDER

/// What a PKCS #12 file says about one of its bags (RFC 7292 §4.2).
///
///     PKCS12Attribute ::= SEQUENCE {
///         attrId      ATTRIBUTE.&id ({PKCS12AttrSet}),
///         attrValues  SET OF ATTRIBUTE.&Type ({PKCS12AttrSet}{@attrId}) }
public struct BagAttributes: Hashable, Sendable {
    /// A name for people (RFC 2985 §5.5.1); Java calls it alias.
    public var friendlyName: String?
    /// Octets that a key and its certificate have in common (RFC 2985 §5.5.2).
    public var localKeyID: [UInt8]?
    /// The purposes that Java trusts a certificate for, where it stands there by itself and not for a key: it passes
    /// over those without this attribute, which is Oracle's own.
    public var trustedKeyUsage: [ObjectIdentifier]

    public init(friendlyName: String? = nil, localKeyID: [UInt8]? = nil, trustedKeyUsage: [ObjectIdentifier] = []) {
        self.friendlyName = friendlyName
        self.localKeyID = localKeyID
        self.trustedKeyUsage = trustedKeyUsage
    }

    /// Whether nothing is said.
    public var isEmpty: Bool { friendlyName == nil && localKeyID == nil && trustedKeyUsage.isEmpty }
}

extension BagAttributes: DERDecodable, DEREncodable {
    /// Attributes that Lucid does not know are passed over, and so is the order of the set, which not every program
    /// keeps.
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        var attributes = BagAttributes()
        try cursor.checkSequenceOf(field, tag: .set) { list throws(DERError) in
            try list.sequence("") { inner throws(DERError) in
                let type = try inner.objectIdentifier("attrId")
                try inner.checkSequenceOf("attrValues", tag: .set) { values throws(DERError) in
                    try attributes.take(type, &values)
                }
            }
        }
        self = attributes
    }

    private mutating func take(_ type: ObjectIdentifier, _ values: inout DERCursor) throws(DERError) {
        switch type {
        case OID.friendlyName where values.isNext(.bmpString): friendlyName = try Self.utf16Text(&values)
        case OID.localKeyID where values.isNext(.octetString): localKeyID = try values.octetString("").array
        case OID.trustedKeyUsage where values.isNext(.objectIdentifier):
            trustedKeyUsage.append(try values.objectIdentifier(""))
        default: try values.checkAnyElement("")
        }
    }

    /// A BMPString. It should have no surrogates, but programs write such names in UTF-16.
    private static func utf16Text(_ cursor: inout DERCursor) throws(DERError) -> String {
        let octets = try cursor.octetString("", tag: .bmpString)
        let units = stride(from: octets.startIndex, to: octets.endIndex - 1, by: 2).map { index in
            UInt16(octets[index]) << 8 | UInt16(octets[index + 1])
        }
        return String(decoding: units, as: UTF16.self)
    }

    public func encode(to writer: inout DERWriter) {
        var attributes: [(ObjectIdentifier, [[UInt8]])] = []
        if let friendlyName {
            let octets = friendlyName.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
            attributes.append((OID.friendlyName, [DERWriter.encode { $0.octetString(octets, tag: .bmpString) }]))
        }
        if let localKeyID { attributes.append((OID.localKeyID, [DERWriter.encode { $0.octetString(localKeyID) }])) }
        if !trustedKeyUsage.isEmpty {
            let usages = trustedKeyUsage.map { usage in DERWriter.encode { $0.objectIdentifier(usage) } }
            attributes.append((OID.trustedKeyUsage, usages))
        }
        writer.setOf(attributes) { writer, attribute in
            writer.sequence {
                $0.objectIdentifier(attribute.0)
                $0.setOf(attribute.1) { $0.append($1) }
            }
        }
    }
}

// RFC 2985 §5.5; Oracle's own
extension OID {
    public static let friendlyName = ObjectIdentifier(1, 2, 840, 113549, 1, 9, 20)
    public static let localKeyID = ObjectIdentifier(1, 2, 840, 113549, 1, 9, 21)
    public static let trustedKeyUsage = ObjectIdentifier(2, 16, 840, 1, 113894, 746875, 1, 1)
}
