import Testing

@testable import LucidExplain

/// What comes from a file stays text.
struct HTMLTextTests {
    @Test(
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("\"><img src=x onerror=alert(1)>", "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;"),
            ("' onmouseover='x", "&#39; onmouseover=&#39;x"), ("a & b &lt;", "a &amp; b &amp;lt;"),
            ("Ελλάς 中文 עברית", "Ελλάς 中文 עברית"), ("a\u{0}\n\u{1b}[2J", "a\\u{0}\\u{A}\\u{1B}[2J"),
            ("\u{202e}moc.elpmaxe", "\\u{202E}moc.elpmaxe"), ("a\u{2066}b\u{2069}", "a\\u{2066}b\\u{2069}"),
            ("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"), ("\u{feff}", "\\u{FEFF}"), ("", ""),
        ])
    func `text becomes HTML that is the same text`(text: String, html: String) {
        #expect(HTMLText.escaped(text) == html)
        #expect(HTMLText.element("b", class: "n", text) == (text.isEmpty ? "" : "<b class=\"n\">\(html)</b>"))
    }

    @Test func `no scalar of Unicode gets through that HTML or a reader could take for something else`() {
        for scalar in (0...0x10ffff).compactMap(Unicode.Scalar.init) {
            let html = HTMLText.escaped(String(Character(scalar)))
            let isSafe = html.unicodeScalars.allSatisfy { !"<>\"'".unicodeScalars.contains($0) && !$0.isHidden }
            guard isSafe else {
                Issue.record("U+\(String(scalar.value, radix: 16))")
                continue
            }
        }
    }

    @Test(
        arguments: [
            ("short", 5, "short"), ("longer", 5, "longe…"), ("中文字", 4, "中文…"), ("a\u{202e}b", 20, "a\\u{202E}b"),
        ])
    func `long names are cut by columns`(text: String, columns: Int, short: String) {
        #expect(HTMLText.shortened(text, columns: columns) == short)
    }
}

extension Unicode.Scalar {
    /// Control characters and the invisible ones that reorder text (Unicode's categories Cc and Cf, and its line ends).
    fileprivate var isHidden: Bool {
        switch value {
        case 0..<0x20, 0x7f..<0xa0, 0x200b...0x200f, 0x2028...0x202e, 0x2060...0x2064, 0x2066...0x206f, 0xfeff: true
        default: false
        }
    }
}
