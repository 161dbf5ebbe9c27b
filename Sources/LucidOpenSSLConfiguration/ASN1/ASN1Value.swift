import LucidDER
import LucidObjectNames

/// How values of openssl's language for ASN.1 are written: the modifier `FORMAT`.
enum ASN1Format {
    case ascii, utf8, hexadecimal, bitList

    init?(_ text: ArraySlice<UInt8>) {
        if text.after("ASCII") != nil {
            self = .ascii
        } else if text.after("UTF8") != nil {
            self = .utf8
        } else if text.after("HEX") != nil {
            self = .hexadecimal
        } else if text.after("BITLIST") != nil {
            self = .bitList
        } else {
            return nil
        }
    }
}

extension ASN1Type {
    /// The type's own tag.
    var header: ASN1Header {
        let tag: DERTag =
            switch self {
            case .boolean: .boolean
            case .null: .null
            case .integer: .integer
            case .enumerated: .enumerated
            case .object: .objectIdentifier
            case .utcTime: .utcTime
            case .generalizedTime: .generalizedTime
            case .octetString: .octetString
            case .bitString: .bitString
            case .string(let tag, _): tag
            case .sequence: .sequence
            case .set: .set
            }
        return ASN1Header(tagClass: 0, number: UInt32(tag.number), isConstructed: tag.isConstructed)
    }
}

/// Makes the content octets of a value.
struct ASN1Value {
    let names: ObjectNames
    let place: ValuePlace

    /// The highest bit that `FORMAT:BITLIST` may name.
    private static let bitLimit = 65535

    /// The content octets of a type that has no elements.
    func content(
        of type: ASN1Type, _ value: [UInt8], _ format: ASN1Format
    ) throws(ConfigurationProblem) -> [UInt8] {
        switch type {
        case .bitString, .octetString: return try bits(type, value, format)
        case .string(_, let bit):
            guard format == .ascii || format == .utf8 else {
                throw place.problem("a character string's FORMAT is ASCII or UTF8")
            }
            return try string(bit, value, format)
        case .null:
            guard value.isEmpty else { throw place.problem("NULL has no value") }
            return []
        default:
            guard format == .ascii else { throw place.problem("this type's FORMAT is ASCII") }
            return try plain(type, value)
        }
    }

    /// Types that are written in one way only.
    private func plain(_ type: ASN1Type, _ value: [UInt8]) throws(ConfigurationProblem) -> [UInt8] {
        switch type {
        case .boolean: return [try ListItem(name: "BOOLEAN", value: value, place: place).flag() ? 0xff : 0]
        case .integer, .enumerated: return try IntegerText.content(value, at: place)
        case .object:
            guard let identifier = names.identifier(value.text) else {
                throw place.problem(
                    "\"\(value.text)\" is no object identifier: neither a name that openssl knows, nor dotted numbers")
            }
            return identifier.content
        case .utcTime, .generalizedTime:
            let isUTC = if case .utcTime = type { true } else { false }
            guard ASN1TimeText.isTime(value, yearDigitCount: isUTC ? 2 : 4) else {
                throw place.problem("\"\(value.text)\" is no time; write \(isUTC ? "YY" : "YYYY")MMDDHHMMSSZ")
            }
            return value
        default: return []
        }
    }

    private func bits(
        _ type: ASN1Type, _ value: [UInt8], _ format: ASN1Format
    ) throws(ConfigurationProblem) -> [UInt8] {
        let isBitString = if case .bitString = type { true } else { false }
        let unused: [UInt8] = isBitString ? [0] : []
        switch format {
        case .ascii: return unused + value
        case .hexadecimal: return unused + (try Hexadecimal.octets(value[...], at: place))
        case .bitList where isBitString: return try bitList(value)
        default: throw place.problem("this type's FORMAT is ASCII, HEX or, of a BITSTRING, BITLIST")
        }
    }

    /// The numbers of the bits that are set: `1,5,8`.
    private func bitList(_ value: [UInt8]) throws(ConfigurationProblem) -> [UInt8] {
        var octets: [UInt8] = []
        for part in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            guard let bit = Int(part.trimmed.text), (0...Self.bitLimit).contains(bit) else {
                throw place.problem("\"\(part.text)\" is not the number of a bit; they go from 0 to \(Self.bitLimit)")
            }
            if octets.count <= bit / 8 { octets += [UInt8](repeating: 0, count: bit / 8 + 1 - octets.count) }
            octets[bit / 8] |= 0x80 >> UInt8(bit % 8)
        }
        let unusedCount = octets.last.map { UInt8($0.trailingZeroBitCount) } ?? 0
        return [unusedCount] + octets
    }

    /// A character string; openssl puts UTF-8 into VisibleString and GeneralString, whatever it is.
    private func string(
        _ bit: UInt32, _ value: [UInt8], _ format: ASN1Format
    ) throws(ConfigurationProblem) -> [UInt8] {
        let characters = try CharacterString.characters(value, as: format == .utf8 ? .utf8 : .latin1, place)
        return try CharacterString.string(characters, types: bit, called: "the value", place).content.array
    }
}
