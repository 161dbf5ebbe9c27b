import LucidDER

/// Integers of any size, as openssl writes them: `12`, `-12`, `0x0c`.
enum IntegerText {
    /// No number has more digits: to read one takes time that grows with the square of their number.
    private static let digitCountLimit = 4096

    /// The content octets of the INTEGER (X.690 §8.3).
    static func content(_ text: [UInt8], at place: ValuePlace) throws(ConfigurationProblem) -> [UInt8] {
        var digits = text[...]
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        let prefix = digits.prefix(2).text
        let isHexadecimal = prefix == "0x" || prefix == "0X"
        if isHexadecimal { digits = digits.dropFirst(2) }
        let radix: UInt32 = isHexadecimal ? 16 : 10
        guard !digits.isEmpty, digits.count <= digitCountLimit,
            digits.allSatisfy({ ($0.hexValue).map { $0 < radix } ?? false })
        else {
            throw place.problem(
                "\"\(text.text)\" is no number; write decimal digits, or 0x and hexadecimal ones, \(digitCountLimit) at most"
            )
        }
        let magnitude = DERInteger(magnitude: magnitude(digits, radix: radix)).content.array
        return isNegative ? negated(magnitude) : magnitude
    }

    /// The number's octets, most significant first.
    private static func magnitude(_ digits: ArraySlice<UInt8>, radix: UInt32) -> [UInt8] {
        var octets: [UInt8] = [0]  // least significant first
        for digit in digits {
            var carry = UInt32(digit.hexValue ?? 0)
            for index in octets.indices {
                carry += UInt32(octets[index]) * radix
                octets[index] = UInt8(truncatingIfNeeded: carry)
                carry >>= 8
            }
            if carry > 0 { octets.append(UInt8(truncatingIfNeeded: carry)) }
        }
        return octets.reversed()
    }

    /// The number with the other sign, in as few octets as it needs.
    private static func negated(_ content: [UInt8]) -> [UInt8] {
        var octets = content
        var carry: UInt8 = 1
        for index in octets.indices.reversed() {
            let (sum, overflows) = (~octets[index]).addingReportingOverflow(carry)
            octets[index] = sum
            carry = overflows ? 1 : 0
        }
        // Nine equal bits at the beginning are one octet too many (X.690 §8.3.2).
        while octets.count > 1, octets[0] == 0xff && octets[1] >= 0x80 || octets[0] == 0 && octets[1] < 0x80 {
            octets.removeFirst()
        }
        return octets
    }
}
