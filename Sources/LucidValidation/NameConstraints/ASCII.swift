/// The octets that the syntaxes of names are made of.
enum ASCII {
    static let dot = UInt8(ascii: "."), hyphen = UInt8(ascii: "-"), plus = UInt8(ascii: "+")
    static let at = UInt8(ascii: "@"), colon = UInt8(ascii: ":"), slash = UInt8(ascii: "/")
    static let question = UInt8(ascii: "?"), hash = UInt8(ascii: "#"), asterisk = UInt8(ascii: "*")
    static let quote = UInt8(ascii: "\""), backslash = UInt8(ascii: "\\")
    static let zero = UInt8(ascii: "0"), lowercaseX = UInt8(ascii: "x")

    static func lowercase(_ octet: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet | 0x20 : octet
    }
    static func isLowercaseLetter(_ octet: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet) }
    static func isLetter(_ octet: UInt8) -> Bool { isLowercaseLetter(lowercase(octet)) }
    static func isDigit(_ octet: UInt8) -> Bool { (zero...UInt8(ascii: "9")).contains(octet) }
    static func isLowercaseHexDigit(_ octet: UInt8) -> Bool {
        isDigit(octet) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(octet)
    }
}
