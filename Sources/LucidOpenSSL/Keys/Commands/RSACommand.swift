import LucidX509

/// `rsa`: shows and converts RSA keys.
enum RSACommand: FaceCommand {
    static let name = "rsa"
    static let abstract = "Shows and converts RSA keys"
    static let options: [OptionDefinition] =
        [
            .flag("check", "Verify key consistency"),
            .value("in", "val", "Input file"),
            .value("inform", "format", "Input format (DER/PEM)"),
            .flag("pubin", "Expect a public key in input file"),
            .flag("RSAPublicKey_in", "Input is an RSAPublicKey"),
            .value("passin", "val", "Input file pass phrase source"),
            .value("out", "val", "Output file"),
            .value("outform", "format", "Output format, one of DER PEM"),
            .flag("pubout", "Output a public key"),
            .flag("RSAPublicKey_out", "Output is an RSAPublicKey"),
            .value("passout", "val", "Output file pass phrase source"),
            .flag("noout", "Don't print key out"),
            .flag("text", "Print the key in text"),
            .flag("modulus", "Print the RSA key modulus"),
            .flag("traditional", "Use traditional format for private keys"),
            .missing("pvk-strong", nearest: "lucid openssl rsa -outform PEM"),
            .missing("pvk-weak", nearest: "lucid openssl rsa -outform PEM"),
            .missing("pvk-none", nearest: "lucid openssl rsa -outform PEM"),
        ] + CommonOptions.modules

    static func isOther(_ option: String) -> Bool { true }

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        guard arguments.rest.isEmpty else { throw .usage("Extra arguments given.", of: name) }
        let inputForm = try KeyForm("inform", in: arguments, others: KeyForm.otherInputs)
        var output = KeyOutput()
        output.form =
            try KeyForm("outform", in: arguments, others: ["pvk": "-outform PEM", "msblob": "-outform PEM"]) ?? .pem
        output.isTraditional = arguments.has("traditional")
        output.cipher = try KeyCipher.given(in: arguments, of: Self.self)
        output.question = "Enter pass phrase:"
        let (passin, passout) = try PassphraseSource.read(arguments.value("passin"), arguments.value("passout"))
        let isPublic = arguments.has("pubin") || arguments.has("RSAPublicKey_in")
        let key = try LoadedKey(arguments, form: inputForm, isPublic: isPublic, passphrase: passin)
        guard case .rsa(let numbers) = key.publicKey else { throw Failure("\(name): Not an RSA key") }
        if isPublic, arguments.has("check") { throw Failure("Only private keys can be checked") }

        var results = SecretText()
        let showsSecrets = arguments.has("text") && !isPublic
        if arguments.has("text") { try key.appendText(to: &results, of: name) }
        if arguments.has("modulus") {
            let digits = numbers.modulus.value.bigEndianBytes.map {
                ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true)
            }
            results.append("Modulus=\(digits.joined())\n")
        }
        // Lucid does not read a key whose numbers do not belong together, so this one is well.
        if arguments.has("check") { results.append("RSA key ok\n") }
        var access = showsSecrets ? FileWriter.Access.owner : .everybody
        if !arguments.has("noout") {
            Console.talk("writing RSA key\n")
            let wantsPublic = isPublic || arguments.has("pubout") || arguments.has("RSAPublicKey_out")
            if arguments.has("RSAPublicKey_out") {
                let pkcs1 = key.publicKey.info.subjectPublicKey.bytes.array
                results.append(output.octets(of: pkcs1, label: "RSA PUBLIC KEY"))
            } else if wantsPublic {
                key.appendPublicKey(output, to: &results)
            } else {
                access = .owner
                _ = try key.appendPrivateKey(output, passphrase: passout, to: &results)
            }
        }
        try results.write(to: arguments.value("out"), access: access, of: name)
        return 0
    }
}

extension KeyForm {
    /// Forms of key files that openssl reads and Lucid's key commands do not.
    static let otherInputs = [
        "p12": "lucid convert", "pkcs12": "lucid convert", "engine": "a key in a file", "msblob": "a key in PEM",
        "pvk": "a key in PEM",
    ]
}
