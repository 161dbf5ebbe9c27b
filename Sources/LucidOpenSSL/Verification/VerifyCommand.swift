import LucidX509

/// `verify`: whether certificates are to be trusted.
enum VerifyCommand: FaceCommand {
    static let name = "verify"
    static let abstract = "Verifies certificates"
    static let operands = "[cert...]"

    static let options: [OptionDefinition] =
        [
            .missing("engine", takesValue: true, nearest: "lucid verify, which computes everything itself"),
            .flag("verbose", "Print extra information about the operations being performed."),
            .value("nameopt", "val", "Certificate subject/issuer name printing options"),
            .value("trusted", "infile", "A file of trusted certificates"),
            .value("CAfile", "infile", "A file of trusted certificates"),
            .value("CApath", "dir", "A directory of files with trusted certificates"),
            .missing("CAstore", takesValue: true, nearest: "-CAfile or -CApath"),
            .flag("no-CAfile", "Do not load the default trusted certificates file"),
            .flag("no-CApath", "Do not load trusted certificates from the default directory"),
            .flag("no-CAstore", "Do not load trusted certificates from the default certificates store"),
            .value("untrusted", "infile", "A file of untrusted certificates"),
            .value("CRLfile", "infile", "File containing one or more CRL's (in PEM format) to load"),
            .missing("crl_download", nearest: "-CRLfile with a file that curl has fetched"),
            .flag("show_chain", "Display information about the certificate chain"),
            .flag("explain", "Lucid's own: say in a sentence what each error means, and which clients refuse"),
            .missing("vfyopt", takesValue: true, nearest: "lucid verify, which has no SM2"),
            .missing("provider-path", takesValue: true, nearest: "lucid verify, which computes everything itself"),
            .missing("provider", takesValue: true, nearest: "lucid verify, which computes everything itself"),
            .missing("propquery", takesValue: true, nearest: "lucid verify, which computes everything itself"),
        ] + VerificationOptions.definitions

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        let options = try VerificationOptions(arguments)
        let format = try VerifyNames(arguments)
        let sources = try VerifySources(arguments)
        var isAllAccepted = true
        for file in arguments.rest.isEmpty ? [nil] : arguments.rest.map(Optional.some) {
            guard let certificate = VerifySources.certificate(file) else {
                isAllAccepted = false
                continue
            }
            let outcome = Verification.verify(
                certificate, untrusted: sources.untrusted, lists: sources.lists, trust: sources.trust,
                store: sources.store, options: options)
            let text = VerifyText(outcome, names: format, file: file ?? "stdin")
            Console.talk(text.errors)
            Console.write(text.result)
            if arguments.has("show_chain"), outcome.isAccepted { Console.write(text.chain) }
            if arguments.has("explain") {
                Console.talk(VerifyExplanation(outcome: outcome, options: options, sources: sources).text)
            }
            if !outcome.isAccepted { isAllAccepted = false }
        }
        return isAllAccepted ? 0 : 2
    }
}
