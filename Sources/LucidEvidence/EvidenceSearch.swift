/// Finds checks by what people type: an id, the beginning of one, or a clause.
public enum EvidenceSearch {
    /// The checks that are meant, in the order of Check.swift; empty where none is.
    ///
    /// - Parameter words: `path.signature`, or `signature`, where one id alone ends so; `path`, or `path.is`, for all whose ids begin with it;
    ///   `RFC 5280 §6.1.4(k)`, `6.1.4`, `rfc6960`, for all whose clause is it or is within it. Capitals do not matter, and of an id
    ///   neither do hyphens.
    public static func find(_ words: String) -> [Evidence] {
        let asked = words.lowercased().filter { !" \t".contains($0) }
        // A hyphen alone is the beginning of nothing.
        guard !plain(asked).isEmpty else { return [] }
        if let exact = Evidence.all.first(where: { plain($0.id) == plain(asked) }) { return [exact] }
        let byID = Evidence.all.filter { plain($0.id).hasPrefix(plain(asked)) }
        if !byID.isEmpty { return byID }
        let byEnd = Evidence.all.filter { plain($0.id).hasSuffix("." + plain(asked)) }
        if byEnd.count == 1 { return byEnd }
        // The standard, if it is named, and the section behind the sign, which few keyboards have.
        let clause = asked.filter { $0 != "§" }
        let byClause = Evidence.all.filter { evidence in
            let whole = evidence.clause.lowercased().filter { !" §".contains($0) }
            let section = evidence.clause.split(separator: "§").last.map(String.init) ?? ""
            return begins(whole, with: clause, endingBefore: ".(") || begins(section, with: clause, endingBefore: ".(")
                || evidence.clause.lowercased().split(separator: "§")[0].filter { $0 != " " } == clause
        }
        if !byClause.isEmpty { return byClause }
        // 6.1.4k, for who finds parentheses tedious.
        guard clause.first?.isNumber == true else { return [] }
        return Evidence.all.filter { evidence in
            let section = evidence.clause.split(separator: "§").last.map(String.init) ?? ""
            return section.filter { !"()".contains($0) } == clause
        }
    }

    /// Ids that look like what was typed, the likeliest first; three at most.
    public static func suggestions(for words: String) -> [String] {
        let asked = Array(words.lowercased().unicodeScalars.prefix(longestWord))
        let rated = Evidence.all.map { evidence -> (id: String, distance: Int) in
            // The part behind the point is what people remember.
            let part = evidence.id.split(separator: ".").last.map(String.init) ?? ""
            let isPart = asked.count >= 3 && plain(evidence.id).contains(plain(String(String.UnicodeScalarView(asked))))
            return (
                evidence.id,
                isPart
                    ? 0
                    : min(
                        distance(asked, Array(evidence.id.unicodeScalars)),
                        distance(asked, Array(part.unicodeScalars)))
            )
        }
        let bound = max(2, asked.count / 3)
        return rated.filter { $0.distance <= bound }.enumerated()
            .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
            .prefix(3).map(\.element.id)
    }

    /// Nobody means an id by more than this.
    private static let longestWord = 80

    private static func plain(_ id: String) -> String { id.filter { $0 != "-" } }

    /// Whether a text is the beginning or goes on behind it with one of these signs: `6.1.4` is within `6.1`, `6.10` is not.
    private static func begins(_ text: String, with beginning: String, endingBefore signs: String) -> Bool {
        guard text.hasPrefix(beginning) else { return false }
        return text.dropFirst(beginning.count).first.map(signs.contains) ?? true
    }

    /// How many letters have to be put in, taken out or changed to make one word of the other (Levenshtein).
    private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var above = Array(0...b.count)
        for (row, left) in a.enumerated() {
            var current = [row + 1]
            for (column, right) in b.enumerated() {
                current.append(
                    min(above[column + 1] + 1, current[column] + 1, above[column] + (left == right ? 0 : 1)))
            }
            above = current
        }
        return above[b.count]
    }
}
