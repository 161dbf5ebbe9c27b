import LucidDER

/// Whether a text is a UTCTime or GeneralizedTime, in all forms of X.680 §46 and §47 that name a time zone.
enum ASN1TimeText {
    /// - Parameter yearDigitCount: 2 for UTCTime, 4 for GeneralizedTime.
    static func isTime(_ text: [UInt8], yearDigitCount: Int) -> Bool {
        var rest = text[...]
        guard let year = number(&rest, digitCount: yearDigitCount), let month = number(&rest, digitCount: 2),
            let day = number(&rest, digitCount: 2), let hour = number(&rest, digitCount: 2),
            let minute = number(&rest, digitCount: 2)
        else { return false }
        var second = 0
        if rest.first?.isDigit == true {
            guard let given = number(&rest, digitCount: 2) else { return false }
            second = given
        }
        if yearDigitCount == 4, rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            let fraction = rest.prefix(while: \.isDigit)
            guard !fraction.isEmpty else { return false }
            rest = rest.dropFirst(fraction.count)
        }
        let fullYear = yearDigitCount == 4 ? year : year < 50 ? 2000 + year : 1900 + year
        guard
            CalendarTime(year: fullYear, month: month, day: day, hour: hour, minute: minute, second: second) != nil
        else { return false }
        return isZone(rest)
    }

    /// `Z`, or a difference such as `+0100`.
    private static func isZone(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        guard let sign = rest.popFirst() else { return false }
        if sign == UInt8(ascii: "Z") { return rest.isEmpty }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = number(&rest, digitCount: 2),
            let minutes = number(&rest, digitCount: 2)
        else { return false }
        return hours <= 12 && minutes <= 59 && rest.isEmpty
    }

    private static func number(_ rest: inout ArraySlice<UInt8>, digitCount: Int) -> Int? {
        let digits = rest.prefix(digitCount)
        guard digits.count == digitCount, digits.allSatisfy(\.isDigit) else { return nil }
        rest = rest.dropFirst(digitCount)
        return Int(digits.text)
    }
}
