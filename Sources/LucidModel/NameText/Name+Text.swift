import LucidDER

// Names as text, by RFC 4514: the most specific part first, `CN=…,O=…`; parts of one level joined by `+`.

extension Name: CustomStringConvertible {
    /// RFC 4514, the last part first. Empty for an empty name.
    public var description: String {
        relativeDistinguishedNames.reversed().map(\.description).joined(separator: ",")
    }
}

extension RelativeDistinguishedName: CustomStringConvertible {
    /// RFC 4514 §2.2.
    public var description: String { attributes.map(\.description).joined(separator: "+") }
}

extension AttributeTypeAndValue: CustomStringConvertible {
    /// RFC 4514 §2.3: `CN=value`, the value escaped; `#` and hexadecimal where it is no string.
    public var description: String {
        let name = AttributeNames.name(of: type)
        switch value {
        case .string(let string): return "\(name)=\(Self.escape(string.text))"
        case .other(let element): return "\(name)=#" + element.map(Self.hexadecimal).joined()
        }
    }

    /// RFC 4514 §2.4: signs with a meaning get a backslash, and characters that a terminal would obey or that change the
    /// direction of the text are written as the hexadecimal of their UTF-8 octets.
    private static func escape(_ text: String) -> String {
        var escaped = ""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isEdge = index == 0 || index == scalars.count - 1
            switch scalar {
            case ",", "+", "\"", "\\", "<", ">", ";": escaped += "\\\(scalar)"
            case "#" where index == 0: escaped += "\\#"
            case " " where isEdge: escaped += "\\ "
            case _ where scalar.isUnsafeToShow:
                escaped += String(scalar).utf8.map { "\\" + hexadecimal($0) }.joined()
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func hexadecimal(_ octet: UInt8) -> String {
        (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
    }
}

extension Unicode.Scalar {
    /// Control characters, and the invisible ones that reorder or hide text.
    public var isUnsafeToShow: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: true
        default: false
        }
    }
}
