import LucidOpenSSLText
import LucidX509

/// What the command line of `req` asks for, checked as far as that can be done without opening a file.
struct ReqOptions {
    let arguments: Arguments
    let inputForm: KeyForm?
    let outputForm: KeyForm
    let nameFormat: NameFormat
    var textOptions: CertificateTextOptions = []
    let days: Int?
    let serialNumber: DERInteger?
    let copying: X509Options.ExtensionCopying?

    init(_ arguments: Arguments) throws(Failure) {
        self.arguments = arguments
        let command = arguments.command
        inputForm = try KeyForm("inform", in: arguments)
        outputForm = try KeyForm("outform", in: arguments) ?? .pem
        _ = try KeyForm("keyform", in: arguments)
        nameFormat = try arguments.nameFormat()
        days = try arguments.number("days")
        if let days, days <= 0 {
            throw .usage("Non-positive number \"\(days)\" for option -days", of: command)
        }
        guard (days ?? 0) <= X509Options.mostDays else {
            throw Failure("\(command): -days \(days ?? 0) ends after the year 9999")
        }
        if let text = arguments.value("set_serial") {
            guard let number = SerialNumberFile.number(text) else {
                throw .usage("Can't parse \"\(text)\" as a serial number", of: command)
            }
            serialNumber = number
        } else {
            serialNumber = nil
        }
        if let text = arguments.value("copy_extensions") {
            guard let copying = X509Options.ExtensionCopying(rawValue: text) else {
                throw Failure("Invalid extension copy option: \"\(text)\"")
            }
            self.copying = copying
        } else {
            copying = nil
        }
        for text in arguments.values("reqopt") {
            if let word = textOptions.apply(text) {
                throw .usage("Invalid value \"\(word.safeToShow)\" for option -reqopt", of: command)
            }
        }
        if let extra = arguments.rest.first { throw .usage("Extra argument: \(extra)", of: command) }
        try checkAddedExtensions()
    }

    /// An extension may be given once.
    private func checkAddedExtensions() throws(Failure) {
        var seen: Set<String> = []
        for text in arguments.values("addext") {
            let halves = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(halves[0].filter { !$0.isWhitespace })
            guard halves.count == 2 else {
                throw .usage("-addext \"\(text.safeToShow)\" is not of the form name = value", of: arguments.command)
            }
            guard seen.insert(name).inserted else {
                throw .usage("Duplicate extension: \(text.safeToShow)", of: arguments.command)
            }
        }
    }

    var input: String? { arguments.value("in") }
    var output: String? { arguments.value("out") }
    var authority: String? { arguments.value("CA") }
    var makesCertificate: Bool { arguments.has("x509") || authority != nil }
    /// Whether a request is made from scratch, and not read.
    var isNew: Bool {
        ["new", "newkey", "precert"].contains { arguments.has($0) } || (makesCertificate && input == nil)
    }
    var isQuiet: Bool { arguments.has("noout") }
    var asks: Bool { !arguments.has("batch") }
}
