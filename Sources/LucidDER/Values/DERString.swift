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

    /// Encodes text; nil where the type has no way to write one of its characters.
    public init?(_ text: String, as kind: Kind) {
        let octets: [UInt8]
        switch kind {
        case .utf8, .printable, .ia5, .visible, .numeric:
            octets = Array(text.utf8)
        case .teletex:
            guard text.unicodeScalars.allSatisfy({ $0.value < 0x100 }) else { return nil }
            octets = text.unicodeScalars.map { UInt8($0.value) }
        case .bmp:
            guard text.unicodeScalars.allSatisfy({ $0.value < 0x10000 }) else { return nil }
            octets = text.unicodeScalars.flatMap { [UInt8($0.value >> 8), UInt8($0.value & 0xff)] }
        case .universal:
            octets = text.unicodeScalars.flatMap { scalar in
                (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(24 - 8 * $0)) }
            }
        }
        content = DERBytes(octets)
        self.kind = kind
        guard (try? Self.check(content, as: kind)) != nil else { return nil }
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

    fileprivate static func check(_ content: DERBytes, as kind: Kind) throws(DERError) {
        switch kind {
        case .utf8:
            // Nearly every string is ASCII, which needs no second look.
            let isASCII = content.withSpan { octets in octets.indices.allSatisfy { octets[$0] < 0x80 } }
            guard isASCII || String(validating: content, as: UTF8.self) != nil else {
                throw DERError(.stringNotUnicode(type: kind.tag), at: content.startIndex)
            }
        case .printable, .ia5, .visible, .numeric:
            let wrong = content.withSpan { octets in octets.indices.first { !allows(octets[$0], in: kind) } }
            if let wrong {
                let index = content.startIndex + wrong
                throw DERError(.characterNotAllowed(type: kind.tag, octet: content[index]), at: index)
            }
        case .teletex:
            break  // every octet stands for something in some of T.61's character sets
        case .bmp, .universal:
            let width = kind == .bmp ? 2 : 4
            guard content.count % width == 0 else {
                throw DERError(.stringLengthNotMultiple(type: kind.tag, of: width), at: content.startIndex)
            }
            for start in stride(from: content.startIndex, to: content.endIndex, by: width) {
                let value = content[start..<start + width].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                // Surrogates are no characters: BMPString is UCS-2, not UTF-16.
                guard Unicode.Scalar(value) != nil else { throw DERError(.stringNotUnicode(type: kind.tag), at: start) }
            }
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
        do throws(DERError) {
            var expected: [DERTag] { (kinds ?? DERString.Kind.allCases).map(\.tag) }
            guard let tag = nextTag else { throw DERError(.missingElement(expected: expected), at: offset) }
            guard let kind = DERString.Kind(tag: tag), kinds?.contains(kind) ?? true else {
                throw DERError(.unexpectedTag(expected: expected, found: tag), at: offset)
            }
            return try string(kind, tag: tag)
        } catch { throw error.inside(field) }
    }

    /// A string of one type under another tag: `[number] IMPLICIT IA5String`.
    public mutating func string(
        _ field: StaticString, as kind: DERString.Kind, tag: DERTag
    ) throws(DERError) -> DERString {
        do throws(DERError) { return try string(kind, tag: tag) } catch { throw error.inside(field) }
    }

    private mutating func string(_ kind: DERString.Kind, tag: DERTag) throws(DERError) -> DERString {
        let content = bytes(try element(tag).content)
        try DERString.check(content, as: kind)
        return DERString(kind: kind, content: content)
    }
}

extension DERWriter {
    /// A character string under its own tag, or under `tag`.
    public mutating func string(_ value: DERString, tag: DERTag? = nil) {
        primitive(tag ?? value.kind.tag, value.content)
    }
}
