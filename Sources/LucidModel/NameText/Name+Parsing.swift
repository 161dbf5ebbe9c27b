import LucidDER

extension Name {
    /// Reads a name as people write it, in one of two forms:
    ///
    /// - RFC 4514, the most specific part first: `CN=www.example.test,O=Example\, Inc.,C=DE`;
    /// - OpenSSL's, the most general part first: `/C=DE/O=Example, Inc./CN=www.example.test`.
    ///
    /// In both `+` joins attributes of one part, and a backslash stands before signs that have a meaning. Attributes are named
    /// by RFC 4514's short names, the standards' long ones, or dotted numbers. Spaces around the parts are dropped.
    ///
    /// - Throws: what is wrong, and behind how many characters.
    public init(_ text: String) throws(NameTextProblem) {
        var parser = NameTextParser(text)
        let parts = try parser.parse()
        self.init(parser.isSlashForm ? parts : parts.reversed())
    }
}

/// Reads the text of a name. Its characters are Unicode's scalars: a comma with an accent on it is still a comma.
struct NameTextParser {
    private let characters: [Unicode.Scalar]
    private var index = 0
    /// Whether the text has OpenSSL's form.
    let isSlashForm: Bool

    init(_ text: String) {
        characters = Array(text.unicodeScalars)
        isSlashForm = characters.first == "/"
    }

    private var separators: [Unicode.Scalar] { isSlashForm ? ["/"] : [",", ";"] }
    private var next: Unicode.Scalar? { index < characters.count ? characters[index] : nil }

    private func problem(_ reason: NameTextProblem.Reason, at place: Int? = nil) -> NameTextProblem {
        NameTextProblem(offset: place ?? index, reason: reason)
    }

    /// The parts in the text's order.
    mutating func parse() throws(NameTextProblem) -> [RelativeDistinguishedName] {
        if isSlashForm { index = 1 }
        var parts: [RelativeDistinguishedName] = []
        repeat { parts.append(try part()) } while take(separators)
        return parts
    }

    private mutating func take(_ wanted: [Unicode.Scalar]) -> Bool {
        guard let next, wanted.contains(next) else { return false }
        index += 1
        return true
    }

    /// RFC 4514 §2.2: attributes with `+` between them.
    private mutating func part() throws(NameTextProblem) -> RelativeDistinguishedName {
        var attributes: [AttributeTypeAndValue] = []
        repeat { attributes.append(try attribute()) } while take(["+"])
        return RelativeDistinguishedName(attributes)
    }

    /// RFC 4514 §2.3: `type=value`.
    private mutating func attribute() throws(NameTextProblem) -> AttributeTypeAndValue {
        while next == " " { index += 1 }
        let start = index
        while let next, next != "=", !separators.contains(next), next != "+" { index += 1 }
        let name = Self.trimmed(characters[start..<index])
        if name.isEmpty, next != "=" { throw problem(.empty, at: start) }
        guard next == "=" else { throw problem(.equalsSignMissing(name: name), at: start) }
        guard let type = AttributeNames.type(named: name) else { throw problem(.unknownAttribute(name), at: start) }
        index += 1
        while next == " " { index += 1 }
        let valueStart = index
        if next == "#", !isSlashForm { return AttributeTypeAndValue(type: type, value: try hexadecimalValue()) }
        let text = try value()
        guard !text.isEmpty else { throw problem(.valueMissing(type), at: valueStart) }
        do throws(NameTextProblem.Reason) { return try AttributeTypeAndValue.typed(type, text) } catch {
            throw problem(error, at: valueStart)
        }
    }

    /// A value up to the next separator, its escapes replaced. Spaces at its end are dropped, unless a backslash is before them.
    private mutating func value() throws(NameTextProblem) -> String {
        var octets: [UInt8] = []
        var endOfKept = 0
        let start = index
        while let next, next != "+", !separators.contains(next) {
            if next == "\\" {
                octets += try escape()
                endOfKept = octets.count
                continue
            }
            // RFC 4514 §3: these stand in values with a backslash before them alone.
            if !isSlashForm, "\"<>\0".unicodeScalars.contains(next) { throw problem(.unescaped(next)) }
            octets += Array(String(next).utf8)
            if next != " " { endOfKept = octets.count }
            index += 1
        }
        guard let text = String(validating: octets.prefix(endOfKept), as: UTF8.self) else {
            throw problem(.badHexadecimal, at: start)
        }
        return text
    }

    /// RFC 4514 §2.4: a backslash before a sign, or before two hexadecimal digits of an octet of UTF-8. OpenSSL's form escapes
    /// its slash so.
    private mutating func escape() throws(NameTextProblem) -> [UInt8] {
        let start = index
        index += 1
        guard let sign = next else { throw problem(.badEscape, at: start) }
        index += 1
        if " \"#+,;<=>\\/".unicodeScalars.contains(sign) { return Array(String(sign).utf8) }
        guard let high = sign.hexadecimalValue, let low = next?.hexadecimalValue else {
            throw problem(.badEscape, at: start)
        }
        index += 1
        return [high << 4 | low]
    }

    /// RFC 4514 §2.4: `#` and the hexadecimal digits of a value in DER.
    private mutating func hexadecimalValue() throws(NameTextProblem) -> AttributeTypeAndValue.Value {
        let start = index
        index += 1
        var octets: [UInt8] = []
        while let high = next?.hexadecimalValue {
            index += 1
            guard let low = next?.hexadecimalValue else { throw problem(.badHexadecimal, at: start) }
            index += 1
            octets.append(high << 4 | low)
        }
        while next == " " { index += 1 }
        guard next.map({ $0 == "+" || separators.contains($0) }) ?? true else {
            throw problem(.badHexadecimal, at: start)
        }
        do throws(DERError) {
            return try DERCursor.decode(DERBytes(octets)) { cursor throws(DERError) in
                if let tag = cursor.nextTag, DERString.Kind(tag: tag) != nil {
                    return .string(try cursor.string("value"))
                }
                return .other(try cursor.anyElementBytes("value"))
            }
        } catch { throw problem(.badHexadecimal, at: start) }
    }
}

extension NameTextParser {
    /// The text without spaces at its ends.
    private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        let head = scalars.drop { $0 == " " }
        let end = head.lastIndex { $0 != " " }.map { $0 + 1 } ?? head.startIndex
        return String(String.UnicodeScalarView(head[..<end]))
    }
}

extension Unicode.Scalar {
    /// The value of an ASCII digit; nil for any other character.
    fileprivate var hexadecimalValue: UInt8? {
        isASCII ? Character(self).hexDigitValue.map { UInt8($0) } : nil
    }
}
