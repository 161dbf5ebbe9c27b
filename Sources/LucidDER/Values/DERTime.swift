/// A UTCTime (X.690 §11.8) or GeneralizedTime (X.690 §11.7): a second in UTC, and the type that it was written in.
public struct DERTime: Hashable, Sendable {
    /// How the time is written.
    public enum Kind: Hashable, Sendable { case utc, generalized }

    /// The second.
    public let time: CalendarTime
    /// The type.
    public let kind: Kind

    /// In the type that RFC 5280 §4.1.2.5 asks for: UTCTime from 1950 through 2049, GeneralizedTime otherwise.
    public init(_ time: CalendarTime) {
        self.time = time
        kind = (1950...2049).contains(time.components.year) ? .utc : .generalized
    }

    fileprivate init(time: CalendarTime, kind: Kind) {
        self.time = time
        self.kind = kind
    }

    /// Whether the type is the one that RFC 5280 §4.1.2.5 asks for.
    public var hasRequiredKind: Bool { kind == DERTime(time).kind }
}

extension DERCursor {
    /// `Time ::= CHOICE { utcTime, generalTime }`: RFC 5280 §4.1 allows seconds without fractions and the suffix `Z` only,
    /// which is also what DER asks for.
    public mutating func time(_ field: StaticString) throws(DERError) -> DERTime {
        do throws(DERError) {
            switch nextTag {
            case DERTag.utcTime: return DERTime(time: try utcTime(), kind: .utc)
            case DERTag.generalizedTime:
                return DERTime(time: try generalizedTime(tag: .generalizedTime), kind: .generalized)
            case let found?:
                throw DERError(.unexpectedTag(expected: [.utcTime, .generalizedTime], found: found), at: offset)
            case nil: throw DERError(.missingElement(expected: [.utcTime, .generalizedTime]), at: offset)
            }
        } catch { throw error.inside(field) }
    }

    /// A GeneralizedTime, perhaps under an IMPLICIT tag.
    public mutating func generalizedTime(
        _ field: StaticString, tag: DERTag = .generalizedTime
    ) throws(DERError) -> CalendarTime {
        do throws(DERError) { return try generalizedTime(tag: tag) } catch { throw error.inside(field) }
    }

    /// `YYMMDDhhmmssZ`; years below 50 are 20xx, the others 19xx (RFC 5280 §4.1.2.5.1).
    private mutating func utcTime() throws(DERError) -> CalendarTime {
        let content = try element(.utcTime).content
        try checkDigits(content, count: 12, type: .utcTime)
        let year = twoDigits(content.lowerBound)
        return try calendarTime(
            year: year + (year < 50 ? 2000 : 1900), monthAt: content.lowerBound + 2, content, type: .utcTime)
    }

    /// `YYYYMMDDhhmmssZ`.
    private mutating func generalizedTime(tag: DERTag) throws(DERError) -> CalendarTime {
        let content = try element(tag).content
        if content.count > 15, source[content.lowerBound + 14] == UInt8(ascii: ".") {
            throw DERError(.timeWithFraction, at: content.lowerBound + 14)
        }
        try checkDigits(content, count: 14, type: .generalizedTime)
        let year = twoDigits(content.lowerBound) * 100 + twoDigits(content.lowerBound + 2)
        return try calendarTime(year: year, monthAt: content.lowerBound + 4, content, type: .generalizedTime)
    }

    /// The time that the ten digits from month to second say.
    private func calendarTime(
        year: Int, monthAt start: Int, _ content: Range<Int>, type: DERTag
    ) throws(DERError) -> CalendarTime {
        guard
            let time = CalendarTime(
                year: year, month: twoDigits(start), day: twoDigits(start + 2), hour: twoDigits(start + 4),
                minute: twoDigits(start + 6), second: twoDigits(start + 8))
        else { throw DERError(.timeNotOnCalendar(type: type), at: content.lowerBound) }
        return time
    }

    /// Throws unless the content is so many digits and a `Z`.
    private func checkDigits(_ content: Range<Int>, count: Int, type: DERTag) throws(DERError) {
        guard content.count == count + 1, source[content.upperBound - 1] == UInt8(ascii: "Z") else {
            throw DERError(.timeMalformed(type: type), at: content.lowerBound)
        }
        for index in content.dropLast()
        where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(source[index]) {
            throw DERError(.timeMalformed(type: type), at: index)
        }
    }

    /// The number that two digits say.
    private func twoDigits(_ index: Int) -> Int {
        Int(source[index] - UInt8(ascii: "0")) * 10 + Int(source[index + 1] - UInt8(ascii: "0"))
    }
}

extension DERWriter {
    /// A time in its own type.
    public mutating func time(_ value: DERTime) {
        switch value.kind {
        case .utc: primitive(.utcTime, Self.digits(value.time).dropFirst(2))
        case .generalized: primitive(.generalizedTime, Self.digits(value.time))
        }
    }

    /// A GeneralizedTime, perhaps under an IMPLICIT tag.
    public mutating func generalizedTime(_ value: CalendarTime, tag: DERTag = .generalizedTime) {
        primitive(tag, Self.digits(value))
    }

    /// `YYYYMMDDhhmmssZ`.
    private static func digits(_ time: CalendarTime) -> [UInt8] {
        let digits = time.description.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return digits + [UInt8(ascii: "Z")]
    }
}
