import LucidX509

/// `verify`: whether certificates are to be trusted.
enum VerifyCommand: FaceCommand {
    static let name = "verify"
    static let abstract = "Verifies certificates"
    static let operands = "[cert...]"

    static let options: [OptionDefinition] =
        [
            .missing("engine", takesValue: true, nearest: "lucid verify, which computes everything itself"),
            .flag("verbose", "no effect, as nothing more is left to tell"),
            .value("nameopt", "val", "how names are written, such as RFC2253 or multiline"),
            .value("trusted", "infile", "trust these certificates and no others"),
            .value("CAfile", "infile", "trust the certificates in this file"),
            .value("CApath", "dir", "trust the certificates in this folder, whose files are named by hash"),
            .missing("CAstore", takesValue: true, nearest: "-CAfile or -CApath"),
            .flag("no-CAfile", "leave out the system's file of trusted certificates"),
            .flag("no-CApath", "leave out the system's folder of trusted certificates"),
            .flag("no-CAstore", "leave out the system's store, which is the same folder"),
            .value("untrusted", "infile", "more certificates that a chain may be built from"),
            .value("CRLfile", "infile", "PEM file of revocation lists"),
            .missing("crl_download", nearest: "-CRLfile with a file that curl has fetched"),
            .flag("show_chain", "print the chain that was found"),
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
