import LucidOpenSSLText
import LucidX509

/// What the command line of `x509` asks for, checked as far as that can be done without opening a file.
struct X509Options {
    let arguments: Arguments
    let inputForm: KeyForm?
    let outputForm: KeyForm
    let authorityForm: KeyForm?
    /// The key of `-key` or `-signkey`, whichever comes last.
    let signingKey: String?
    let serialNumber: DERInteger?
    let days: Int?
    let digest: HashAlgorithm?
    let copying: ExtensionCopying?
    let seconds: Int?
    var nameFormat: NameFormat = .oneline
    var textOptions: CertificateTextOptions = []
    var dateFormat = DateFormat.rfc822
    /// What is to be printed, in its order.
    let printed: [X509Printing.Item]

    /// Which extensions of a request are taken over.
    enum ExtensionCopying: String { case none, copy, copyall }

    init(_ arguments: Arguments) throws(Failure) {
        self.arguments = arguments
        let command = arguments.command
        inputForm = try KeyForm("inform", in: arguments)
        outputForm = try KeyForm("outform", in: arguments) ?? .pem
        authorityForm = try KeyForm("CAform", in: arguments)
        _ = try KeyForm("keyform", in: arguments)
        _ = try KeyForm("CAkeyform", in: arguments)
        signingKey = arguments.given.last { $0.name == "key" || $0.name == "signkey" }?.value
        if let text = arguments.value("set_serial") {
            guard let number = SerialNumberFile.number(text) else {
                throw .usage("Can't parse \"\(text)\" as a serial number", of: command)
            }
            serialNumber = number
        } else {
            serialNumber = nil
        }
        days = try arguments.number("days")
        if let days, days < -1 { throw Failure("\(command): -days parameter arg must be >= -1") }
        guard (days ?? 0) <= Self.mostDays else {
            throw Failure("\(command): -days \(days ?? 0) ends after the year 9999")
        }
        seconds = try arguments.number("checkend")
        digest = try DigestName.given(in: arguments, of: X509Command.self)
        if let text = arguments.value("copy_extensions") {
            guard let copying = ExtensionCopying(rawValue: text) else {
                throw Failure("Invalid extension copy option: \(text)")
            }
            self.copying = copying
        } else {
            copying = nil
        }
        printed = X509Printing.items(arguments)
        try readFormats()
        if arguments.rest.first != nil { throw .usage("Extra argument: \(arguments.rest[0])", of: command) }
        if arguments.has("preserve_dates"), days != nil {
            throw Failure("Cannot use -preserve_dates with -days option")
        }
        try checkNew()
        if authority != nil, signingKey != nil { throw Failure("Cannot use both -key/-signkey and -CA option") }
    }

    /// Up to the year 9999, which is as far as certificates count.
    static let mostDays = 2_913_000

    private mutating func readFormats() throws(Failure) {
        nameFormat = try arguments.nameFormat()
        for text in arguments.values("certopt") {
            if let word = textOptions.apply(text) {
                throw .usage("Invalid certificate option: \"\(word)\"", of: arguments.command)
            }
        }
        if let text = arguments.value("dateopt") {
            guard let format = DateFormat(text) else {
                throw .usage("Invalid date format: \(text)", of: arguments.command)
            }
            dateFormat = format
        }
    }

    private func checkNew() throws(Failure) {
        guard arguments.has("new") else { return }
        if arguments.has("in") { throw Failure("The -in option cannot be used with -new") }
        if arguments.has("req") { throw Failure("The -req option cannot be used with -new") }
        if signingKey == nil, !arguments.has("force_pubkey") {
            throw Failure("The -new option requires using the -key or -force_pubkey option")
        }
        if !arguments.has("subj") { throw Failure("The -new option requires a subject to be set using -subj") }
    }

    var input: String? { arguments.value("in") }
    var output: String? { arguments.value("out") }
    /// The file of the CA's certificate.
    var authority: String? { arguments.value("CA") }
    var isRequest: Bool { arguments.has("req") }
    var isNew: Bool { arguments.has("new") }
    var makesRequest: Bool { arguments.has("x509toreq") }
    var isQuiet: Bool { arguments.has("noout") || arguments.has("nocert") }
    /// Whether a certificate is to be made or signed anew.
    var signs: Bool { signingKey != nil || authority != nil }
    /// Whether extensions are taken over from a request, or into one.
    var copiesExtensions: Bool { copying == .copy || copying == .copyall }
    /// The extensions that `-ext` names.
    var extensionNames: String? { arguments.value("ext") }

    /// What openssl says about options that it does not look at.
    var warnings: [String] {
        var warnings: [String] = []
        if arguments.has("extensions"), !arguments.has("extfile") {
            warnings.append("Warning: ignoring -extensions option without -extfile")
        }
        if authority == nil {
            for name in ["CAkey", "CAkeyform", "CAform", "CAserial", "CAcreateserial"] where arguments.has(name) {
                warnings.append("Warning: ignoring -\(name) option since -CA option is not given")
            }
        }
        if copying != nil, !makesRequest, !isRequest {
            warnings.append("Warning: ignoring -copy_extensions since neither -x509toreq nor -req is given")
        }
        return warnings
    }
}
