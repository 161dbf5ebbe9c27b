import LucidReport

/// Text in several looks, folded at its spaces into lines of a bounded width.
struct FoldedText {
    enum Look { case plain, strong, faint, good, bad }

    private struct Word {
        let text: String
        let look: Look
        /// How many spaces stand in front of it, where it does not begin a line.
        let gap: Int
    }

    private var words: [Word] = []

    /// Appends words.
    ///
    /// - Parameters:
    ///   - gap: how many spaces stand before the first.
    ///   - isWhole: whether they stay on one line, as a clause does.
    mutating func add(_ text: String, _ look: Look = .plain, gap: Int = 1, isWhole: Bool = false) {
        guard !text.isEmpty else { return }
        let parts = isWhole ? [text[...]] : text.split(separator: " ", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            words.append(Word(text: String(part), look: look, gap: index == 0 ? gap : 1))
        }
    }

    /// The lines.
    ///
    /// - Parameters:
    ///   - width: how many columns there are, with the indentation.
    ///   - first: what stands in the indentation of the first line, of that width; nil: spaces.
    ///   - indent: how many columns are left free.
    func lines(width: Int, first: String? = nil, indent: Int, _ style: TextStyle) -> [String] {
        let margin = String(repeating: " ", count: indent)
        return folded(room: max(20, width - indent)).enumerated().map { index, line in
            (index == 0 ? first ?? margin : margin) + Self.painted(line, style)
        }
    }

    /// The words of each line.
    private func folded(room: Int) -> [[Word]] {
        var lines: [[Word]] = []
        var line: [Word] = []
        var taken = 0
        func flush() {
            lines.append(line)
            (line, taken) = ([], 0)
        }
        for word in words {
            var rest = word.text[...]
            if !line.isEmpty, taken + word.gap + rest.count > room { flush() }
            // Names can be longer than any line.
            while line.isEmpty, rest.count > room {
                line = [Word(text: String(rest.prefix(room)), look: word.look, gap: 0)]
                rest = rest.dropFirst(room)
                flush()
            }
            let gap = line.isEmpty ? 0 : word.gap
            line.append(Word(text: String(rest), look: word.look, gap: gap))
            taken += gap + rest.count
        }
        if !line.isEmpty { flush() }
        return lines
    }

    /// One line; neighbours of one look are painted together.
    private static func painted(_ line: [Word], _ style: TextStyle) -> String {
        var painted = ""
        var run = ""
        for (index, word) in line.enumerated() {
            let gap = String(repeating: " ", count: word.gap)
            if index > 0, line[index - 1].look == word.look {
                run += gap + word.text
            } else {
                if index > 0 { painted += style.paint(run, line[index - 1].look) }
                painted += gap
                run = word.text
            }
        }
        guard let last = line.last else { return painted }
        return painted + style.paint(run, last.look)
    }
}

extension TextStyle {
    fileprivate func paint(_ text: String, _ look: FoldedText.Look) -> String {
        switch look {
        case .plain: text
        case .strong: strong(text)
        case .faint: faint(text)
        case .good: good(text)
        case .bad: bad(text)
        }
    }
}
