import LucidDER
import LucidTestSupport
import Testing

@Suite("UTCTime and GeneralizedTime")
struct TimeTests {
    static let time: Reading = { c throws(DERError) in _ = try c.time("f") }

    static func utc(_ name: String, _ text: String, _ reason: DERError.Reason, at offset: Int = 2) -> Refusal {
        Refusal(name, bytes: [0x17, UInt8(text.utf8.count)] + Array(text.utf8), reason, at: offset, time)
    }
    static func generalized(_ name: String, _ text: String, _ reason: DERError.Reason, at offset: Int = 2) -> Refusal {
        Refusal(name, bytes: [0x18, UInt8(text.utf8.count)] + Array(text.utf8), reason, at: offset, time)
    }

    static let refusals: [Refusal] = [
        utc("empty", "", .timeMalformed(type: .utcTime)),
        utc("no Z", "260101000000", .timeMalformed(type: .utcTime)),
        utc("a small z", "260101000000z", .timeMalformed(type: .utcTime)),
        utc("an offset", "260101000000+0100", .timeMalformed(type: .utcTime)),
        utc("no seconds", "2601010000Z", .timeMalformed(type: .utcTime)),
        utc("a letter", "26010100000AZ", .timeMalformed(type: .utcTime), at: 13),
        utc("a sign", "-60101000000Z", .timeMalformed(type: .utcTime), at: 2),
        utc("a blank", "2601 1000000Z", .timeMalformed(type: .utcTime), at: 6),
        utc("four digits of the year", "20260101000000Z", .timeMalformed(type: .utcTime)),
        utc("February 29 of 2026", "260229000000Z", .timeNotOnCalendar(type: .utcTime)),
        utc("February 30 of 2024", "240230000000Z", .timeNotOnCalendar(type: .utcTime)),
        utc("month 00", "260001000000Z", .timeNotOnCalendar(type: .utcTime)),
        utc("month 13", "261301000000Z", .timeNotOnCalendar(type: .utcTime)),
        utc("day 00", "260100000000Z", .timeNotOnCalendar(type: .utcTime)),
        utc("April 31", "260431000000Z", .timeNotOnCalendar(type: .utcTime)),
        utc("hour 24", "260101240000Z", .timeNotOnCalendar(type: .utcTime)),
        utc("minute 60", "260101006000Z", .timeNotOnCalendar(type: .utcTime)),
        utc("second 60", "260101000060Z", .timeNotOnCalendar(type: .utcTime)),
        generalized("empty", "", .timeMalformed(type: .generalizedTime)),
        generalized("no Z", "20500101000000", .timeMalformed(type: .generalizedTime)),
        generalized("an offset", "20500101000000+0000", .timeMalformed(type: .generalizedTime)),
        generalized("no seconds", "205001010000Z", .timeMalformed(type: .generalizedTime)),
        generalized("a fraction", "20500101000000.5Z", .timeWithFraction, at: 16),
        generalized("a fraction of no digits", "20500101000000.Z", .timeWithFraction, at: 16),
        generalized("a comma", "20500101000000,5Z", .timeMalformed(type: .generalizedTime)),
        generalized("a letter", "2050O101000000Z", .timeMalformed(type: .generalizedTime), at: 6),
        generalized("February 29 of 2100", "21000229000000Z", .timeNotOnCalendar(type: .generalizedTime)),
        generalized("month 13", "20501301000000Z", .timeNotOnCalendar(type: .generalizedTime)),
        generalized("second 60", "20501231235960Z", .timeNotOnCalendar(type: .generalizedTime)),
        Refusal("no time", "05 00", .unexpectedTag(expected: [.utcTime, .generalizedTime], found: .null), at: 0, time),
        Refusal("nothing", "", .missingElement(expected: [.utcTime, .generalizedTime]), at: 0, time),
    ]

    @Test("times that DER or the calendar does not have", arguments: refusals)
    func refuses(_ refusal: Refusal) { refusal.check() }

    @Test(
        "written in the type that RFC 5280 asks for",
        arguments: [
            ("1949-12-31T23:59:59Z", .generalized, "19491231235959Z"), ("1950-01-01T00:00:00Z", .utc, "500101000000Z"),
            ("1999-12-31T23:59:59Z", .utc, "991231235959Z"), ("2000-02-29T12:34:56Z", .utc, "000229123456Z"),
            ("2049-12-31T23:59:59Z", .utc, "491231235959Z"), ("2050-01-01T00:00:00Z", .generalized, "20500101000000Z"),
            ("9999-12-31T23:59:59Z", .generalized, "99991231235959Z"),
            ("0000-01-01T00:00:00Z", .generalized, "00000101000000Z"),
        ] as [(String, DERTime.Kind, String)])
    func written(text: String, kind: DERTime.Kind, content: String) throws {
        let value = DERTime(try #require(CalendarTime(text)))
        #expect(value.kind == kind)
        #expect(value.hasRequiredKind)
        let encoding = DERWriter.encode { $0.time(value) }
        #expect(encoding == [kind == .utc ? 0x17 : 0x18, UInt8(content.utf8.count)] + Array(content.utf8))
        #expect(try decode(encoding) { c throws(DERError) in try c.time("f") } == value)
    }

    @Test("a GeneralizedTime for a year that UTCTime has is read, kept, and known to be the wrong type")
    func wrongKind() throws {
        let encoding = [0x18, 15] + Array("20260101000000Z".utf8)
        let value = try decode(encoding) { c throws(DERError) in try c.time("f") }
        #expect(value.kind == .generalized)
        #expect(!value.hasRequiredKind)
        #expect(value.time == CalendarTime(year: 2026, month: 1, day: 1))
        #expect(DERWriter.encode { $0.time(value) } == encoding)
    }

    @Test("a GeneralizedTime under an implicit tag")
    func implicit() throws {
        let time = try #require(CalendarTime(year: 2026, month: 11, day: 21))
        let encoding = DERWriter.encode { $0.generalizedTime(time, tag: .context(0)) }
        #expect(encoding == [0x80, 15] + Array("20261121000000Z".utf8))
        #expect(try decode(encoding) { c throws(DERError) in try c.generalizedTime("f", tag: .context(0)) } == time)
    }
}
