import LucidDER
import LucidObjectNames

/// Makes DER of openssl's language for ASN.1: modifiers, a type and a value, such as `EXPLICIT:0,UTF8:text`.
///
/// The elements of `SEQUENCE:section` and `SET:section` are the values of a section.
struct ASN1Generator {
    let configuration: Configuration?
    let names: ObjectNames

    /// Bounds: openssl has those on depth. A section may refer to others many times, so that the result could grow without end.
    private static let depthLimit = 50
    private static let explicitLimit = 20
    private static let octetCountLimit = 1 << 20
    private static let elementCountLimit = 100_000

    /// The element that a text describes.
    func generate(_ text: ArraySlice<UInt8>, at place: ValuePlace) throws(ConfigurationProblem) -> [UInt8] {
        var elementCount = 0
        return try element(text, depth: 0, &elementCount, at: place)
    }

    /// What stands before the type.
    private struct Modifiers {
        /// The tag that the next header gets instead of its own.
        var implicit: (number: UInt32, tagClass: UInt8)?
        /// The headers around the element, the outermost first.
        var headers: [ASN1Header] = []
        var format = ASN1Format.ascii
    }

    private func element(
        _ text: ArraySlice<UInt8>, depth: Int, _ elementCount: inout Int, at place: ValuePlace
    ) throws(ConfigurationProblem) -> [UInt8] {
        elementCount += 1
        guard elementCount <= Self.elementCountLimit else {
            throw place.problem("the ASN.1 value has more than \(Self.elementCountLimit) elements")
        }
        var modifiers = Modifiers()
        var rest = text.drop { $0.isSpace }
        while true {
            let part = rest.prefix { $0 != UInt8(ascii: ",") }
            let halves = part.halves(at: ":")
            let word = (halves?.head ?? part.trimmed).text
            guard let keyword = ASN1Keyword(word) else {
                throw place.problem("\"\(word)\" is no type of ASN.1 and no modifier; see ASN1_generate_nconf(3)")
            }
            if case .type(let type) = keyword {
                // The value is all that follows the colon, commas too.
                guard halves != nil || part.count == rest.count else {
                    throw place.problem(
                        "\"\(word)\" is followed by a comma; after a type comes : and its value, or nothing")
                }
                let value = halves.map { rest[$0.tail.startIndex...] }
                let inner = try content(of: type, value, modifiers.format, depth: depth, &elementCount, at: place)
                let whole = try tagged(inner, type, modifiers)
                guard whole.count <= Self.octetCountLimit else {
                    throw place.problem("the ASN.1 value is longer than \(Self.octetCountLimit) octets")
                }
                return whole
            }
            try read(keyword, halves?.tail.trimmed, into: &modifiers, at: place)
            guard part.count < rest.count else { throw place.problem("there is no type behind \"\(part.text)\"") }
            rest = rest.dropFirst(part.count + 1).drop { $0.isSpace }
        }
    }

    /// Reads a modifier.
    private func read(
        _ keyword: ASN1Keyword, _ value: ArraySlice<UInt8>?, into modifiers: inout Modifiers, at place: ValuePlace
    ) throws(ConfigurationProblem) {
        func add(_ header: ASN1Header, mayBeImplicit: Bool = true) throws(ConfigurationProblem) {
            var header = header
            if let implicit = modifiers.implicit {
                guard mayBeImplicit else { throw place.problem("EXPLICIT can not follow IMPLICIT") }
                header.number = implicit.number
                header.tagClass = implicit.tagClass
                modifiers.implicit = nil
            }
            guard modifiers.headers.count < Self.explicitLimit else {
                throw place.problem("there are more than \(Self.explicitLimit) modifiers")
            }
            modifiers.headers.append(header)
        }
        switch keyword {
        case .implicit:
            guard modifiers.implicit == nil else { throw place.problem("IMPLICIT can not follow IMPLICIT") }
            modifiers.implicit = try Self.tag(value, at: place)
        case .explicit:
            let tag = try Self.tag(value, at: place)
            try add(
                ASN1Header(tagClass: tag.tagClass, number: tag.number, isConstructed: true), mayBeImplicit: false)
        case .sequenceWrap: try add(ASN1Header(tagClass: 0, number: 16, isConstructed: true))
        case .setWrap: try add(ASN1Header(tagClass: 0, number: 17, isConstructed: true))
        case .octetWrap: try add(ASN1Header(tagClass: 0, number: 4, isConstructed: false))
        case .bitWrap: try add(ASN1Header(tagClass: 0, number: 3, isConstructed: false, isPadded: true))
        case .format:
            guard let format = ASN1Format(value ?? []) else {
                throw place.problem("FORMAT is ASCII, UTF8, HEX or BITLIST")
            }
            modifiers.format = format
        case .type: break
        }
    }

