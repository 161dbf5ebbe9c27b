// Natural numbers as text: hexadecimal for everyday use, decimal for people and for comparing with other tools.

extension Natural {
    /// Lower-case hexadecimal digits without leading zeros; "0" for zero.
    public var hexadecimal: String {
        guard let top = limbs.last else { return "0" }
        var text = String(top, radix: 16)
        for limb in limbs.dropLast().reversed() {
            let digits = String(limb, radix: 16)
            text += String(repeating: "0", count: 16 - digits.count) + digits
        }
        return text
    }

    /// Reads hexadecimal digits; nil where the text is empty or has any other character.
    public init?(hexadecimal text: some StringProtocol) {
        guard !text.isEmpty else { return nil }
        var limbs = [Limb](repeating: 0, count: (text.utf8.count + 15) / 16)
        for (index, character) in text.utf8.reversed().enumerated() {
            guard let digit = Character(Unicode.Scalar(character)).hexDigitValue else { return nil }
            limbs[index / 16] |= Limb(digit) << (index % 16 * 4)
        }
        self.init(limbs: limbs)
    }
}

extension Natural {
    /// A constant of this package's source code, in hexadecimal. A mistake in it is one in the source: it traps.
    package init(constant: StaticString) {
        guard let value = Natural(hexadecimal: constant.description) else {
            preconditionFailure("no hexadecimal number")
        }
        self = value
    }
}

extension OddModulus {
    /// A modulus that is a constant of this package's source code; see `Natural.init(constant:)`.
    package init(constant: Natural) {
        guard let value = OddModulus(constant) else { preconditionFailure("no odd modulus") }
        self = value
    }
}

extension Natural: CustomStringConvertible {
    /// Decimal digits. The time grows faster than the length: show numbers from outside only after bounding their size.
    public var description: String {
        if isZero { return "0" }
        return String(decoding: GMP.decimalDigits(limbs).drop { $0 == 0 }.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }
}
