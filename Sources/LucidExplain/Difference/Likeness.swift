import LucidDER
import LucidModel
import LucidReport

// In what way two parts differ that are not looked into any further, and parts that only one has.

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
            "Both say the same, but \(owner) DER: \(problem.sentence) Readers that insist on DER refuse it; a signature is over the octets as they are.",
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

    /// A part that only one of the two has; `others` are the parts of the other one.
    func presence(of lone: LoneNode, among others: [FieldNode]) -> (Difference.Kind, DifferenceWords) {
        let node = lone.node
        if node.isRaw {
            let sentence = node.line.problem.map { $0.withoutClause + "." } ?? "nobody has a description of them."
            return (
                .unreadable,
                DifferenceWords("\(lone.owner) has octets here that can not be read: \(sentence)", node.clauseOfProblem)
            )
        }
        if let problem = others.first(where: { $0.isRaw && !$0.isInList })?.line.problem {
            return (
                .unreadable,
                DifferenceWords(
                    "\(lone.other) can not be read from here on: \(problem.withoutClause). So there is no saying whether it has this.",
                    problem.reason.clause)
            )
        }
        if let problem = cutOff(lone) {
            return (
                .unreadable,
                DifferenceWords(
                    "\(lone.other) was cut off before this: \(problem.withoutClause). So there is no saying whether it had this.",
                    problem.reason.clause)
            )
        }
        if let words = defaultWords(lone) { return (.encoding, words) }
        return (.presence, presenceWords(lone))
    }

    /// Why the structure that lacks a part ends where it does, if it was cut off there.
    private func cutOff(_ lone: LoneNode) -> DERError? {
        let lacking = around.map { lone.isInA ? $0.b : $0.a }
        guard let cut = lacking.last(where: \.isCutOff), lacking.last?.octets.endIndex == cut.octets.endIndex else {
            return nil
        }
        return cut.line.problem
    }

    /// What says the same as its absence.
    private func defaultWords(_ lone: LoneNode) -> DifferenceWords? {
        let node = lone.node
        if node.tag == .null, node.line.meaning.field == "parameters" { return nullWords(lone) }
        let field = node.line.meaning.field
        let isDefault =
            switch (field, around.last?.field ?? "") {
            case ("critical", _), ("cA", _): node.line.value == "FALSE"
            case ("version", "tbsCertificate"): node.words.hasPrefix("v1 ")
            case ("saltLength", _): node.words == "20"
            case ("trailerField", _): node.words == "1"
            case ("hashAlgorithm", "parameters"): node.words.hasPrefix("sha1")
            case ("minimum", _): node.line.value == "0"
            default: node.line.problem?.reason == .defaultEncoded
            }
        guard isDefault else { return nil }
        return DifferenceWords(
            "Both say the same: \(field) \(node.words) is the default, which DER does not write. \(lone.owner) writes it, so that its octets and its signature are others.",
            "X.690 §11.5")
    }

    private func nullWords(_ lone: LoneNode) -> DifferenceWords {
        let algorithm = around.last?.a.type
        let isRSA = algorithm?.arc(below: ObjectIdentifier(1, 2, 840, 113549, 1, 1)) != nil
        let isHash =
            algorithm?.arc(below: ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 2)) != nil || algorithm == OID.sha1
        let (rule, clause) =
            if isRSA {
                ("For RSA it has to be there: \(lone.owner) is right.", "RFC 4055 §5")
            } else if isHash {
                ("For hash functions both are allowed.", "RFC 4055 §2.1")
            } else if algorithm.map(ExplainedOID.ecdsaSignatures.contains) == true {
                ("For ECDSA it has to be absent: \(lone.other) is right.", "RFC 5758 §3.2")
            } else if algorithm.map(ExplainedOID.montgomeryAndEdwards.contains) == true {
                ("For this algorithm it has to be absent: \(lone.other) is right.", "RFC 8410 §3")
            } else {
                ("Whether it has to be there is for the algorithm's own standard to say.", "RFC 5280 §4.1.1.2")
            }
        return DifferenceWords(
            "The same algorithm, with NULL as its parameters in \(lone.owner) and without in \(lone.other). \(rule) Who compares octets sees two algorithms.",
            clause)
    }

    // MARK: Order

    func orderWords(_ kind: ListKind, of pair: NodePair) -> DifferenceWords {
        switch kind {
        case .name:
            return DifferenceWords(
                "The same parts stand in another order. In names the order counts: these are different names.",
                "RFC 5280 §7.1")
        case .attributesOfName:
            return DifferenceWords(
                "The attributes of one step stand in another order: the name is the same, but DER sorts them by their octets, and one of the two has not.",
                "X.690 §11.6")
        case .fields, .inOrder:
            return DifferenceWords("The same parts stand in another order.", "X.690 §8.9")
        case .byFirstPart where pair.asn1.contains("OF Extension"):
            return DifferenceWords(
                "The same extensions stand in another order. It says nothing, but it is signed: the octets differ.",
                "RFC 5280 §4.2")
        case .byFirstPart, .generalNames, .set, .places, .timestamps:
            return DifferenceWords(
                "The same entries stand in another order. It says nothing, but the octets differ.",
                pair.a.line.meaning.clause)
        }
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
