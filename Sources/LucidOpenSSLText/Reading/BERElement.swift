import LucidDER

/// One element of BER, read as leniently as OpenSSL reads.
///
/// What is printed is often what a strict reader refuses: that is when somebody wants to see it. So the text layer has this
/// reader of its own. It takes indefinite lengths, lengths that are longer than need be, and tag numbers above 30; it never
/// copies, and what it finds ends within the structure around it.
struct BERElement {
    /// What the ranges are ranges in.
    let source: [UInt8]
    let tag: BERTag
    /// The whole element: header, content and, under an indefinite length, the end-of-contents octets.
    let range: Range<Int>
    /// The content.
    let content: Range<Int>
    /// Whether the length is told by end-of-contents octets (X.690 §8.1.3.6).
    let isIndefinite: Bool

    /// How deep elements may be nested; OpenSSL allows 30 levels of structures, and asn1parse 128.
    static let nestingLimit = 128

    /// Reads the element at `offset`, which must end at or before `end`; nil where there is none.
    init?(_ source: [UInt8], at offset: Int, end: Int, depth: Int = 0) {
        guard let header = BERElementHeader(source, at: offset, end: end) else { return nil }
        self.source = source
        tag = header.tag
        if let length = header.length {
            guard length <= end - header.contentStart else { return nil }
            content = header.contentStart..<header.contentStart + length
            range = offset..<content.upperBound
            isIndefinite = false
            return
        }
        guard header.tag.isConstructed, depth < Self.nestingLimit else { return nil }
        var place = header.contentStart
        while true {
            guard end - place >= 2 else { return nil }
            if source[place] == 0, source[place + 1] == 0 { break }
            guard let inner = BERElement(source, at: place, end: end, depth: depth + 1) else { return nil }
            place = inner.range.upperBound
        }
        content = header.contentStart..<place
        range = offset..<place + 2
        isIndefinite = true
    }

    /// The element that fills `source` to the last octet.
    init?(whole source: [UInt8]) {
        self.init(source, at: 0, end: source.count)
        guard range.upperBound == source.count else { return nil }
    }

    /// The elements in the content of a constructed element; nil where the content is something else.
    var children: [BERElement]? { tag.isConstructed ? elementsInContent : nil }

    /// The elements that the content is a series of, whatever the tag says; nil where it is not one.
    var elementsInContent: [BERElement]? {
        var found: [BERElement] = []
        var place = content.lowerBound
        while place < content.upperBound {
            guard let inner = BERElement(source, at: place, end: content.upperBound) else { return nil }
            found.append(inner)
            place = inner.range.upperBound
        }
        return found
    }

    /// The children of an element with that tag; nil where it is another one.
    func children(of expected: BERTag) -> [BERElement]? { tag == expected ? children : nil }

    /// The content octets.
    var octets: ArraySlice<UInt8> { source[content] }
    /// The whole element's octets.
    var encoding: ArraySlice<UInt8> { source[range] }

    /// The content octets of a string, which in BER may be in pieces (X.690 §8.7.3); nil where the pieces are no strings.
    var joinedOctets: [UInt8]? { joinedOctets(depth: 0) }

    private func joinedOctets(depth: Int) -> [UInt8]? {
        guard tag.isConstructed else { return Array(octets) }
        // OpenSSL goes down five levels.
        guard depth < 5, let children else { return nil }
        var joined: [UInt8] = []
        for piece in children {
            guard let octets = piece.joinedOctets(depth: depth + 1) else { return nil }
            joined += octets
        }
        return joined
    }
}

/// The class, form and number of an element (X.690 §8.1.2).
struct BERTag: Hashable {
    /// The two bits of the class: 0 universal, 1 application, 2 context-specific, 3 private.
    let kind: UInt8
    let isConstructed: Bool
    let number: Int

    init(kind: UInt8, isConstructed: Bool, number: Int) {
        self.kind = kind
        self.isConstructed = isConstructed
        self.number = number
    }

    static func universal(_ number: Int) -> BERTag { BERTag(kind: 0, isConstructed: false, number: number) }
    /// `[number]` of a primitive type.
    static func context(_ number: Int) -> BERTag { BERTag(kind: 2, isConstructed: false, number: number) }
    /// `[number]` of a constructed type, or EXPLICIT.
    static func contextConstructed(_ number: Int) -> BERTag { BERTag(kind: 2, isConstructed: true, number: number) }

    static let boolean = universal(1), integer = universal(2), bitString = universal(3), octetString = universal(4)
    static let null = universal(5), objectIdentifier = universal(6), enumerated = universal(10)
    static let utf8String = universal(12), numericString = universal(18), printableString = universal(19)
    static let teletexString = universal(20), ia5String = universal(22), utcTime = universal(23)
    static let generalizedTime = universal(24), visibleString = universal(26), universalString = universal(28)
    static let bmpString = universal(30)
    static let sequence = BERTag(kind: 0, isConstructed: true, number: 16)
    static let set = BERTag(kind: 0, isConstructed: true, number: 17)

    var isUniversal: Bool { kind == 0 }
    /// `[number]` of either form.
    func isContext(_ number: Int) -> Bool { kind == 2 && self.number == number }
}

/// Identifier and length octets, without a look at whether the content is there.
struct BERElementHeader {
    let tag: BERTag
    let contentStart: Int
    /// nil for an indefinite length.
    let length: Int?

    /// Reads the header at `offset`; nil where it does not end at or before `end`, or its numbers are out of bounds.
    init?(_ source: [UInt8], at offset: Int, end: Int) {
        var place = offset
        func next() -> UInt8? {
            guard place < end else { return nil }
            defer { place += 1 }
            return source[place]
        }
        guard let first = next() else { return nil }
        var number = Int(first & 0x1f)
        if number == 31 {
            number = 0
            while true {
                guard let octet = next(), number <= Int(Int32.max) >> 7 else { return nil }
                number = number << 7 | Int(octet & 0x7f)
                if octet & 0x80 == 0 { break }
            }
        }
        tag = BERTag(kind: first >> 6, isConstructed: first & 0x20 != 0, number: number)
        guard let lengthOctet = next() else { return nil }
        switch lengthOctet {
        case 0..<0x80: length = Int(lengthOctet)
        case 0x80:
            guard tag.isConstructed else { return nil }
            length = nil
        default:
            var value = 0
            for _ in 0..<Int(lengthOctet & 0x7f) {
                guard let octet = next(), value <= Int(Int32.max) >> 8 else { return nil }
                value = value << 8 | Int(octet)
            }
            length = value
        }
        contentStart = place
    }
}
