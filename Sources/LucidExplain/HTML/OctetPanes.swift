import LucidDER
import LucidPEM

/// The octets of an explanation as rows of hexadecimal digits and as PEM text.
///
/// Secret octets are in neither: `··` stands for them, and `·` for each PEM character that has one of their bits.
struct OctetPanes {
    let octets: [UInt8]
    /// For each octet whether it is secret.
    private let isSecret: [Bool]

    /// How many octets a row of the hexadecimal pane has.
    static let rowCount = 16

    init(_ explanation: Explanation) {
        var octets = explanation.octets.array
        var isSecret = [Bool](repeating: false, count: octets.count)
        for line in explanation.lines where line.isSecret {
            for offset in line.range {
                // What is zero here can not reach the page by mistake.
                octets[offset - explanation.octets.startIndex] = 0
                isSecret[offset - explanation.octets.startIndex] = true
            }
        }
        self.octets = octets
        self.isSecret = isSecret
    }

    // MARK: Hexadecimal

    /// Rows of offset, octets and characters.
    var hexadecimalHTML: String {
        var html = "<div class=\"hex\">"
        for start in stride(from: 0, to: octets.count, by: Self.rowCount) {
            let row = start..<min(start + Self.rowCount, octets.count)
            html += "<div class=\"row\"><span class=\"o\">\(Self.offset(start))</span>"
            html += "<span class=\"x\">\(row.map(digits(at:)).joined(separator: " "))</span>"
            html += "<span class=\"a\">\(HTMLText.escaped(String(row.map(character(at:)))))</span></div>"
        }
        return html + "</div>"
    }

    private func digits(at offset: Int) -> String {
        isSecret[offset] ? "··" : LucidExplain.hexadecimal([octets[offset]])
    }

    /// The octet's ASCII character; a dot for any other octet.
    private func character(at offset: Int) -> Character {
        let octet = octets[offset]
        if isSecret[offset] { return "·" }
        return (0x20..<0x7f).contains(octet) ? Character(Unicode.Scalar(octet)) : "."
    }

    /// Four digits at least, hexadecimal.
    private static func offset(_ offset: Int) -> String {
        let digits = String(offset, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    // MARK: PEM

    /// The PEM text (RFC 7468 §2), a row for each of its lines; those with Base64 characters have the class `l`.
    func pemHTML(_ item: ExplainedPage.Item) -> String {
        let head = ["-----BEGIN \(item.label)-----"] + item.headers.map { "\($0.name): \($0.value)" }
        var html = "<div class=\"pem\">" + head.map { HTMLText.element("div", $0) }.joined()
        var index = 0
        for line in PEMBlock(label: "", bytes: octets).text.split(separator: "\n").dropFirst().dropLast() {
            var text = ""
            for character in line {
                text.append(hasSecretBits(index) ? "·" : character)
                index += 1
            }
            html += "<div class=\"l\">\(text)</div>"
        }
        return html + HTMLText.element("div", "-----END \(item.label)-----") + "</div>"
    }

    /// Character `index` stands for bits `6 * index` to `6 * index + 5` of the octets.
    private func hasSecretBits(_ index: Int) -> Bool {
        [index * 6 / 8, (index * 6 + 5) / 8].contains { isSecret.indices.contains($0) && isSecret[$0] }
    }
}
