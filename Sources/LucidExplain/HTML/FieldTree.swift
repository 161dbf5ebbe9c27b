import LucidDER
import LucidReport

/// The lines of an explanation as nested lists: HTML that is read without any script, and that the script makes a tree of.
///
/// Each item has `data-r="start end whole header"`: where its own octets start and end, where the whole element ends, and how
/// many octets of it are identifier and length. All offsets count from the first octet that is explained.
struct FieldTree {
    let explanation: Explanation
    /// The page's name for the structure, which the identifiers of its elements begin with.
    let id: String

    var html: String {
        var html = "<ul class=\"tree\" aria-label=\"Fields\">"
        var depth = 0
        var isFirst = true
        for (index, line) in explanation.lines.enumerated() {
            // The item before stays open, so that this one can be inside of it.
            if !isFirst {
                if line.depth > depth {
                    html += "<ul>"
                } else {
                    html += "</li>" + String(repeating: "</ul></li>", count: depth - line.depth)
                }
            }
            // A line more than one level deeper than its predecessor would have no list to be in.
            depth = isFirst ? 0 : min(line.depth, depth + 1)
            isFirst = false
            html += item(line, index)
        }
        if !isFirst { html += "</li>" + String(repeating: "</ul></li>", count: depth) }
        return html + "</ul>"
    }

    private func item(_ line: ExplainedLine, _ index: Int) -> String {
        // Of a secret nothing is told: in a damaged key even what looks like its length may be a piece of it.
        let header = line.isSecret ? nil : HeaderWords(line, in: explanation.octets.source)
        let first = explanation.octets.startIndex
        let whole =
            if case .structure(_, let content) = line.kind { content.upperBound } else { line.range.upperBound }
        let places = [line.range.lowerBound - first, line.range.upperBound - first, whole - first, header?.count ?? 0]
        return "<li data-r=\"\(places.map(String.init).joined(separator: " "))\"\(target(line, index))>"
            + row(line, offset: places[0]) + more(line, header)
    }

    /// What is wrong can be jumped to from the list of problems.
    private func target(_ line: ExplainedLine, _ index: Int) -> String {
        line.problem == nil ? "" : " id=\"\(id)-\(index)\" class=\"wrong\""
    }

    /// The line that is always to be seen: offset, name, type, value.
    private func row(_ line: ExplainedLine, offset: Int) -> String {
        "<div class=\"f\"><span class=\"o\">\(offset)</span> "
            + HTMLText.element("b", line.title.isEmpty ? "unreadable octets" : line.title) + " "
            + HTMLText.element("i", Self.type(line)) + " "
            + HTMLText.element("span", class: "v", Self.value(line)) + "</div>"
    }

    /// What the panel beside the tree tells, and the printed page.
    private func more(_ line: ExplainedLine, _ header: HeaderWords?) -> String {
        var html = "<div class=\"m\">"
        html += HTMLText.element("code", line.meaning.asn1)
        html += HTMLText.element("p", class: "s", line.meaning.sentence)
        html += HTMLText.element("p", class: "c", line.meaning.clause)
        html += HTMLText.element("p", class: "p", line.path)
        html += HTMLText.element("p", class: "t", header?.identifier ?? "")
        html += HTMLText.element("p", class: "l", header?.length ?? "")
        html += HTMLText.element("p", class: "e", line.problem?.sentence ?? "")
        return html + "</div>"
    }

    private static func type(_ line: ExplainedLine) -> String {
        switch line.kind {
        case .structure(let tag, _), .value(let tag, _): "\(tag)"
        case .part: ""
        case .raw: "raw octets"
        }
    }

    /// A secret's value is not in the page at all.
    private static func value(_ line: ExplainedLine) -> String {
        line.isSecret ? "secret, not shown" : line.value
    }
}
