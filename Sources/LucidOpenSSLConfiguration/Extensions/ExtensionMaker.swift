import LucidDER
import LucidModel
public import LucidObjectNames

/// Makes extensions of what a configuration file, or `-addext`, says about them: x509v3_config(5).
///
/// The values' syntax differs from extension to extension; `value(of:_:)` is the list. What is not in the list can be written as
/// `DER:` in hexadecimal digits or as `ASN1:` in openssl's language for ASN.1.
public struct ExtensionMaker: Sendable {
    /// Where the sections lie that values refer to with `@`; nil for `-addext` without a file.
    let configuration: Configuration?
    let names: ObjectNames
    let stringMask: StringMask

    /// - Parameter stringMask: which types the strings of `dirName` and `relativename` may have.
    public init(configuration: Configuration?, names: ObjectNames, stringMask: StringMask = .preset) {
        self.configuration = configuration
        self.names = names
        self.stringMask = stringMask
    }

    /// Makes all extensions of a section, in its order, and adds them to those of the context. Of the context the subject may change
    /// as well: `email:move` takes the addresses out of it.
    ///
    /// - Returns: what the section made, in its order.
    @discardableResult
    public func extensions(
        section: String, context: inout ExtensionContext
    ) throws(ConfigurationProblem) -> [MadeExtension] {
        guard let configuration, let values = configuration.section(section) else {
            throw ConfigurationProblem(
                "there is no section [\(section)] with extensions", at: .file(configuration?.file ?? "-addext"))
        }
        var all: [MadeExtension] = []
        for value in values {
            all.append(
                try add(
                    name: value.name, value: value.octets, origin: .configuration(value.place), context: &context))
        }
        return all
    }

    /// Makes the extension of an argument such as `-addext "keyUsage = critical, keyCertSign"`, and adds it to those of the context.
    ///
    /// - Parameter flag: the flag's name for messages, such as `-addext`.
    @discardableResult
    public func add(
        argument: String, flag: String, context: inout ExtensionContext
    ) throws(ConfigurationProblem) -> MadeExtension {
        let origin = Origin.flag(flag, value: argument)
        guard let (name, value) = Array(argument.utf8).halves(at: "="), !name.trimmed.isEmpty else {
            throw ConfigurationProblem("\"\(argument)\" is not of the form name = value", at: origin)
        }
        return try add(name: name.trimmed.text, value: Array(value.trimmed), origin: origin, context: &context)
    }

    /// Makes one extension, and adds it to those of the context.
    ///
    /// - Parameters:
    ///   - name: openssl's short name or, for `DER:` and `ASN1:`, its long name or dotted numbers.
    ///   - value: what stands behind the equal sign.
    @discardableResult
    public func add(
        name: String, value: [UInt8], origin: Origin, context: inout ExtensionContext
    ) throws(ConfigurationProblem) -> MadeExtension {
        let made = try make(name: name, value: value, origin: origin, context: &context)
        if context.replaces { context.made.removeAll { $0.value.extnID == made.value.extnID } }
        context.made.append(made)
        return made
    }

    func make(
        name: String, value: [UInt8], origin: Origin, context: inout ExtensionContext
    ) throws(ConfigurationProblem) -> MadeExtension {
        var rest = value[...]
        var critical = false
        if let behind = rest.after("critical,") {
            critical = true
            rest = behind.drop { $0.isSpace }
        }
        let place = ValuePlace(origin: origin)
        if let encoded = try encoded(rest, at: place) {
            guard let identifier = names.identifier(name) else {
                throw place.problem(
                    "\(name) is no object identifier: neither a name that openssl knows, nor dotted numbers, nor in oid_section"
                )
            }
            return MadeExtension(
                Extension(extnID: identifier, critical: critical, extnValue: DERBytes(encoded)), origin: origin)
        }
        // The short name alone counts here, as it does for openssl.
        guard let found = names.name(called: name), found.short == name else {
            throw place.problem(
                "openssl knows no extension \(name); give its value as DER:… or ASN1:…, or use one of "
                    + ExtensionKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        guard let kind = ExtensionKind(rawValue: name) else {
            throw place.problem(
                "openssl has no way to write \(name) in words; give its value as DER:… or ASN1:…")
        }
        let octets = try self.value(of: kind, rest, at: place, &context)
        return MadeExtension(
            Extension(extnID: found.identifier, critical: critical, extnValue: DERBytes(octets)), origin: origin)
    }

    /// The value of `DER:` and `ASN1:`; nil where it is neither.
    private func encoded(_ text: ArraySlice<UInt8>, at place: ValuePlace) throws(ConfigurationProblem) -> [UInt8]? {
        if let digits = text.after("DER:") { return try Hexadecimal.octets(digits.drop { $0.isSpace }, at: place) }
        if let words = text.after("ASN1:") {
            return try ASN1Generator(configuration: configuration, names: names).generate(
                words.drop { $0.isSpace }, at: place)
        }
        return nil
    }
}
