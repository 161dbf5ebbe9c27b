/// Base64 (RFC 4648 §4), without a table: keys travel as Base64 too, and a look-up by a secret index would show in the cache.
///
/// Each character's value is found by comparing it with the five ranges of the alphabet, using masks instead of branches.
public enum Base64 {
    /// The value 0 to 63 of a character, or a negative number where it has none.
    static func value(of character: UInt8) -> Int {
        let c = Int(character)
        // inRange is all ones where first <= c <= last: both differences are negative there, so their signs agree.
        func inRange(_ first: UInt8, _ last: UInt8) -> Int { ((Int(first) - 1 - c) & (c - Int(last) - 1)) >> 63 }
        var value = -1
        value += inRange(UInt8(ascii: "A"), UInt8(ascii: "Z")) & (c - 65 + 1)
        value += inRange(UInt8(ascii: "a"), UInt8(ascii: "z")) & (c - 97 + 26 + 1)
        value += inRange(UInt8(ascii: "0"), UInt8(ascii: "9")) & (c - 48 + 52 + 1)
        value += inRange(UInt8(ascii: "+"), UInt8(ascii: "+")) & (62 + 1)
        value += inRange(UInt8(ascii: "/"), UInt8(ascii: "/")) & (63 + 1)
        return value
    }

    /// The character for a value 0 to 63.
    static func character(for value: UInt8) -> UInt8 {
        let v = Int(value)
        // The alphabet's ranges begin at 0, 26, 52, 62, 63; each step adds the jump from one range to the next.
        func atLeast(_ bound: Int) -> Int { (bound - 1 - v) >> 63 }
        var c = v + 65
        c += atLeast(26) & (97 - 26 - 65)
        c += atLeast(52) & (48 - 52 - (97 - 26))
        c += atLeast(62) & (43 - 62 - (48 - 52))
        c += atLeast(63) & (47 - 63 - (43 - 62))
        return UInt8(truncatingIfNeeded: c)
    }

    /// Appends octets as Base64 characters, with padding and without line breaks.
    static func append(_ bytes: Span<UInt8>, to out: inout [UInt8]) {
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group = UInt32(bytes[start]) << 16
            if count > 1 { group |= UInt32(bytes[start + 1]) << 8 }
            if count > 2 { group |= UInt32(bytes[start + 2]) }
            for index in 0..<4 {
                let isPadding = index > count
                out.append(isPadding ? UInt8(ascii: "=") : character(for: UInt8(group >> UInt32(18 - 6 * index) & 63)))
            }
        }
    }
}

/// Takes Base64 characters one by one and collects the octets.
struct Base64Decoder {
    private(set) var bytes: [UInt8] = []
    private var group = 0
    private var characterCount = 0
    private var paddingCount = 0

    init(expectedByteCount: Int) { bytes.reserveCapacity(expectedByteCount) }

    /// Takes one character that is neither a space nor a line break.
    mutating func take(_ character: UInt8) -> PEMError.Reason? {
        if character == UInt8(ascii: "=") {
            paddingCount += 1
            // Padding fills up a group of four that has two or three characters.
            return paddingCount > 2 || characterCount % 4 < 2 || characterCount % 4 + paddingCount > 4
                ? .characterNotBase64(character) : nil
        }
        if paddingCount > 0 { return .dataAfterPadding }
        let value = Base64.value(of: character)
        if value < 0 { return .characterNotBase64(character) }
        group = group << 6 | value
        characterCount += 1
        if characterCount % 4 == 0 {
            bytes.append(UInt8(truncatingIfNeeded: group >> 16))
            bytes.append(UInt8(truncatingIfNeeded: group >> 8))
            bytes.append(UInt8(truncatingIfNeeded: group))
            group = 0
        }
        return nil
    }

    /// Ends the text.
    mutating func finish() -> PEMError.Reason? {
        switch (characterCount % 4, paddingCount) {
        case (0, 0):
            return bytes.isEmpty ? .empty : nil
        case (2, 2):
            guard group & 0x0f == 0 else { return .base64BitsLeftOver }
            bytes.append(UInt8(truncatingIfNeeded: group >> 4))
            return nil
        case (3, 1):
            guard group & 0x03 == 0 else { return .base64BitsLeftOver }
            bytes.append(UInt8(truncatingIfNeeded: group >> 10))
            bytes.append(UInt8(truncatingIfNeeded: group >> 2))
            return nil
        default:
            return .base64Truncated
        }
    }
}
