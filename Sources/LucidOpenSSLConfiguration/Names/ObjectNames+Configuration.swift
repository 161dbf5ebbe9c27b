import LucidDER
public import LucidObjectNames

extension ObjectNames {
    /// The object that a text names: by its short name, its long name, or dotted numbers that have a name.
    func name(of text: String) -> ObjectName? { identifier(text).flatMap { name(of: $0) } }

    /// Adds the names of a section such as `oid_section` names: `shortName = 1.2.3.4`.
    public mutating func add(section: String, of configuration: Configuration) throws(ConfigurationProblem) {
        guard let values = configuration.section(section) else {
            throw ConfigurationProblem(
                "there is no section [\(section)] with object identifiers", at: .file(configuration.file))
        }
        for value in values {
            let numbers = value.octets.trimmed.text
            guard let identifier = ObjectIdentifier(dotted: numbers) else {
                throw value.problem("\(numbers) is no object identifier; write it in dotted numbers")
            }
            add(ObjectName(identifier, short: value.name, long: value.name))
        }
    }
}
