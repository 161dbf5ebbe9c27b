import LucidX509

/// `pkey`: shows and converts keys of any kind.
enum PKeyCommand: FaceCommand {
    static let name = "pkey"
    static let abstract = "Shows and converts public and private keys"
    static let options: [OptionDefinition] =
        CommonOptions.modules + [
            .flag("check", "tell whether the key's numbers belong together"),
            .flag("pubcheck", "tell whether the public key is sound"),
            .value("in", "val", "the key, else standard input"),
            .value("inform", "format", "PEM or DER, for -in"),
            .value("passin", "val", "where the passphrase of -in comes from, such as file:NAME"),
            .flag("pubin", "-in is a public key"),
            .value("out", "outfile", "where the result goes, else standard output"),
            .value("outform", "PEM|DER", "PEM or DER, for the result"),
            .value("passout", "val", "where the new passphrase comes from, if a cipher is named"),
            .flag("traditional", "write the form that older programs know, such as PKCS #1"),
            .flag("pubout", "write the public key alone"),
            .flag("noout", "leave the key itself out of the output"),
            .flag("text", "show the key's numbers"),
            .flag("text_pub", "show the public key's numbers alone"),
            .value("ec_conv_form", "val", "how points are written: compressed, uncompressed or hybrid"),
            .value("ec_param_enc", "val", "how the curve is told: named_curve alone"),
        ]

    static func isOther(_ option: String) -> Bool { true }

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        guard arguments.rest.isEmpty else { throw .usage("Extra arguments given.", of: name) }
        try arguments.checkParameterEncoding("ec_param_enc")
        let pointForm = try arguments.pointForm("ec_conv_form")
        let inputForm = try KeyForm("inform", in: arguments, others: KeyForm.otherInputs)
        let isPublic = arguments.has("pubin")
        let wantsPublic = isPublic || arguments.has("pubout") || arguments.has("text_pub")
        var output = try output(arguments)
        warn(arguments, output)
        let (passin, passout) = try PassphraseSource.read(arguments.value("passin"), arguments.value("passout"))
        var key = try LoadedKey(
            arguments, form: inputForm, isPublic: isPublic, privateName: "key", publicName: "key of Public Key",
            passphrase: passin)
        if let pointForm {
            guard case .ec = key.publicKey else { throw Failure("\(name): -ec_conv_form is for EC keys") }
            key.spelling.pointForm = pointForm
        }
        output.spelling = key.spelling
        if !output.isTraditional, output.form == .der, !isPublic {
            // In DER openssl writes the older forms where there are some.
            if case .ed25519 = key.publicKey {} else { output.isTraditional = true }
        }

        var results = SecretText()
        var access = FileWriter.Access.everybody
        if arguments.has("check") || arguments.has("pubcheck") {
            // Lucid does not read a key whose numbers do not belong together.
            results.append("Key is valid\n")
        }
        if !arguments.has("noout") {
            if isPublic || arguments.has("pubout") {
                key.appendPublicKey(output, to: &results)
            } else {
                access = .owner
                _ = try key.appendPrivateKey(output, passphrase: passout, to: &results)
            }
        }
        if arguments.has("text_pub") || arguments.has("text") && wantsPublic {
            try KeyText.append(key.publicKey, pointForm: key.spelling.pointForm, to: &results, of: name)
        } else if arguments.has("text") {
            access = .owner
            try key.appendText(to: &results, of: name)
        }
        try results.write(to: arguments.value("out"), access: access, of: name)
        return 0
    }

    private static func output(_ arguments: Arguments) throws(Failure) -> KeyOutput {
        var output = KeyOutput()
        output.form = try KeyForm("outform", in: arguments) ?? .pem
        output.cipher = try KeyCipher.given(in: arguments, of: Self.self)
        let writesPEM = output.form == .pem && !arguments.has("noout")
        guard output.cipher == nil || writesPEM else {
            throw Failure("Error: Cipher options are supported only for PEM output")
        }
        output.isTraditional = arguments.has("traditional") && writesPEM
        return output
    }

    /// What openssl says about options that have no effect.
    private static func warn(_ arguments: Arguments, _ output: KeyOutput) {
        if arguments.has("traditional"), !output.isTraditional {
            Console.talk("Warning: The -traditional is ignored since there is no PEM output\n")
        }
        if arguments.has("passout"), output.cipher == nil {
            Console.talk("Warning: The -passout option is ignored without a cipher option\n")
        }
        if arguments.has("text"), arguments.has("text_pub") {
            Console.talk("Warning: The -text option is ignored with -text_pub\n")
        }
    }
}
