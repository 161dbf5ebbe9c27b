public import LucidDER

/// Times as `index.txt` has them: those of ASN.1 as text.
public enum OpenSSLTime {
    /// `YYMMDDHHMMSSZ`, where years below 50 are 20xx (RFC 5280 §4.1.2.5.1), or `YYYYMMDDHHMMSSZ`; nil for anything else.
    public static func time(_ text: some StringProtocol) -> CalendarTime? {
        var digits = Array(text.utf8)
        guard digits.popLast() == UInt8(ascii: "Z"), digits.count == 12 || digits.count == 14,
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        let pairs = stride(from: 0, to: digits.count, by: 2).map {
            Int(digits[$0] - UInt8(ascii: "0")) * 10 + Int(digits[$0 + 1] - UInt8(ascii: "0"))
        }
        let isLong = pairs.count == 7
        let year = isLong ? pairs[0] * 100 + pairs[1] : pairs[0] + (pairs[0] < 50 ? 2000 : 1900)
        let rest = pairs.suffix(5).map { $0 }
        return CalendarTime(
            year: year, month: rest[0], day: rest[1], hour: rest[2], minute: rest[3], second: rest[4])
    }

    /// As openssl writes it: with two digits of the year from 1950 to 2049.
    public static func text(_ time: CalendarTime) -> String {
        let long = generalized(time)
        return DERTime(time).kind == .utc ? String(long.dropFirst(2)) : long
    }

    /// `YYYYMMDDHHMMSSZ`.
    public static func generalized(_ time: CalendarTime) -> String {
        time.description.filter { $0.isNumber || $0 == "Z" }
    }
}
