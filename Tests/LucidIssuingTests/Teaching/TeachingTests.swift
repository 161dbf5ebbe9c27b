import LucidCrypto
import LucidDER
import LucidIssuing
import LucidSignature
import LucidTestSupport
import Testing

/// What lessons need: marks, serial numbers, days.
struct TeachingTests {
    private func seed(_ words: String) throws -> TeachingSeed { try #require(TeachingSeed(words)) }

    private func header(_ words: String) throws -> String {
        String(decoding: TeachingMark.header(try seed(words), above: .privateKey), as: UTF8.self)
    }

    @Test(arguments: [
        ("lesson 1", "\"lesson 1\"."), ("Übung", "\"\\u{DC}bung\"."), ("a\nb\u{7}", "\"a\\u{A}b\\u{7}\"."),
        ("-----BEGIN PRIVATE KEY-----", "\"- - -BEGIN PRIVATE KEY- - -\"."), ("-----------", "\"- - -- - --\"."),
        (String(repeating: "x", count: 120), "\"\(String(repeating: "x", count: 120))\"."),
        (String(repeating: "x", count: 121), "\"\(String(repeating: "x", count: 120))...\"."),
        (String(repeating: "☕", count: 120), "\\u{2615}\\u{2615}..."),
    ])
    func `a mark is two short lines of ASCII, whatever the words are`(words: String, shown: String) throws {
        let text = try header(words)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 3 && lines[2].isEmpty)
        #expect(lines[0].contains(shown) || words.count == 120, "\(lines[0])")
        #expect(lines.allSatisfy { $0.count < 254 } && text.utf8.allSatisfy { (0x20...0x7e).contains($0) || $0 == 10 })
        #expect(!text.contains("-----"))
    }

    @Test func `a mark is found at the beginning of any line, and nowhere else`() throws {
        let mark = try header("x")
        func isFound(_ text: String) -> Bool { TeachingMark.isPresent(in: Array(text.utf8).span) }
        #expect(isFound(mark) && isFound("notes\r\n\n\(mark)") && isFound(mark + "more"))
        #expect(!isFound("") && !isFound(" " + mark) && !isFound(String(mark.prefix(40))) && !isFound("UNSAFE: \n"))
    }

    @Test func `an issuer gives another serial number to whatever differs in anything`() throws {
        let source = SerialNumberSource.teaching(try seed("x"))
        let day = CalendarTime(secondsSince1970: 1_767_225_600)
        func certificate(_ names: [String], _ days: Int, from time: CalendarTime, key: String = "k") throws -> String {
            var search = WorkedRSAKeySearch()
            let key = try SigningKey.generate(.p256, random: try seed(key).random, search: &search)
            var profile = CertificateProfile.server
            profile.life = .days(days)
            let made = try CertificateAuthority.selfSigned(
                names: names, key: key, profile: profile, from: time, serialNumbers: source)
            #expect(made.serialNumber.magnitude?.count == 16)
            return hex(made.serialNumber.magnitude?.array ?? [])
        }
        let numbers = [
            try certificate(["a.test"], 90, from: day), try certificate(["a.test", "b.test"], 90, from: day),
            try certificate(["a.test"], 91, from: day), try certificate(["a.test"], 90, from: day.adding(seconds: 1)),
            try certificate(["a.test"], 90, from: day, key: "l"),
        ]
        #expect(Set(numbers).count == numbers.count)
        #expect(try certificate(["a.test"], 90, from: day) == numbers[0])
    }

    @Test func `a lesson ends before the calendar does, or is refused`() throws {
        func fits(_ time: String, _ profile: CertificateProfile) throws -> Bool {
            try Lesson(seed("x"), from: #require(CalendarTime(time))).fits(profile)
        }
        #expect(try fits("9999-10-03", .server) && !fits("9999-10-03T00:00:01Z", .server))
        #expect(try fits("9990-01-03", .root) && !fits("9991-01-01", .root))
        #expect(try Lesson.canBegin(at: #require(CalendarTime("1950-01-01"))))
        #expect(try !Lesson.canBegin(at: #require(CalendarTime("1949-12-31T23:59:59Z"))))
    }

    @Test func `words that nobody can see are none, and parts differ from the whole`() throws {
        for words in ["", " ", "\n\t\u{A0}"] { #expect(TeachingSeed(words) == nil) }
        let whole = try seed("x")
        let streams = [whole, whole.part("a"), whole.part("b"), try seed("y")].map { $0.random.bytes(count: 32) }
        #expect(Set(streams).count == 4)
        #expect(whole.part("a") == (try seed("x/a")), "a part is a seed by itself")
    }
}
