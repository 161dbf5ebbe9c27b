import Foundation
import LucidDER
import Testing

@Suite("The calendar")
struct CalendarTimeTests {
    /// Foundation's own calendar. It is the Julian one before October 1582; the Gregorian one comes again every 400 years,
    /// so earlier times are compared 1600 years later.
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        return calendar
    }()

    @Test("agrees with Foundation from the year 0 to 9999")
    func againstFoundation() throws {
        var generator = SeededGenerator(seed: 7)
        let seconds = (0..<2000).map { _ in Int64.random(in: -62_167_219_200...253_402_300_799, using: &generator) }
        for second in seconds + [-62_167_219_200, -1, 0, 1, 86_399, 86_400, 951_782_400, 253_402_300_799] {
            let time = CalendarTime(secondsSince1970: second)
            let eras: Int64 = second < -12_212_553_600 ? 4 : 0  // 1583-01-01
            let date = Date(timeIntervalSince1970: TimeInterval(second + eras * 146_097 * 86_400))
            let parts = Self.calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
            let c = time.components
            #expect(c.year == parts.year.map { $0 - 400 * Int(eras) })
            #expect(
                [c.month, c.day, c.hour, c.minute, c.second]
                    == [parts.month, parts.day, parts.hour, parts.minute, parts.second])
            let back = CalendarTime(
                year: c.year, month: c.month, day: c.day, hour: c.hour, minute: c.minute, second: c.second)
            #expect(back == time)
            #expect(CalendarTime(time.description) == time)
        }
    }

    @Test("every day of eight centuries follows the one before")
    func everyDay() {
        var expected = CalendarTime(year: 1600, month: 1, day: 1)?.secondsSince1970 ?? 0
        var count = 0
        for year in 1600..<2400 {
            for month in 1...12 {
                for day in 1...31 {
                    guard let time = CalendarTime(year: year, month: month, day: day) else { continue }
                    guard time.secondsSince1970 == expected else { Issue.record("\(time)"); return }
                    expected += 86_400
                    count += 1
                }
            }
        }
        #expect(count == 2 * 146_097)
    }

    @Test(
        "February 29",
        arguments: [
            (1900, false), (1996, true), (2000, true), (2023, false), (2024, true), (2100, false), (2400, true),
            (0, true),
        ])
    func leapYears(year: Int, isLeap: Bool) {
        #expect((CalendarTime(year: year, month: 2, day: 29) != nil) == isLeap)
    }

    @Test(
        "RFC 3339, a date, or POSIX seconds",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-21T20:44:51Z", 1_795_293_891), ("2026-11-21", 1_795_219_200),
            ("@0", 0),
            ("@1763757891", 1_763_757_891), ("@-1", -1), ("0000-01-01", -62_167_219_200),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
            // clamped to what certificates can say
            ("@9223372036854775807", 253_402_300_799), ("@-9223372036854775808", -62_167_219_200),
        ] as [(String, Int64)])
    func parses(text: String, seconds: Int64) {
        #expect(CalendarTime(text)?.secondsSince1970 == seconds)
    }

    @Test(
        "no time",
        arguments: [
            "", "@", "@x", "2026", "2026-13-01", "2026-02-29", "2026-1-1", "2026-11-21T20:44:51",
            "2026-11-21T20:44:51+01:00",
            "2026-11-21 20:44:51Z", "2026-11-21T24:00:00Z", "2026-11-21T23:59:60Z", "2026-11-21T20:44:51.5Z",
            "20261121204451Z",
            "２０２６-11-21", "2026/11/21", "+026-11-21", "@9223372036854775808",
        ])
    func refuses(text: String) { #expect(CalendarTime(text) == nil) }

    @Test("text, dates, order and sums")
    func rest() throws {
        let time = try #require(CalendarTime("2026-11-21T20:44:51Z"))
        #expect(time.description == "2026-11-21T20:44:51Z")
        #expect(time.date == "2026-11-21")
        #expect(time < time.adding(seconds: 1))
        #expect(time.adding(seconds: 3600).description == "2026-11-21T21:44:51Z")
        #expect(time.adding(seconds: .max).description == "9999-12-31T23:59:59Z")
        #expect(time.adding(seconds: .min).description == "0000-01-01T00:00:00Z")
    }
}
