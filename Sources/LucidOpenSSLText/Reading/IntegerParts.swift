import LucidNumber

/// An INTEGER as OpenSSL keeps it: a sign and the magnitude's octets.
struct IntegerParts {
    let isNegative: Bool
    /// Without zeros in front; one octet at least.
    let magnitude: [UInt8]

    /// From the content octets, two's complement; nil where there are none.
    init?(content: some Collection<UInt8>) {
        guard let first = content.first else { return nil }
        isNegative = first & 0x80 != 0
        var octets = Array(content)
        if isNegative {
            // Two's complement: all bits turned, and one more.
            var carry: UInt8 = 1
            for index in octets.indices.reversed() {
                (octets[index], carry) = (~octets[index] &+ carry, octets[index] == 0 && carry == 1 ? 1 : 0)
            }
            if carry == 1 { octets.insert(1, at: 0) }
        }
        magnitude = Self.withoutLeadingZeros(octets)
    }

    /// The value of an INTEGER; nil where the element is something else. DER's rule of the fewest octets is OpenSSL's too.
    init?(_ element: BERElement, tag: BERTag = .integer) {
        guard element.tag == tag else { return nil }
        let octets = Array(element.octets)
        if octets.count > 1, octets[0] == 0 && octets[1] < 0x80 || octets[0] == 0xff && octets[1] >= 0x80 { return nil }
        self.init(content: octets)
    }

    /// A natural number.
    init(magnitude: some Sequence<UInt8>) {
        isNegative = false
        self.magnitude = Self.withoutLeadingZeros(Array(magnitude))
    }

    private static func withoutLeadingZeros(_ octets: [UInt8]) -> [UInt8] {
        let trimmed = Array(octets.drop { $0 == 0 })
        return trimmed.isEmpty ? [0] : trimmed
    }

    var isZero: Bool { magnitude == [0] }

    /// The number of bits of the magnitude.
    var bitCount: Int {
        isZero ? 0 : magnitude.count * 8 - (magnitude.first?.leadingZeroBitCount ?? 0)
    }

    /// The value where it fits 64 bits.
    var small: Int? {
        guard magnitude.count <= 8 else { return nil }
        let value = magnitude.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        if isNegative { return value <= 1 << 63 ? Int(truncatingIfNeeded: 0 &- value) : nil }
        return Int(exactly: value)
    }

    /// Decimal digits; from 128 bits on hexadecimal ones behind `0x`, as OpenSSL prints numbers in extensions.
    var text: String {
        (isNegative ? "-" : "")
            + (bitCount < 128
                ? Natural(bigEndian: magnitude).description : "0x" + magnitude.map(\.upperHex).joined())
    }

    /// `0A1B`, with `-` before it.
    var hexadecimal: String { (isNegative ? "-" : "") + magnitude.map(\.upperHex).joined() }

    /// The same without a zero in front: `A1B`.
    var shortestHexadecimal: String {
        let digits = hexadecimal
        return isZero ? "0" : digits.hasPrefix("0") ? String(digits.dropFirst()) : digits
    }

    /// All digits, with a backslash and a line feed after each 35 octets: `i2a_ASN1_INTEGER`.
    var brokenHexadecimal: String {
        let octets = magnitude.enumerated().map { index, octet in
            (index > 0 && index % 35 == 0 ? "\\\n" : "") + octet.upperHex
        }
        return (isNegative ? "-" : "") + octets.joined()
    }
}

extension UInt8 {
    /// Two hexadecimal digits, `0A`.
    var upperHex: String { String(decoding: [Self.digit(self >> 4, 0x41), Self.digit(self & 15, 0x41)], as: UTF8.self) }
    /// Two hexadecimal digits, `0a`.
    var lowerHex: String { String(decoding: [Self.digit(self >> 4, 0x61), Self.digit(self & 15, 0x61)], as: UTF8.self) }

    private static func digit(_ value: UInt8, _ ten: UInt8) -> UInt8 { value < 10 ? 0x30 + value : ten + value - 10 }
}
