/// A character string of one of ASN.1's string types (X.690 §8.23), as its type and its octets.
///
/// The octets are kept as they came, because names are compared and re-encoded; `text` decodes them for people.
public struct DERString: Hashable, Sendable {
    /// The string types that PKIX uses.
    public enum Kind: Hashable, Sendable, CaseIterable {
        case utf8, printable, ia5, teletex, bmp, universal, visible, numeric

        /// The universal tag of the type.
        public var tag: DERTag {
            switch self {
            case .utf8: .utf8String
            case .printable: .printableString
            case .ia5: .ia5String
            case .teletex: .teletexString
            case .bmp: .bmpString
            case .universal: .universalString
            case .visible: .visibleString
            case .numeric: .numericString
            }
        }

        /// The type with this tag, or nil.
        public init?(tag: DERTag) {
            switch tag {
            case .utf8String: self = .utf8
            case .printableString: self = .printable
            case .ia5String: self = .ia5
            case .teletexString: self = .teletex
            case .bmpString: self = .bmp
            case .universalString: self = .universal
            case .visibleString: self = .visible
            case .numericString: self = .numeric
            default: return nil
            }
        }
    }

    /// The type.
    public let kind: Kind
    /// The content octets.
    public let content: DERBytes

    fileprivate init(kind: Kind, content: DERBytes) {
        self.kind = kind
        self.content = content
    }

    /// Octets of a type, whether or not they are a string of that type: for writers that repeat what others wrote. Readers refuse
    /// what breaks the type's rules.
    public init(unchecked octets: [UInt8], as kind: Kind) {
        self.init(kind: kind, content: DERBytes(octets))
    }

    /// Encodes text; nil where the type has no way to write one of its characters.
    public init?(_ text: String, as kind: Kind) {
        guard let octets = Self.octets(text, kind) else { return nil }
        do throws(DERError) { try Self.check(octets.span, octets.indices, as: kind) } catch { return nil }
        content = DERBytes(octets)
        self.kind = kind
    }

    private static func octets(_ text: String, _ kind: Kind) -> [UInt8]? {
        switch kind {
        case .utf8, .printable, .ia5, .visible, .numeric:
            return Array(text.utf8)
        case .teletex:
            guard text.unicodeScalars.allSatisfy({ $0.value < 0x100 }) else { return nil }
            return text.unicodeScalars.map { UInt8($0.value) }
        case .bmp:
            guard text.unicodeScalars.allSatisfy({ $0.value < 0x10000 }) else { return nil }
            return text.unicodeScalars.flatMap { [UInt8($0.value >> 8), UInt8($0.value & 0xff)] }
        case .universal:
            return text.unicodeScalars.flatMap { scalar in
                (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(24 - 8 * $0)) }
            }
        }
    }

    /// The characters. TeletexString is read as ISO 8859-1, which is what those who write it mean.
    public var text: String {
        switch kind {
        case .utf8, .printable, .ia5, .visible, .numeric:
            return String(decoding: content, as: UTF8.self)
        case .teletex:
            return String(String.UnicodeScalarView(content.map { Unicode.Scalar($0) }))
        case .bmp:
            return Self.scalars(content, octetsEach: 2)
        case .universal:
            return Self.scalars(content, octetsEach: 4)
        }
    }

    private static func scalars(_ content: DERBytes, octetsEach width: Int) -> String {
        let starts = stride(from: content.startIndex, to: content.endIndex - width + 1, by: width)
        let scalars = starts.map { start -> Unicode.Scalar in
            let value = content[start..<start + width].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            return Unicode.Scalar(value) ?? "\u{fffd}"
        }
        return String(String.UnicodeScalarView(scalars))
    }

    // MARK: What each type may hold

    /// Throws where the octets in a range of the input are no string of that type.
    fileprivate static func check(
        _ input: Span<UInt8>, _ range: Range<Int>, as kind: Kind
    ) throws(DERError) {
        switch kind {
        case .utf8, .ia5:
            // Nearly every string is ASCII, which needs no second look.
            guard !isASCII(input, range) else { return }
            if kind == .ia5 { try checkCharacters(input, range, as: kind) }
            let octets = range.map { input[$0] }
            guard String(validating: octets, as: UTF8.self) != nil else {
                throw DERError(.stringNotUnicode(type: kind.tag), at: range.lowerBound)
            }
        case .printable, .visible, .numeric: try checkCharacters(input, range, as: kind)
        case .teletex:
            break  // every octet stands for something in some of T.61's character sets
        case .bmp, .universal:
            let width = kind == .bmp ? 2 : 4
            guard range.count % width == 0 else {
                throw DERError(.stringLengthNotMultiple(type: kind.tag, of: width), at: range.lowerBound)
            }
            for start in stride(from: range.lowerBound, to: range.upperBound, by: width) {
                let value = (start..<start + width).reduce(UInt32(0)) { $0 << 8 | UInt32(input[$1]) }
                // Surrogates are no characters: BMPString is UCS-2, not UTF-16.
                guard Unicode.Scalar(value) != nil else { throw DERError(.stringNotUnicode(type: kind.tag), at: start) }
            }
        }
    }

    /// Whether no octet has its top bit set; eight octets at a time.
    private static func isASCII(_ input: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let octets = input.extracting(range)
        var index = 0
        var seen: UInt64 = 0
        while octets.count - index >= 8 {
            let group = octets.extracting(index..<index + 8)
            var word: UInt64 = 0
            for place in 0..<8 { word |= UInt64(group[place]) << UInt64(8 * place) }
            seen |= word
            index += 8
        }
        while index < octets.count {
            seen |= UInt64(octets[index])
            index += 1
        }
        return seen & 0x8080_8080_8080_8080 == 0
    }

    /// Throws at the first octet that the type does not allow.
    private static func checkCharacters(
        _ input: Span<UInt8>, _ range: Range<Int>, as kind: Kind
    ) throws(DERError) {
        for index in range where !allows(input[index], in: kind) {
            throw DERError(.characterNotAllowed(type: kind.tag, octet: input[index]), at: index)
        }
    }

    /// The character sets of X.680 §41.
    private static func allows(_ octet: UInt8, in kind: Kind) -> Bool {
        switch kind {
        case .printable: isPrintable(octet)
        case .ia5: octet < 0x80
        case .visible: (0x20...0x7e).contains(octet)
        case .numeric: octet == 0x20 || (0x30...0x39).contains(octet)
        default: true
        }
    }

    /// Letters, digits, space and eleven signs (X.680 §41.4).
    private static func isPrintable(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: " "), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"),
            UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"),
            UInt8(ascii: "="), UInt8(ascii: "?"):
            true
        default: false
        }
    }
}

