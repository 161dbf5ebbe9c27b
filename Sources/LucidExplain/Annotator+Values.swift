import LucidDER
import LucidModel
import LucidObjectNames
import LucidReport

// Elements of the simple types, each said in words.

extension Annotator {
    /// An INTEGER: in decimal where it fits, else in hexadecimal with its length.
    mutating func integer(
        _ meaning: Meaning, tag: DERTag = .integer, _ words: (DERInteger) -> String = Self.words(for:)
    ) throws(DERError) {
        guard let number = try peek(meaning, { cursor throws(DERError) in try cursor.integer("", tag: tag) }) else {
            return
        }
        try value(meaning, tag: tag) { _ in words(number) }
    }

    /// A number in words: `5`, or `00b7… (2048 bits)`.
    static func words(for number: DERInteger) -> String {
        if let small = number.small { return String(small) }
        if number.isNegative { return "negative: \(hexadecimal(number.content))" }
        let magnitude = number.magnitude ?? number.content
        let bits = magnitude.count * 8 - (magnitude.first?.leadingZeroBitCount ?? 0)
        return "\(hexadecimal(magnitude)) (\(bits) bits)"
    }

    /// A number of a key: not negative, in hexadecimal with its size.
    mutating func natural(_ meaning: Meaning) throws(DERError) {
        guard try peek(meaning, { cursor throws(DERError) in try cursor.natural("") }) != nil else { return }
        try integer(meaning)
    }

    /// A count or a version: not negative, and small.
    mutating func smallNatural(
        _ meaning: Meaning, tag: DERTag = .integer, _ words: (Int) -> String = { String($0) }
    ) throws(DERError) {
        guard let number = try peek(meaning, { cursor throws(DERError) in try cursor.smallNatural("", tag: tag) })
        else { return }
        try value(meaning, tag: tag) { _ in words(number) }
    }

    /// An ENUMERATED.
    mutating func enumerated(_ meaning: Meaning, _ words: (Int) -> String) throws(DERError) {
        guard let number = try peek(meaning, { cursor throws(DERError) in try cursor.enumerated("") }) else { return }
        try value(meaning, tag: .enumerated) { _ in words(number) }
    }

    /// An OBJECT IDENTIFIER: its name and its numbers. Returns it; nil where its octets are none.
    @discardableResult
    mutating func objectIdentifier(_ meaning: Meaning, tag: DERTag = .objectIdentifier) throws(DERError)
        -> ObjectIdentifier?
    {
        guard
            let identifier = try peek(meaning, { cursor throws(DERError) in try cursor.objectIdentifier("", tag: tag) })
        else { return nil }
        try value(meaning, tag: tag) { _ in identifier.explained }
        return identifier
    }

    /// A BOOLEAN.
    mutating func boolean(_ meaning: Meaning, tag: DERTag = .boolean) throws(DERError) {
        guard let flag = try peek(meaning, { cursor throws(DERError) in try cursor.boolean("", tag: tag) }) else {
            return
        }
        try value(meaning, tag: tag) { _ in flag ? "TRUE" : "FALSE" }
    }

    /// A BOOLEAN whose default is FALSE, which DER therefore does not write (X.690 §11.5).
    mutating func flag(_ meaning: Meaning, tag: DERTag = .boolean) throws(DERError) {
        let (start, line) = (offset, nextLine)
        try boolean(meaning, tag: tag)
        if lines[line].value == "FALSE" { report(DERError(.defaultEncoded, at: start), ofLine: line) }
    }

    /// A NULL.
    mutating func null(_ meaning: Meaning, tag: DERTag = .null, value words: String = "nothing") throws(DERError) {
        let isEmpty: Void? = try peek(meaning) { cursor throws(DERError) in try cursor.null("", tag: tag) }
        if isEmpty != nil { try value(meaning, tag: tag) { _ in words } }
    }

    /// A UTCTime or GeneralizedTime.
    mutating func time(_ meaning: Meaning) throws(DERError) {
        guard let time = try peek(meaning, { cursor throws(DERError) in try cursor.time("") }) else { return }
        guard let tag = nextTag else { return }
        try value(meaning, tag: tag) { _ in "\(time.time)" }
    }

    /// A GeneralizedTime, perhaps under a tag of its own.
    mutating func generalizedTime(_ meaning: Meaning, tag: DERTag = .generalizedTime) throws(DERError) {
        guard let time = try peek(meaning, { cursor throws(DERError) in try cursor.generalizedTime("", tag: tag) })
        else { return }
        try value(meaning, tag: tag) { _ in "\(time)" }
    }

    /// A string of any type.
    mutating func string(_ meaning: Meaning) throws(DERError) {
        guard let string = try peek(meaning, { cursor throws(DERError) in try cursor.string("") }) else { return }
        guard let tag = nextTag else { return }
        try value(meaning, tag: tag) { _ in "“\(string.text.safeToShow)”" }
    }

