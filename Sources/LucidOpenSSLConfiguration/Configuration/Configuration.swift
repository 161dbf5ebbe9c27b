/// A configuration file as openssl reads it: config(5).
///
/// Values lie in sections. Those before the first section's line lie in the section `default`, which is also where a name is
/// looked for that another section does not have. Of a name that a section has twice the last value counts.
public struct Configuration: Sendable {
    /// The name of the section that the file begins with.
    public static let defaultSection = "default"

    /// The file's name as it was given.
    public let file: String
    private var sections: [String: Section] = [:]

    /// The values of one section.
    private struct Section: Sendable {
        /// In the file's order; nil where a later value took the name over.
        var values: [ConfigurationValue?] = []
        var positions: [String: Int] = [:]
    }

    /// A configuration without values.
    public init(file: String) {
        self.file = file
        open(Self.defaultSection)
    }

    /// Reads a file, and those that it includes.
    ///
    /// - Parameter environment: the value of a variable of the environment, for `$ENV::name` and `OPENSSL_CONF_INCLUDE`.
    public init(
        reading path: String, environment: (String) -> String? = Environment.value
    ) throws(ConfigurationProblem) {
        let octets = try ConfigurationReader.contents(of: path)
        try self.init(octets: octets, file: path, environment: environment)
    }

    /// Reads text that stands for a file with that name.
    public init(
        text: String, file: String, environment: (String) -> String? = Environment.value
    ) throws(ConfigurationProblem) {
        try self.init(octets: Array(text.utf8), file: file, environment: environment)
    }

    /// Reads octets that stand for a file with that name.
    public init(
        octets: [UInt8], file: String, environment: (String) -> String? = Environment.value
    ) throws(ConfigurationProblem) {
        self.init(file: file)
        var reader = ConfigurationReader(filling: self)
        try reader.read(octets, file: file, environment: environment)
        self = reader.configuration
    }

    /// The values of a section in the file's order; nil where there is no such section.
    public func section(_ name: String) -> [ConfigurationValue]? { sections[name]?.values.compactMap { $0 } }

    /// The value of a name in a section or, where that has none, in the default section.
    public func value(_ name: String, in section: String? = nil) -> ConfigurationValue? {
        section.flatMap { own(name, in: $0) } ?? own(name, in: Self.defaultSection)
    }

    /// The value of a name in that section and no other.
    public func own(_ name: String, in section: String) -> ConfigurationValue? {
        guard let found = sections[section], let position = found.positions[name] else { return nil }
        return found.values[position]
    }

    /// The names of all sections, sorted.
    public var sectionNames: [String] { sections.keys.sorted() }

    /// Makes a section, if there is none of that name.
    mutating func open(_ section: String) { sections[section, default: Section()] = sections[section] ?? Section() }

    /// Adds a value to its place's section, instead of an earlier one of the same name.
    mutating func add(_ value: ConfigurationValue) {
        let name = value.place.section
        var section = sections.removeValue(forKey: name) ?? Section()
        if let earlier = section.positions[value.name] { section.values[earlier] = nil }
        section.positions[value.name] = section.values.count
        section.values.append(value)
        sections[name] = section
    }
}
