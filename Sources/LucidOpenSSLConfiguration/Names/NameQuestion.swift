public import LucidDER
public import LucidObjectNames

/// One question of `req`: for an attribute of the subject's name, or of the request.
///
/// The section that `distinguished_name` names has a question an attribute, and beside it what the answer may be:
///
///     commonName         = Common Name
///     commonName_default = localhost
///     commonName_max     = 64
public struct NameQuestion: Hashable, Sendable {
    public let type: ObjectIdentifier
    /// What is asked, such as `Common Name`.
    public let text: [UInt8]
    /// The answer of who gives none; empty where there is none.
    public let preset: [UInt8]
    /// The answer that is taken without asking (`_value`); nil where there is none.
    public let fixed: [UInt8]?
    /// How many octets the answer has at least and at most; nil where the file does not say.
    public let minimum: Int?
    public let maximum: Int?
    /// Whether the attribute joins the one before it in one relative distinguished name.
    public let joinsPrevious: Bool
    /// Where the question stands; where the preset and the fixed answer do.
    public let place: ConfigurationPlace
    public let presetPlace: ConfigurationPlace?
    public let fixedPlace: ConfigurationPlace?

    /// The questions of a section, in its order. Types that openssl does not know are passed over, as it does.
    public static func all(
        in section: String, of configuration: Configuration, names: ObjectNames
    ) throws(ConfigurationProblem) -> [NameQuestion] {
        var questions: [NameQuestion] = []
        for value in configuration.section(section) ?? [] {
            guard !["_min", "_max", "_default", "_value"].contains(where: value.name.hasSuffix) else { continue }
            let (type, joins) = NameMaker.type(in: value.name)
            guard let object = names.name(of: type) else { continue }
            let preset = configuration.value(value.name + "_default", in: section)
            let fixed = configuration.value(value.name + "_value", in: section)
            questions.append(
                NameQuestion(
                    type: object.identifier, text: value.octets, preset: preset?.octets ?? [], fixed: fixed?.octets,
                    minimum: try configuration.number(value.name + "_min", in: section),
                    maximum: try configuration.number(value.name + "_max", in: section),
                    joinsPrevious: joins, place: value.place, presetPlace: preset?.place, fixedPlace: fixed?.place))
        }
        return questions
    }

    /// What openssl says about an answer that is too short or too long; nil where its length is right.
    public func complaint(aboutLength count: Int) -> String? {
        if let minimum, minimum > 0, count < minimum {
            return "string is too short, it needs to be at least \(minimum) bytes long"
        }
        if let maximum, maximum >= 0, count > maximum {
            return "string is too long, it needs to be no more than \(maximum) bytes long"
        }
        return nil
    }
}

extension Configuration {
    /// A value that is a number in decimal digits: those that it begins with, as openssl reads it. Nil where there is no value.
    public func number(_ name: String, in section: String? = nil) throws(ConfigurationProblem) -> Int? {
        guard let value = value(name, in: section) else { return nil }
        var number = 0
        for octet in value.octets.prefix(while: \.isDigit) {
            let (product, isTooLarge) = number.multipliedReportingOverflow(by: 10)
            let (sum, overflows) = product.addingReportingOverflow(Int(octet - 0x30))
            guard !isTooLarge, !overflows else { throw value.problem("the number is too large") }
            number = sum
        }
        return number
    }
}
