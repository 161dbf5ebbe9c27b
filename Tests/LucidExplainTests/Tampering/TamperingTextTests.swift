import LucidExplain
import LucidIssuing
import LucidModel
import LucidSignature
import LucidValidation
import Testing

/// The stories as people read them.
struct TamperingTextTests {
    private func chain() throws -> TamperedChain { try #require(TamperedChain.all.first { $0.description == "P-256" }) }

    @Test(arguments: [80, 120])
    func `the lines before and after are shown, with a mark below what changed`(width: Int) throws {
        let chain = try chain()
        let scene = chain.scene()
        var form = TamperingText()
        form.width = width
        let text = form.story(TamperingStory(try chain.change(.date), in: scene), scene)
        let lines = text.split(separator: "\n")
        let before = try #require(lines.firstIndex { $0.hasPrefix("  − ") && $0.contains("17 0d") })
        let after = try #require(lines.firstIndex { $0.hasPrefix("  + ") && $0.contains("17 0d") })
        #expect(before < after && lines[after + 1].contains("^^"))
        // The mark stands below the octets that differ, and below no others.
        let (old, new, marks) = (Array(lines[before]), Array(lines[after]), Array(lines[after + 1]))
        let octets = 8..<32
        for place in octets {
            let isMarked = place < marks.count && marks[place] == "^"
            #expect(old[place] == new[place] || isMarked, "\(place)")
        }
        #expect(marks.prefix(32).count { $0 == "^" } % 2 == 0)
        for words in [
            "No length changes", "✗ caught by the signature", "path.signature", "SHA-256 before", "SHA-256 now",
            "✗ they differ",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(lines.allSatisfy { $0.count <= width + 2 }, "\(lines.filter { $0.count > width + 2 })")
    }

    @Test func `lengths that follow are shown and told`() throws {
        let chain = try chain()
        let scene = chain.scene()
        let text = TamperingText().story(TamperingStory(try chain.change(.flag), in: scene), scene)
        let octets = chain.leaf.der.count
        #expect(
            text.contains(
                "The lengths around it are computed anew: the certificate has \(octets + 3) octets, and had \(octets).")
        )
        #expect(text.contains("cA  TRUE") && text.contains("01 01 ff"))
    }

    @Test func `a frame that breaks is told in a few lines`() throws {
        let chain = try chain()
        let scene = chain.scene()
        let bit = try #require(CertificateChange.Bit(offset: 1, number: 3))
        let text = TamperingText().story(TamperingStory(try .bit(bit, of: chain.leaf), in: scene), scene)
        #expect(text.contains("more lines") && text.contains("caught by the DER reader") && text.contains("der.reader"))
        #expect(text.split(separator: "\n").count < 40)
    }

    @Test func `hostile names do not reach the terminal`() throws {
        let begin = TamperedChain.time.adding(seconds: -60)
        let root = try CertificateAuthority.root(
            named: "<script>alert(1)</script>\u{202E}\u{1B}[31m", key: .generate(.p256), from: begin)
        let scene = TamperingScene(
            Verifier(trustAnchors: [root.certificate], purpose: .any),
            Question(root.certificate, at: TamperedChain.time),
            changing: root.certificate)
        let form = TamperingText()
        let changes = [
            try CertificateChange.name(to: nil, of: root.certificate), try .name(to: "\u{1B}[2J", of: root.certificate),
        ]
        for change in changes {
            let text = form.heading(scene) + form.story(TamperingStory(change, in: scene), scene)
            #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
            #expect(change.sentence.contains("<script>") && !change.sentence.contains("\u{1B}"))
        }
    }
}
