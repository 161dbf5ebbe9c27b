import LucidDER
import LucidModel
import LucidObjectNames

/// The string of a name's attribute, its type chosen as openssl does.
struct AttributeString {
    let type: ObjectIdentifier
    let names: ObjectNames
    let mask: StringMask

    /// What X.520, RFC 5280 appendix A and others say about an attribute's strings.
    private struct Rule {
        let minimum: Int?
        let maximum: Int?
        let types: UInt32
        /// Whether `string_mask` has no say.
        var isFixed = false
    }

    /// openssl's table of attributes; of all others nothing is known.
    private static let rules: [String: Rule] = [
        "CN": directory(64), "O": directory(64), "OU": directory(64), "L": directory(128), "ST": directory(128),
        "GN": directory(32768), "SN": directory(32768), "initials": directory(32768), "name": directory(32768),
        "unstructuredName": Rule(minimum: 1, maximum: nil, types: StringMask.directory | StringMask.ia5),
        "challengePassword": Rule(minimum: 1, maximum: nil, types: StringMask.directory | StringMask.ia5),
        "unstructuredAddress": directory(nil),
        "C": fixed(StringMask.printable, 2, 2), "jurisdictionC": fixed(StringMask.printable, 2, 2),
        "c3": fixed(StringMask.printable, 3, 3), "n3": fixed(StringMask.numeric, 3, 3),
        "serialNumber": fixed(StringMask.printable, 1, 64), "dnQualifier": fixed(StringMask.printable, nil, nil),
        "emailAddress": fixed(StringMask.ia5, 1, 128), "mail": fixed(StringMask.ia5, 1, 256),
        "DC": fixed(StringMask.ia5, 1, nil),
        "friendlyName": fixed(StringMask.bmp, nil, nil), "CSPName": fixed(StringMask.bmp, nil, nil),
        "INN": fixed(StringMask.numeric, 1, 12), "OGRN": fixed(StringMask.numeric, 1, 13),
        "SNILS": fixed(StringMask.numeric, 1, 11),
        "dnsName": fixed(StringMask.utf8, 0, nil), "id-on-SmtpUTF8Mailbox": fixed(StringMask.utf8, 1, 128),
    ]

    private static func directory(_ maximum: Int?) -> Rule {
        Rule(minimum: 1, maximum: maximum, types: StringMask.directory)
    }

    private static func fixed(_ types: UInt32, _ minimum: Int?, _ maximum: Int?) -> Rule {
        Rule(minimum: minimum, maximum: maximum, types: types, isFixed: true)
    }

    /// The string. Where several types could be, the first of these that can hold every character is taken: NumericString,
    /// PrintableString, IA5String, TeletexString, BMPString, UniversalString, UTF8String.
    func string(
        _ value: [UInt8], as input: NameMaker.Input, origin: Origin
    ) throws(ConfigurationProblem) -> DERString {
        let name = names.short(type)
        let rule = Self.rules[name] ?? Rule(minimum: nil, maximum: nil, types: StringMask.directory)
        let types = rule.isFixed ? rule.types : rule.types & mask.bits
        let characters = try CharacterString.characters(value, as: input, ValuePlace(origin: origin))
        if let minimum = rule.minimum, characters.count < minimum {
            throw ConfigurationProblem(
                "string too short: minsize=\(minimum), and \(name) has \(characters.count)", at: origin)
        }
        if let maximum = rule.maximum, characters.count > maximum {
            throw ConfigurationProblem(
                "string too long: maxsize=\(maximum), and \(name) has \(characters.count)", at: origin)
        }
        return try CharacterString.string(
            characters, types: types == 0 ? StringMask.directory : types, called: name, ValuePlace(origin: origin))
    }
}
