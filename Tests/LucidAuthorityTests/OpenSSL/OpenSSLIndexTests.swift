import LucidAuthority
import LucidDER
import LucidModel
import Testing

@Suite("The index of openssl's CAs")
struct OpenSSLIndexTests {
    private static func line(
        flag: String = "V", expiry: String = "301231235959Z", revoked: String = "", serial: String = "01",
        name: String = "/CN=a"
    ) -> String {
        [flag, expiry, revoked, serial, "unknown", name].joined(separator: "\t") + "\n"
    }

    private static func read(_ text: String) throws(OpenSSLIndexProblem) -> [OpenSSLIndex.Entry] {
        try OpenSSLIndex.read(Array(text.utf8))
    }

    @Test("Valid, expired and revoked certificates are told apart, and comments and empty lines passed over")
    func flags() throws {
        let text =
            "# a comment\n" + Self.line() + "\n" + Self.line(flag: "E", expiry: "20100101000000Z", serial: "0A0B")
            + Self.line(flag: "R", revoked: "250102030405Z", serial: "FF", name: "/CN=\\xC3\\xBC").dropLast()
        let entries = try Self.read(text)
        #expect(entries.map(\.line) == [2, 4, 5])
        #expect(entries.map(\.serialNumber.description) == ["01", "0a0b", "ff"])
        #expect(
            entries.map(\.notAfter.description) == [
                "2030-12-31T23:59:59Z", "2010-01-01T00:00:00Z", "2030-12-31T23:59:59Z",
            ])
        #expect(entries.map { $0.revocation?.time.description } == [nil, nil, "2025-01-02T03:04:05Z"])
        #expect(entries.map(\.subject) == ["CN=a", "CN=a", "CN=ü"])
    }

    @Test(
        "Every reason that openssl writes is understood, in any case of letters",
        arguments: [
            ("250102030405Z", ReasonCode.Reason.unspecified, nil), ("250102030405Z,unspecified", .unspecified, nil),
            ("250102030405Z,keyCompromise", .keyCompromise, nil), ("20250102030405Z,CACompromise", .cACompromise, nil),
            ("250102030405Z,affiliationChanged", .affiliationChanged, nil),
            ("250102030405Z,SUPERSEDED", .superseded, nil),
            ("250102030405Z,cessationOfOperation", .cessationOfOperation, nil),
            ("250102030405Z,certificateHold", .certificateHold, nil),
            ("250102030405Z,holdInstruction,holdInstructionReject", .certificateHold, nil),
            ("250102030405Z,holdInstruction,1.2.840.10040.2.3", .certificateHold, nil),
            ("250102030405Z,keyTime,20241231000000Z", .keyCompromise, "2024-12-31T00:00:00Z"),
            ("250102030405Z,CAkeyTime,20241231000000Z", .cACompromise, "2024-12-31T00:00:00Z"),
        ] as [(String, ReasonCode.Reason, String?)])
    func reasons(field: String, reason: ReasonCode.Reason, since: String?) throws {
        let entry = try #require(try Self.read(Self.line(flag: "R", revoked: field)).first)
        #expect(entry.revocation?.time.description == "2025-01-02T03:04:05Z")
        #expect(entry.revocation?.reason == reason)
        #expect(entry.revocation?.invalidSince?.description == since)
        #expect(!entry.isReleased)
    }

    @Test func `removeFromCRL is no revocation, and is told`() throws {
        let entry = try #require(try Self.read(Self.line(flag: "R", revoked: "250102030405Z,removeFromCRL")).first)
        #expect(entry.revocation == nil)
        #expect(entry.isReleased)
    }

    @Test(
        "A damaged line is refused with its number and field",
        arguments: [
            ("V\t301231235959Z\t\t01\tunknown\n", .line, .fieldCount(5)),
            ("V 301231235959Z 01 unknown /CN=a\n", .line, .fieldCount(1)),
            (line(flag: "X"), .flag, .unknownFlag("X")), (line(flag: ""), .flag, .unknownFlag("")),
            (line(expiry: ""), .expiry, .missing), (line(expiry: "3012312359Z"), .expiry, .badTime("3012312359Z")),
            (line(expiry: "301331235959Z"), .expiry, .badTime("301331235959Z")),
            (line(expiry: "30123123595aZ"), .expiry, .badTime("30123123595aZ")),
            (line(flag: "R"), .revocation, .missing),
            (line(revoked: "250102030405Z"), .revocation, .unexpected("250102030405Z")),
            (line(flag: "R", revoked: "250102030405Z,lost"), .revocation, .unknownReason("lost")),
            (line(flag: "R", revoked: "250102030405Z,keyTime"), .revocation, .reasonWithoutValue("keyTime")),
            (
                line(flag: "R", revoked: "250102030405Z,holdInstruction"), .revocation,
                .reasonWithoutValue("holdInstruction")
            ),
            (line(flag: "R", revoked: "250102030405Z,keyTime,soon"), .revocation, .badTime("soon")),
            (line(serial: ""), .serial, .missing), (line(serial: "1"), .serial, .badSerialNumber("1")),
            (line(serial: "0G"), .serial, .badSerialNumber("0G")),
            (line(serial: "-1"), .serial, .badSerialNumber("-1")),
            (line(serial: "01:02"), .serial, .badSerialNumber("01:02")),
            (
                line(serial: String(repeating: "11", count: 21)), .serial,
                .badSerialNumber(String(repeating: "11", count: 21))
            ),
        ] as [(String, OpenSSLIndexProblem.Field, OpenSSLIndexProblem.Reason)])
    func damage(text: String, field: OpenSSLIndexProblem.Field, reason: OpenSSLIndexProblem.Reason) {
        #expect(throws: OpenSSLIndexProblem(line: 2, field: field, reason: reason)) {
            try Self.read(Self.line(serial: "77") + text)
        }
    }

    @Test func `a serial number that is there twice is refused with both lines`() {
        #expect(
            throws: OpenSSLIndexProblem(
                line: 3, field: .serial,
                reason: .repeatedSerialNumber(SerialNumber(octets: [0xab]), firstLine: 1))
        ) { try Self.read(Self.line(serial: "AB") + Self.line() + Self.line(serial: "00AB")) }
    }

    @Test(
        "Names on one line are taken apart",
        arguments: [
            ("/C=DE/O=Example/CN=a", "CN=a,O=Example,C=DE"), ("/O=A\\/B\\+C/CN=x", "CN=x,O=A/B\\+C"),
            // Before 3.0 a slash was written as it is.
            ("/O=A/B/CN=http://x/y", "CN=http://x/y,O=A/B"), ("/CN=J\\xC3\\xBCrgen", "CN=Jürgen"),
            // What people put into T61Strings is Latin-1.
            ("/CN=J\\xFCrgen", "CN=Jürgen"),
            ("/GN=a/street=b/emailAddress=c@d", "emailAddress=c@d,STREET=b,givenName=a"),
            ("/1.2.3.4=z", "1.2.3.4=z"), ("/CN=", "CN="), ("/CN=a\\x4", "CN=a\\\\x4"),
            ("/CN=tab\\\there", "CN=tab\\09here"),
            // What can not be taken apart stays as it is; and the serial number stands for an empty name.
            ("no slash", "no slash"), ("/what=1", "/what=1"), ("01", ""), ("", ""),
        ])
    func names(line: String, subject: String) throws {
        #expect(try Self.read(Self.line(name: line)).first?.subject == subject)
    }

    @Test(arguments: ["/C=DE/O=A\\/B/CN=J\\xC3\\xBCrgen", "/O=a\\+b/GN=x/street=y/1.2.3.4=z"])
    func `a name that is read and written again is the same`(text: String) throws {
        let name = try #require(OpenSSLName.name(text))
        #expect(OpenSSLName.text(name) == text)
    }

    @Test func `attributes of one level have a plus sign between them`() throws {
        let name = try Name("CN=a,UID=b+DC=c")
        #expect(OpenSSLName.text(name) == "/UID=b+DC=c/CN=a" || OpenSSLName.text(name) == "/DC=c+UID=b/CN=a")
    }

    @Test(arguments: [
        "V\t301231235959Z\t\t01\tunknown\t/CN=a", "R\t301231235959Z\t250102030405Z,lost\t0\tfile\\\tname\t/CN=\\x41\r",
        "X\t\t\t\t\t",
    ])
    func `a row is written as it was read, whatever it says`(line: String) throws {
        let row = try #require(OpenSSLIndexRow(line: Array(line.utf8)[...]))
        #expect(String(decoding: row.octets, as: UTF8.self) == line + "\n")
        #expect(OpenSSLIndexRow(line: Array((line + "\tmore").utf8)[...]) == nil)
    }

    @Test(arguments: [
        "250102030405Z", "250102030405Z,superseded", "250102030405Z,keyTime,20241231000000Z",
        "250102030405Z,CAkeyTime,20241231000000Z", "250102030405Z,holdInstruction,holdInstructionReject",
        "250102030405Z,removeFromCRL", "250102030405Z,unspecified",
    ])
    func `a revocation is written as it was read`(text: String) throws {
        #expect(try OpenSSLRevocation(text).text == text)
    }

    @Test func `an index altered anywhere is read or refused, and nothing else`() {
        var random = SystemRandomNumberGenerator()
        let whole = Array(
            (Self.line()
                + Self.line(
                    flag: "R", revoked: "250102030405Z,keyTime,20241231000000Z", serial: "02", name: "/O=\\xC3/CN=a\\/b"
                )
                + Self.line(flag: "E", serial: "03")).utf8)
        var refused = 0
        for _ in 0..<20_000 {
            var octets = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: octets.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: octets[place] = UInt8.random(in: 0...255, using: &random)
                case 1: octets.remove(at: place)
                default: octets.insert([0x09, 0x0a, 0x5c, 0x2f, 0x2c, 0xff].randomElement() ?? 0, at: place)
                }
            }
            do {
                for entry in try OpenSSLIndex.read(octets) { _ = entry.subject }
            } catch { refused += 1 }
        }
        #expect((5_000..<20_000).contains(refused))
    }
}
