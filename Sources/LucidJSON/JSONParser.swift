/// Where a text stops being JSON.
public struct JSONProblem: Error, Hashable, Sendable {
    /// Counted from the beginning of the file.
    public let offset: Int
    /// The same place as editors show it: lines and their characters, both counted from one.
    public let line: Int
    public let column: Int
    /// What should have stood there.
    public let expected: String
}

/// Reads JSON by the grammar of RFC 8259, and nothing beyond it.
struct JSONParser {
    private let bytes: [UInt8]
    private var index = 0
    private var depth = 0

    /// Deeper documents are refused, so that they can not use up the stack.
    private static let depthLimit = 200

    static func parse(_ bytes: [UInt8]) throws(JSONProblem) -> JSON.Node {
        var parser = JSONParser(bytes: bytes)
        // RFC 8259 §8.1 has no byte order mark before the text; some editors write one, and nobody sees it.
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) {
            throw parser.expected("a value, and no byte order mark (BOM) before it: save the file as UTF-8 without one")
        }
        let node = try parser.value()
        parser.skipSpace()
        guard parser.next == nil else { throw parser.expected("the end of the file") }
        return node
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private func expected(_ what: String) -> JSONProblem {
        let before = bytes[..<index]
        let lastLine = before.suffix(from: before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0)
        return JSONProblem(
            offset: index, line: before.count { $0 == 0x0a } + 1,
            // Octets 10xxxxxx continue a character of UTF-8.
            column: lastLine.count { $0 & 0xc0 != 0x80 } + 1, expected: what)
    }

    /// RFC 8259 §2: `ws`.
    private mutating func skipSpace() {
        while let next, next == 0x20 || next == 0x0a || next == 0x0d || next == 0x09 { index += 1 }
    }

    /// Moves behind a character, where it is the next one.
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    /// RFC 8259 §3.
    private mutating func value() throws(JSONProblem) -> JSON.Node {
        guard depth < Self.depthLimit else { throw expected("nothing nested deeper") }
        depth += 1
        defer { depth -= 1 }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return try string()
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return try number()
        }
    }

    private mutating func literal(_ word: String, _ node: JSON.Node) throws(JSONProblem) -> JSON.Node {
        guard bytes[index...].starts(with: word.utf8) else { throw expected("a value") }
        index += word.utf8.count
        return node
    }

    /// RFC 8259 §4.
    private mutating func object() throws(JSONProblem) -> JSON.Node {
        index += 1
        var members: [(key: JSON.Node, value: JSON.Node)] = []
        skipSpace()
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw expected("a name") }
            let key = try string()
            skipSpace()
            guard take(":") else { throw expected("a colon") }
            members.append((key, try value()))
            skipSpace()
        } while take(",")
        guard take("}") else { throw expected("a comma or }") }
        return .object(members)
    }

    /// RFC 8259 §5.
    private mutating func array() throws(JSONProblem) -> JSON.Node {
        index += 1
        var values: [JSON.Node] = []
        skipSpace()
        if take("]") { return .array(values) }
        repeat {
            values.append(try value())
            skipSpace()
        } while take(",")
        guard take("]") else { throw expected("a comma or ]") }
        return .array(values)
    }

    /// RFC 8259 §6.
    private mutating func number() throws(JSONProblem) -> JSON.Node {
        let start = index
        _ = take("-")
        // No zeros in front.
        if !take("0") { try digits() }
        if take(".") { try digits() }
        if take("e") || take("E") {
            _ = take("+") || take("-")
            try digits()
        }
        return .number(start..<index)
    }

    private mutating func digits() throws(JSONProblem) {
        let start = index
        while let next, next >= UInt8(ascii: "0"), next <= UInt8(ascii: "9") { index += 1 }
        guard index > start else { throw expected("a value") }
    }

    /// RFC 8259 §7.
    private mutating func string() throws(JSONProblem) -> JSON.Node {
        index += 1
        let start = index
        var hasEscapes = false
        while let next {
            switch next {
            case UInt8(ascii: "\""):
                index += 1
                return .string(start..<index - 1, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                index += 1
                try escape()
            case 0..<0x20: throw expected("an escape instead of a control character")
            default: index += 1
            }
        }
        throw expected("a quotation mark")
    }

    /// What follows a backslash.
    private mutating func escape() throws(JSONProblem) {
        guard let next, "\"\\/bfnrtu".utf8.contains(next) else { throw expected("an escape") }
        index += 1
        guard next == UInt8(ascii: "u") else { return }
        for _ in 0..<4 {
            guard let digit = self.next, hexadecimalDigit(digit) != nil else { throw expected("four digits") }
            index += 1
        }
    }

    /// A string's text; the escapes have been checked. Half of a surrogate pair becomes U+FFFD.
    static func unescaped(_ raw: ArraySlice<UInt8>) -> String {
        var text = ""
        var units: [UInt16] = []
        var rest = raw
        while let octet = rest.popFirst() {
            guard octet == UInt8(ascii: "\\"), let kind = rest.popFirst() else {
                text += String(decoding: units, as: UTF16.self)
                units = []
                let plain = [octet] + rest.prefix { $0 != UInt8(ascii: "\\") }
                rest = rest.dropFirst(plain.count - 1)
                text += String(decoding: plain, as: UTF8.self)
                continue
            }
            switch kind {
            case UInt8(ascii: "b"): units.append(0x08)
            case UInt8(ascii: "f"): units.append(0x0c)
            case UInt8(ascii: "n"): units.append(0x0a)
            case UInt8(ascii: "r"): units.append(0x0d)
            case UInt8(ascii: "t"): units.append(0x09)
            case UInt8(ascii: "u"):
                units.append(rest.prefix(4).reduce(0) { $0 << 4 | UInt16(hexadecimalDigit($1) ?? 0) })
                rest = rest.dropFirst(4)
            default: units.append(UInt16(kind))
            }
        }
        return text + String(decoding: units, as: UTF16.self)
    }
}
