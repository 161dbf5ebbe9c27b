/// The identifiers of a page's elements, and the links within it.
struct PageLinks {
    let ids: [String]
    let targets: [String]

    init(_ html: String) {
        ids = Self.values(of: " id=\"", in: html)
        targets = Self.values(of: " href=\"#", in: html)
    }

    /// What stands behind each place of a text, up to the next double quote.
    static func values(of beginning: String, in html: String) -> [String] {
        html.split(separator: beginning, omittingEmptySubsequences: false).dropFirst().map { part in
            String(part.prefix { $0 != "\"" })
        }
    }
}

extension String {
    /// How often a text is in it.
    func count(of part: String) -> Int { split(separator: part, omittingEmptySubsequences: false).count - 1 }
}
