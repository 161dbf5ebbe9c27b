import LucidDER
public import LucidReport

/// Differences as JSON. The members are documented in `Documentation/json.md`.
public enum DifferenceJSON {
    /// An object for each pair of structures, and for each structure without a partner.
    public static func value(_ files: FileDifference, a: String, b: String) -> [JSONValue] {
        files.entries.map { entry in
            switch entry {
            case .both(let first, let second, let difference):
                .object(
                    [
                        .init("a", place(first, a)), .init("b", place(second, b)),
                        .init("same", .bool(difference.isSame)),
                    ]
                        + members(difference))
            case .onlyA(let block): .object(["a": place(block, a), "same": .bool(false)])
            case .onlyB(let block): .object(["b": place(block, b), "same": .bool(false)])
            }
        }
    }

    private static func place(_ block: ExplainedFile.Block, _ name: String) -> JSONValue {
        .object([
            "file": .string(name), "line": block.line.map { .number($0) }, "label": block.label.map { .string($0) },
            "kind": .string(block.explanation.kind.rawValue), "octetCount": .number(block.explanation.octets.count),
        ])
    }

    private static func members(_ difference: StructuralDifference) -> [JSONValue.Member] {
        let summary = difference.summary
        let facts = summary.facts.map { fact in
            JSONValue.object([
                "subject": .string(fact.subject), "answer": .string(fact.answer.rawValue), "text": .string(fact.text),
            ])
        }
        return [
            .init("relation", .string(summary.relation.rawValue)), .init("headline", .string(summary.headline)),
            .init("clause", .string(summary.clause)), .init("facts", .array(facts)),
            .init("notes", .strings(difference.notes)),
            .init("differences", .array(difference.differences.map(value))),
        ]
    }

    private static func value(_ difference: Difference) -> JSONValue {
        .object([
            "kind": .string(difference.kind.rawValue), "path": .string(difference.path),
            "a": difference.a.map(value), "b": difference.b.map(value), "sentence": .string(difference.sentence),
            "clause": .string(difference.clause),
        ])
    }

    private static func value(_ side: Difference.Side) -> JSONValue {
        .object([
            "path": .string(side.path), "offset": .number(side.octets.startIndex), "count": .number(side.octets.count),
            "tag": side.type.isEmpty ? nil : .string(side.type), "octets": .string(hexadecimal(side.octets)),
            "value": side.value.isEmpty ? nil : .string(side.value),
        ])
    }
}
