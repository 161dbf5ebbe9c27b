/// A JSON value (RFC 8259) whose objects keep the order of their members.
public indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(Int)
    case string(String)
    case array([JSONValue])
    case object([Member])

    /// One member of an object.
    public struct Member: Hashable, Sendable {
        public let key: String
        public let value: JSONValue
        public init(_ key: String, _ value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// An object; members whose value is nil are left out.
    public static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(members.compactMap { key, value in value.map { Member(key, $0) } })
    }

    /// An array of strings.
    public static func strings(_ strings: some Sequence<String>) -> JSONValue { .array(strings.map { .string($0) }) }

    /// The value as text, two spaces for each level. Characters that a terminal would obey are escaped.
    public var text: String {
        var text = ""
        write(to: &text, indent: 0, isPretty: true)
        return text
    }

    /// The value on one line.
    public var line: String {
        var text = ""
        write(to: &text, indent: 0, isPretty: false)
        return text
    }

    private func write(to text: inout String, indent: Int, isPretty: Bool) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let value): text += String(value)
        case .string(let value): Self.write(value, to: &text)
        case .array(let values):
            Self.write(values, "[", "]", &text, indent, isPretty) { value, text in
                value.write(to: &text, indent: indent + 1, isPretty: isPretty)
            }
        case .object(let members):
            Self.write(members, "{", "}", &text, indent, isPretty) { member, text in
                Self.write(member.key, to: &text)
                text += isPretty ? ": " : ":"
                member.value.write(to: &text, indent: indent + 1, isPretty: isPretty)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], _ open: String, _ close: String, _ text: inout String, _ indent: Int, _ isPretty: Bool,
        _ body: (Element, inout String) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            if isPretty { text += "\n" + String(repeating: "  ", count: indent + 1) }
            body(element, &text)
        }
        if isPretty && !elements.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
        text += close
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.isUnsafeToShow:
                for unit in String(scalar).utf16 {
                    text += "\\u" + String(unit, radix: 16).leftPadded(to: 4, with: "0")
                }
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
