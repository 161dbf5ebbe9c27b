import LucidReport

/// Text on its way into a page. Whatever comes from a file goes through here, and nowhere else.
enum HTMLText {
    /// Text as HTML, fit for an element's content and for an attribute's value between double quotes.
    ///
    /// The five signs that HTML gives a meaning to become character references (HTML Standard §13.1.4). Before that, control
    /// characters and those that reorder or hide text become visible, as `\u{202E}`: a name can not pretend to be another one.
    static func escaped(_ text: String) -> String {
        var html = ""
        for scalar in text.safeToShow.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            default: html.unicodeScalars.append(scalar)
            }
        }
        return html
    }

    /// An element with text in it: `<b class="name">text</b>`. Where the text is empty, nothing.
    ///
    /// - Parameters:
    ///   - tag: the element's name, and `kind` its class: Lucid's own words, which are not escaped.
    static func element(_ tag: String, class kind: String = "", _ text: String) -> String {
        guard !text.isEmpty else { return "" }
        return "<\(tag)\(kind.isEmpty ? "" : " class=\"\(kind)\"")>\(escaped(text))</\(tag)>"
    }

    /// A section of the page with a heading, which is also its name for screen readers.
    ///
    /// - Parameters:
    ///   - kind: its class, and `id` its identifier.
    ///   - heading: the heading's element: `h3`.
    ///   - title: as text; `more` is HTML behind it.
    ///   - body: HTML.
    static func section(
        class kind: String, id: String, heading: String, _ title: String, more: String = "", _ body: String
    ) -> String {
        "<section class=\"\(kind)\" id=\"\(id)\" aria-labelledby=\"\(id)-name\">"
            + "<\(heading) id=\"\(id)-name\">\(escaped(title))\(more)</\(heading)>\(body)</section>"
    }

    /// A sign that says in a word what it means to who does not see it.
    static func mark(_ sign: String, _ word: String) -> String {
        "<b class=\"mark\" role=\"img\" aria-label=\"\(escaped(word))\">\(escaped(sign))</b>"
    }

    /// A text cut to so many columns, with an ellipsis where something was cut. Wide characters, as those of Chinese, take two.
    static func shortened(_ text: String, columns: Int) -> String {
        var width = 0
        var short = ""
        for scalar in text.safeToShow.unicodeScalars {
            width += scalar.value >= 0x1100 ? 2 : 1
            if width > columns { return short + "…" }
            short.unicodeScalars.append(scalar)
        }
        return short
    }
}
