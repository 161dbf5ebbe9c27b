/// The lines of a file, without their ends and without white space after them.
enum Lines {
    /// Calls `body` with each line's range and number, counted from 1, until it answers false.
    static func forEach(in bytes: Span<UInt8>, _ body: (Range<Int>, Int) -> Bool) {
        var start = 0
        var number = 1
        while start < bytes.count {
            let end = bytes.firstIndex(of: UInt8(ascii: "\n"), from: start)
            var trimmed = end
            while trimmed > start && isSpace(bytes[trimmed - 1]) { trimmed -= 1 }
            guard body(start..<trimmed, number) else { return }
            start = end + 1
            number += 1
        }
    }

    /// The number of the last line.
    static func count(_ bytes: Span<UInt8>) -> Int {
        var count = 0
        forEach(in: bytes) { _, number in
            count = number
            return true
        }
        return count
    }

    /// How many bytes stand between `start` and the next `-`, which Base64 text does not have.
    static func byteCountToNextDash(_ bytes: Span<UInt8>, from start: Int) -> Int {
        bytes.firstIndex(of: UInt8(ascii: "-"), from: start) - start
    }

    /// Whether a line begins so.
    static func hasPrefix(_ prefix: StaticString, _ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
        let wanted = prefix.utf8CodeUnitCount
        // A byte order mark before the first line is passed over.
        let start =
            line.lowerBound == 0 && bytes.count >= 3 && bytes[0] == 0xef && bytes[1] == 0xbb && bytes[2] == 0xbf
            ? 3 : line.lowerBound
        guard line.upperBound - start >= wanted else { return false }
        return prefix.withUTF8Buffer { prefix in
            (0..<wanted).allSatisfy { unsafe prefix[$0] == bytes[start + $0] }
        }
    }

    /// The label of a BEGIN or END line, or nil for any other line.
    static func label(_ prefix: StaticString, _ bytes: Span<UInt8>, _ line: Range<Int>) -> String? {
        // Most lines are Base64 text: one look at the first octet tells.
        guard let first = line.first, bytes[first] == UInt8(ascii: "-") || bytes[first] == 0xef,
            hasPrefix(prefix, bytes, line)
        else { return nil }
        let whole = text(bytes, line)
        guard whole.hasSuffix("-----"), let from = whole.range(of: prefix.description) else { return nil }
        let label = whole[from...].dropLast(5)
        return label.isEmpty ? nil : String(label)
    }

    static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: range.map { bytes[$0] }, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
    }
}

extension String {
    /// The index behind the first occurrence of `prefix`, which stands at the beginning or behind a byte order mark.
    fileprivate func range(of prefix: String) -> String.Index? {
        if hasPrefix(prefix) { return index(startIndex, offsetBy: prefix.count) }
        return first == "\u{feff}" ? index(startIndex, offsetBy: prefix.count + 1, limitedBy: endIndex) : nil
    }
}
