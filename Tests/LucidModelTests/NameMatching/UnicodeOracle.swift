import Foundation
import LucidTestSupport

/// What Python's `unicodedata` says about characters, for comparing with what Lucid's tables say.
enum UnicodeOracle {
    /// With `LUCID_EXHAUSTIVE` all code points are asked about, otherwise some of them.
    static let isExhaustive = ProcessInfo.processInfo.environment["LUCID_EXHAUSTIVE"] != nil

    /// A text and its forms.
    struct Answer: Sendable {
        let text, nfc, nfkc, folded: [UInt32]
    }

    /// Single characters, those that Python's version of Unicode knows.
    static func characters() throws -> [Answer] {
        // The planes behind have nothing but private code points and the few in plane 14.
        try ask(
            """
            texts = [chr(c) for c in [*range(0x32000), *range(0xe0000, 0xe0200)]]
            texts = [t for t in texts if unicodedata.category(t) not in ("Cn", "Cs", "Co")][::int(sys.argv[1])]
            """, isExhaustive ? "1" : "53")
    }

    /// Texts of letters, marks in all orders, Korean letters and syllables, and anything else.
    static func texts() throws -> [Answer] {
        try ask(
            """
            random.seed(1)
            known = [chr(c) for c in range(0x32000) if unicodedata.category(chr(c)) not in ("Cn", "Cs", "Co")]
            marks = [c for c in known if unicodedata.combining(c)]
            decomposable = [c for c in known if unicodedata.decomposition(c)]
            jamo = [*range(0x1100, 0x1113), *range(0x1161, 0x1176), *range(0x11a7, 0x11c3), 0xac00, 0xac01]
            pieces = [known, marks, marks, decomposable, list(map(chr, jamo)), list("aeiouAEIOU ")]
            texts = ["".join(random.choice(random.choice(pieces)) for _ in range(random.randrange(1, 9)))
                     for _ in range(int(sys.argv[1]))]
            """, isExhaustive ? "200000" : "1000")
    }

    private static func ask(_ choice: String, _ argument: String) throws -> [Answer] {
        guard let python = Programs.python3 else { throw ProgramProblem("no python3") }
        let script = """
            import random, sys, unicodedata
            \(choice)
            def codes(text): return ",".join(f"{ord(c):x}" for c in text)
            for text in texts:
                forms = [text, unicodedata.normalize("NFC", text), unicodedata.normalize("NFKC", text), text.casefold()]
                print(";".join(codes(form) for form in forms))
            """
        return try Programs.run(python, ["-c", script, argument]).output.split(separator: "\n").map { line in
            let forms = line.split(separator: ";").map { $0.split(separator: ",").compactMap { UInt32($0, radix: 16) } }
            guard forms.count == 4 else { throw ProgramProblem("python3 says \(line)") }
            return Answer(text: forms[0], nfc: forms[1], nfkc: forms[2], folded: forms[3])
        }
    }
}
