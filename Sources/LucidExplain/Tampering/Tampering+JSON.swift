import LucidDER
public import LucidJSON
import LucidModel
import LucidReport
import LucidSignature
import LucidValidation

// The members are documented in Documentation/json.md.

extension TamperingScene {
    /// Which certificate is changed, and what the verification says of the original.
    public var json: JSONValue {
        .object([
            "subject": .string(victim.subject.description), "signer": .string(signer.subject.description),
            "octetCount": .number(victim.der.count), "isTrustAnchor": .bool(isAnchor),
            "before": VerdictReport.json(before),
        ])
    }
}

extension TamperingStory {
    /// The change and what came of it.
    public var json: JSONValue {
        .object([
            "change": .string(change.kind.rawValue), "sentence": .string(change.sentence),
            "octets": .string(hexadecimal(change.octets)), "lines": .array(lines),
            "outcome": outcome.json, "reason": reasonUncaught.map { .string($0) },
            "signature": comparison?.json, "signedInIssuersName": resigning?.inIssuersName.json,
            "issuedByOwnCA": resigning?.byOwnCA.json,
        ])
    }

    /// The lines of the explanation that differ.
    private var lines: [JSONValue] {
        let before = Explanation(DERBytes(change.original.der.array), as: .certificate)
        let tampered = TamperedLines(
            before: before, after: Explanation(DERBytes(change.octets), as: .certificate))
        return tampered.rows.compactMap { row in
            switch row {
            case .around, .more: nil
            case .removed(let line, let octets): Self.json("before", line, before, octets)
            case .added(let line, let octets): Self.json("after", line, tampered.after, octets)
            }
        }
    }

    private static func json(
        _ when: String, _ line: ExplainedLine, _ explanation: Explanation, _ changed: Set<Int>
    ) -> JSONValue {
        .object([
            "when": .string(when), "offset": .number(line.range.lowerBound), "path": .string(line.path),
            "title": .string(line.title), "octets": .string(hexadecimal(explanation.octets[line.range])),
            "changed": .array(changed.sorted().map { .number($0) }),
            "value": line.value.isEmpty ? nil : .string(line.value),
        ])
    }
}

extension TamperingOutcome {
    var json: JSONValue {
        .object([
            "isCaught": .bool(catcher != nil), "id": catcher.map { .string($0.id) },
            "clause": catcher.map { .string($0.clause) }, "message": catcher.map { .string($0.sentence) },
            "later": .array(
                later.map {
                    .object([
                        "id": .string($0.check.id), "clause": .string($0.check.clause), "message": .string($0.sentence),
                    ])
                }),
        ])
    }
}

extension SignatureComparison {
    var json: JSONValue {
        var verification: JSONValue?
        var problem: String?
        switch worked {
        case .success(let worked): verification = worked.json
        case .failure(let reason): problem = reason.statement
        }
        return .object([
            "hash": hashes.map { .string($0.name) }, "digestBefore": hashes.map { .string(hexadecimal($0.before)) },
            "digestAfter": hashes.map { .string(hexadecimal($0.after)) },
            "found": values.map { .string($0.found) }, "expected": values.map { .string($0.expected) },
            "verification": verification, "problem": problem.map { .string($0) },
        ])
    }
}

extension EveryBit {
    /// Who caught how many, and who caught each.
    public var json: JSONValue {
        .object([
            "bitCount": .number(catchers.count), "caughtCount": .number(catchers.count - uncaught.count),
            "catchers": .array(
                tally.map {
                    .object([
                        "id": .string($0.catcher.id), "clause": .string($0.catcher.clause), "count": .number($0.count),
                    ])
                }),
            "bits": .array(catchers.map { $0.map { .string($0.id) } ?? .null }),
            "uncaught": .array(uncaught.map { .number($0) }),
        ])
    }
}
