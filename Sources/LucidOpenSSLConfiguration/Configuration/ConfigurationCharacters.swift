/// What characters mean in a configuration file.
enum ConfigurationCharacters {
    /// What values are separated with.
    static func isBlank(_ octet: UInt8) -> Bool { octet == 0x20 || (0x09...0x0a).contains(octet) || octet == 0x0d }

    static func isQuote(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: "\"") || octet == UInt8(ascii: "'") || octet == UInt8(ascii: "`")
    }

    /// What the name of a variable behind `$` consists of.
    static func isVariable(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// What the name of a value or a section consists of, before `=` or `]`.
    static func isName(_ octet: UInt8) -> Bool { isVariable(octet) || punctuation.contains(octet) }

    private static let punctuation = Array("!.%&*+,/;?@^~|-".utf8)

    static let escape = UInt8(ascii: "\\")
    static let dollar = UInt8(ascii: "$")
    static let colon = UInt8(ascii: ":")
}
