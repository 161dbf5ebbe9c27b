import LucidCrypto
import LucidTestSupport
import Testing

@testable import LucidExplain

/// What must never be on a page, and how large it may be.
struct StoryPageSafetyTests {
    @Test func `hostile names are text, in the verdict, the drawing, the story and the title`() throws {
        let html = StoryPages.page(try StoryPages.hostile()).html
        #expect(html.count(of: "<script") == 1 && html.count(of: "</script") == 1 && html.count(of: "<style") == 1)
        for markup in ["<img", "<iframe", "<svg onload", "<b onclick", "</title></style>"] {
            #expect(!html.contains(markup), "\(markup)")
        }
        #expect(!html.unicodeScalars.contains { "\u{202e}\u{2066}\u{2028}\u{2029}".unicodeScalars.contains($0) })
        #expect(
            html.contains("&lt;script&gt;window.injected = 1&lt;/script&gt;") && html.contains("\\u{202E}moc.elpmaxe"))
        #expect(html.contains("not taken: &lt;/title&gt;"))
    }

    @Test func `the policy allows the page's own script and style alone`() throws {
        let html = StoryPages.page(try StoryPages.ecdsa()).html
        #expect(
            html.contains("content=\"default-src 'none'; style-src 'sha256-") && html.contains("; script-src 'sha256-"))
        #expect(!html.contains("unsafe-inline") && !html.contains("src=") && !html.contains("href=\"h"))
        #expect(!html.contains(" style=\"") && !html.contains(" onclick") && !html.contains("url("))
    }

    @Test func `the page of a chain of four RSA keys of 4096 bits is small, and with the hashes not much larger`()
        throws
    {
        let size = StoryPages.page(try StoryPages.large()).html.utf8.count
        #expect(size > 80_000 && size < PageTests.limit, "\(size)")
        let deep = StoryPages.page(try StoryPages.large(isDeep: true)).html.utf8.count
        #expect(deep > size && deep < PageTests.limit, "\(deep)")
    }

    @Test(arguments: [
        ("RSASSA-PKCS1-V1_5-VERIFY", ["EM", "EM'"]), ("RSASSA-PSS-VERIFY", ["EM", "DB", "M'"]),
    ])
    func `each part of a block says what it is for`(procedure: String, blocks: [String]) throws {
        let told = [try StoryPages.rsa(), try StoryPages.pss()]
        let worked = told.flatMap(\.answer.story.parts).compactMap { part -> WorkedVerification? in
            if case .certificate(let step) = part { try? step.signature.get() } else { nil }
        }.first { $0.procedure == procedure }
        let steps = try #require(worked).steps
        for block in blocks {
            // PSS's DB is told before its unused bits are cleared, too, and is no block of parts yet.
            let step = try #require(steps.last { $0.name == block })
            guard case .parts(let parts) = step.value else {
                Issue.record("\(block) has no parts")
                continue
            }
            for part in parts {
                #expect(!SignatureLesson.meaning(ofPart: part.name, in: block).isEmpty, "\(block): \(part.name)")
            }
        }
    }
}
