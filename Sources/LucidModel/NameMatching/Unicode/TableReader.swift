/// Reads the text of the tables beside this file: hexadecimal numbers, words, and signs between them.
///
/// The text is ours, so nothing here throws; NormalizationTests shows that all of it is read.
struct TableReader {
    private let octets: [UInt8]
    private var place = 0

    init(_ text: String) { octets = Array(text.utf8) }

    /// Whether entries are left. Moves over the blanks before the next one.
    mutating func hasNext() -> Bool {
        while let octet = next, octet == UInt8(ascii: " ") || octet == UInt8(ascii: "\n") { place += 1 }
        return next != nil
    }

    /// A hexadecimal number in small letters; 0 where there is none.
    mutating func number() -> UInt32 {
        var value: UInt32 = 0
        while let octet = next, let digit = Self.digit(octet) {
            value = value << 4 | digit
            place += 1
        }
        return value
    }

    /// All up to the next blank.
    mutating func word() -> String {
        let start = place
        while let octet = next, octet > UInt8(ascii: " ") { place += 1 }
        return String(decoding: octets[start..<place], as: UTF8.self)
    }

    /// Whether the sign comes next; moves over it if so.
    mutating func skips(_ sign: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: sign) else { return false }
        place += 1
        return true
    }

    /// A range, `first..last` or one number.
    mutating func range() -> ClosedRange<UInt32> {
        let first = number()
        guard skips("."), skips(".") else { return first...first }
        return first...max(first, number())
    }

    private var next: UInt8? { place < octets.count ? octets[place] : nil }

    private static func digit(_ octet: UInt8) -> UInt32? {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(octet - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(octet - UInt8(ascii: "a") + 10)
        default: nil
        }
    }
}
