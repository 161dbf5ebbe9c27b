/// A UTCTime or GeneralizedTime, read as leniently as OpenSSL reads: without seconds, with fractions and with offsets.
struct TimeParts {
    /// In GMT.
    var year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0
    /// Such as `.25`; empty where there are no fractions.
    var fraction = ""
    /// Whether the text ends in `Z`.
    let isZulu: Bool

    /// nil where the octets are no time.
    init?(_ octets: ArraySlice<UInt8>, isGeneralized: Bool) {
        let text = Array(octets)
        isZulu = text.last == 0x5a
        var place = 0
        func number(_ digits: Int) -> Int? {
            guard place + digits <= text.count else { return nil }
            var value = 0
            for octet in text[place..<place + digits] {
                guard (0x30...0x39).contains(octet) else { return nil }
                value = value * 10 + Int(octet) - 0x30
            }
            place += digits
            return value
        }
        func isNext(_ octet: UInt8) -> Bool { place < text.count && text[place] == octet }
        if isGeneralized {
            guard let year = number(4) else { return nil }
            self.year = year
        } else {
            guard let year = number(2) else { return nil }
            self.year = year < 50 ? 2000 + year : 1900 + year
        }
        guard let month = number(2), (1...12).contains(month), let day = number(2),
            (1...Self.days(in: month, of: year)).contains(day), let hour = number(2), hour <= 23,
            let minute = number(2), minute <= 59
        else { return nil }
        (self.month, self.day, self.hour, self.minute) = (month, day, hour, minute)
        if place < text.count, (0x30...0x39).contains(text[place]) {
            guard let second = number(2), second <= 59 else { return nil }
            self.second = second
            if isGeneralized, isNext(0x2e) {
                let start = place
                place += 1
                while place < text.count, (0x30...0x39).contains(text[place]) { place += 1 }
                guard place > start + 1 else { return nil }
                fraction = String(decoding: text[start..<place], as: UTF8.self)
            }
        }
        if isNext(0x5a) {
            place += 1
        } else if isNext(0x2b) || isNext(0x2d) {
            let sign = isNext(0x2d) ? 1 : -1
            place += 1
            guard let hours = number(2), hours <= 12, let minutes = number(2), minutes <= 59 else { return nil }
            move(bySeconds: sign * (hours * 3600 + minutes * 60))
        }
        // Without Z and without an offset it is local time, which OpenSSL refuses in certificates and prints all the same.
        guard place == text.count else { return nil }
    }

    /// The time of an element; nil where that is no time.
    init?(_ element: BERElement) {
        guard element.tag == .utcTime || element.tag == .generalizedTime else { return nil }
        self.init(element.octets, isGeneralized: element.tag == .generalizedTime)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Less than a day forth or back.
    private mutating func move(bySeconds change: Int) {
        var seconds = hour * 3600 + minute * 60 + second + change
        if seconds < 0 {
            seconds += 86_400
            day -= 1
            if day == 0 {
                month -= 1
                if month == 0 { (month, year) = (12, year - 1) }
                day = Self.days(in: month, of: year)
            }
        } else if seconds >= 86_400 {
            seconds -= 86_400
            day += 1
            if day > Self.days(in: month, of: year) {
                (day, month) = (1, month + 1)
                if month == 13 { (month, year) = (1, year + 1) }
            }
        }
        (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Jan  1 00:00:00 2026 GMT`, or `2026-01-01 00:00:00Z`.
    func text(_ format: DateFormat) -> String {
        let clock = "\(Self.two(hour)):\(Self.two(minute)):\(Self.two(second))\(fraction)"
        switch format {
        case .rfc822:
            let day = day < 10 ? " \(day)" : "\(day)"
            return "\(Self.months[month - 1]) \(day) \(clock) \(year)" + (isZulu ? " GMT" : "")
        case .iso8601:
            let digits = String(year)
            let year = String(repeating: " ", count: max(0, 4 - digits.count)) + digits
            return "\(year)-\(Self.two(month))-\(Self.two(day)) \(clock)" + (isZulu ? "Z" : "")
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// How dates are printed: openssl's `-dateopt`.
public enum DateFormat: Hashable, Sendable {
    /// `Jan  1 00:00:00 2026 GMT`, where nothing else is asked for.
    case rfc822
    /// `2026-01-01 00:00:00Z`
    case iso8601

    /// The value of `-dateopt`; nil where it is none.
    public init?(_ text: some StringProtocol) {
        switch text.lowercased() {
        case "rfc_822": self = .rfc822
        case "iso_8601": self = .iso8601
        default: return nil
        }
    }
}

extension TextOutput {
    /// A time, or `Bad time value`.
    mutating func time(_ element: BERElement, _ format: DateFormat = .rfc822) {
        put(TimeParts(element)?.text(format) ?? "Bad time value")
    }
}
