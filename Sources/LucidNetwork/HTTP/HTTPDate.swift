/// Times as HTTP writes them.
public enum HTTPDate {
    /// IMF-fixdate (RFC 9110 §5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
    ///
    /// - Parameter seconds: since 1970, within the years 0 to 9999; what is outside is moved to the nearest of them.
    public static func text(_ seconds: Int64) -> String {
        let bounded = min(max(seconds, -62_167_219_200), 253_402_300_799)
        let (day, second) = bounded.quotientAndRemainder(dividingBy: 86_400)
        let days = second < 0 ? day - 1 : day
        let rest = Int(second < 0 ? second + 86_400 : second)
        let (year, month, dayOfMonth) = date(Int(days))
        // 1 January 1970 was a Thursday.
        let weekday = weekdays[((Int(days) + 4) % 7 + 7) % 7]
        let yearText = String(repeating: "0", count: 4 - "\(year)".count) + "\(year)"
        let time = [rest / 3600, rest / 60 % 60, rest % 60].map(two).joined(separator: ":")
        return "\(weekday), \(two(dayOfMonth)) \(months[month - 1]) \(yearText) \(time) GMT"
    }

    /// The day of the Gregorian calendar that is so many days after 1 January 1970. Years are counted from March, so that the
    /// leap day is the last one.
    private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
        // Days since 1 March of the year 0; 400 years have 146,097 of them.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        // Months from March on have 31, 30, 31, 30, 31 days, twice, and then the rest: 153 in five months.
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
