public import LucidDER

/// One thing in a PKCS #12 file (RFC 7292 §4.2).
///
///     SafeContents ::= SEQUENCE OF SafeBag
///
///     SafeBag ::= SEQUENCE {
///         bagId          BAG-TYPE.&id ({PKCS12BagSet}),
///         bagValue       [0] EXPLICIT BAG-TYPE.&Type({PKCS12BagSet}{@bagId}),
///         bagAttributes  SET OF PKCS12Attribute OPTIONAL }
public struct SafeBag: Sendable {
    public let value: Value
    public let attributes: BagAttributes

    public init(_ value: Value, attributes: BagAttributes) {
        self.value = value
        self.attributes = attributes
    }

    /// The bag types of RFC 7292 §4.2.1 to §4.2.6.
    public enum Value: Sendable {
        /// A PrivateKeyInfo, as its whole element: secret, see `PrivateKeyInfo`.
        case key(DERBytes)
        case pkcs8ShroudedKey(EncryptedPrivateKeyInfo)
        /// An X.509 certificate's octets.
        case certificate(DERBytes)
        /// An X.509 revocation list's octets.
        case revocationList(DERBytes)
        case safeContents([SafeBag])
        /// A secret bag, an SDSI certificate, or a type that Lucid does not know.
        case other(ObjectIdentifier)
    }

    /// Reads a SafeContents; the octets must be in definite form, see `BER`.
    public static func safeContents(_ octets: DERBytes) throws(DERError) -> [SafeBag] {
        try DERCursor.decode(octets) { cursor throws(DERError) in try safeContents(&cursor, "SafeContents") }
    }

    private static func safeContents(
        _ cursor: inout DERCursor, _ field: StaticString
    ) throws(DERError) -> [SafeBag] {
        try cursor.sequenceOf(field) { list throws(DERError) in try SafeBag(from: &list, "") }
    }
}

extension SafeBag: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            let type = try inner.objectIdentifier("bagId")
            let value = try inner.explicit(0, "bagValue") { value throws(DERError) in try Self.value(type, &value) }
            return SafeBag(
                value, attributes: inner.isAtEnd ? BagAttributes() : try BagAttributes(from: &inner, "bagAttributes"))
        }
    }

    private static func value(_ type: ObjectIdentifier, _ cursor: inout DERCursor) throws(DERError) -> Value {
        switch type {
        case OID.keyBag: .key(try cursor.anyElementBytes(""))
        case OID.pkcs8ShroudedKeyBag: .pkcs8ShroudedKey(try EncryptedPrivateKeyInfo(from: &cursor, ""))
        case OID.certBag:
            try typedOctets(&cursor, "certId", "certValue", OID.x509CertificateInBag).map { .certificate($0) }
                ?? .other(type)
        case OID.crlBag:
            try typedOctets(&cursor, "crlId", "crlValue", OID.x509CRLInBag).map { .revocationList($0) } ?? .other(type)
        case OID.safeContentsBag: .safeContents(try safeContents(&cursor, ""))
        default: try other(type, &cursor)
        }
    }

    private static func other(_ type: ObjectIdentifier, _ cursor: inout DERCursor) throws(DERError) -> Value {
        try cursor.checkAnyElement("")
        return .other(type)
    }

    /// CertBag and CRLBag are built alike (RFC 7292 §4.2.3, §4.2.4); nil for another type than the wanted one.
    ///
    ///     CertBag ::= SEQUENCE {
    ///         certId      BAG-TYPE.&id   ({CertTypes}),
    ///         certValue   [0] EXPLICIT BAG-TYPE.&Type ({CertTypes}{@certId}) }
    private static func typedOctets(
        _ cursor: inout DERCursor, _ typeField: StaticString, _ valueField: StaticString, _ wanted: ObjectIdentifier
    ) throws(DERError) -> DERBytes? {
        try cursor.sequence("") { inner throws(DERError) in
            let type = try inner.objectIdentifier(typeField)
            return try inner.explicit(0, valueField) { value throws(DERError) in
                if type == wanted { return try value.octetString("") }
                try value.checkAnyElement("")
                return nil
            }
        }
    }

    /// Writes the bag; one of another type than Lucid knows is written without its value, which it did not keep.
    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.objectIdentifier(type)
            $0.explicit(0) { Self.encode(value, to: &$0) }
            if !attributes.isEmpty { attributes.encode(to: &$0) }
        }
    }

    private var type: ObjectIdentifier {
        switch value {
        case .key: OID.keyBag
        case .pkcs8ShroudedKey: OID.pkcs8ShroudedKeyBag
        case .certificate: OID.certBag
        case .revocationList: OID.crlBag
        case .safeContents: OID.safeContentsBag
        case .other(let type): type
        }
    }

    private static func encode(_ value: Value, to writer: inout DERWriter) {
        func typed(_ type: ObjectIdentifier, _ octets: DERBytes) {
            writer.sequence {
                $0.objectIdentifier(type)
                $0.explicit(0) { $0.octetString(octets) }
            }
        }
        switch value {
        case .key(let element): writer.append(element)
        case .pkcs8ShroudedKey(let info): info.encode(to: &writer)
        case .certificate(let octets): typed(OID.x509CertificateInBag, octets)
        case .revocationList(let octets): typed(OID.x509CRLInBag, octets)
        case .safeContents(let bags): writer.sequenceOf(bags)
        case .other: writer.null()
        }
    }
}

// RFC 7292 appendix D; RFC 2985 §5.5
extension OID {
    public static let keyBag = ObjectIdentifier(1, 2, 840, 113549, 1, 12, 10, 1, 1)
    public static let pkcs8ShroudedKeyBag = ObjectIdentifier(1, 2, 840, 113549, 1, 12, 10, 1, 2)
    public static let certBag = ObjectIdentifier(1, 2, 840, 113549, 1, 12, 10, 1, 3)
    public static let crlBag = ObjectIdentifier(1, 2, 840, 113549, 1, 12, 10, 1, 4)
    public static let secretBag = ObjectIdentifier(1, 2, 840, 113549, 1, 12, 10, 1, 5)
    public static let safeContentsBag = ObjectIdentifier(1, 2, 840, 113549, 1, 12, 10, 1, 6)
    public static let x509CertificateInBag = ObjectIdentifier(1, 2, 840, 113549, 1, 9, 22, 1)
    public static let x509CRLInBag = ObjectIdentifier(1, 2, 840, 113549, 1, 9, 23, 1)
}
