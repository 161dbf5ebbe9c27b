import LucidTestSupport
import Testing

@testable import LucidModel

@Suite("Normalisation of Unicode text")
struct NormalizationTests {
    @Test("characters are normalised as Python does it", .enabled(if: Programs.python3 != nil, "python3 is missing"))
    func characters() throws {
        let answers = try UnicodeOracle.characters()
        #expect(answers.count > 2000)
        let wrong = answers.filter {
            Normalization.nfc($0.text) != $0.nfc || Normalization.nfkc($0.text) != $0.nfkc
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }

    @Test("texts are normalised as Python does it", .enabled(if: Programs.python3 != nil, "python3 is missing"))
    func texts() throws {
        let answers = try UnicodeOracle.texts()
        #expect(answers.count >= 1000)
        let wrong = answers.filter {
            Normalization.nfc($0.text) != $0.nfc || Normalization.nfkc($0.text) != $0.nfkc
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }

    /// Where Lucid folds otherwise than Python, it is what RFC 3454 appendix B.2 adds: NFKC would bring capitals back.
    @Test("case is folded as Python does it", .enabled(if: Programs.python3 != nil, "python3 is missing"))
    func folding() throws {
        let wrong = try UnicodeOracle.characters().filter { answer in
            let folded = CaseFolding.of(answer.text[0]) ?? answer.text
            if folded == answer.folded { return false }
            return Normalization.nfkc(answer.folded) == Normalization.nfkc(folded)
                || !Normalization.nfkc(answer.folded).contains { CaseFolding.of($0) != nil }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }

    @Test(
        "examples",
        arguments: [
            ("A\u{300}", "À"), ("\u{212b}", "Å"), ("ﬁ", "fi"), ("Ａ", "A"), ("가", "가"),
            ("\u{1100}\u{1161}\u{11a8}", "각"),
            // U+11A7 stands before the first ending, and is none.
            ("가\u{11a7}", "가\u{11a7}"),
            // Marks of different classes are sorted, those of one class are not.
            ("q\u{307}\u{323}", "q\u{323}\u{307}"), ("a\u{301}\u{300}", "á\u{300}"),
            // Excluded from composition.
            ("\u{958}", "\u{915}\u{93c}"), ("", ""), ("plain", "plain"),
        ])
    func examples(text: String, normalized: String) {
        let result = Normalization.nfkc(text.unicodeScalars.map(\.value))
        #expect(result == normalized.unicodeScalars.map(\.value))
    }

    @Test("a long row of marks is sorted in little time")
    func marks() {
        let text: [UInt32] = [0x61] + (0..<20_000).map { $0.isMultiple(of: 2) ? 0x307 : 0x323 }
        let sorted = Normalization.nfc(text)
        #expect(sorted.first == 0x1ea1)
        #expect(sorted.count == 20_000)
    }

    @Test("kinds of characters")
    func kinds() {
        #expect(ScalarKind.of(0x61) == .letter)
        #expect(ScalarKind.of(0x4e00) == .letter)
        #expect(ScalarKind.of(0x300) == .mark)
        #expect(ScalarKind.of(0x20dd) == .enclosing)
        #expect(ScalarKind.of(0x2764) == .other)
        #expect(ScalarKind.of(0x378) == nil)
        #expect(ScalarKind.of(0xe000) == nil)
        #expect(ScalarKind.of(0xd800) == nil)
        #expect(ScalarKind.of(0xffff) == nil)
        #expect(ScalarKind.of(.max) == nil)
    }
}
