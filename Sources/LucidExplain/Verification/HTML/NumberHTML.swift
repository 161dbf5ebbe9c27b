import LucidCrypto

/// Long numbers on a page: whole, broken anywhere, and selected as one.
enum NumberHTML {
    /// A number in hexadecimal digits. `name` stands before it where there are several.
    static func number(_ digits: String, name: String = "") -> String {
        "<div class=\"value\">\(HTMLText.element("b", class: "coordinate", name.isEmpty ? "" : "\(name) ="))"
            + "<code class=\"num\">\(digits)</code></div>"
    }

    /// Octets in parts, each with a number and a way to be underlined besides its colour, and what each is.
    static func parts(_ parts: [WorkedStep.Part], of block: String) -> String {
        let octets = parts.enumerated().map { index, part in
            "<span class=\"part p\(place(index))\" data-part=\"\(HTMLText.escaped(part.name))\">"
                + "\(spaced(part.octets))</span>"
        }
        let legend = parts.enumerated().map { index, part in
            let count = part.octets.count == 1 ? "1 octet" : "\(part.octets.count) octets"
            return "<li><span class=\"part p\(place(index))\">\(HTMLText.escaped(part.name))</span> \(count): "
                + HTMLText.escaped(SignatureLesson.meaning(ofPart: part.name, in: block)) + "</li>"
        }
        return "<div class=\"value\"><code class=\"num block\">\(octets.joined(separator: " "))</code></div>"
            + "<ul class=\"legend\">\(legend.joined())</ul>"
    }

    /// The style knows five kinds of parts.
    private static func place(_ index: Int) -> Int { index % 5 + 1 }

    private static func spaced(_ octets: [UInt8]) -> String {
        octets.map { hexadecimal([$0]) }.joined(separator: " ")
    }
}
