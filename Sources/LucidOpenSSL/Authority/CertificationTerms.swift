import LucidAuthority
import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidX509

/// What holds for all certificates of one run of `ca`: read once, in openssl's order, before the first request is.
struct CertificationTerms {
    let style: DetailStyle
    let copying: ExtensionCopying
    let scheme: SignatureScheme
    /// Whether e-mail addresses stay in the subject (`email_in_dn`, `-noemailDN`).
    let keepsMailAddresses: Bool
    /// Whether the subject keeps the request's attributes and order (`preserve`, `-preserveDN`).
    let preservesSubject: Bool
    let policyName: String
    let policy: SubjectPolicy
    /// Where the extensions come from; nil where there are none.
    let extensions: ExtensionSection?
    let validity: CertificationValidity
    /// The file that serial numbers are counted in; nil where the configuration says that they are random.
    let serialFile: CounterFile?
    /// Who says that they are random; nil where they are counted.
    let randomSerialOrigin: Origin?
    let names: ObjectNames
    let stringMask: StringMask

    init(
        _ settings: AuthoritySettings, style: DetailStyle, copying: ExtensionCopying, extensionFile: ExtensionFile?,
        scheme: SignatureScheme
    ) throws(Failure) {
        let arguments = settings.arguments
        (self.style, self.copying, self.scheme, names) = (style, copying, scheme, settings.names)
        stringMask = try settings.stringMask()
        keepsMailAddresses = !arguments.has("noemailDN") && settings.optional("email_in_dn")?.text != "no"
        // openssl looks for `preserve` in the section [ca], whatever the CA's own section is.
        let preserve = settings.configuration.value("preserve", in: "ca")?.text.first
        preservesSubject = arguments.has("preserveDN") || preserve == "y" || preserve == "Y"
        if arguments.has("verbose") {
            let digest = settings.setting("md", "default_md")?.text ?? "default"
            Console.talk("message digest is \(digest == "default" ? "SHA256" : digest)\n")
        }
        policyName = try settings.requiredSetting("policy", "policy").text
        if arguments.has("verbose") { Console.talk("policy is \(policyName)\n") }
        randomSerialOrigin = Self.randomSerialOrigin(settings)
        // openssl wants the file also where -rand_serial makes no use of its number.
        let serialPath = settings.optional("rand_serial") == nil ? try settings.required("serial").text : nil
        extensions = try ExtensionSection(settings, extensionFile, stringMask: stringMask)
        validity = try CertificationValidity(settings)
        let isRandom = randomSerialOrigin != nil
        serialFile = try serialPath.map { path throws(Failure) in
            if isRandom { return CounterFile(path, overwrittenBy: CounterFile.random()) }
            return try CounterFile(path, what: "serial number", createsMissing: arguments.has("create_serial"))
        }
        if arguments.has("verbose"), !isRandom, let serialFile {
            Console.talk("next serial number is \(OpenSSLIndex.serialText(serialFile.next))\n")
        }
        guard let lines = settings.configuration.section(policyName) else {
            throw Failure("unable to find 'section' for \(policyName)")
        }
        policy = SubjectPolicy(lines: lines, names: settings.names)
    }

    /// Any value of `rand_serial` counts, `no` too.
    private static func randomSerialOrigin(_ settings: AuthoritySettings) -> Origin? {
        if settings.arguments.has("rand_serial") { return .flag("-rand_serial", value: nil) }
        return settings.optional("rand_serial").map { .configuration($0.place) }
    }

    /// Who gives the serial numbers.
    var serialOrigin: Origin {
        randomSerialOrigin ?? serialFile.map { .counter(file: $0.path) } ?? .preset("a random number")
    }
}

/// The section that a certificate's extensions are made of.
struct ExtensionSection {
    let name: String
    let maker: ExtensionMaker
    let isFromFile: Bool

    /// Nil where neither the command line nor the configuration names one.
    init?(_ settings: AuthoritySettings, _ file: ExtensionFile?, stringMask: StringMask) throws(Failure) {
        guard let name = file?.section ?? settings.setting("extensions", "x509_extensions")?.text else { return nil }
        self.name = name
        isFromFile = file != nil
        maker = ExtensionMaker(
            configuration: file?.configuration ?? settings.configuration, names: settings.names, stringMask: stringMask)
        var context = ExtensionContext.rehearsal
        do throws(ConfigurationProblem) { try maker.extensions(section: name, context: &context) } catch {
            let place =
                isFromFile ? "certificate extensions from extfile section" : "certificate extension config section"
            throw Failure("Error checking \(place) \(name): \(error.description)")
        }
    }

    /// Makes the extensions of one certificate.
    func make(_ context: inout ExtensionContext) throws(Failure) {
        do throws(ConfigurationProblem) { try maker.extensions(section: name, context: &context) } catch {
            let place = isFromFile ? "extfile" : "config"
            throw Failure("Error adding certificate extensions from \(place) section \(name): \(error.description)")
        }
    }
}
