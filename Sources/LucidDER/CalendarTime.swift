/// A second of the Gregorian calendar in UTC, from the year 0 to 9999.
public struct CalendarTime: Hashable, Sendable {
    /// Seconds since 1970-01-01 00:00:00 UTC, leap seconds not counted (POSIX time).
    public let secondsSince1970: Int64

    /// From POSIX time; clamped to the years 0 to 9999, which is what certificates can say.
    public init(secondsSince1970: Int64) {
        self.secondsSince1970 = min(max(secondsSince1970, Self.earliest), Self.latest)
    }

    private static let earliest: Int64 = -62_167_219_200  // 0000-01-01 00:00:00
    private static let latest: Int64 = 253_402_300_799  // 9999-12-31 23:59:59

    /// From a date and a time of day, or nil where the calendar or the clock has no such second.
    public init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.dayCount(ofMonth: month, year: year), (0...23).contains(hour), (0...59).contains(minute),
            (0...59).contains(second)
        else { return nil }
        let days = Self.daysSince1970(year: year, month: month, day: day)
        secondsSince1970 = Int64(days * 86400 + hour * 3600 + minute * 60 + second)
    }

    /// The date and the time of day.
    public struct Components: Hashable, Sendable {
        public let year, month, day, hour, minute, second: Int
    }

    /// The date and the time of day.
    public var components: Components {
        let days = Int(secondsSince1970 >= 0 ? secondsSince1970 / 86400 : (secondsSince1970 - 86399) / 86400)
        let secondOfDay = Int(secondsSince1970) - days * 86400
        let (year, month, day) = Self.date(daysSince1970: days)
        return Components(
            year: year, month: month, day: day, hour: secondOfDay / 3600, minute: secondOfDay / 60 % 60,
            second: secondOfDay % 60)
    }

    /// The time so many seconds later.
    public func adding(seconds: Int64) -> CalendarTime {
        let (sum, overflow) = secondsSince1970.addingReportingOverflow(seconds)
        return CalendarTime(secondsSince1970: overflow ? (seconds < 0 ? .min : .max) : sum)
    }

    // MARK: The calendar

    private static func dayCount(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Days from 1970-01-01. The year is counted from March, so that the leap day is its last; 400 years, one era, have
    /// 146097 days; month lengths from March on follow (153·m + 2) / 5.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146097 + dayOfEra - 719468  // 719468 days from 0000-03-01 to 1970-01-01
    }

    private static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719468
        let era = (shifted >= 0 ? shifted : shifted - 146096) / 146097
        let dayOfEra = shifted - era * 146097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension CalendarTime: Comparable {
    public static func < (a: CalendarTime, b: CalendarTime) -> Bool { a.secondsSince1970 < b.secondsSince1970 }
}

extension CalendarTime: CustomStringConvertible {
    /// RFC 3339: `2026-11-21T20:44:51Z`.
    public var description: String {
        let c = components
        return "\(Self.digits(c.year, 4))-\(Self.digits(c.month, 2))-\(Self.digits(c.day, 2))"
            + "T\(Self.digits(c.hour, 2)):\(Self.digits(c.minute, 2)):\(Self.digits(c.second, 2))Z"
    }

    /// The date alone: `2026-11-21`.
    public var date: String { String(description.prefix(10)) }

    static func digits(_ value: Int, _ width: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    /// Reads RFC 3339 in UTC (`2026-11-21T20:44:51Z`), a date alone (its first second), or POSIX seconds (`@1763757891`);
    /// nil for anything else.
    public init?(_ text: some StringProtocol) {
        if text.first == "@", let seconds = Int64(text.dropFirst()) {
            self.init(secondsSince1970: seconds)
            return
        }
        let octets = Array(text.utf8)
        let pattern = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
        guard octets.count == 10 || octets.count == 20 else { return nil }
        for (octet, wanted) in zip(octets, pattern) {
            let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
            guard wanted == UInt8(ascii: "d") ? isDigit : octet == wanted else { return nil }
        }
        func number(_ range: Range<Int>) -> Int { octets[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) } }
        let hasTime = octets.count == 20
        self.init(
            year: number(0..<4), month: number(5..<7), day: number(8..<10), hour: hasTime ? number(11..<13) : 0,
            minute: hasTime ? number(14..<16) : 0, second: hasTime ? number(17..<19) : 0)
    }
}
