/// Which string types openssl may choose among for the values of names: the option `string_mask`.
public struct StringMask: Hashable, Sendable {
    /// The types as openssl's bits (`B_ASN1_…`).
    let bits: UInt32

    init(bits: UInt32) { self.bits = bits }

    /// What `string_mask` says: `default`, `pkix`, `utf8only`, `nombstr`, or `MASK:` with a number; nil for anything else.
    public init?(_ text: String) {
        switch text {
        case "default": bits = 0xffff_ffff
        case "pkix": bits = ~Self.teletex
        case "utf8only": bits = Self.utf8
        case "nombstr": bits = ~(Self.bmp | Self.utf8)
        default:
            guard text.hasPrefix("MASK:"), let number = Self.number(text.dropFirst(5)) else { return nil }
            bits = number
        }
    }

    /// UTF8String alone, which is what openssl 3 uses where nothing else is said.
    public static let preset = StringMask(bits: utf8)

    static let numeric: UInt32 = 0x1
    static let printable: UInt32 = 0x2
    static let teletex: UInt32 = 0x4
    static let ia5: UInt32 = 0x10
    static let visible: UInt32 = 0x40
    static let general: UInt32 = 0x80
    static let universal: UInt32 = 0x100
    static let bmp: UInt32 = 0x800
    static let utf8: UInt32 = 0x2000
    /// What DirectoryString may be.
    static let directory = printable | teletex | bmp | utf8

    /// A number as C writes them: decimal, octal with a leading 0, hexadecimal with 0x.
    private static func number(_ text: Substring) -> UInt32? {
        let lower = text.lowercased()
        let number: UInt64? =
            lower.hasPrefix("0x")
            ? UInt64(lower.dropFirst(2), radix: 16)
            : UInt64(text, radix: text.hasPrefix("0") && text.utf8.count > 1 ? 8 : 10)
        return number.map { UInt32(truncatingIfNeeded: $0) }
    }
}
