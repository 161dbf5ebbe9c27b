/// Writes JSON by RFC 8259. Characters that a terminal would obey, or that change how text is read, are escaped.
struct JSONWriter {
    private(set) var octets: [UInt8] = []
    /// Whether each element has a line of its own, two spaces for each level.
    let isPretty: Bool

    init(isPretty: Bool) { self.isPretty = isPretty }

    mutating func write(_ value: JSONValue, indent: Int = 0) {
        switch value {
        case .null: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .number(let value): append(String(value))
        case .string(let value): write(value)
        case .array(let values):
            write(values, "[", "]", indent) { writer, value in writer.write(value, indent: indent + 1) }
        case .object(let members):
            write(members, "{", "}", indent) { writer, member in
                writer.write(member.key)
                writer.append(writer.isPretty ? ": " : ":")
                writer.write(member.value, indent: indent + 1)
            }
        }
    }

    private mutating func write<Element>(
        _ elements: [Element], _ open: StaticString, _ close: StaticString, _ indent: Int,
        _ body: (inout JSONWriter, Element) -> Void
    ) {
        append(open.description)
        for (index, element) in elements.enumerated() {
            if index > 0 { octets.append(UInt8(ascii: ",")) }
            if isPretty { beginLine(indent + 1) }
            body(&self, element)
        }
        if isPretty && !elements.isEmpty { beginLine(indent) }
        append(close.description)
    }

    private mutating func beginLine(_ indent: Int) {
        octets.append(UInt8(ascii: "\n"))
        octets.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indent))
    }

    private mutating func append(_ text: String) { octets.append(contentsOf: text.utf8) }

    /// RFC 8259 §7. Nearly every string is ASCII, which needs no look at what Unicode says about its characters.
    private mutating func write(_ string: String) {
        octets.append(UInt8(ascii: "\""))
        if string.utf8.allSatisfy({ $0 < 0x80 }) {
            for octet in string.utf8 { write(ascii: octet) }
        } else {
            for scalar in string.unicodeScalars { write(scalar) }
        }
        octets.append(UInt8(ascii: "\""))
    }

    private mutating func write(ascii octet: UInt8) {
        switch octet {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case UInt8(ascii: "\n"): append("\\n")
        case UInt8(ascii: "\r"): append("\\r")
        case UInt8(ascii: "\t"): append("\\t")
        case 0..<0x20, 0x7f: writeEscaped(UInt16(octet))
        default: octets.append(octet)
        }
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            write(ascii: UInt8(truncatingIfNeeded: scalar.value))
        } else if Self.isUnsafeToShow(scalar) {
            for unit in String(scalar).utf16 { writeEscaped(unit) }
        } else {
            octets.append(contentsOf: String(scalar).utf8)
        }
    }

    /// `\u` and four hexadecimal digits.
    private mutating func writeEscaped(_ unit: UInt16) {
        append("\\u")
        for shift: UInt16 in [12, 8, 4, 0] { append(String(unit >> shift & 0xf, radix: 16)) }
    }

    /// Control characters, and the invisible ones that reorder or hide text. LucidModel shows text by the same rule; this
    /// layer is below it.
    private static func isUnsafeToShow(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
        default: false
        }
    }
}

extension JSONValue {
    /// The value as text, two spaces for each level. Characters that a terminal would obey are escaped.
    public var text: String { written(isPretty: true) }

    /// The value on one line.
    public var line: String { written(isPretty: false) }

    private func written(isPretty: Bool) -> String {
        var writer = JSONWriter(isPretty: isPretty)
        writer.write(self)
        return String(decoding: writer.octets, as: UTF8.self)
    }
}
