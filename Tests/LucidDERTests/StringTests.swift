import LucidDER
import LucidTestSupport
import Testing

@Suite("Character strings")
struct StringTests {
    static let any: Reading = { c throws(DERError) in _ = try c.string("f") }
    static let ia5Only: Reading = { c throws(DERError) in _ = try c.string("f", kinds: [.ia5, .utf8]) }
    static let implicit: Reading = { c throws(DERError) in _ = try c.string("f", as: .ia5, tag: .context(2)) }

    static func bad(_ name: String, _ input: String, _ type: DERTag, _ octet: UInt8, at offset: Int) -> Refusal {
        Refusal(name, input, .characterNotAllowed(type: type, octet: octet), at: offset, any)
    }

    static let refusals: [Refusal] = [
        bad("@ in a PrintableString", "13 03 61 40 62", .printableString, 0x40, at: 3),
        bad("* in a PrintableString", "13 01 2a", .printableString, 0x2a, at: 2),
        bad("_ in a PrintableString", "13 01 5f", .printableString, 0x5f, at: 2),
        bad("& in a PrintableString", "13 01 26", .printableString, 0x26, at: 2),
        bad("NUL in a PrintableString", "13 02 41 00", .printableString, 0x00, at: 3),
        bad("80 in an IA5String", "16 02 41 80", .ia5String, 0x80, at: 3),
        bad("DEL in a VisibleString", "1a 01 7f", .visibleString, 0x7f, at: 2),
        bad("a line feed in a VisibleString", "1a 02 41 0a", .visibleString, 0x0a, at: 3),
        bad("a letter in a NumericString", "12 02 31 41", .numericString, 0x41, at: 3),
        Refusal(
            "a hyphen in a NumericString", "12 03 31 2d 32", .characterNotAllowed(type: .numericString, octet: 0x2d),
            at: 3, any),
        Refusal(
            "BMPString of odd length", "1e 03 00 41 00", .stringLengthNotMultiple(type: .bmpString, of: 2), at: 2, any),
        Refusal("a lone surrogate", "1e 04 00 41 d8 00", .stringNotUnicode(type: .bmpString), at: 4, any),
        Refusal(
            "a pair of surrogates is UTF-16, not UCS-2", "1e 04 d8 3d dd 10", .stringNotUnicode(type: .bmpString),
            at: 2,
            any),
        Refusal(
            "UniversalString of six octets", "1c 06 00 00 00 41 00 00",
            .stringLengthNotMultiple(type: .universalString, of: 4), at: 2, any),
        Refusal("above U+10FFFF", "1c 04 00 11 00 00", .stringNotUnicode(type: .universalString), at: 2, any),
        Refusal(
            "a surrogate in a UniversalString", "1c 08 00 00 00 41 00 00 d8 00",
            .stringNotUnicode(type: .universalString), at: 6, any),
        Refusal(
            "octets FF in a UniversalString", "1c 04 ff ff ff ff", .stringNotUnicode(type: .universalString), at: 2, any
        ),
        Refusal(
            "no string", "02 01 05",
            .unexpectedTag(expected: DERString.Kind.allCases.map(\.tag), found: .integer), at: 0, any),
        Refusal(
            "a string of another kind", "13 01 41",
            .unexpectedTag(expected: [.ia5String, .utf8String], found: .printableString), at: 0, ia5Only),
        Refusal("no string at all", "", .missingElement(expected: [.ia5String, .utf8String]), at: 0, ia5Only),
        Refusal(
            "under an implicit tag", "82 02 41 ff", .characterNotAllowed(type: .ia5String, octet: 0xff), at: 3, implicit
        ),
        Refusal(
            "a constructed string", "2c 03 0c 01 41",
            .unexpectedTag(expected: DERString.Kind.allCases.map(\.tag), found: DERTag(octet: 0x2c)), at: 0, any),
    ]

    @Test("what a type does not allow is refused", arguments: refusals)
    func refuses(_ refusal: Refusal) { refusal.check() }

    @Test(
        "UTF-8 that is none",
        arguments: [
            "80", "c3", "c328", "c080", "c1bf", "e08080", "eda080", "edbfbf", "f0808080", "f4908080", "f8888080 80",
            "ff", "fe",
            "61c3", "e282", "f09f92",
        ])
    func badUTF8(content: String) {
        let octets = hex(content)
        let error = failure(DERBytes([0x0c, UInt8(octets.count)] + octets), Self.any)
        #expect(error?.reason == .stringNotUnicode(type: .utf8String))
        #expect(error?.fieldPath == "f")
    }

    @Test(
        "written and read",
        arguments: [
            ("", .utf8, "0c00"), ("é", .utf8, "0c02c3a9"), ("🔐", .utf8, "0c04f09f9490"), ("a\0b", .utf8, "0c03610062"),
            ("Az09 '()+,-./:=?", .printable, "1310417a30392027 28292b2c2d2e2f3a3d3f"),
            ("a@b\u{7f}", .ia5, "1604614062 7f"),
            ("\0\u{1b}", .ia5, "1602001b"), ("é\u{80}", .teletex, "1402e980"), ("Λ", .bmp, "1e02039b"),
            ("\u{ffff}", .bmp, "1e02ffff"), ("Λ🔐", .universal, "1c080000039b0001f510"), (" ~", .visible, "1a02207e"),
            ("01 9", .numeric, "120430312039"),
        ] as [(String, DERString.Kind, String)])
    func writtenAndRead(text: String, kind: DERString.Kind, encoding: String) throws {
        let value = try #require(DERString(text, as: kind))
        #expect(DERWriter.encode { $0.string(value) } == hex(encoding))
        let read = try decode(hex(encoding)) { c throws(DERError) in try c.string("f") }
        #expect(read == value)
        #expect(read.kind == kind)
        #expect(read.text == text)
        let implicit = DERWriter.encode { $0.string(value, tag: .context(6)) }
        #expect(try decode(implicit) { c throws(DERError) in try c.string("f", as: kind, tag: .context(6)) } == value)
    }

    @Test(
        "text that a type can not hold",
        arguments: [
            ("a@b", .printable), ("é", .printable), ("é", .ia5), ("Λ", .teletex), ("🔐", .bmp), ("\n", .visible),
            ("a", .numeric),
            ("é", .visible),
        ] as [(String, DERString.Kind)])
    func unwritable(text: String, kind: DERString.Kind) { #expect(DERString(text, as: kind) == nil) }

    @Test("each of the 256 octets, by the tables of X.680 §41")
    func everyOctet() {
        let printable = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 '()+,-./:=?".utf8)
        for octet in UInt8.min...UInt8.max {
            func isTaken(_ tag: UInt8) -> Bool { failure(DERBytes([tag, 1, octet]), Self.any) == nil }
            #expect(isTaken(0x13) == printable.contains(octet))
            #expect(isTaken(0x16) == (octet < 0x80))
            #expect(isTaken(0x1a) == (0x20...0x7e).contains(octet))
            #expect(isTaken(0x12) == (octet == 0x20 || (0x30...0x39).contains(octet)))
            #expect(isTaken(0x14))
            #expect(isTaken(0x0c) == (octet < 0x80))
        }
    }
}
