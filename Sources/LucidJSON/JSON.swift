/// A value of a JSON document (RFC 8259).
///
/// The document's octets are kept once, and strings and numbers are ranges of them: a file of a hundred megabytes, most of
/// which is long strings, costs little more than its own size.
public struct JSON: Sendable {
    private let document: Document
    private let node: Node

    /// The document's octets, shared by all its values.
    final class Document: Sendable {
        let bytes: [UInt8]
        init(_ bytes: [UInt8]) { self.bytes = bytes }
    }

    indirect enum Node: Sendable {
        case null
        case bool(Bool)
        /// The range of the digits, sign, point and exponent.
        case number(Range<Int>)
        /// The range between the quotation marks. Without escapes the range is the text.
        case string(Range<Int>, hasEscapes: Bool)
        case array([Node])
        case object([(key: Node, value: Node)])
    }

    /// Reads a whole document.
    public init(_ bytes: [UInt8]) throws(JSONProblem) {
        document = Document(bytes)
        node = try JSONParser.parse(bytes)
    }

    private init(_ document: Document, _ node: Node) {
        self.document = document
        self.node = node
    }

    /// An object's first member with this name; nil where there is none, and for null.
    public subscript(key: String) -> JSON? {
        guard case .object(let members) = node,
            let value = members.first(where: { text(of: $0.key, equals: key) })?.value
        else { return nil }
        if case .null = value { return nil }
        return JSON(document, value)
    }

    /// Whether the value is an object.
    public var isObject: Bool {
        if case .object = node { true } else { false }
    }

    /// An array's values; nil for anything else.
    public var array: [JSON]? {
        guard case .array(let nodes) = node else { return nil }
        return nodes.map { JSON(document, $0) }
    }

    /// A boolean.
    public var bool: Bool? {
        guard case .bool(let value) = node else { return nil }
        return value
    }

    /// A whole number that fits.
    public var integer: Int? {
        guard case .number(let range) = node else { return nil }
        return Int(String(decoding: document.bytes[range], as: UTF8.self))
    }

    /// A string's text, with its escapes replaced.
    public var string: String? {
        guard case .string(let range, let hasEscapes) = node else { return nil }
        return hasEscapes
            ? JSONParser.unescaped(document.bytes[range]) : String(decoding: document.bytes[range], as: UTF8.self)
    }

    /// A string of hexadecimal digits as octets; nil where it is anything else.
    public var octets: [UInt8]? {
        guard case .string(let range, false) = node, range.count % 2 == 0 else { return nil }
        var octets: [UInt8] = []
        octets.reserveCapacity(range.count / 2)
        for index in stride(from: range.lowerBound, to: range.upperBound, by: 2) {
            guard let high = hexadecimalDigit(document.bytes[index]),
                let low = hexadecimalDigit(document.bytes[index + 1])
            else { return nil }
            octets.append(high << 4 | low)
        }
        return octets
    }

    /// The names of an object's members, in their order; nil for anything else.
    public var keys: [String]? {
        guard case .object(let members) = node else { return nil }
        return members.compactMap { JSON(document, $0.key).string }
    }

    private func text(of key: Node, equals name: String) -> Bool {
        guard case .string(let range, let hasEscapes) = key else { return false }
        return hasEscapes
            ? JSONParser.unescaped(document.bytes[range]) == name : document.bytes[range].elementsEqual(name.utf8)
    }
}

/// The value of a hexadecimal digit.
func hexadecimalDigit(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): character - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): character - UInt8(ascii: "A") + 10
    default: nil
    }
}
