import LucidX509

/// RFC 3339 with everything that it allows: fractions of seconds and offsets from UTC. (`CalendarTime` reads what users
/// type, which is UTC to the second.)
enum Timestamp {
    /// The whole second that a timestamp is in; nil for anything else than RFC 3339 §5.6's `date-time`.
    ///
    /// Certificates say whole seconds, and one that ends at 12:00:00 is valid during that second (RFC 5280 §4.1.2.5).
    static func read(_ text: String) -> CalendarTime? {
        var rest = Substring(text)
        guard rest.count >= 20, let separator = rest.dropFirst(10).first, "Tt ".contains(separator) else { return nil }
        let date = rest.prefix(10)
        let clock = rest.dropFirst(11).prefix(8)
        rest = rest.dropFirst(19)
        // §5.7: a leap second is 60; POSIX time has no place for it but the second that follows.
        let isLeapSecond = clock.hasSuffix(":60")
        let whole = isLeapSecond ? clock.dropLast(2) + "59" : clock
        guard let local = CalendarTime("\(date)T\(whole)Z") else { return nil }
        if rest.first == "." {
            let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty else { return nil }
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let offset = offset(rest) else { return nil }
        return local.adding(seconds: (isLeapSecond ? 1 : 0) - offset)
    }

    /// `time-offset`, in seconds east of Greenwich.
    private static func offset(_ text: Substring) -> Int64? {
        if text == "Z" || text == "z" { return 0 }
        let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
        guard let sign = text.first, "+-".contains(sign), parts.count == 2, parts.allSatisfy({ $0.count == 2 }),
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let hours = Int64(parts[0]), let minutes = Int64(parts[1]), hours < 24, minutes < 60
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
    }
}
