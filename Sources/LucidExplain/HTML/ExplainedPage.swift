public import LucidDER

/// Explanations as one page of HTML that needs nothing but itself: no network, no framework, no other file.
///
/// The page is readable without its script, which links the panes with each other. Nothing of what is explained gets into the
/// script or the style: everything is text between tags, and goes through ``HTMLText``. ``PageDocument`` fixes what the page may do.
public struct ExplainedPage {
    let items: [Item]
    private let remarks: [Remark]
    private let time: CalendarTime?

    /// A page about some files.
    ///
    /// - Parameters:
    ///   - files: with the name of each, in the order of the page.
    ///   - time: when it is to be looked whether certificates are valid; nil where that is not asked.
    public init(_ files: [(name: String, file: ExplainedFile)], at time: CalendarTime? = nil) {
        let contents = files.map { Self.contents(of: $0.file, name: $0.name) }
        items = contents.flatMap(\.items)
        remarks = contents.flatMap(\.remarks)
        self.time = time
    }

    /// The whole page, in UTF-8.
    public var html: String {
        let title = (items.first?.title ?? "Nothing") + (items.count > 1 ? " and \(items.count - 1) more" : "")
        let body = """
            <header><h1>\(HTMLText.escaped(title))</h1><p>Every octet and what it says, explained by Lucid.</p>\(Self.help)</header>
            \(navigation)
            <main id="main">
            \(chain)
            \(remarkList)
            \(sections.map(\.html).joined(separator: "\n"))
            </main>
            <footer><p>Made by <code>lucid explain --html</code>. This page loads nothing and sends nothing.</p></footer>
            """
        return PageDocument(
            title: "\(title) – explained by Lucid", style: PageStyle.text, script: PageScript.text,
            skip: "To the fields",
            body: body
        ).html
    }

    private var sections: [PageSection] {
        items.enumerated().map { PageSection(item: $1, number: $0 + 1, isAlone: items.count == 1) }
    }

    private var navigation: String {
        guard items.count > 1 else { return "" }
        let links = sections.map { "<li><a href=\"#\($0.id)\">\(HTMLText.escaped($0.item.title))</a></li>" }
        return "<nav aria-label=\"Structures\"><ol>\(links.joined())</ol></nav>"
    }

    /// Where there are several certificates, who issued whom.
    private var chain: String {
        let certificates = items.enumerated().compactMap { index, item in
            item.certificate.map { (index: index + 1, certificate: $0) }
        }
        guard certificates.count > 1 else { return "" }
        let diagram = ChainDiagram(facts: ChainFacts(certificates), time: time)
        return
            "<section class=\"chains\" aria-labelledby=\"chain-heading\"><h2 id=\"chain-heading\">Who vouches for whom"
            + "</h2>" + (time.map { "<p class=\"about\">Validity as of \($0).</p>" } ?? "") + diagram.html
            + "</section>"
    }

    /// What is beside the structures in the files.
    private var remarkList: String {
        guard !remarks.isEmpty else { return "" }
        let items = remarks.map { HTMLText.element("li", class: $0.isProblem ? "no" : "yes", $0.sentence) }
        return
            "<section class=\"remarks\" aria-labelledby=\"remarks-heading\"><h2 id=\"remarks-heading\">Beside the structures"
            + "</h2><ul>\(items.joined())</ul></section>"
    }

    private static let help = """
        <details class="help"><summary>How to read this page</summary><p>Point at a field, an octet or a character of the PEM \
        text: the same place lights up in all three, and the panel says what it is. Click, or press Enter, to hold on to it; \
        Escape lets go.</p><p>In the fields the arrow keys move, right and left unfold and fold, Home and End go to the first and \
        the last, an asterisk unfolds what is beside. In the octets and the PEM text the arrow keys move by one or by a row. Tab \
        goes to the same place in the next pane.</p><p>An octet is eight bits, a PEM character six: a character on the border of \
        two fields has bits of both.</p></details>
        """
}
