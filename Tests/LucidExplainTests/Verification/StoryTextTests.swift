import Foundation
import LucidX509
import Testing

@testable import LucidExplain
@testable import LucidValidation

/// `lucid verify --explain` on a terminal: what the text says, and that it keeps to the width.
struct StoryTextTests {
    private func text(_ told: StoryPages.Told, width: Int = 400) -> String {
        VerificationStoryText.text(told.answer.story, width: width)
    }

    @Test func `a variable's letter of section 6.1.2 stands at the beginning alone`() throws {
        let paragraphs = text(try StoryPages.refused()).components(separatedBy: "\n\n")
        let beginning = try #require(paragraphs.first { $0.hasPrefix("Initialization") })
        #expect(beginning.contains("(j)     working_issuer_name") && beginning.contains("(k)     max_path_length"))
        let prepared = try #require(paragraphs.first { $0.hasPrefix("Preparation for the next certificate") })
        #expect(!prepared.contains("   ("))
        for steps in ["§6.1.3(d), (e), §6.1.4(b)", "§6.1.4(c)", "§6.1.4(d) to (f)", "§6.1.4(g)", "§6.1.4(l), (m)"] {
            #expect(prepared.contains("RFC 5280 \(steps)"), "\(steps)")
        }
        // §6.1.4(h): "If certificate i is not self-issued".
        #expect(prepared.contains("one less for this certificate unless it is self-issued"))
        let end = try #require(paragraphs.first { $0.hasPrefix("Wrap-up") })
        #expect(end.contains("explicit_policy       2 → 1") && end.contains("RFC 5280 §6.1.5(a), (b)"))
        #expect(!end.contains("   (") && end.contains("RFC 5280 §6.1.5(c) to (e)"))
    }

    @Test func `critical extensions are the wrap-up's matter for the certificate in question`() throws {
        let told = try StoryPages.rsa()
        let lines = text(told).split(separator: "\n").filter { $0.contains("every critical extension is understood") }
        // The trust anchor, the CA, the certificate in question.
        #expect(
            lines.map { String($0.suffix(20)) }.suffix(2)
                == ["RFC 5280 §6.1.4(o)", "RFC 5280 §6.1.5(f)"].map {
                    "  " + $0
                })
        #expect(VerificationPage([told.answer]).html.contains("<span class=\"c\">RFC 5280 §6.1.5(f)</span>"))
        #expect(text(told).contains("what else is looked at here is the profile's wish"))
    }

    @Test func `a warning has another mark than an error`() {
        let finding = Finding(check: .isCA, severity: .warning, certificateIndex: 1, parameters: [])
        let made = VerificationStory.MadeCheck(check: .isCA, parameters: [], finding: finding)
        let form = VerificationStoryText(style: .plain, width: 120)
        #expect(form.line(made)[0].hasPrefix("   ! it issued a certificate, but is no CA"))
    }

    @Test func `a branch that is taken after all is told once`() throws {
        let alone = text(try StoryPages.impostorAlone())
        #expect(!alone.contains("not taken") && alone.contains("does not hold: the signature does not verify"))
        #expect(text(try StoryPages.impostor()).contains("A branch not taken: CN=www.example.test ← CN=Middle\n"))
    }

    @Test func `where there is no path, none is called invalid`() throws {
        let text = text(try StoryPages.withoutPath())
        #expect(text.contains("No path to a trust anchor") && !text.contains("The path is"))
    }

    @Test func `numbers are said to be hexadecimal, and short ones are written both ways`() throws {
        let text = text(try StoryPages.rsa())
        #expect(text.contains("Numbers are hexadecimal") && text.contains("0x10001 (65537)\n"))
    }

    @Test(arguments: [80, 100, 120], [false, true])
    func `no line is wider than the terminal`(width: Int, isDeep: Bool) throws {
        for told in [
            try StoryPages.rsa(isDeep: isDeep), try StoryPages.pss(isDeep: isDeep),
            try StoryPages.ed25519(isDeep: isDeep),
            try StoryPages.ecdsa(isDeep: isDeep), try StoryPages.refused(), try StoryPages.withoutPath(),
        ] {
            let wide = text(told, width: width).split(separator: "\n").filter { $0.count > width }
            #expect(wide.isEmpty, "\(wide.prefix(3))")
        }
    }

    @Test func `folding changes spaces alone, and keeps numbers whole`() throws {
        let told = try StoryPages.pss(isDeep: true)
        #expect(text(told, width: 80).filter { !$0.isWhitespace } == text(told, width: 400).filter { !$0.isWhitespace })
        #expect(
            text(told).contains(
                "\n   Step §9.1.2 4, 6, 10, 14\n" + String(repeating: " ", count: 19) + "✓ EM ends with BC, "))
    }

    @Test(arguments: ["unsupported algorithm id-Ed448", "the signer's key: unsupported curve secp256k1"])
    func `what could not be computed is not called wrong`(problem: String) {
        let facts: [Finding.Parameter] = [
            .init("algorithm", .text("A")), .init("signer", .text("CN=S")), .init("problem", .text(problem)),
        ]
        #expect(
            Check.signature.sentence(hasPassed: false, facts)
                == "its signature by CN=S (A) can not be checked: \(problem)")
        let made = VerificationStory.MadeCheck(check: .signature, parameters: facts, finding: nil)
        #expect(PathEdge.Topic.brokenSignature(made).hasPrefix("its signature can not be checked with the key above"))
    }
}
