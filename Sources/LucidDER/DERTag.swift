/// An identifier octet of X.690 §8.1.2: class, primitive or constructed, and tag number.
///
/// PKIX uses tag numbers 0 to 30 only, so an identifier is always one octet here; the long form (tag number 31 in the
/// first octet) is refused by the reader.
public struct DERTag: Hashable, Sendable {
    /// The identifier octet as it stands in the encoding.
    public let octet: UInt8

    /// From an identifier octet.
    @inlinable public init(octet: UInt8) { self.octet = octet }

    /// The class: bits 8 and 7 (X.690 §8.1.2.2).
    public enum Class: UInt8, Sendable {
        case universal = 0x00, application = 0x40, contextSpecific = 0x80, `private` = 0xc0
    }

    /// The class of the tag.
    public var `class`: Class { Class(rawValue: octet & 0xc0) ?? .universal }
    /// Whether the content is itself a series of elements: bit 6 (X.690 §8.1.2.5).
    public var isConstructed: Bool { octet & 0x20 != 0 }
    /// The tag number, 0 to 31; 31 announces the long form.
    public var number: UInt8 { octet & 0x1f }

    /// `[number]` of a primitive type, for IMPLICIT tagging.
    @inlinable public static func context(_ number: UInt8) -> DERTag { DERTag(octet: 0x80 | number) }
    /// `[number]` of a constructed type, for EXPLICIT tagging and for IMPLICIT tagging of SEQUENCE and SET.
    @inlinable public static func contextConstructed(_ number: UInt8) -> DERTag { DERTag(octet: 0xa0 | number) }

    // The universal tags of X.680 §8.6, table 1, that PKIX uses.
    public static let boolean = DERTag(octet: 0x01)
    public static let integer = DERTag(octet: 0x02)
    public static let bitString = DERTag(octet: 0x03)
    public static let octetString = DERTag(octet: 0x04)
    public static let null = DERTag(octet: 0x05)
    public static let objectIdentifier = DERTag(octet: 0x06)
    public static let enumerated = DERTag(octet: 0x0a)
    public static let utf8String = DERTag(octet: 0x0c)
    public static let numericString = DERTag(octet: 0x12)
    public static let printableString = DERTag(octet: 0x13)
    public static let teletexString = DERTag(octet: 0x14)
    public static let ia5String = DERTag(octet: 0x16)
    public static let utcTime = DERTag(octet: 0x17)
    public static let generalizedTime = DERTag(octet: 0x18)
    public static let visibleString = DERTag(octet: 0x1a)
    public static let universalString = DERTag(octet: 0x1c)
    public static let bmpString = DERTag(octet: 0x1e)
    public static let sequence = DERTag(octet: 0x30)
    public static let set = DERTag(octet: 0x31)
}

extension DERTag: CustomStringConvertible {
    /// The ASN.1 name: `INTEGER`, `[3]`, `[APPLICATION 4]`.
    public var description: String {
        if self.class == .universal, let name = Self.universalNames[octet] { return name }
        return switch self.class {
        case .universal: "[UNIVERSAL \(number)]"
        case .application: "[APPLICATION \(number)]"
        case .contextSpecific: "[\(number)]"
        case .private: "[PRIVATE \(number)]"
        }
    }

    private static let universalNames: [UInt8: String] = [
        0x01: "BOOLEAN", 0x02: "INTEGER", 0x03: "BIT STRING", 0x04: "OCTET STRING", 0x05: "NULL",
        0x06: "OBJECT IDENTIFIER", 0x0a: "ENUMERATED", 0x0c: "UTF8String", 0x12: "NumericString",
        0x13: "PrintableString", 0x14: "TeletexString", 0x16: "IA5String", 0x17: "UTCTime", 0x18: "GeneralizedTime",
        0x1a: "VisibleString", 0x1c: "UniversalString", 0x1e: "BMPString", 0x30: "SEQUENCE", 0x31: "SET",
    ]
}
