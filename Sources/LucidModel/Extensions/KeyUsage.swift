public import LucidDER

/// What the key may be used for (RFC 5280 §4.2.1.3).
///
///     KeyUsage ::= BIT STRING {
///          digitalSignature (0), nonRepudiation (1), keyEncipherment (2), dataEncipherment (3), keyAgreement (4),
///          keyCertSign (5), cRLSign (6), encipherOnly (7), decipherOnly (8) }
public struct KeyUsage: CertificateExtension, OptionSet {
    public static let extnID = OID.keyUsage

    /// Named bit i is bit i of the value, counted from the least significant.
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static let digitalSignature = KeyUsage(rawValue: 1 << 0)
    /// Newer texts call it contentCommitment.
    public static let nonRepudiation = KeyUsage(rawValue: 1 << 1)
    public static let keyEncipherment = KeyUsage(rawValue: 1 << 2)
    public static let dataEncipherment = KeyUsage(rawValue: 1 << 3)
    public static let keyAgreement = KeyUsage(rawValue: 1 << 4)
    public static let keyCertSign = KeyUsage(rawValue: 1 << 5)
    public static let cRLSign = KeyUsage(rawValue: 1 << 6)
    public static let encipherOnly = KeyUsage(rawValue: 1 << 7)
    public static let decipherOnly = KeyUsage(rawValue: 1 << 8)

    /// The names of the bits, in their order.
    public static let bitNames = [
        "digitalSignature", "nonRepudiation", "keyEncipherment", "dataEncipherment", "keyAgreement", "keyCertSign",
        "cRLSign", "encipherOnly", "decipherOnly",
    ]

    /// The names of the bits that are set; a bit without a name is shown by its number.
    public var names: [String] {
        (0..<32).filter { rawValue >> UInt32($0) & 1 == 1 }.map { bit in
            bit < Self.bitNames.count ? Self.bitNames[bit] : "bit \(bit)"
        }
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        let start = cursor.offset
        let bits = try cursor.namedBits(field)
        // RFC 5280 §4.2.1.3: "at least one of the bits MUST be set to 1".
        guard bits.bitCount > 0 else { throw DERError(.valueNotAllowed(Self.notEmpty), at: start).inside(field) }
        guard bits.bitCount <= 32 else { throw DERError(.valueNotAllowed(Self.known), at: start).inside(field) }
        rawValue = bits.mask
    }

    private static let notEmpty = DERError.Rule("at least one of the keyUsage bits is set", "RFC 5280 §4.2.1.3")
    private static let known = DERError.Rule("keyUsage has nine bits", "RFC 5280 §4.2.1.3")

    public func encode(to writer: inout DERWriter) { writer.bitString(DERBitString(namedBits: rawValue)) }
}

/// Netscape's forerunner of extended key usage, from 1998.
///
///     NetscapeCertType ::= BIT STRING {
///          sslClient (0), sslServer (1), smime (2), objectSigning (3), reserved (4), sslCA (5), smimeCA (6), objectSigningCA (7) }
public struct NetscapeCertType: CertificateExtension, OptionSet {
    public static let extnID = OID.netscapeCertType

    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The names of the bits, in their order.
    public static let bitNames = [
        "sslClient", "sslServer", "smime", "objectSigning", "reserved", "sslCA", "smimeCA", "objectSigningCA",
    ]

    /// The names of the bits that are set.
    public var names: [String] { (0..<8).filter { rawValue >> UInt32($0) & 1 == 1 }.map { Self.bitNames[$0] } }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        let start = cursor.offset
        let bits = try cursor.namedBits(field)
        guard bits.bitCount <= 8 else { throw DERError(.valueNotAllowed(Self.known), at: start).inside(field) }
        rawValue = bits.mask
    }

    private static let known = DERError.Rule("netscapeCertType has eight bits", "Netscape certificate extensions")

    public func encode(to writer: inout DERWriter) { writer.bitString(DERBitString(namedBits: rawValue)) }
}
