import LucidObjectNames

/// Which names a CA may certify (RFC 5280 §4.2.1.10).
enum NameConstraintText {
    static func nameConstraints(_ element: BERElement, _ around: ExtensionSurroundings) -> ExtensionText {
        guard let fields = element.children(of: .sequence) else { return .malformed }
        var lines = TextOutput()
        for (index, field) in fields.enumerated() {
            guard field.tag.kind == 2, field.tag.number <= 1, let subtrees = field.elementsInContent else {
                return .malformed
            }
            if index > 0 { lines.endLine() }
            if !subtrees.isEmpty {
                lines.indent(around.indent)
                lines.put(field.tag.number == 0 ? "Permitted:\n" : "Excluded:\n")
            }
            for (index, subtree) in subtrees.enumerated() {
                guard let parts = subtree.children(of: .sequence), let first = parts.first,
                    let name = GeneralNameParts(first), areDistances(parts.dropFirst())
                else { return .malformed }
                if index > 0 { lines.endLine() }
                lines.indent(around.indent + 2)
                if case .address(let octets) = name {
                    let half = octets.count >= 16 ? 16 : min(4, octets.count)
                    lines.put(
                        "IP:\(GeneralNameText.address(octets[..<half]))/\(GeneralNameText.address(octets[half...]))")
                } else {
                    GeneralNameText.write(name, names: around.names, to: &lines)
                }
            }
        }
        return .lines(lines)
    }

    /// Whether what follows a subtree's base is its minimum and its maximum, or nothing.
    private static func areDistances(_ fields: ArraySlice<BERElement>) -> Bool {
        let numbers = fields.map(\.tag.number)
        return fields.allSatisfy { $0.tag.kind == 2 && $0.tag.number <= 1 && !$0.tag.isConstructed }
            && Set(numbers).count == numbers.count && numbers == numbers.sorted()
    }
}
