import LucidDER
import LucidExplain
import LucidPEM
import LucidTestSupport
import Testing

@Suite("What was cut off is explained as far as it goes")
struct CutOffTests {
    private static let der = SmallCertificate.der
    private static let pem = PEMBlock(label: "CERTIFICATE", bytes: der).text

    private func text(_ bytes: [UInt8]) -> String {
        var form = ExplanationText()
        form.isBrief = true
        return form.text(ExplainedFile(bytes), name: "cut") ?? ""
    }

    @Test func `the lengths are those that stand there, with how many octets there are`() {
        let text = text(Array(Self.der.prefix(100)))
        #expect(text.contains("SEQUENCE 248 ") && text.contains("248 octets, of which 97 are here"))
        #expect(text.contains("SEQUENCE 171 ") && text.contains("171 octets, of which 94 are here"))
        #expect(!self.text(Self.der).contains("of which"))
    }

    @Test func `a PEM block without its end is explained to where it breaks, and the problem told`() throws {
        let characters = Array(Self.pem.utf8)
        for count in [60, 100, 150, 200, characters.count - 30] {
            let file = ExplainedFile(Array(characters.prefix(count)))
            let block = try #require(file.blocks.first, "\(count)")
            #expect(!file.isFlawless && block.explanation.kind == .certificate && block.line == 1)
            #expect(Self.der.starts(with: block.explanation.octets.array))
            let data = characters.prefix(count).dropFirst(28).filter { $0 != UInt8(ascii: "\n") }.prefix {
                $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "=")
            }
            #expect(block.explanation.octets.count == data.count * 6 / 8, "\(count)")
            let text = text(Array(characters.prefix(count)))
            #expect(text.contains("tbsCertificate") && text.contains("✗ cut: "))
        }
    }

    @Test func `a wrong character ends what is explained`() throws {
        var characters = Array(Self.pem.utf8)
        characters[100] = UInt8(ascii: "!")
        let block = try #require(ExplainedFile(characters).blocks.first)
        #expect(block.explanation.octets.count > 40 && block.explanation.octets.count < 60)
    }

    @Test(arguments: ["PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "PKCS12", "ODD PRIVATE KEY", "ANYTHING"])
    func `what may be a secret stays hidden`(label: String) {
        let whole = PEMBlock(label: label, bytes: Self.der).text
        let file = ExplainedFile(Array(whole.utf8.dropLast(30)))
        #expect(file.blocks.isEmpty && file.parts.count == 1 && !file.isFlawless)
        // Nor is it shown where the label at the end is another one.
        let other = whole.replacing("-----BEGIN \(label)", with: "-----BEGIN CERTIFICATE")
        #expect(ExplainedFile(Array(other.utf8)).blocks.isEmpty)
    }
}
