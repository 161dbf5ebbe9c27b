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
        let size = ExplainedPage([try PageSamples.item(name)]).html.utf8.count
        #expect(size > 20_000 && size < Self.limit, "\(size)")
    }

    @Test(.enabled(if: PageSamples.longestRoot != nil, "the system has no bundle of roots"))
    func `the page of the system's longest root is small`() throws {
        let root = try #require(PageSamples.longestRoot)
        let size = ExplainedPage([.init(certificate: root, place: "")]).html.utf8.count
        #expect(size < Self.limit, "\(size)")
    }

    @Test func `every line of an explanation has its item with its place`() throws {
        let item = try PageSamples.item("ext-many")
        let html = ExplainedPage([item]).html
        for line in item.explanation.lines {
            let whole =
                if case .structure(_, let content) = line.kind { content.upperBound } else { line.range.upperBound }
            #expect(html.contains("<li data-r=\"\(line.range.lowerBound) \(line.range.upperBound) \(whole) "))
            #expect(html.contains(HTMLText.escaped(line.meaning.sentence)))
        }
        #expect(html.components(of: "<li data-r=") == item.explanation.lines.count)
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
        for count in [0, 1, 2, 7, 200, der.count - 1] {
            let html = ExplainedPage([.init(certificate: Array(der.prefix(count)), place: "")]).html
            #expect(html.contains("What breaks the rules"))
            if count > 0 { #expect(html.contains("<a href=\"#c1-") && html.contains("class=\"wrong\"")) }
        }
    }

    @Test func `the policy allows the page's own script and style alone`() throws {
        let html = ExplainedPage([try PageSamples.item("leaf-p256")]).html
        #expect(html.contains("content=\"default-src 'none'; style-src 'sha256-"))
        #expect(html.contains("; script-src 'sha256-"))
        #expect(!html.contains("unsafe-inline") && !html.contains("src=") && !html.contains("href=\"h"))
        #expect(html.components(of: "<script>") == 1 && html.components(of: "<style>") == 1)
    }

    @Test func `hostile names are text, in the title, the drawing and the fields`() throws {
        let html = ExplainedPage(try PageSamples.hostile(), at: .now).html
        #expect(html.components(of: "<script") == 1 && html.components(of: "</script") == 1)
        #expect(!html.contains("<img") && !html.contains("<iframe") && !html.contains("<svg onload"))
        #expect(!html.unicodeScalars.contains { "\u{202e}\u{2066}\u{2028}\u{2029}".unicodeScalars.contains($0) })
        #expect(html.contains("&lt;script&gt;window.injected = 1&lt;/script&gt;"))
        #expect(html.contains("\\u{202E}moc.elpmaxe"))
    }
}

extension String {
    /// How often a text is in it.
    fileprivate func components(of part: String) -> Int { split(separator: part, omittingEmptySubsequences: false).count - 1 }
}