extension DERCursor {
    /// A string of one of the given types; nil stands for all.
    public mutating func string(
        _ field: StaticString, kinds: [DERString.Kind]? = nil
    ) throws(DERError) -> DERString {
        let (kind, content) = try checkString(field, kinds: kinds)
        return DERString(kind: kind, content: bytes(content))
    }

    /// A string of one type under another tag: `[number] IMPLICIT IA5String`.
    public mutating func string(
        _ field: StaticString, as kind: DERString.Kind, tag: DERTag
    ) throws(DERError) -> DERString {
        DERString(kind: kind, content: bytes(try checkString(field, as: kind, tag: tag)))
    }

    /// Checks a string of one of the given types, and returns which one it is and where its content stands.
    @discardableResult
    public mutating func checkString(
        _ field: StaticString, kinds: [DERString.Kind]? = nil
    ) throws(DERError) -> (kind: DERString.Kind, content: Range<Int>) {
        var expected: [DERTag] { (kinds ?? DERString.Kind.allCases).map(\.tag) }
        guard let tag = nextTag else {
            throw DERError(.missingElement(expected: expected), at: offset).inside(field)
        }
        guard let kind = DERString.Kind(tag: tag), kinds?.contains(kind) ?? true else {
            throw DERError(.unexpectedTag(expected: expected, found: tag), at: offset).inside(field)
        }
        return (kind, try checkString(field, as: kind, tag: tag))
    }

    /// Checks a string of one type under another tag, and returns where its content stands.
    @discardableResult
    public mutating func checkString(
        _ field: StaticString, as kind: DERString.Kind, tag: DERTag
    ) throws(DERError) -> Range<Int> {
        do throws(DERError) {
            let content = try element(tag).content
            try DERString.check(source.span, content, as: kind)
            return content
        } catch { throw error.inside(field) }
    }
}

extension DERWriter {
    /// A character string under its own tag, or under `tag`.
    public mutating func string(_ value: DERString, tag: DERTag? = nil) {
        primitive(tag ?? value.kind.tag, value.content)
    }
}
