extension BidirectionalCollection<UInt8> where SubSequence == ArraySlice<UInt8> {
    /// As UTF-8; octets that are none become U+FFFD.
    var text: String { String(decoding: self, as: UTF8.self) }

    /// Without blanks at either end.
    var trimmed: ArraySlice<UInt8> {
        var rest = self[...]
        while let first = rest.first, first.isSpace { rest = rest.dropFirst() }
        while let last = rest.last, last.isSpace { rest = rest.dropLast() }
        return rest
    }

    /// Without what a configuration file calls blanks at either end.
    var withoutBlanks: ArraySlice<UInt8> {
        var rest = self[...]
        while let first = rest.first, ConfigurationCharacters.isBlank(first) { rest = rest.dropFirst() }
        while let last = rest.last, ConfigurationCharacters.isBlank(last) { rest = rest.dropLast() }
        return rest
    }

    /// What stands before the first `separator`, and what stands behind it; nil where there is none.
    func halves(at separator: Unicode.Scalar) -> (head: ArraySlice<UInt8>, tail: ArraySlice<UInt8>)? {
        guard let index = firstIndex(of: UInt8(ascii: separator)) else { return nil }
        return (self[..<index], self[self.index(after: index)...])
    }

    /// What follows `prefix`; nil where something else is first.
    func after(_ prefix: StaticString) -> ArraySlice<UInt8>? {
        let octets = Array("\(prefix)".utf8)
        return starts(with: octets) ? dropFirst(octets.count) : nil
    }
}

extension UInt8 {
    /// Whether C calls it a space.
    var isSpace: Bool { self == 0x20 || (0x09...0x0d).contains(self) }
    /// Whether it is an ASCII digit.
    var isDigit: Bool { (0x30...0x39).contains(self) }
    /// The value of a hexadecimal digit; nil where it is none.
    var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
