public import LucidDER
public import LucidModel
public import LucidObjectNames

/// Makes names of what `-subj` and configuration files say, with the string types that openssl chooses.
public struct NameMaker: Sendable {
    /// How the octets of values are read.
    public enum Input: Hashable, Sendable {
        /// An octet a character, ISO 8859-1: what openssl does without `-utf8`.
        case latin1
        /// With `-utf8`, or `utf8 = yes`.
        case utf8
    }

    let names: ObjectNames
    let stringMask: StringMask
    let input: Input

    public init(names: ObjectNames, stringMask: StringMask = .preset, input: Input = .latin1) {
        self.names = names
        self.stringMask = stringMask
        self.input = input
    }

    /// An attribute of a name that is being made.
    public struct Part: Hashable, Sendable {
        public let attribute: AttributeTypeAndValue
        /// Whether it stands in one relative distinguished name with the attribute before it.
        public let joinsPrevious: Bool
        public let origin: Origin

        public init(_ attribute: AttributeTypeAndValue, joinsPrevious: Bool = false, origin: Origin) {
            self.attribute = attribute
            self.joinsPrevious = joinsPrevious
            self.origin = origin
        }
    }

    /// The name that consists of the parts, in their order.
    public static func name(of parts: [Part]) -> Name {
        var levels: [[AttributeTypeAndValue]] = []
        for part in parts {
            if part.joinsPrevious, !levels.isEmpty {
                levels[levels.count - 1].append(part.attribute)
            } else {
                levels.append([part.attribute])
            }
        }
        return Name(levels.map { RelativeDistinguishedName($0) })
    }

    /// One attribute, its value's string type chosen as openssl does.
    ///
    /// Throws where the value has a character that the type does not allow, or is longer or shorter than X.520 lets it be.
    public func attribute(
        type: ObjectIdentifier, value: [UInt8], origin: Origin
    ) throws(ConfigurationProblem) -> AttributeTypeAndValue {
        let string = try AttributeString(type: type, names: names, mask: stringMask).string(
            value, as: input, origin: origin)
        return AttributeTypeAndValue(type: type, value: .string(string))
    }
}
