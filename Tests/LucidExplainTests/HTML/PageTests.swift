import LucidDER
import LucidTestSupport
import LucidX509
import Testing

@testable import LucidExplain

/// The page as text.
struct PageTests {
    /// The bound of the page's size for a normal certificate.
    static let limit = 300_000

    @Test(arguments: ["ext-sct-list", "ext-many", "leaf-rsa-4096", "leaf-p256"])
    func `a page is small`(name: String) throws {
        let size = try PageSamples.page([name]).html.utf8.count
        #expect(size > 20_000 && size < Self.limit, "\(size)")
    }

    @Test(.enabled(if: PageSamples.longestRoot != nil, "the system has no bundle of roots"))
    func `the page of the system's longest root is small`() throws {
        let root = try #require(PageSamples.longestRoot)
        let size = PageSamples.page(root).html.utf8.count
        #expect(size < Self.limit, "\(size)")
    }

    @Test func `every line of an explanation has its item with its place`() throws {
        let page = try PageSamples.page(["ext-many"])
        let html = page.html
        for line in page.items[0].explanation.lines {
            let whole =
                if case .structure(_, let content) = line.kind { content.upperBound } else { line.range.upperBound }
            #expect(html.contains("<li data-r=\"\(line.range.lowerBound) \(line.range.upperBound) \(whole) "))
            #expect(html.contains(HTMLText.escaped(line.meaning.sentence)))
        }
        #expect(html.components(of: "<li data-r=") == page.items[0].explanation.lines.count)
        #expect(html.components(of: "<ul") == html.components(of: "</ul>"))
        #expect(html.components(of: "<li") == html.components(of: "</li>") + html.components(of: "<link"))
    }

    @Test func `octets that do not begin where their array does count from their own beginning`() throws {
        let der = try PageSamples.certificate("leaf-p256").array
        let moved = DERBytes([1, 2, 3] + der + [4], 3..<3 + der.count)
        func panes(_ octets: DERBytes) -> String {
            let explanation = Explanation(octets, as: .certificate)
            return FieldTree(explanation: explanation, id: "a").html + OctetPanes(explanation).hexadecimalHTML
        }
        #expect(panes(moved) == panes(DERBytes(der)))
    }

    @Test func `what is cut off or wrong is on the page all the same, with a link to it`() throws {
        let der = try PageSamples.certificate("leaf-p256").array
        for count in [1, 2, 7, 200, der.count - 1] {
            let html = PageSamples.page(Array(der.prefix(count))).html
            #expect(html.contains("<h3>What breaks the rules</h3>"), "\(count)")
            #expect(html.contains("<a href=\"#c1-") && html.contains(" class=\"wrong\">"), "\(count)")
        }
        #expect(PageSamples.page([UInt8]()).html.contains("0 octets, 0 fields"))
    }

    @Test(arguments: ["rsa", "p256", "ed25519", "damaged"])
    func `of secret numbers neither octets nor values nor PEM characters are on the page`(kind: String) throws {
        let key: SigningKey =
            switch kind {
            case "rsa": try .generate(.rsa(bits: 2048))
            case "ed25519": try .generate(.ed25519)
            default: try .generate(.p256)
            }
        var der = key.pkcs8().withArray { $0 }
        if kind == "damaged" { der.removeLast(5) }
        let page = PageSamples.page(der)
        let html = page.html
        let secrets = page.items[0].explanation.lines.filter(\.isSecret)
        let count = secrets.map(\.range.count).reduce(0, +)
        #expect(count > 30)
        let panes = OctetPanes(page.items[0].explanation)
        for line in secrets {
            #expect(panes.octets[line.range].allSatisfy { $0 == 0 })
            #expect(line.value.count < 8 || !html.contains(HTMLText.escaped(line.value)))
        }
        // Two for the digits, one for the character.
        #expect(panes.hexadecimalHTML.components(of: "·") == count * 3)
        #expect(panes.pemHTML(page.items[0]).components(of: "·") >= count * 8 / 6)
    }

    @Test func `the policy allows the page's own script and style alone`() throws {
        let html = try PageSamples.page(["leaf-p256"]).html
        #expect(html.contains("content=\"default-src 'none'; style-src 'sha256-"))
        #expect(html.contains("; script-src 'sha256-"))
        #expect(!html.contains("unsafe-inline") && !html.contains("src=") && !html.contains("href=\"h"))
        #expect(html.components(of: "<script>") == 1 && html.components(of: "<style>") == 1)
    }

    @Test func `hostile names are text, in the title, the drawing and the fields`() throws {
        let html = try PageSamples.hostile().html
        #expect(html.components(of: "<script") == 1 && html.components(of: "</script") == 1)
        #expect(!html.contains("<img") && !html.contains("<iframe") && !html.contains("<svg onload"))
        #expect(!html.unicodeScalars.contains { "\u{202e}\u{2066}\u{2028}\u{2029}".unicodeScalars.contains($0) })
        #expect(html.contains("&lt;script&gt;window.injected = 1&lt;/script&gt;"))
        #expect(html.contains("\\u{202E}moc.elpmaxe"))
    }
}

extension String {
    /// How often a text is in it.
    fileprivate func components(of part: String) -> Int {
        split(separator: part, omittingEmptySubsequences: false).count - 1
    }
}
