import LucidOpenSSLText
import LucidX509

/// Times as openssl prints them.
enum TimeText {
    /// `Jan  1 00:00:00 2027 GMT`, or `2027-01-01 00:00:00Z`.
    static func text(_ time: CalendarTime, _ format: DateFormat) -> String {
        let parts = time.components
        switch format {
        case .iso8601:
            return time.description.replacing("T", with: " ")
        case .rfc822:
            let clock = time.description.dropFirst(11).prefix(8)
            let day = parts.day < 10 ? " \(parts.day)" : "\(parts.day)"
            return "\(months[parts.month - 1]) \(day) \(clock) \(parts.year) GMT"
        }
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
