import LucidX509

/// `rsa`: shows and converts RSA keys.
enum RSACommand: FaceCommand {
    static let name = "rsa"
    static let abstract = "Shows and converts RSA keys"
    static let options: [OptionDefinition] =
        [
            .flag("check", "tell whether the key's numbers belong together"),
            .value("in", "val", "the key, else standard input"),
            .value("inform", "format", "PEM or DER, for -in"),
            .flag("pubin", "-in is a public key"),
            .flag("RSAPublicKey_in", "-in is a public key in PKCS #1 form"),
            .value("passin", "val", "where the passphrase of -in comes from, such as file:NAME"),
            .value("out", "val", "where the result goes, else standard output"),
            .value("outform", "format", "PEM or DER, for the result"),
            .flag("pubout", "write the public key alone"),
            .flag("RSAPublicKey_out", "write the public key alone, in PKCS #1 form"),
            .value("passout", "val", "where the new passphrase comes from, if a cipher is named"),
            .flag("noout", "leave the key itself out of the output"),
            .flag("text", "show the key's numbers"),
            .flag("modulus", "show the modulus"),
            .flag("traditional", "write a private key in PKCS #1 form"),
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