    /// A tag: a number, and a letter for its class: U, A, P or C, which is what is meant where there is none.
    private static func tag(
        _ text: ArraySlice<UInt8>?, at place: ValuePlace
    ) throws(ConfigurationProblem) -> (number: UInt32, tagClass: UInt8) {
        guard let text, let number = UInt32(text.prefix(while: \.isDigit).text), number <= Int32.max else {
            throw place.problem("a tag is a number, and perhaps one of the letters U, A, P and C")
        }
        switch text.first(where: { !$0.isDigit }) {
        case nil, UInt8(ascii: "C"): return (number, 0x80)
        case UInt8(ascii: "U"): return (number, 0x00)
        case UInt8(ascii: "A"): return (number, 0x40)
        case UInt8(ascii: "P"): return (number, 0xc0)
        default: throw place.problem("the letter behind a tag's number is U, A, P or C")
        }
    }

    /// Puts the headers around an element's content.
    private func tagged(_ content: [UInt8], _ type: ASN1Type, _ modifiers: Modifiers) throws(ConfigurationProblem)
        -> [UInt8]
    {
        var header = type.header
        if let implicit = modifiers.implicit {
            header.number = implicit.number
            header.tagClass = implicit.tagClass
            // [UNIVERSAL 16] and [UNIVERSAL 17] are SEQUENCE and SET, whatever they were before.
            if implicit.tagClass == 0, implicit.number == 16 || implicit.number == 17 { header.isConstructed = true }
        }
        return modifiers.headers.reversed().reduce(header.wrap(content)) { $1.wrap($0) }
    }

    private func content(
        of type: ASN1Type, _ value: ArraySlice<UInt8>?, _ format: ASN1Format, depth: Int, _ elementCount: inout Int,
        at place: ValuePlace
    ) throws(ConfigurationProblem) -> [UInt8] {
        switch type {
        case .sequence: return try elements(value, depth: depth, &elementCount, at: place).flatMap { $0 }
        case .set:
            // DER puts the elements of a SET OF in order (X.690 §11.6).
            return try elements(value, depth: depth, &elementCount, at: place).sorted {
                $0.lexicographicallyPrecedes($1)
            }.flatMap { $0 }
        default: return try ASN1Value(names: names, place: place).content(of: type, Array(value ?? []), format)
        }
    }

    /// The elements that a section describes; none where no section is named.
    private func elements(
        _ section: ArraySlice<UInt8>?, depth: Int, _ elementCount: inout Int, at place: ValuePlace
    ) throws(ConfigurationProblem) -> [[UInt8]] {
        guard let configuration else { throw place.problem("a SEQUENCE or SET needs a configuration file") }
        guard depth < Self.depthLimit else {
            throw place.problem("SEQUENCEs and SETs are in one another more than \(Self.depthLimit) times")
        }
        guard let section else { return [] }
        guard let values = configuration.section(section.text) else {
            throw place.problem("\(configuration.file) has no section [\(section.text)]")
        }
        var all: [[UInt8]] = []
        for value in values {
            all.append(
                try element(value.octets[...], depth: depth + 1, &elementCount, at: place.inside(value)))
        }
        return all
    }
}
