import LucidDER
import LucidFiles
public import LucidObjectNames

extension ObjectNames {
    /// The object that a text names: by its short name, its long name, or dotted numbers that have a name.
    func name(of text: String) -> ObjectName? { identifier(text).flatMap { name(of: $0) } }

    /// Adds the names that a configuration brings, in the order in which `req` and `ca` read them: the section that `oid_section` names
    /// in the section of `openssl_conf`, then the file that `oid_file` names, then the section that `oid_section` names before the first
    /// section.
    public mutating func add(_ configuration: Configuration) throws(ConfigurationProblem) {
        if let modules = configuration.value("openssl_conf"),
            let section = configuration.own("oid_section", in: modules.text)
        {
            try add(section, of: configuration, isModule: true)
        }
        if let file = configuration.value("oid_file") { try add(file: file) }
        if let section = configuration.value("oid_section") { try add(section, of: configuration, isModule: false) }
    }

    /// Adds the names of a section: `shortName = 1.2.3.4` or, in a module's section, `shortName = long name, 1.2.3.4`.
    private mutating func add(
        _ section: ConfigurationValue, of configuration: Configuration, isModule: Bool
    ) throws(ConfigurationProblem) {
        guard let values = configuration.section(section.text) else {
            throw section.problem("problem loading oid section \(section.text): there is no such section")
        }
        for value in values {
            var long = value.name
            var numbers = value.octets[...]
            if isModule, let comma = numbers.lastIndex(of: UInt8(ascii: ",")) {
                long = numbers[..<comma].trimmed.text
                numbers = numbers[(comma + 1)...]
            }
            guard let identifier = ObjectIdentifier(dotted: numbers.trimmed.text) else {
                throw value.problem(
                    "problem creating object \(value.name)=\(value.text): write the identifier in dotted numbers")
            }
            let object = ObjectName(identifier, short: value.name, long: long)
            // The default configuration may be read twice: by openssl, and by its command.
            if isModule, name(of: identifier) == object { continue }
            let older = name(of: identifier) ?? name(called: value.name)
            guard older == nil else {
                throw value.problem(
                    "problem creating object \(value.name)=\(value.text): openssl has that name or number already")
            }
            add(object)
        }
    }

    /// Adds the names of a file: a line each, dotted numbers, a short name, and a long name. openssl passes over a file that is not
    /// there, and over everything from a wrong line on.
    private mutating func add(file: ConfigurationValue) throws(ConfigurationProblem) {
        guard let octets = try? FileReader.read(file.text, limit: ConfigurationReader.Limit.fileOctetCount) else {
            return
        }
        for line in octets.split(separator: 0x0a, omittingEmptySubsequences: false) {
            let words = line.trimmed.split(maxSplits: 2, whereSeparator: \.isSpace).map { $0.trimmed.text }
            guard words.count >= 2, let identifier = ObjectIdentifier(dotted: words[0]), name(of: identifier) == nil,
                name(called: words[1]) == nil
            else { return }
            add(ObjectName(identifier, short: words[1], long: words.count > 2 ? words[2] : words[1]))
        }
    }
}
