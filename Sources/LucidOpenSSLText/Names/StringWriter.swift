/// Writes one string of a name with openssl's escapes.
struct StringWriter {
    let format: NameFormat

    /// Appends the value; false where its octets are not what its type promises, and nothing is printed.
    func write(_ value: BERElement, dumping: Bool, to output: inout TextOutput) -> Bool {
        if format.contains(.showType) { output.put(Self.typeName(value.tag) + ":") }
        var width = dumping || format.contains(.dumpAll) ? nil : Width(value.tag)
        if !dumping, !format.contains(.dumpAll) {
            if format.contains(.ignoreType) {
                width = .octets
            } else if width == nil, !format.contains(.dumpUnknownTypes) {
                width = .octets
            }
        }
        let content = value.tag.number == 3 ? value.octets.dropFirst() : value.octets
        guard let width else {
            output.put("#")
            for octet in format.contains(.dumpDER) ? value.encoding : content { output.put(octet.upperHex) }
            return true
        }
        guard let characters = width.characters(of: content, keepingUTF8: format.contains(.utf8)) else { return false }
        var text = TextOutput()
        var needsQuotes = false
        for (index, character) in characters.enumerated() {
            // The last rule counts where a character is both.
            let place: Place = index == characters.count - 1 ? .last : index == 0 ? .first : .inside
            let asOctets = format.contains(.utf8) && width.isConverted
            for octet in asOctets ? Self.utf8(character) : [character] {
                escape(octet, place, to: &text, &needsQuotes)
            }
        }
        if needsQuotes { output.put("\"") }
        output.put(octets: text.octets)
        if needsQuotes { output.put("\"") }
        return true
    }

    /// Where a character stands in its string.
    private enum Place { case first, inside, last }

    private func escape(_ character: UInt32, _ place: Place, to output: inout TextOutput, _ needsQuotes: inout Bool) {
        guard let octet = UInt8(exactly: character) else {
            let digits = String(character, radix: 16, uppercase: true)
            let width = character > 0xffff ? 8 : 4
            output.put(character > 0xffff ? "\\W" : "\\U")
            output.put(String(repeating: "0", count: max(0, width - digits.count)) + digits)
            return
        }
        let special = isSpecial(octet, place)
        if special.isEscaped {
            if special.isQuotable, format.contains(.useQuotes) {
                needsQuotes = true
                output.put(octets: [octet])
            } else {
                output.put(octets: [0x5c, octet])
            }
            return
        }
        let isControl = (octet < 0x20 || octet == 0x7f) && format.contains(.escapeControl)
        let isHigh = octet > 0x7f && format.contains(.escapeHighBit)
        let isOf2254 =
            format.contains(.escapeRFC2254) && [0, 0x28, 0x29, 0x2a, 0x5c].contains(octet)
        if isControl || isHigh || isOf2254 {
            output.put("\\" + octet.upperHex)
        } else if octet == 0x5c, !format.isDisjoint(with: .escapeMask) {
            output.put("\\\\")
        } else {
            output.put(octets: [octet])
        }
    }

    /// Whether RFC 2253 §2.4 wants a backslash there, and whether quotation marks serve as well.
    private func isSpecial(_ octet: UInt8, _ place: Place) -> (isEscaped: Bool, isQuotable: Bool) {
        let is2253 = format.contains(.escapeRFC2253)
        switch octet {
        case 0x22, 0x5c: return (is2253, false)  // " \
        case 0x2b, 0x2c, 0x3b, 0x3c, 0x3e: return (is2253, true)  // + , ; < >
        case 0x20: return (is2253 && place != .inside, true)
        case 0x23: return (is2253 && place == .first, true)
        default: return (false, false)
        }
    }

    private static func utf8(_ character: UInt32) -> [UInt32] {
        guard let scalar = Unicode.Scalar(character) else { return [] }
        return String(Character(scalar)).utf8.map(UInt32.init)
    }

    /// How many octets a character of a string type has.
    private enum Width {
        case octets, two, four, utf8

        /// nil for types that are no strings of characters.
        init?(_ tag: BERTag) {
            switch tag.number {
            case 12: self = .utf8
            case 18, 19, 20, 22, 23, 24, 26: self = .octets
            case 28: self = .four
            case 30: self = .two
            default: return nil
            }
        }

        /// Whether the characters are turned into UTF-8 where that is asked for: a UTF8String is that already.
        var isConverted: Bool { self != .utf8 }

        func characters(of octets: ArraySlice<UInt8>, keepingUTF8: Bool) -> [UInt32]? {
            let all = Array(octets)
            switch self {
            case .octets: return all.map(UInt32.init)
            case .two:
                guard all.count % 2 == 0 else { return nil }
                return stride(from: 0, to: all.count, by: 2).map { UInt32(all[$0]) << 8 | UInt32(all[$0 + 1]) }
            case .four:
                guard all.count % 4 == 0 else { return nil }
                return stride(from: 0, to: all.count, by: 4).map { start in
                    all[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
                }
            case .utf8:
                if keepingUTF8 { return all.map(UInt32.init) }
                return LenientUTF8.characters(of: all)
            }
        }
    }

    /// openssl's name of a type, as asn1parse has it.
    static func typeName(_ tag: BERTag) -> String { ASN1TypeNames.name(universal: tag.number) }
}

/// UTF-8 as OpenSSL decodes it.
enum LenientUTF8 {
    /// The characters; nil where the octets are no UTF-8.
    static func characters(of octets: [UInt8]) -> [UInt32]? {
        var decoder = UTF8()
        var iterator = octets.makeIterator()
        var found: [UInt32] = []
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): found.append(scalar.value)
            case .emptyInput: return found
            case .error: return nil
            }
        }
    }
}
