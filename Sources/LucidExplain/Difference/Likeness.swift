import LucidDER
import LucidModel
import LucidReport

// In what way two parts differ that are not looked into any further.

extension NodeComparison {
    func likeness(of pair: NodePair) -> (Difference.Kind, DifferenceWords) {
        let (a, b) = (pair.a, pair.b)
        if let words = encodingWords(pair) { return (.encoding, words) }
        if a.isRaw || b.isRaw { return (.unreadable, Self.unreadableWords(pair)) }
        if let first = a.time, let second = b.time {
            return first.time == second.time
                ? (.type, Self.timeTypeWords(a, b)) : (.value, timeWords(pair, first.time, second.time))
        }
        if let first = a.string, let second = b.string {
            if enclosingName != nil { return attributeLikeness(pair, first, second) }
            if first.kind != second.kind, first.text == second.text {
                return (
                    .type,
                    DifferenceWords("The same text as \(a.typeName) in A and as \(b.typeName) in B.", "X.690 §8.23")
                )
            }
        }
        if let words = Self.samePointWords(a, b) { return (.encoding, words) }
        return (.value, valueWords(pair))
    }

    // MARK: The same in other octets

    /// X.690 has several ways to write some values; DER takes all but one of them away.
    private func encodingWords(_ pair: NodePair) -> DifferenceWords? {
        let (a, b) = (pair.a, pair.b)
        let problem = a.line.problem ?? b.line.problem
        let hasNamedBits = [a, b].contains { $0.line.problem?.reason == .bitStringTrailingZeroBits }
        guard let problem, let first = CanonicalOctets.form(of: a.octets, hasNamedBits: hasNamedBits),
            first == CanonicalOctets.form(of: b.octets, hasNamedBits: hasNamedBits)
        else { return nil }
        let owner =
            a.line.problem != nil && b.line.problem != nil
            ? "neither is" : "\(a.line.problem != nil ? "A" : "B") is not"
        return DifferenceWords(
            "Both say the same, but \(owner) DER: \(problem.withoutClause). Readers that insist on DER refuse it; a signature is over the octets as they are.",
            problem.reason.clause)
    }

    /// RFC 5280 §4.1.2.5 leaves no choice of type.
    private static func timeTypeWords(_ a: FieldNode, _ b: FieldNode) -> DifferenceWords {
        let right = a.time.map(\.hasRequiredKind) == true ? "A" : "B"
        return DifferenceWords(
            "The same second, as \(a.typeName) in A and as \(b.typeName) in B. Through 2049 it has to be a UTCTime, from 2050 on a GeneralizedTime: \(right) is right.",
            "RFC 5280 §4.1.2.5")
    }

    /// A point of a curve may be written with both coordinates, or with x and a bit of y.
    private static func samePointWords(_ a: FieldNode, _ b: FieldNode) -> DifferenceWords? {
        guard a.tag == .bitString, a.line.meaning.clause == "RFC 5480 §2.2", a.content.count != b.content.count else {
            return nil
        }
        let (long, short) = a.content.count > b.content.count ? (a, b) : (b, a)
        // Behind the count of unused bits: 04 x y, or 02 or 03 and x.
        let (point, compressed) = (long.content.dropFirst(), short.content.dropFirst())
        let half = (point.count - 1) / 2
        guard point.first == 4, point.count % 2 == 1, compressed.count == half + 1, let parity = compressed.first,
            let last = point.last, parity == 2 + last & 1,
            point.dropFirst().prefix(half).elementsEqual(compressed.dropFirst())
        else { return nil }
        return DifferenceWords(
            "The same key: \(a.content.count > b.content.count ? "A" : "B") has the point with both coordinates, the other one has x and whether y is odd. Identifiers that are hashes of these octets differ all the same.",
            "SEC 1 §2.3.3")
    }

    // MARK: What can not be read

    private static func unreadableWords(_ pair: NodePair) -> DifferenceWords {
        let raw = [("A", pair.a), ("B", pair.b)].filter { $0.1.isRaw }
        guard raw.count == 1, let (owner, node) = raw.first, let problem = node.line.problem else {
            return DifferenceWords("Neither can be read, and their octets differ.", pair.a.clauseOfProblem)
        }
        return DifferenceWords(
            "\(owner) can not be read here: \(problem.withoutClause). So there is no saying what differs.",
            problem.reason.clause)
    }
}

extension FieldNode {
    /// `PrintableString`, `UTCTime`.
    var typeName: String { tag?.description ?? "octets" }

    var clauseOfProblem: String { line.problem?.reason.clause ?? line.meaning.clause }
}

extension DERError {
    /// What is wrong and where, as a part of a sentence; the clause is told behind that.
    var withoutClause: String {
        let end = " (\(reason.clause))"
        return sentence.hasSuffix(end) ? String(sentence.dropLast(end.count)) : sentence
    }
}
