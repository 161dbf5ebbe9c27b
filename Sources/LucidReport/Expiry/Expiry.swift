public import LucidDER

/// When something ends, in words.
public enum Expiry {
    /// `in 30 days`, `5 hours ago`: whole days from two days on, else whole hours, else minutes, cut off and not rounded, so
    /// that nothing seems to last longer than it does.
    public static func distance(from now: CalendarTime, to end: CalendarTime) -> String {
        let seconds = end.secondsSince1970 - now.secondsSince1970
        let length =
            switch abs(seconds) {
            case (2 * 86_400)...: counted(Int(abs(seconds) / 86_400), "day")
            case (2 * 3_600)...: counted(Int(abs(seconds) / 3_600), "hour")
            default: counted(Int(abs(seconds) / 60), "minute")
            }
        return seconds < 0 ? "\(length) ago" : "in \(length)"
    }
}
