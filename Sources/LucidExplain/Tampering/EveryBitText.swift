import LucidDER
import LucidModel
import LucidReport

extension TamperingText {
    /// Every bit: who caught how many, field by field, and a map with a letter an octet.
    public func everyBit(_ bits: EveryBit, _ scene: TamperingScene) -> String {
        let octetCount = bits.catchers.count / 8
        var lines = [
            style.strong("Every bit turned over, one at a time")
                + style.faint("  \(bits.catchers.count) bits in \(octetCount) octets"), "",
        ]
        lines += tally(bits) + [""] + fields(bits) + [""] + map(bits) + [""]
        if bits.uncaught.isEmpty {
            lines.append(style.good("✓ no bit can be turned over without being caught"))
        } else {
            lines.append(style.bad("✗ \(bits.uncaught.count) of \(bits.catchers.count) bits are caught by nothing:"))
            lines += uncaught(bits)
        }
        return lines.map(\.trimmedAtEnd).joined(separator: "\n")
    }

    private func tally(_ bits: EveryBit) -> [String] {
        let titles = zip(bits.tally, letters(bits)).map { "\($1)  \($0.catcher.title)" } + ["!  nothing"]
        let wide = max("caught by".count, titles.map(\.count).max() ?? 0) + 2
        func row(_ title: String, _ count: Int, _ rest: String) -> String {
            return title.filled(to: wide) + String(count).filled(to: 7, onTheLeft: true)
                + Self.share(count, of: bits.catchers.count).filled(to: 9, onTheLeft: true) + "  "
                + style.faint(Self.fitted(rest, to: width - wide - 18))
        }
        let head = style.faint(
            "   caught by".filled(to: wide) + "   bits".filled(to: 7) + "         " + "  clause, check")
        return [head]
            + zip(bits.tally, titles).map { row($1, $0.count, "\($0.catcher.clause), \($0.catcher.id)") }
            + [row("!  nothing", bits.uncaught.count, "")]
    }

    /// A part in percent, to the nearest tenth. Few are not shown as none, nor many as all.
    static func share(_ count: Int, of whole: Int) -> String {
        let tenths = whole == 0 ? 0 : (count * 1000 + whole / 2) / whole
        if tenths == 0, count > 0 { return "<0.1 %" }
        if tenths == 1000, count < whole { return ">99.9 %" }
        return "\(tenths / 10).\(tenths % 10) %"
    }

    /// A letter for each catcher: `r` the reader, `s` the signature, others from `a` on.
    private func letters(_ bits: EveryBit) -> [Character] {
        var others = Array("abcdefghijklmnopqtuvwxyz")[...]
        return bits.tally.map { entry in
            switch entry.catcher {
            case .reader: "r"
            case .check(.signature): "s"
            default: others.popFirst() ?? "?"
            }
        }
    }

    /// Each field, and how many of its bits each of the catchers has.
    private func fields(_ bits: EveryBit) -> [String] {
        let fields = bits.fields
        let wide = min(44, max(12, fields.map { shown($0.path).count }.max() ?? 0)) + 2
        // Where there is no room for a column each, those that catch least share one.
        let room = max(2, (width - 12 - wide) / 6 - 1)
        let own = bits.tally.count <= room ? bits.tally.count : room - 1
        let letters = letters(bits).prefix(own).map { String($0) } + (own < bits.tally.count ? ["rest"] : []) + ["!"]
        func row(_ octets: String, _ field: String, _ cells: [String]) -> String {
            octets.filled(to: 12) + field.shortenedInTheMiddle(to: wide - 2).filled(to: wide)
                + cells.map { $0.filled(to: 6, onTheLeft: true) }.joined()
        }
        return [style.faint(row("octets", "field", letters))]
            + fields.map { field in
                let counts = bits.tally.map { field.counts[$0.catcher] ?? 0 }
                let shared = own < counts.count ? [counts.dropFirst(own).reduce(0, +)] : []
                let cells = (counts.prefix(own) + shared + [field.uncaught]).map { $0 == 0 ? "·" : String($0) }
                let text = row(
                    "\(field.octets.lowerBound)-\(field.octets.upperBound - 1)", shown(field.path), cells)
                return field.uncaught == 0 ? text : style.bad(text)
            }
    }

    /// Without what all have in common.
    private func shown(_ path: String) -> String {
        let prefix = "tbsCertificate."
        return path.hasPrefix(prefix) ? "  " + path.dropFirst(prefix.count) : path
    }

    /// A letter for each octet: who catches its bits; a capital one where others catch some of them.
    private func map(_ bits: EveryBit) -> [String] {
        let letters = Dictionary(uniqueKeysWithValues: zip(bits.tally.map(\.catcher), letters(bits)))
        var rows = [
            style.faint("The map: for each octet who catches most bits; a capital: others catch some")
        ]
        var row = ""
        for offset in 0..<bits.catchers.count / 8 {
            let octet = bits.catchers[offset * 8..<offset * 8 + 8]
            if offset % 64 == 0 { row = String(offset).filled(to: 6, onTheLeft: true) + "  " }
            row += painted(octet, letters)
            if offset % 64 == 63 || offset == bits.catchers.count / 8 - 1 { rows.append(row) }
        }
        return rows
    }

    private func painted(_ octet: ArraySlice<EveryBit.Catcher?>, _ letters: [EveryBit.Catcher: Character]) -> String {
        if octet.contains(nil) { return style.bad("!") }
        var counts: [Character: Int] = [:]
        for catcher in octet { if let catcher, let letter = letters[catcher] { counts[letter, default: 0] += 1 } }
        // The same letter wins each time where two have as many.
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "?"
        let letter = counts.count == 1 ? String(most) : most.uppercased()
        return most == "s" ? style.good(letter) : most == "r" ? letter : style.warning(letter)
    }

    private func uncaught(_ bits: EveryBit) -> [String] {
        let shown = bits.uncaught.prefix(16).map { bit in
            let path = bits.explanation.line(owning: bit / 8).map { bits.explanation.lines[$0].path } ?? ""
            return "  bit \(bit % 8) of the octet at offset \(bit / 8)  \(path)"
        }
        let rest = bits.uncaught.count - shown.count
        return shown + (rest > 0 ? ["  … and \(rest) more"] : [])
    }
}
