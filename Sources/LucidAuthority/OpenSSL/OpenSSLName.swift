import LucidDER
public import LucidModel
public import LucidObjectNames

/// Names on one line as openssl's `X509_NAME_oneline` writes them: `/C=DE/O=Example/CN=J\xC3\xBCrgen`. The most general part
/// comes first; octets outside of printable ASCII are `\xHH`, and newer versions write `\/` and `\+` for what stands in a value.
public enum OpenSSLName {
    /// The name as a value, for what it is called; nil where the text can not be taken apart.
    ///
    /// Old versions wrote a slash in a value as it is. So a slash only begins a part where the name of an attribute and `=` follow.
    public static func name(_ text: String) -> Name? {
        let octets = Array(text.utf8)
        guard octets.first == slash else { return nil }
        var parts: [RelativeDistinguishedName] = []
        var place = 0
        while place < octets.count {
            guard let (type, start) = attribute(octets, at: place) else { return nil }
            let (value, end) = value(octets, from: start)
            guard let string = DERString(decoded(value), as: .utf8) else { return nil }
            parts.append(RelativeDistinguishedName([AttributeTypeAndValue(type: type, value: .string(string))]))
            place = end
        }
        return Name(parts)
    }

    /// The attribute that `/TYPE=` at a place names, and where its value begins.
    private static func attribute(_ octets: [UInt8], at place: Int) -> (type: ObjectIdentifier, start: Int)? {
        guard place < octets.count, octets[place] == slash,
            let equals = octets[place...].prefix(64).firstIndex(of: UInt8(ascii: "="))
        else { return nil }
        let name = String(decoding: octets[(place + 1)..<equals], as: UTF8.self)
        guard let type = ObjectNames().identifier(name) ?? AttributeNames.type(named: name) else { return nil }
        return (type, equals + 1)
    }

    /// The octets of a value, escapes resolved, and where the next part or the end is.
    private static func value(_ octets: [UInt8], from start: Int) -> ([UInt8], Int) {
        var value: [UInt8] = []
        var place = start
        while place < octets.count {
            if octets[place] == slash, attribute(octets, at: place) != nil { break }
            guard octets[place] == UInt8(ascii: "\\"), place + 1 < octets.count else {
                value.append(octets[place])
                place += 1
                continue
            }
            let next = octets[place + 1]
            if next == slash || next == UInt8(ascii: "+") {
                value.append(next)
                place += 2
            } else if next == UInt8(ascii: "x"), place + 3 < octets.count,
                let octet = hexadecimal(octets[(place + 2)...(place + 3)])
            {
                value.append(octet)
                place += 4
            } else {
                value.append(octets[place])
                place += 1
            }
        }
        return (value, place)
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
        let text = String(decoding: digits, as: UTF8.self)
        return text.allSatisfy(\.isHexDigit) ? UInt8(text, radix: 16) : nil
    }

    /// UTF-8 where it is that; else each octet is a character of Latin-1, which is what people put into T61Strings (RFC 5280
    /// names no mapping for them).
    private static func decoded(_ octets: [UInt8]) -> String {
        String(validating: octets, as: UTF8.self)
            ?? String(String.UnicodeScalarView(octets.map { Unicode.Scalar($0) }))
    }

    /// A name as openssl writes it. Attributes that share a level have a plus sign between them.
    ///
    /// - Parameter names: those that openssl is born with, and those that a configuration file adds.
    public static func text(_ name: Name, names: ObjectNames = ObjectNames()) -> String {
        name.relativeDistinguishedNames.map { part in
            "/"
                + part.attributes.map { "\(names.short($0.type))=" + value($0.value).map(escaped).joined() }
                .joined(separator: "+")
        }.joined()
    }

    private static func value(_ value: AttributeTypeAndValue.Value) -> DERBytes {
        switch value {
        case .string(let string): string.content
        case .other(let element): element
        }
    }

    private static func escaped(_ octet: UInt8) -> String {
        switch octet {
        case slash, UInt8(ascii: "+"): "\\" + String(Unicode.Scalar(octet))
        case 0x20...0x7e: String(Unicode.Scalar(octet))
        default: "\\x" + (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
        }
    }

    private static let slash = UInt8(ascii: "/")
}
