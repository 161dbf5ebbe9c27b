import LucidDER
import LucidObjectNames

/// Certificate policies (RFC 5280 §4.2.1.4, §4.2.1.5 and §4.2.1.11).
enum PolicyText {
    static func policies(_ element: BERElement, _ around: ExtensionSurroundings) -> ExtensionText {
        guard let policies = element.children(of: .sequence) else { return .malformed }
        var lines = TextOutput()
        for (index, policy) in policies.enumerated() {
            guard let parts = policy.children(of: .sequence), let first = parts.first, parts.count <= 2,
                let object = ObjectIdentifier(first)
            else { return .malformed }
            if index > 0 { lines.endLine() }
            lines.indent(around.indent)
            lines.put("Policy: " + around.names.long(object))
            if parts.count == 2 {
                guard let qualifiers = parts[1].children(of: .sequence) else { return .malformed }
                lines.endLine()
                for (index, qualifier) in qualifiers.enumerated() {
                    if index > 0 { lines.endLine() }
                    guard write(qualifier, indent: around.indent + 2, around.names, to: &lines) else {
                        return .malformed
                    }
                }
            }
        }
        return .lines(lines)
    }

    /// One qualifier: where the policy is to be read, or a text for the reader.
    private static func write(
        _ qualifier: BERElement, indent: Int, _ names: ObjectNames, to lines: inout TextOutput
    ) -> Bool {
        guard let parts = qualifier.children(of: .sequence), let first = parts.first, parts.count <= 2,
            let kind = ObjectIdentifier(first)
        else { return false }
        switch kind {
        case ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 2, 1):
            guard parts.count == 2, parts[1].tag == .ia5String else { return false }
            lines.indent(indent)
            lines.put("CPS: ")
            lines.put(untilNUL: parts[1].octets)
            return true
        case ObjectIdentifier(1, 3, 6, 1, 5, 5, 7, 2, 2):
            guard parts.count == 2, let notice = parts[1].children(of: .sequence) else { return false }
            lines.indent(indent)
            lines.put("User Notice:\n")
            return write(notice: notice, indent: indent + 2, to: &lines)
        default:
            lines.indent(indent + 2)
            lines.put("Unknown Qualifier: " + names.long(kind))
            return true
        }
    }

    private static func write(notice: [BERElement], indent: Int, to lines: inout TextOutput) -> Bool {
        var rest = notice[...]
        if let reference = rest.first?.children(of: .sequence) {
            rest.removeFirst()
            guard reference.count == 2, isDisplayText(reference[0].tag),
                let elements = reference[1].children(of: .sequence)
            else { return false }
            let numbers = elements.compactMap { IntegerParts($0) }
            guard numbers.count == elements.count else { return false }
            lines.indent(indent)
            lines.put("Organization: ")
            lines.put(untilNUL: reference[0].octets)
            lines.endLine()
            lines.indent(indent)
            lines.put("Number\(numbers.count > 1 ? "s" : ""): " + numbers.map(\.text).joined(separator: ", "))
            if !rest.isEmpty { lines.endLine() }
        }
        if let text = rest.popFirst() {
            guard isDisplayText(text.tag) else { return false }
            lines.indent(indent)
            lines.put("Explicit Text: ")
            lines.put(untilNUL: text.octets)
        }
        return rest.isEmpty
    }

    private static func isDisplayText(_ tag: BERTag) -> Bool {
        [.ia5String, .visibleString, .bmpString, .utf8String].contains(tag)
    }

    static func mappings(_ element: BERElement, _ around: ExtensionSurroundings) -> ExtensionText {
        guard let mappings = element.children(of: .sequence) else { return .malformed }
        var values: [ExtensionValue] = []
        for mapping in mappings {
            guard let parts = mapping.children(of: .sequence), parts.count == 2,
                let issuer = ObjectIdentifier(parts[0]), let subject = ObjectIdentifier(parts[1])
            else { return .malformed }
            values.append(ExtensionValue(around.names.long(issuer), around.names.long(subject)))
        }
        return .values(values)
    }

    static func constraints(_ element: BERElement, _: ExtensionSurroundings) -> ExtensionText {
        guard let fields = element.children(of: .sequence) else { return .malformed }
        var values: [ExtensionValue] = []
        for field in fields {
            guard field.tag == .context(0) || field.tag == .context(1),
                let number = IntegerParts(content: field.octets)
            else { return .malformed }
            let name = field.tag.number == 0 ? "Require Explicit Policy" : "Inhibit Policy Mapping"
            values.append(ExtensionValue(name, number.text))
        }
        return .values(values)
    }
}
