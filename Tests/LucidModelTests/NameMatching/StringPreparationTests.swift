import Testing

@testable import LucidModel

@Suite("Preparation of strings by RFC 4518")
struct StringPreparationTests {
    @Test(
        "what a string becomes",
        arguments: [
            // §2.6.1 has the first three as its examples.
            ("foo bar", " foo  bar "), ("", "  "), ("   ", "  "), (" foo   bar ", " foo  bar "), ("a", " a "),
            // §2.2
            ("Foo\tBar", " foo  bar "), ("a\u{85}b", " a  b "), ("a\u{2003}\u{3000}b", " a  b "), ("a\u{ad}b", " ab "),
            ("a\0b\u{7f}c", " abc "), ("\u{feff}a", " a "), ("a\u{200b}b", " ab "), ("a\u{fe0f}b", " ab "),
            ("a\u{e0041}b", " ab "), ("\u{202e}abc", " abc "),
            // Folding, appendix B.2 of RFC 3454
            ("Straße", " strasse "), ("ÄÖÜ", " äöü "), ("ΣΊΣΥΦΟΣ", " σίσυφοσ "), ("ς", " σ "), ("µ", " μ "),
            ("ℌ", " h "),
            ("𝐀", " a "),
            ("İ", " i̇ "), ("Ａｂ", " ab "), ("ﬃ", " ffi "),
            // A space that carries a mark is none: neither the one before text nor one of a run.
            ("\u{a8}", "  \u{308} "), (" \u{301}a", "  \u{301}a "), ("a  \u{301}", " a   \u{301} "),
        ])
    func prepared(text: String, expected: String) throws {
        let prepared = try #require(StringPreparation.prepare(text))
        #expect(String(decoding: prepared, as: UTF8.self).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test(
        "strings with a prohibited character are not prepared",
        arguments: [0xfffd, 0x378, 0xe000, 0xfdd0, 0xffff, 0xe0002, 0x10fffd, 0x10ffff] as [UInt32])
    func prohibited(code: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(code))
        #expect(StringPreparation.prepare("a\(scalar)b") == nil)
    }

    @Test("the short way for ASCII gives the same")
    func ascii() {
        var generator = SystemRandomNumberGenerator()
        let likely = Array("  aAzZ09.\t\u{1}".utf8)
        for length in 0..<400 {
            let text = (0..<length % 40).map { _ in
                Bool.random(using: &generator) ? UInt8.random(in: 0..<0x80) : likely.randomElement() ?? 0
            }
            var short: [UInt8] = [1, 2]
            let isASCII = StringPreparation.appendASCII(text.span, to: &short)
            #expect(isASCII)
            #expect(Array(short[2...]) == StringPreparation.prepare(String(decoding: text, as: UTF8.self)), "\(text)")
        }
    }

    @Test("the short way leaves what is not ASCII")
    func notASCII() {
        var result: [UInt8] = [1, 2]
        let text = Array("abc é".utf8)
        let isASCII = StringPreparation.appendASCII(text.span, to: &result)
        #expect(!isASCII)
        #expect(result == [1, 2])
    }
}
