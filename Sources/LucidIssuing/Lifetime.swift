/// How long something is valid, as people write it: `90d`, `12h`, `2w`, `1y`.
public struct Lifetime: Hashable, Sendable, Comparable {
    /// At least one.
    public let seconds: Int64

    /// So many seconds, at least one and at most ten thousand years, which is the whole of the calendar.
    public init(seconds: Int64) { self.seconds = min(max(seconds, 1), Self.calendarSeconds) }

    /// So many days of 86,400 seconds.
    public static func days(_ count: Int) -> Lifetime {
        let (seconds, overflow) = Int64(count).multipliedReportingOverflow(by: 86_400)
        return Lifetime(seconds: overflow ? (count < 0 ? 1 : calendarSeconds) : seconds)
    }

    /// From a whole number and a unit: `h` hours, `d` days, `w` weeks, `y` years of 365 days. Nil for anything else, for zero,
    /// and for more than ten thousand years.
    public init?(_ text: some StringProtocol) {
        guard let unit = text.last, let length = Self.units.first(where: { $0.letter == unit })?.seconds else {
            return nil
        }
        let digits = text.dropLast()
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let count = Int64(digits),
            count > 0, count <= Self.calendarSeconds / length
        else { return nil }
        seconds = count * length
    }

    /// Whether a text is what `init(_:)` takes but for its number, which is too small or too large.
    public static func isOutOfRange(_ text: some StringProtocol) -> Bool {
        guard let unit = text.last, units.contains(where: { $0.letter == unit }), text.count > 1 else { return false }
        return text.dropLast().utf8.allSatisfy { (0x30...0x39).contains($0) } && Lifetime(text) == nil
    }

    /// What `init(_:)` takes, for error messages.
    public static let allowed = "a whole number with h, d, w or y behind it, such as 12h, 90d, 2w or 1y (365 days)"

    private static let units: [(letter: Character, seconds: Int64)] = [
        ("h", 3600), ("d", 86_400), ("w", 7 * 86_400), ("y", 365 * 86_400),
    ]
    private static let calendarSeconds: Int64 = 3_652_425 * 86_400

    public static func < (a: Lifetime, b: Lifetime) -> Bool { a.seconds < b.seconds }
}

extension Lifetime: CustomStringConvertible {
    /// Days where it is a number of days, else hours or seconds: `90d`, `12h`, `30s`.
    public var description: String {
        if seconds % 86_400 == 0 { return "\(seconds / 86_400)d" }
        return seconds % 3600 == 0 ? "\(seconds / 3600)h" : "\(seconds)s"
    }
}
