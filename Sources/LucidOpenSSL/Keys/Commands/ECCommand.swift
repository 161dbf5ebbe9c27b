import LucidX509

/// `ec`: shows and converts keys of curves. It writes the traditional form.
enum ECCommand: FaceCommand {
    static let name = "ec"
    static let abstract = "Shows and converts keys of elliptic curves"
    static let options: [OptionDefinition] =
        [
            .value("in", "val", "the key, else standard input"),
            .value("inform", "format", "PEM or DER, for -in"),
            .flag("pubin", "-in is a public key"),
            .value("passin", "val", "where the passphrase of -in comes from, such as file:NAME"),
            .flag("check", "tell whether the key's numbers belong together"),
            .value("param_enc", "val", "how the curve is told: named_curve alone"),
            .value("conv_form", "val", "how points are written: compressed, uncompressed or hybrid"),
            .value("out", "val", "where the result goes, else standard output"),
            .value("outform", "PEM|DER", "PEM or DER, for the result"),
            .flag("noout", "leave the key itself out of the output"),
            .flag("text", "show the key's numbers"),
            .flag("param_out", "write the curve alone"),
            .flag("pubout", "write the public key alone"),
            .flag("no_public", "leave the public half out of the private key"),
            .value("passout", "val", "where the new passphrase comes from, if a cipher is named"),
        ] + CommonOptions.modules

    static func isOther(_ option: String) -> Bool { true }

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        guard arguments.rest.isEmpty else { throw .usage("Extra arguments given.", of: name) }
        try arguments.checkParameterEncoding("param_enc")
        let pointForm = try arguments.pointForm("conv_form")
        let inputForm = try KeyForm("inform", in: arguments, others: KeyForm.otherInputs)
        var output = KeyOutput()
        output.form = try KeyForm("outform", in: arguments) ?? .pem
        output.isTraditional = true
        output.cipher = try KeyCipher.given(in: arguments, of: Self.self)
        output.question = "Enter pass phrase for PEM:"
        let (passin, passout) = try PassphraseSource.read(arguments.value("passin"), arguments.value("passout"))
        let isPublic = arguments.has("pubin")
        Console.talk("read EC key\n")
        var key = try LoadedKey(arguments, form: inputForm, isPublic: isPublic, passphrase: passin)
        if let pointForm { key.spelling.pointForm = pointForm }
        key.spelling.statesPublicKey = !arguments.has("no_public")
        output.spelling = key.spelling

        var results = SecretText()
        if arguments.has("text") { try key.appendText(to: &results, of: name) }
        if arguments.has("check") {
            // Lucid does not read a key that is none.
            Console.talk(isPublic ? "EC Key Invalid!\n" : "EC Key valid.\n")
        }
        var access = arguments.has("text") && !isPublic ? FileWriter.Access.owner : .everybody
        if !arguments.has("noout") {
            Console.talk("writing EC key\n")
            if arguments.has("param_out") {
                try appendParameters(of: key.publicKey, output, to: &results)
            } else if isPublic || arguments.has("pubout") {
                key.appendPublicKey(output, to: &results)
            } else {
                guard output.cipher == nil || output.form == .pem else {
                    throw Failure(
                        "\(name): openssl writes DER keys without the cipher that is asked for; leave it or -outform out"
                    )
                }
                access = .owner
                _ = try key.appendPrivateKey(output, passphrase: passout, to: &results)
            }
        }
        try results.write(to: arguments.value("out"), access: access, of: name)
        return 0
    }

    private static func appendParameters(
        of key: PublicKey, _ output: KeyOutput, to results: inout SecretText
    ) throws(Failure) {
        guard case .ec(let point) = key else {
            throw Failure("\(name): unable to write EC key: only EC keys have parameters")
        }
        results.append(output.octets(of: point.curve.parameters, label: "EC PARAMETERS"))
    }
}
