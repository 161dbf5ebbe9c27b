import LucidDER

// RFC 5280 §4.1.2.5: from when to when.

extension Annotator {
    mutating func validity(_ field: String) throws(DERError) {
        let line = nextLine
        let start = offset
        try structure(
            Meaning(
                field, "\(field)             Validity",
                "The time in which the issuer vouches for the certificate, both ends included.",
                "RFC 5280 §4.1.2.5")
        ) { inner throws(DERError) in
            try inner.time(
                Meaning(
                    "notBefore", "notBefore      Time", "The first second of validity, always in UTC.",
                    "RFC 5280 §4.1.2.5"))
            try inner.time(
                Meaning(
                    "notAfter", "notAfter       Time",
                    "The last second of validity. Through 2049 it is a UTCTime, with two digits for the year; then a GeneralizedTime.",
                    "RFC 5280 §4.1.2.5"))
        }
        var cursor = DERCursor(DERBytes(source, start..<offset))
        let times = try? cursor.sequence("") { inner throws(DERError) in
            (try inner.time("").time, try inner.time("").time)
        }
        if let (first, last) = times { setValue(Self.lifetime(from: first, to: last), ofLine: line) }
    }

    /// `90 days`, `90 days less a second`, `1 day 3:00:00`. Both ends count, so a lifetime is a second longer than the difference.
    static func lifetime(from first: CalendarTime, to last: CalendarTime) -> String {
        let seconds = last.secondsSince1970 - first.secondsSince1970 + 1
        guard seconds > 0 else { return "ends before it begins" }
        func days(_ seconds: Int64) -> String { "\(seconds / 86400) day\(seconds / 86400 == 1 ? "" : "s")" }
        switch seconds % 86400 {
        case 0: return "\(days(seconds)), to the second"
        case 1: return "\(days(seconds)) and a second"
        default:
            let rest = Int(seconds % 86400)
            func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
            let clock = "\(rest / 3600):\(two(rest / 60 % 60)):\(two(rest % 60)) hours"
            return seconds < 86400 ? clock : "\(days(seconds)) and \(clock)"
        }
    }
}
