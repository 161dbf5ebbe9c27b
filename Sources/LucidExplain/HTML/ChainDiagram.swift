import LucidDER

/// The chain of some certificates as a drawing, and the same in words.
///
/// A certificate is a box. Below it and one step to the right stand those that it issued, each with an arrow from its issuer and
/// the checks beside it.
struct ChainDiagram {
    let facts: ChainFacts
    /// The time that validity is judged at; nil where nobody asks.
    let time: CalendarTime?

    var html: String {
        "<div class=\"both\"><figure class=\"chain\">\(svg)<figcaption>The arrows go from a certificate to those that its key signed. "
            + "Each check is looked at by itself; <code>lucid verify</code> says whether the whole is to be trusted."
            + "</figcaption></figure><div><h3>The same in words</h3>\(list)</div></div>"
    }

    // MARK: Drawing

    private enum Size {
        static let step = 32, boxWidth = 400, boxHeight = 56, lineHeight = 19, gap = 14
        /// From the arrow to the checks beside it.
        static let checkIndent = 16
    }

    /// How many checks stand above the boxes: the drawing's height follows from it.
    private func checksAbove(_ node: ChainFacts.Node) -> Int { node.depth == 0 ? 0 : node.checks.count }

    /// How far to the right a box and the checks above it reach. A browser alone knows how wide its letters are; eight pixels are
    /// more than most have.
    private func width(_ node: ChainFacts.Node) -> Int {
        let longest = node.checks.map { $0.sentence.count + $0.clause.count + 3 }.max() ?? 0
        let checks = node.depth == 0 ? 0 : Size.checkIndent + longest * 8
        return node.depth * Size.step + max(Size.boxWidth, checks) + 2
    }

    private var svg: String {
        var body = ""
        var y = 1
        var bottoms: [Int: Int] = [:]
        for node in facts.nodes {
            let x = 1 + node.depth * Size.step
            if let issuer = node.issuer, let top = bottoms[issuer] {
                y += Size.gap
                body += checks(node, x: x + Size.checkIndent, y: y)
                y += checksAbove(node) * Size.lineHeight + 6
                body += arrow(x: x - Size.step + Size.step / 2, from: top, to: y + Size.boxHeight / 2, end: x)
            } else if y > 1 {
                y += Size.gap * 2
            }
            body += box(node, x: x, y: y)
            y += Size.boxHeight
            bottoms[node.index] = y
        }
        let width = facts.nodes.map(self.width).max() ?? 0
        return "<svg viewBox=\"0 0 \(width) \(y + 2)\" width=\"\(width)\" height=\"\(y + 2)\" role=\"group\" "
            + "aria-labelledby=\"chain-title chain-text\"><title id=\"chain-title\">The chain of certificates</title>"
            + "<desc id=\"chain-text\">\(HTMLText.escaped(description))</desc>\(body)</svg>"
    }

    /// The drawing in one sentence; the list below it has the whole.
    private var description: String {
        let names = facts.nodes.map { "\($0.role) \($0.title)" }
        return "\(facts.nodes.count) certificates, issuers first: " + names.joined(separator: "; ") + "."
    }

    private func box(_ node: ChainFacts.Node, x: Int, y: Int) -> String {
        let validity = node.validity(at: time)
        let alone = node.issuer == nil ? node.checks.first : nil
        let holds = validity.holds && alone?.holds != false
        var words = "\(node.role), \(validity.sentence)"
        if node.issuer == nil, !node.isSelfSigned { words += ", its issuer is not here" }
        return "<a href=\"#c\(node.index)\"><g class=\"\(holds ? "box" : "box bad")\">"
            + "<title>\(HTMLText.escaped("\(node.certificate.subject)"))</title>"
            + "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(Size.boxWidth)\" height=\"\(Size.boxHeight)\" rx=\"8\"/>"
            + "<text class=\"n\" x=\"\(x + 14)\" y=\"\(y + 24)\">"
            + HTMLText.escaped(HTMLText.shortened(node.title, columns: 44)) + "</text>"
            + "<text x=\"\(x + 14)\" y=\"\(y + 44)\">\(HTMLText.escaped(words))</text></g></a>"
    }

    private func arrow(x: Int, from top: Int, to bottom: Int, end: Int) -> String {
        "<path class=\"edge\" d=\"M\(x) \(top)V\(bottom)H\(end - 2)m-6 -5l6 5l-6 5\"/>"
    }

    private func checks(_ node: ChainFacts.Node, x: Int, y: Int) -> String {
        node.checks.enumerated().map { index, check in
            "<text class=\"\(check.holds ? "yes" : "no")\" x=\"\(x)\" y=\"\(y + index * Size.lineHeight + 14)\">"
                + HTMLText.escaped("\(check.holds ? "✓" : "✗") \(check.sentence)")
                + "<tspan class=\"clause\" dx=\"8\">\(HTMLText.escaped(check.clause))</tspan></text>"
        }.joined()
    }

    // MARK: Words

    private var list: String {
        "<ol class=\"words\">" + facts.nodes.map(item).joined() + "</ol>"
    }

    private func item(_ node: ChainFacts.Node) -> String {
        let validity = node.validity(at: time)
        let issuer = facts.nodes.first { $0.index == node.issuer }
        let origin =
            issuer.map { ", issued by \($0.title)" } ?? (node.isSelfSigned ? "" : ", its issuer is not here")
        var html = "<li><a href=\"#c\(node.index)\">\(HTMLText.escaped(node.title))</a>: "
        html += HTMLText.escaped(node.role + origin)
        html += "<ul>" + Self.item(validity.holds, validity.sentence, "RFC 5280 §6.1.3(a)(2)")
        html += node.checks.map { Self.item($0.holds, $0.sentence, $0.clause) }.joined()
        return html + "</ul></li>"
    }

    private static func item(_ holds: Bool, _ sentence: String, _ clause: String) -> String {
        "<li class=\"\(holds ? "yes" : "no")\">\(holds ? "✓" : "✗") \(HTMLText.escaped(sentence)) "
            + HTMLText.element("span", class: "c", clause) + "</li>"
    }
}