    /// A string of one of some types.
    mutating func string(_ meaning: Meaning, kinds: [DERString.Kind]) throws(DERError) {
        guard let string = try peek(meaning, { cursor throws(DERError) in try cursor.string("", kinds: kinds) }),
            let tag = nextTag
        else { return }
        try value(meaning, tag: tag) { _ in "“\(string.text.safeToShow)”" }
    }

    /// A string whose type its tag does not tell.
    mutating func string(_ meaning: Meaning, as kind: DERString.Kind, tag: DERTag) throws(DERError) {
        guard let string = try peek(meaning, { cursor throws(DERError) in try cursor.string("", as: kind, tag: tag) })
        else { return }
        try value(meaning, tag: tag) { _ in "“\(string.text.safeToShow)”" }
    }

    /// An OCTET STRING.
    mutating func octetString(
        _ meaning: Meaning, tag: DERTag = .octetString, _ words: (DERBytes) -> String = { hexadecimal($0) }
    ) throws(DERError) {
        try value(meaning, tag: tag) { content in words(content) }
    }

    /// A BIT STRING.
    mutating func bitString(
        _ meaning: Meaning, tag: DERTag = .bitString,
        _ words: (DERBitString) -> String = { "\($0.bitCount) bits: \(hexadecimal($0.bytes))" }
    ) throws(DERError) {
        guard let bits = try peek(meaning, { cursor throws(DERError) in try cursor.bitString("", tag: tag) }) else {
            return
        }
        try value(meaning, tag: tag) { _ in words(bits) }
    }

    /// A BIT STRING whose bits have names, from bit 0 on.
    mutating func namedBits(_ meaning: Meaning, tag: DERTag = .bitString, names: [String]) throws(DERError) {
        guard let (_, mask) = try peek(meaning, { cursor throws(DERError) in try cursor.namedBits("", tag: tag) })
        else { return }
        let set = (0..<32).filter { mask >> UInt32($0) & 1 == 1 }
        let words = set.map { names.indices.contains($0) ? "\(names[$0]) (\($0))" : "bit \($0)" }
        try value(meaning, tag: tag) { _ in words.isEmpty ? "no bit" : words.joined(separator: ", ") }
    }

    /// A BIT STRING with a structure inside; the octets as they are, where it is no whole number of octets.
    mutating func bitStringContainer(
        _ meaning: Meaning, tag: DERTag = .bitString, _ body: (inout Annotator) throws(DERError) -> Void
    ) throws(DERError) {
        try expect(tag)
        let header = try? DERHeader.read(source.span, at: offset, end: end)
        guard let header, header.content.count > 1, source[header.content.lowerBound] == 0 else {
            return try bitString(meaning, tag: tag)
        }
        let line = nextLine
        try container(meaning, tag: tag, skipped: 1, body)
        setValue("\((header.content.count - 1) * 8) bits, none unused (00)", ofLine: line)
    }

    /// An element of a simple type that nothing more is known about.
    mutating func plainValue(_ meaning: Meaning, _ tag: DERTag) throws(DERError) {
        switch tag {
        case .boolean: try boolean(meaning)
        case .integer: try integer(meaning)
        case .objectIdentifier: try objectIdentifier(meaning)
        case .null: try null(meaning)
        case .bitString: try bitString(meaning)
        case .enumerated: try enumerated(meaning) { String($0) }
        case .utcTime, .generalizedTime: try time(meaning)
        case _ where DERString.Kind(tag: tag) != nil: try string(meaning)
        default: try octetString(meaning, tag: tag)
        }
    }

    /// Reads the next element with the strict reader, without moving: what is wrong with it is told as everywhere in Lucid.
    ///
    /// Where the element has its place but a wrong value, it becomes a raw line by itself, and nil is returned: what follows can
    /// be read again. Where something else stands here, that is thrown.
    private mutating func peek<Value>(
        _ meaning: Meaning, _ read: (inout DERCursor) throws(DERError) -> Value
    ) throws(DERError) -> Value? {
        var cursor = DERCursor(DERBytes(source, offset..<end))
        do throws(DERError) { return try read(&cursor) } catch {
            switch error.reason {
            case .unexpectedTag, .missingElement: throw error
            default: break
            }
            // Throws what is wrong with the header, if that is what is wrong.
            let header = try DERHeader.read(source.span, at: offset, end: end)
            addWrong(header, meaning, error)
            return nil
        }
    }
}

/// OpenSSL's names, for identifiers that no standard which Lucid implements has a name for.
private let furtherNames = ObjectNames()

extension ObjectIdentifier {
    /// `commonName (2.5.4.3)`, or the numbers alone.
    var explained: String { (knownName ?? furtherNames.name(of: self)?.long).map { "\($0) (\(self))" } ?? description }

    /// A name as short as there is one, or the numbers.
    var shortest: String { knownName ?? furtherNames.name(of: self)?.long ?? description }
}

/// Lower-case hexadecimal.
func hexadecimal(_ octets: some Sequence<UInt8>) -> String {
    octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
