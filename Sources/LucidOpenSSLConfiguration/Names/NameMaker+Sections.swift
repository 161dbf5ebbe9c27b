import LucidModel

extension NameMaker {
    /// Makes the name of a section in which the values themselves stand: with `prompt = no`, and for `dirName`.
    ///
    /// What stands before the first `.`, `,` or `:` of a name is passed over, so that a type may come more than once
    /// (`0.organizationName`); a `+` then joins the attribute to the one before it.
    public func parts(section values: [ConfigurationValue]) throws(ConfigurationProblem) -> [Part] {
        var parts: [Part] = []
        for value in values {
            let (type, joins) = Self.type(in: value.name)
            guard let identifier = names.identifier(type) else {
                throw value.problem("\(type) is no attribute of a name that openssl knows, nor dotted numbers")
            }
            let origin = Origin.configuration(value.place)
            parts.append(
                Part(
                    try attribute(type: identifier, value: value.octets, origin: origin), joinsPrevious: joins,
                    origin: origin))
        }
        return parts
    }

    /// An attribute's type behind `0.` or the like, and whether a `+` stands before it.
    static func type(in name: String) -> (type: String, joinsPrevious: Bool) {
        var type = Array(name.utf8)[...]
        let separators = [UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: ".")]
        if let index = type.firstIndex(where: separators.contains), index + 1 < type.endIndex {
            type = type[(index + 1)...]
        }
        guard type.first == UInt8(ascii: "+") else { return (type.text, false) }
        return (type.dropFirst().text, true)
    }
}
