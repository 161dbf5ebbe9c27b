/// Certificates as a drawing, and the same in words.
///
/// A certificate is a box. Below it and one step to the right stand those that it issued, each with an arrow from its
/// issuer and the checks beside it. Issuers that were tried and not taken stand above the box that they were tried for,
/// with a dashed arrow.
struct ChainDrawing {
    /// What the identifiers of the drawing begin with; a page may have several.
    let name: String
    /// What it is, and what is to be seen, for who does not see it.
    let title, description: String
    /// What stands below it, as HTML.
    let caption: String
    /// Issuers first.
    let boxes: [Box]

    /// One certificate, or a place where one is missing.
    struct Box {
        let id: Int
        /// The box that the arrow to this one comes from.
        let issuer: Int?
        /// How many boxes stand above it in its chain.
        let depth: Int
        let title: String
        /// Its second line in the drawing.
        let words: String
        /// The same in the list, behind the title.
        let spoken: String
        /// The whole name, which appears under the pointer.
        let tooltip: String
        /// What it leads to on the page; empty for nothing.
        let link: String
        let isGood: Bool
        /// The checks beside the arrow to it.
        var marks: [Mark] = []
        /// The checks below it, which the certificate alone has to do with.
        var below: [Mark] = []
        /// Facts that the list alone tells, as the box has them in its second line.
        var facts: [Mark] = []
        var detours: [Detour] = []
        /// Whether it stands for a certificate that is not there.
        var isMissing = false
    }

    /// A check and whether it holds.
    struct Mark {
        let outcome: Outcome
        let sentence, clause: String
        var link = ""

        /// How a check came out.
        enum Outcome: String {
            case yes, warn, no
        }
    }

    /// An issuer that was tried for a box and not taken.
    struct Detour {
        let title, sentence: String
        var link = ""
    }

    /// The drawing, and the list beside it.
    var html: String { "<div class=\"both\">\(figure)<div><h3>The same in words</h3>\(list)</div></div>" }

    /// The drawing, and the list folded below it.
    var foldedHTML: String { "\(figure)<details><summary>The same in words</summary>\(list)</details>" }

    private var figure: String {
        "<figure class=\"chain\">\(svg)<figcaption>\(caption)</figcaption></figure>"
    }

    // MARK: Words

    private var list: String {
        "<ol class=\"words\">" + boxes.map(item).joined() + "</ol>"
    }

    private func item(_ box: Box) -> String {
        let title = HTMLText.escaped(box.title)
        var html = "<li>" + (box.link.isEmpty ? title : "<a href=\"#\(box.link)\">\(title)</a>") + ": "
        html += HTMLText.escaped(box.spoken)
        let facts = (box.facts + box.marks + box.below).map(Self.item) + box.detours.map(Self.item)
        return html + (facts.isEmpty ? "" : "<ul>" + facts.joined() + "</ul>") + "</li>"
    }

    private static func item(_ mark: Mark) -> String {
        let sentence = HTMLText.escaped(mark.sentence)
        return "<li class=\"\(mark.outcome)\">\(mark.outcome.sign) "
            + (mark.link.isEmpty ? sentence : "<a href=\"#\(mark.link)\">\(sentence)</a>") + " "
            + HTMLText.element("span", class: "c", mark.clause) + "</li>"
    }

    private static func item(_ detour: Detour) -> String {
        let title = HTMLText.escaped(detour.title)
        return "<li class=\"aside\">Not taken: "
            + (detour.link.isEmpty ? title : "<a href=\"#\(detour.link)\">\(title)</a>")
            + HTMLText.escaped(", \(detour.sentence)") + "</li>"
    }
}

extension ChainDrawing.Mark.Outcome {
    /// The sign in front of the sentence.
    var sign: String {
        switch self {
        case .yes: "✓"
        case .warn: "!"
        case .no: "✗"
        }
    }
}
