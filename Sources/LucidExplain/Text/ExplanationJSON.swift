import LucidDER
import LucidPEM
public import LucidReport

/// Explanations as JSON. The members are documented in `Documentation/json.md`.
public enum ExplanationJSON {
    /// An object for each part of a file.
    ///
    /// - Parameter offset: where it is given, only the blocks that have this octet, each with the line that owns it and those around.
    public static func value(
        _ file: ExplainedFile, name: String, at offset: Int? = nil, showsSecrets: Bool = false
    ) -> [JSONValue] {
        file.parts.compactMap { part in
            let members: [JSONValue.Member]? =
                switch part {
                case .block(let block): members(block, at: offset, showsSecrets: showsSecrets)
                case .broken(let error): offset == nil ? members(error) : nil
                case .text(let lines, _):
                    offset == nil
                        ? [
                            .init("line", .number(lines.lowerBound)), .init("lastLine", .number(lines.upperBound)),
                            .init("kind", .string("text")),
                        ] : nil
                }
            return members.map { .object([.init("file", .string(name))] + $0) }
        }
    }

    private static func members(_ error: PEMError) -> [JSONValue.Member] {
        [
            .init("line", .number(error.blockLine)), .init("label", .string(error.label)),
            .init("kind", .string("unreadable")), .init("message", .string(error.sentence)),
        ]
    }

    private static func members(
        _ block: ExplainedFile.Block, at offset: Int?, showsSecrets: Bool
    ) -> [JSONValue.Member]? {
        var lines: [Int]?
        if let offset {
            guard let owner = block.explanation.line(owning: offset) else { return nil }
            lines = block.explanation.ancestors(ofLine: owner) + [owner]
        }
        let headers = block.headers.map { header in
            JSONValue.object([
                "name": .string(header.name), "value": .string(header.value), "sentence": .string(header.sentence),
                "clause": .string(header.clause),
            ])
        }
        let head: [JSONValue.Member?] = [
            block.line.map { .init("line", .number($0)) }, block.label.map { .init("label", .string($0)) },
            .init("kind", .string(block.explanation.kind.rawValue)),
            headers.isEmpty ? nil : .init("headers", .array(headers)),
        ]
        return head.compactMap { $0 } + members(block.explanation, lines: lines, showsSecrets: showsSecrets)
    }

    /// An explanation: its octets' number, its lines, and what breaks the rules.
    /// One object for each line of an explanation.
    public static func value(_ explanation: Explanation, showsSecrets: Bool = false) -> [JSONValue] {
        explanation.lines.map { value($0, explanation, showsSecrets) }
    }

    private static func members(
        _ explanation: Explanation, lines indices: [Int]?, showsSecrets: Bool
    ) -> [JSONValue.Member] {
        let shown = indices.map { $0.map { explanation.lines[$0] } } ?? explanation.lines
        let notes: [JSONValue.Member] =
            explanation.notes.isEmpty ? [] : [.init("notes", .strings(explanation.notes))]
        return [.init("octetCount", .number(explanation.octets.count))] + notes + [
            .init("problems", .array(explanation.problems.map(value))),
            .init("lines", .array(shown.map { value($0, explanation, showsSecrets) })),
        ]
    }

    private static func value(_ error: DERError) -> JSONValue {
        .object([
            "offset": .number(error.offset), "sentence": .string(error.sentence),
            "clause": .string(error.reason.clause),
        ])
    }

    private static func value(
        _ line: ExplainedLine, _ explanation: Explanation, _ showsSecrets: Bool
    ) -> JSONValue {
        let isHidden = line.isSecret && !showsSecrets
        let kind =
            switch line.kind {
            case .structure: "structure"
            case .value: "value"
            case .part: "part"
            case .raw: "raw"
            }
        return .object([
            "offset": .number(line.range.lowerBound), "count": .number(line.range.count), "depth": .number(line.depth),
            "kind": .string(kind), "tag": line.tag.map { .string($0.description) },
            "contentOffset": line.content.map { .number($0.lowerBound) },
            "contentCount": line.content.map { .number($0.count) }, "path": .string(line.path),
            "title": .string(line.title), "asn1": .string(line.meaning.asn1),
            "octets": isHidden ? nil : .string(hexadecimal(explanation.octets[line.range])),
            "value": isHidden || line.value.isEmpty ? nil : .string(line.value),
            "secret": line.isSecret ? .bool(true) : nil, "sentence": .string(line.meaning.sentence),
            "clause": .string(line.meaning.clause), "problem": line.problem.map(value),
        ])
    }
}
