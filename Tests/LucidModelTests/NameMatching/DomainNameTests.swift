import LucidTestSupport
import Testing

@testable import LucidModel

/// What reading a text as a domain name throws; nil where it is one.
private func problem(_ text: String) -> DomainNameProblem? {
    do throws(DomainNameProblem) {
        _ = try DomainName(text)
        return nil
    } catch { return error }
}

@Suite("Internationalised domain names")
struct DomainNameTests {
    @Test(
        "what a user types",
        arguments: [
            ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.Example.", "xn--bcher-kva.example"),
            ("bu\u{308}cher.example", "xn--bcher-kva.example"), ("XN--BCHER-KVA.example", "xn--bcher-kva.example"),
            ("ελ.test", "xn--qxam.test"), ("ＢＵ．test", "bu.test"), ("例え。テスト", "xn--r8jz45g.xn--zckzah"),
            ("straße.de", "xn--strae-oqa.de"), ("STRAẞE.de", "xn--strae-oqa.de"), ("faß.ss", "xn--fa-hia.ss"),
            ("βόλος.com", "xn--nxasmm1c.com"), ("\u{212a}elvin.test", "kelvin.test"),
            ("col·lecció.cat", "xn--collecci-ioa91d.cat"),
            ("ශ්\u{200d}රී.com", "xn--10cl1a0b660p.com"), ("a_b.test", "a_b.test"), ("xn--i-7iq.ws", "xn--i-7iq.ws"),
            ("한국.kr", "xn--3e0b707e.kr"), ("1.2.3", "1.2.3"),
        ])
    func ascii(text: String, ascii: String) throws {
        #expect(try DomainName(text).ascii == ascii)
        #expect(try DomainName(text) == DomainName(ascii))
    }

    @Test(
        "what people read",
        arguments: [
            ("xn--bcher-kva.example", "bücher.example"), ("xn--strae-oqa.de", "straße.de"),
            ("plain.test", "plain.test"),
            // Not what an A-label may encode: a sign, capitals, ASCII alone, nothing, no Punycode.
            ("xn--i-7iq.ws", "xn--i-7iq.ws"), ("xn--b-kfa.a", "xn--b-kfa.a"), ("xn--a-.test", nil),
            ("xn--abc-.test", nil), ("xn--99999999.test", "xn--99999999.test"),
        ])
    func unicode(text: String, unicode: String?) throws {
        let name = try? DomainName(text)
        #expect(name?.unicode == unicode)
    }

    @Test(
        "no names",
        arguments: [
            ("", .empty), (".", .emptyLabel), ("a..b", .emptyLabel), (".a", .emptyLabel), ("a..", .emptyLabel),
            ("\u{ad}.test", .character("\u{ad}", label: "\u{ad}")), ("-a.test", .hyphens(label: "-a")),
            ("ü-.test", .hyphens(label: "ü-")), ("aa--ü.test", .hyphens(label: "aa--ü")),
            ("\u{301}a.test", .leadingMark(label: "\u{301}a")), ("a b.test", .character(" ", label: "a b")),
            ("*.test", .character("*", label: "*")), ("❤.ws", .character("❤", label: "❤")),
            ("ℌü.test", .character("ℌ", label: "ℌü")), ("a／ü.test", .character("/", label: "a/ü")),
            ("l·ü.test", .place(of: "·", label: "l·ü")),
            ("a\u{200d}b.test", .place(of: "\u{200d}", label: "a\u{200d}b")),
            ("\u{200c}a.test", .place(of: "\u{200c}", label: "\u{200c}a")),
            ("٠۰.test", .place(of: "\u{660}", label: "٠۰")),
            ("ü\u{378}.test", .character("\u{378}", label: "ü\u{378}")),
            ("a\0.test", .character("\0", label: "a\0")),
        ] as [(String, DomainNameProblem)])
    func refused(text: String, expected: DomainNameProblem) { #expect(problem(text) == expected) }

    @Test("lengths are bounded in the form of the domain name system")
    func lengths() throws {
        let longest = String(repeating: "a", count: 63)
        #expect(problem(longest) == nil)
        #expect(problem(longest + "a") == .labelTooLong(label: longest + "a"))
        #expect(problem(String(repeating: "ü", count: 100)) == .labelTooLong(label: String(repeating: "ü", count: 100)))
        let label = String(repeating: "日", count: 57)
        #expect(problem(label) == nil)
        #expect(problem(label + "本本本本本") == .labelTooLong(label: label + "本本本本本"))
        #expect(problem(String(repeating: "a.", count: 126) + "a") == nil)
        #expect(problem(String(repeating: "a.", count: 126) + "aa") == .nameTooLong(octetCount: 254))
        #expect(problem(String(repeating: "a.", count: 1000)) == .nameTooLong(octetCount: 2000))
        // Nothing grows with the square of what comes in.
        let huge = String(repeating: "ü", count: 100_000)
        #expect(problem(huge) == .labelTooLong(label: huge))
    }

    @Test(
        "the characters of labels are those of RFC 5892", .enabled(if: IDNAOracle.isThere, "Python's idna is missing"))
    func characters() throws {
        let oracle = try IDNAOracle.properties()
        let codes = stride(from: UInt32(0x80), to: 0x32000, by: UnicodeOracle.isExhaustive ? 1 : 53)
        let wrong = codes.filter { code in
            // What was assigned since is unknown here.
            guard ScalarKind.of(code) != nil else { return false }
            return LabelCharacter.property(of: code) != oracle[code, default: .disallowed]
        }
        #expect(wrong.isEmpty, "\(wrong.map { String($0, radix: 16) })")
    }
}
