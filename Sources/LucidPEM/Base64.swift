/// Base64 (RFC 4648 §4), without a table: keys travel as Base64 too, and a look-up by a secret index would show in the
/// cache.
///
/// Each character's value is found by comparing it with the five ranges of the alphabet, using masks instead of
/// branches.
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

    /// The 48 bits that each of four times eight characters stand for, or nil where one of the characters has no value.
    /// Eight characters are the octets of one word, the first one on top; all 32 are looked at with the same few
    /// operations.
    @inline(__always)
    static func bits(ofWords characters: SIMD4<UInt64>) -> SIMD4<UInt64>? {
        let ones = SIMD4<UInt64>(repeating: 0x0101_0101_0101_0101)
        let topBits = ones &* 0x80
        let lowBits = characters & ~topBits
        // In the octets that are at least `first`, this sum reaches the top bit. No octet's sum overflows into the
        // next.
        @inline(__always)
        func atLeast(_ first: UInt8) -> SIMD4<UInt64> { lowBits &+ ones &* UInt64(128 - first) }
        // All ones in the octets from `first` to `last`.
        @inline(__always)
        func inRange(_ first: UInt8, _ last: UInt8) -> SIMD4<UInt64> {
            let tops = atLeast(first) & ~atLeast(last + 1) & topBits
            return tops | (tops &- tops &>> 7)
        }
        let upper = inRange(UInt8(ascii: "A"), UInt8(ascii: "Z")), lower = inRange(UInt8(ascii: "a"), UInt8(ascii: "z"))
        let digit = inRange(UInt8(ascii: "0"), UInt8(ascii: "9"))
        let plus = inRange(UInt8(ascii: "+"), UInt8(ascii: "+")), slash = inRange(UInt8(ascii: "/"), UInt8(ascii: "/"))
        let strangers = ~(upper | lower | digit | plus | slash) | characters & topBits
        guard strangers[0] | strangers[1] | strangers[2] | strangers[3] == 0 else { return nil }
        // From the character's code to its value: no octet falls below zero, because each is in its range.
        var values = characters &- (upper & ones &* 65) &- (lower & ones &* (97 - 26))
        values &+= (digit & ones &* (52 - 48)) &+ (plus & ones &* (62 - 43)) &+ (slash & ones &* (63 - 47))
        // Close up the gaps of two bits: pairs of six bits to twelve, pairs of these to 24, and those to 48.
        func mask(_ bits: UInt64) -> SIMD4<UInt64> { SIMD4(repeating: bits) }
        let twelves = (values & mask(0x3f00_3f00_3f00_3f00)) &>> 2 | values & mask(0x003f_003f_003f_003f)
        let twentyFours = (twelves & mask(0x0fff_0000_0fff_0000)) &>> 4 | twelves & mask(0x0000_0fff_0000_0fff)
        return (twentyFours &>> 32) &<< 24 | twentyFours & mask(0x00ff_ffff)
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

    /// Octets as Base64 text, with padding and without line breaks.
    public static func encode(_ bytes: Span<UInt8>) -> String {
        var characters: [UInt8] = []
        append(bytes, to: &characters)
        return String(decoding: characters, as: UTF8.self)
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
    /// The octets so far, and room for those to come.
    private var buffer: [UInt8]
    /// How much of the buffer is filled.
    private var byteCount = 0
    private var group = 0
    private var characterCount = 0
    private var paddingCount = 0

    /// With room for so many octets. Should there be more, the buffer grows.
    init(expectedByteCount: Int) { buffer = [UInt8](repeating: 0, count: expectedByteCount) }

    /// Takes as many characters as it can in groups of 32, and returns where it stopped: less than 32 characters before
    /// the end of the range, at a group with something else than the alphabet in it, such as a space, or at once where
    /// the characters so far do not make up whole octets.
    mutating func takeGroups(_ characters: Span<UInt8>, _ range: Range<Int>) -> Int {
        guard characterCount % 4 == 0, paddingCount == 0 else { return range.lowerBound }
        let capacity = buffer.count
        var index = range.lowerBound, filled = byteCount
        var octets = buffer.mutableSpan
        while range.upperBound - index >= 32, capacity - filled >= 24 {
            let words = SIMD4(
                characters.word(at: index), characters.word(at: index + 8), characters.word(at: index + 16),
                characters.word(at: index + 24))
            guard let bits = Base64.bits(ofWords: words) else { break }
            // Four times 48 bits are three times 64.
            octets.store(bits[0] << 16 | bits[1] >> 32, at: filled)
            octets.store(bits[1] << 32 | bits[2] >> 16, at: filled + 8)
            octets.store(bits[2] << 48 | bits[3], at: filled + 16)
            filled += 24
            index += 32
        }
        byteCount = filled
        characterCount += index - range.lowerBound
        return index
    }

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
            append(group >> 16)
            append(group >> 8)
            append(group)
            group = 0
        }
        return nil
    }

    /// Appends the lowest eight bits.
    private mutating func append(_ bits: Int) {
        if byteCount < buffer.count {
            buffer[byteCount] = UInt8(truncatingIfNeeded: bits)
        } else {
            buffer.append(UInt8(truncatingIfNeeded: bits))
        }
        byteCount += 1
    }

    /// Hands the octets out, in the buffer that they were collected in, so that a key leaves no copy behind.
    consuming func takeBytes() -> [UInt8] {
        buffer.removeLast(buffer.count - byteCount)
        return buffer
    }

    /// Ends the text.
    mutating func finish() -> PEMError.Reason? {
        switch (characterCount % 4, paddingCount) {
        case (0, 0):
            return byteCount == 0 ? .empty : nil
        case (2, 2):
            guard group & 0x0f == 0 else { return .base64BitsLeftOver }
            append(group >> 4)
            return nil
        case (3, 1):
            guard group & 0x03 == 0 else { return .base64BitsLeftOver }
            append(group >> 10)
            append(group >> 2)
            return nil
        default:
            return .base64Truncated
        }
    }
}
