extension ConfigurationReader {
    /// A value with its quotes, escapes and variables resolved.
    ///
    /// - Parameter section: where a variable without a section is looked for first; nil for the default section alone.
    func resolved(
        _ text: ArraySlice<UInt8>, in section: String?, at place: SourceLine, environment: (String) -> String?
    ) throws(ConfigurationProblem) -> [UInt8] {
        var rest = text
        var value: [UInt8] = []
        while let octet = rest.first {
            if ConfigurationCharacters.isQuote(octet) {
                value += Self.quoted(&rest)
            } else if octet == ConfigurationCharacters.escape {
                rest = rest.dropFirst()
                if let escaped = rest.popFirst() { value.append(Self.meaning(ofEscaped: escaped)) }
            } else if octet == ConfigurationCharacters.dollar, isVariable(rest.dropFirst().first) {
                value += try variable(&rest, in: section, at: place, environment: environment)
            } else {
                value.append(octet)
                rest = rest.dropFirst()
            }
            guard value.count <= Limit.valueOctetCount else {
                throw place.problem("the value becomes longer than \(Limit.valueOctetCount) octets")
            }
        }
        return value
    }

    private func isVariable(_ next: UInt8?) -> Bool {
        !isDollarLetter || next == UInt8(ascii: "{") || next == UInt8(ascii: "(")
    }

    /// Takes a quoted text off; a backslash in it stands before a character that is meant as it is.
    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        var value: [UInt8] = []
        let quote = rest.popFirst()
        while let octet = rest.popFirst(), octet != quote {
            if octet != ConfigurationCharacters.escape {
                value.append(octet)
            } else if let escaped = rest.popFirst() {
                value.append(escaped)
            }
        }
        return value
    }

    private static func meaning(ofEscaped octet: UInt8) -> UInt8 {
        switch octet {
        case UInt8(ascii: "r"): 0x0d
        case UInt8(ascii: "n"): 0x0a
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        default: octet
        }
    }

    /// Takes a variable off: `$name`, `$section::name`, either in braces or parentheses. Returns its value.
    private func variable(
        _ rest: inout ArraySlice<UInt8>, in section: String?, at place: SourceLine, environment: (String) -> String?
    ) throws(ConfigurationProblem) -> [UInt8] {
        rest = rest.dropFirst()
        let closing: UInt8? =
            switch rest.first {
            case UInt8(ascii: "{"): UInt8(ascii: "}")
            case UInt8(ascii: "("): UInt8(ascii: ")")
            default: nil
            }
        if closing != nil { rest = rest.dropFirst() }
        var section = section
        var name = word(&rest)
        if rest.starts(with: [ConfigurationCharacters.colon, ConfigurationCharacters.colon]) {
            section = name
            rest = rest.dropFirst(2)
            name = word(&rest)
        }
        if let closing {
            guard rest.first == closing else {
                throw place.problem(
                    "the variable \"\(name)\" is not closed; write \(Character(Unicode.Scalar(closing))) behind its name"
                )
            }
            rest = rest.dropFirst()
        }
        if let section, let value = configuration.own(name, in: section) { return value.octets }
        if section == "ENV", let value = environment(name) { return Array(value.utf8) }
        if let value = configuration.own(name, in: Configuration.defaultSection) { return value.octets }
        let full = section == "ENV" ? "ENV::\(name)" : name
        throw place.problem(
            "the variable \"\(full)\" has no value; "
                + (section == "ENV"
                    ? "set it in the environment, or in the section default"
                    : "give it one above this line, in [\(section ?? Configuration.defaultSection)] or before the first section")
        )
    }

    /// Takes a variable's or a section's name off.
    private func word(_ rest: inout ArraySlice<UInt8>) -> String {
        let word = rest.prefix {
            ConfigurationCharacters.isVariable($0) || isDollarLetter && $0 == ConfigurationCharacters.dollar
        }
        rest = rest.dropFirst(word.count)
        return word.text
    }
}
