import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidX509

/// The configuration that `req` works by: that of `-config`, else the system's, else none.
struct ReqSettings {
    let options: ReqOptions
    let configuration: Configuration
    /// The section with `req`'s own values.
    let section: String
    let names: ObjectNames
    let stringMask: StringMask
    let input: NameMaker.Input
    let digest: HashAlgorithm?
    /// Who chose the digest; nil where nobody did.
    let digestOrigin: Origin?

    init(_ options: ReqOptions) throws(Failure) {
        self.options = options
        let arguments = options.arguments
        if !options.makesCertificate {
            if options.days != nil { Console.talk("Ignoring -days without -x509; not generating a certificate\n") }
            if options.copying == X509Options.ExtensionCopying.none {
                Console.talk("Ignoring -copy_extensions 'none' when -x509 is not given\n")
            }
        }
        section = arguments.value("section") ?? "req"
        configuration = try Self.read(arguments)
        var names = ObjectNames()
        do throws(ConfigurationProblem) { try names.add(configuration) } catch { throw Failure(error.description) }
        self.names = names
        if let text = configuration.value("string_mask", in: section)?.text {
            guard let mask = StringMask(text) else { throw Failure("Invalid global string mask setting \(text)") }
            stringMask = mask
        } else {
            stringMask = .preset
        }
        let isUTF8 = configuration.value("utf8", in: section)?.text == "yes" || arguments.has("utf8")
        input = isUTF8 ? .utf8 : .latin1
        let value = configuration.value("default_md", in: section)
        if let given = arguments.lastOther(of: ReqCommand.self) {
            digest = try DigestName.named(given, of: "req")
            digestOrigin = .flag("-\(given)", value: nil)
        } else if let value, value.text != "default" {
            digest = try DigestName.named(value.text, of: "req")
            digestOrigin = .configuration(value.place)
        } else {
            (digest, digestOrigin) = (nil, nil)
        }
        try rehearse()
    }

    private static func read(_ arguments: Arguments) throws(Failure) -> Configuration {
        let named = arguments.value("config")
        guard let path = named ?? DefaultConfiguration.path() else { return Configuration(file: "openssl.cnf") }
        if arguments.has("verbose") { Console.talk("Using configuration from \(path)\n") }
        // Only a file that is asked for has to be there; an empty OPENSSL_CONF asks for none.
        if path.isEmpty, named == nil { return Configuration(file: path) }
        return try ConfigurationInput.read(path)
    }

    /// Looks through the sections and arguments with extensions, before anything is done.
    private func rehearse() throws(Failure) {
        func look(_ failing: String, _ body: (inout ExtensionContext) throws(ConfigurationProblem) -> Void)
            throws(Failure)
        {
            var context = ExtensionContext.rehearsal
            do throws(ConfigurationProblem) { try body(&context) } catch {
                throw Failure("\(failing): \(error.description)")
            }
        }
        // As openssl does, both, whichever will be used.
        if let section = certificateSection?.name {
            try look("Error checking x509 extension section \(section)") { context throws(ConfigurationProblem) in
                try maker.extensions(section: section, context: &context)
            }
        }
        if let section = requestSection?.name {
            try look("Error checking request extension section \(section)") { context throws(ConfigurationProblem) in
                try maker.extensions(section: section, context: &context)
            }
        }
        if options.arguments.has("addext"), options.arguments.has("verbose") {
            Console.talk("Using additional configuration from -addext options\n")
        }
        for text in options.arguments.values("addext") {
            try look("Error checking extensions defined using -addext") { context throws(ConfigurationProblem) in
                try maker.add(argument: text, flag: "-addext", context: &context)
            }
        }
    }

    /// A section and who named it.
    struct Section {
        let name: String
        let origin: Origin
    }

    /// The section with the extensions of certificates.
    var certificateSection: Section? { sectionSetting("extensions", "x509_extensions") }
    /// The section with the extensions of requests.
    var requestSection: Section? { sectionSetting("reqexts", "req_extensions") }

    private func sectionSetting(_ flag: String, _ name: String) -> Section? {
        if let text = options.arguments.value(flag) {
            return Section(name: text, origin: .flag("-\(flag)", value: text))
        }
        return value(name).map { Section(name: $0.text, origin: .configuration($0.place)) }
    }

    /// A value of the section, or of the default section.
    func value(_ name: String) -> ConfigurationValue? { configuration.value(name, in: section) }

    var maker: ExtensionMaker { ExtensionMaker(configuration: configuration, names: names, stringMask: stringMask) }
    var nameMaker: NameMaker { NameMaker(names: names, stringMask: stringMask, input: input) }
}
