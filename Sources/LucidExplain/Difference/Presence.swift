import LucidDER
import LucidModel

// Parts that only one of two structures has.

extension NodeComparison {
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
        if node.tag == .null, node.line.meaning.field == "parameters", isOneAlgorithm { return nullWords(lone) }
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
        let isRSA =
            algorithm?.arc(below: ObjectIdentifier(1, 2, 840, 113549, 1, 1)) != nil && algorithm != OID.rsassaPSS
            && algorithm != OID.mgf1
        let isOldRSA = algorithm == OID.sha1WithRSAEncryption || algorithm == OID.md5WithRSAEncryption
        let isHash =
            algorithm?.arc(below: ObjectIdentifier(2, 16, 840, 1, 101, 3, 4, 2)) != nil || algorithm == OID.sha1
        let (rule, clause) =
            if isRSA {
                (
                    "For RSA it has to be there: \(lone.owner) is right.",
                    algorithm == OID.rsaEncryption ? "RFC 3279 §2.3.1" : isOldRSA ? "RFC 3279 §2.2.1" : "RFC 4055 §5"
                )
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
            "The same algorithm, with NULL as its parameters in \(lone.owner) and without in \(lone.other). \(rule) Whoever compares octets sees two algorithms.",
            clause)
    }
}
