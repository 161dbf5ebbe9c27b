import LucidDER
import LucidModel

/// One structure of a page: its heading, what breaks the rules in it, and the panes that show it.
struct PageSection {
    let item: ExplainedPage.Item
    /// Its number on the page, from 1 on.
    let number: Int
    /// Whether it is alone on the page.
    let isAlone: Bool

    /// The element's identifier, which links go to.
    var id: String { "c\(number)" }

    var html: String {
        let panes = OctetPanes(item.explanation)
        return "<section class=\"structure\" id=\"\(id)\" aria-labelledby=\"\(id)-name\">"
            + "<h2 id=\"\(id)-name\">\(HTMLText.escaped(isAlone ? item.title : "\(number). \(item.title)"))</h2>"
            + "<p class=\"about\">\(HTMLText.escaped(about))</p>"
            + item.explanation.notes.map { HTMLText.element("p", class: "note", $0) }.joined() + headers + problems
            + "<div class=\"panes\">"
            + pane("tree-pane", "Fields", FieldTree(explanation: item.explanation, id: id).html)
            + "<div class=\"octets\">" + pane("hex-pane", "Octets", panes.hexadecimalHTML)
            + pane("pem-pane", "PEM text", panes.pemHTML(item)) + "</div>"
            + "<aside class=\"detail\" aria-label=\"About the field\"><h3>About the field</h3>"
            + "<div class=\"live\" aria-live=\"polite\"></div></aside></div></section>"
    }

    private var about: String {
        let count = item.explanation.octets.count
        let size = count == 1 ? "1 octet" : "\(count) octets"
        return [item.explanation.kind.title, item.place, size, "\(item.explanation.lines.count) fields"].filter {
            !$0.isEmpty
        }
        .joined(separator: ", ")
    }

    /// What the PEM headers say.
    private var headers: String {
        guard !item.headers.isEmpty else { return "" }
        let items = item.headers.map { header in
            "<li><code>\(HTMLText.escaped("\(header.name): \(header.value)"))</code>: \(HTMLText.escaped(header.sentence)) "
                + HTMLText.element("span", class: "c", header.clause) + "</li>"
        }
        return "<ul class=\"headers\" aria-label=\"PEM headers\">\(items.joined())</ul>"
    }

    private func pane(_ kind: String, _ title: String, _ body: String) -> String {
        "<section class=\"pane \(kind)\" aria-labelledby=\"\(id)-\(kind)\"><h3 id=\"\(id)-\(kind)\">\(title)</h3>"
            + body + "</section>"
    }

    /// Each problem with a link to the octets that no field could be made of.
    private var problems: String {
        let explanation = item.explanation
        guard !explanation.problems.isEmpty else { return "" }
        let items = explanation.problems.map { problem -> String in
            let line = explanation.lines.indices.first { explanation.lines[$0].problem == problem }
            let sentence = HTMLText.escaped(problem.sentence)
            return line.map { "<li><a href=\"#\(id)-\($0)\">\(sentence)</a></li>" } ?? "<li>\(sentence)</li>"
        }
        return "<div class=\"problems\"><h3>What breaks the rules</h3><ul>\(items.joined())</ul></div>"
    }
}
