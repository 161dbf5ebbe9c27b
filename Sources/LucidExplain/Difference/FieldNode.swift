import LucidDER

/// A line of an explanation with the lines inside of it: explanations are lists, differences are looked for in trees.
struct FieldNode {
    let line: ExplainedLine
    /// All of the element: identifier, length and content.
    let octets: DERBytes
    let children: [FieldNode]
    /// What the line adds to the path of the line around it: `notBefore`, `[2](keyUsage)`; empty for what has no field.
    let step: String

    /// The outermost elements of an explanation: nearly always one.
    static func trees(of explanation: Explanation) -> [FieldNode] {
        var next = 0
        return nodes(explanation, from: &next, depth: 0, path: "")
    }

    /// The nodes from line `next` on that are as deep as `depth` or deeper.
    private static func nodes(
        _ explanation: Explanation, from next: inout Int, depth: Int, path: String
    ) -> [FieldNode] {
        var found: [FieldNode] = []
        while next < explanation.lines.count, explanation.lines[next].depth >= depth {
            let line = explanation.lines[next]
            next += 1
            let children = nodes(explanation, from: &next, depth: line.depth + 1, path: line.path)
            let end = children.last?.octets.endIndex ?? line.range.upperBound
            // A path begins with that of the line around it.
            var step = line.path.dropFirst(path.count)
            if step.first == "." { step = step.dropFirst() }
            found.append(
                FieldNode(
                    line: line, octets: explanation.octets[line.range.lowerBound..<max(end, line.range.upperBound)],
                    children: children, step: String(step)))
        }
        return found
    }

    /// The name of the field, without its place in a list: `notBefore`, `(keyUsage)`.
    var name: String {
        guard step.first == "[", let end = step.firstIndex(of: "]") else { return step }
        let rest = step[step.index(after: end)...]
        return String(rest.first == "." ? rest.dropFirst() : rest)
    }

    /// Whether it is an element of a list.
    var isInList: Bool { step.first == "[" }

    /// The part with this name.
    func child(_ name: String) -> FieldNode? { children.first { $0.name == name } }

    /// The part that the names lead to, each inside of the one before. An empty name is the only child.
    func descendant(_ names: String...) -> FieldNode? {
        var node: FieldNode? = self
        for name in names { node = name.isEmpty ? node?.children.first : node?.child(name) }
        return node
    }

    var tag: DERTag? { line.tag }

    /// The content octets; all octets of what is no element.
    var content: DERBytes { line.content.map { octets[$0] } ?? octets }

    /// Whether the octets could not be read.
    var isRaw: Bool { if case .raw = line.kind { true } else { false } }

    /// Whether it is a length of TLS's encoding with what it counts (RFC 8446 §3.4): it changes with what is inside, as lengths of
    /// DER do.
    var isVector: Bool {
        guard case .part = line.kind, line.range.count == 2 else { return false }
        let count = Int(octets[octets.startIndex]) << 8 | Int(octets[octets.startIndex + 1])
        return line.value == "\(count) octets"
    }

    /// Whether it holds others, so that differences are looked for inside.
    var isStructure: Bool { if case .structure = line.kind { true } else { isVector } }

    /// Whether the length octets say something else than what is there, because the structure was cut off.
    var isCutOff: Bool {
        if isStructure, case .truncated = line.problem?.reason { true } else { false }
    }

    /// The value in words: the line's own, or those of its first parts.
    var words: String {
        if !line.value.isEmpty, !isWrapping { return line.value }
        let parts = leaves.map(\.line.value).filter { !$0.isEmpty }
        let shown = parts.prefix(4).joined(separator: ", ")
        return parts.count > 4 ? "\(shown) and \(parts.count - 4) more" : shown
    }

    /// Whether the line's value is about the octets that hold the parts, and not about what those say.
    private var isWrapping: Bool { isVector || !children.isEmpty && tag == .bitString }

    /// Whether all of it can be read.
    var isReadable: Bool { !isCutOff && !isRaw && children.allSatisfy(\.isReadable) }

    /// The nodes that hold no others, in their order.
    var leaves: [FieldNode] { children.isEmpty ? [self] : children.flatMap(\.leaves) }
}
