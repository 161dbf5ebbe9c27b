import LucidX509

/// `pkcs8`: takes private keys into PKCS#8 and out of it.
enum PKCS8Command: FaceCommand {
    static let name = "pkcs8"
    static let abstract = "Takes private keys into PKCS#8 and out of it"
    static let options: [OptionDefinition] =
        [
            .missing("v1", takesValue: true, nearest: "-v2 aes256"),
            .value("v2", "val", "encrypt with this cipher, else aes256"),
            .value("v2prf", "val", "the hash of the key derivation, such as hmacWithSHA256"),
            .value("in", "infile", "the key, else standard input"),
            .value("inform", "PEM|DER", "PEM or DER, for -in"),
            .value("passin", "val", "where the passphrase of -in comes from, such as file:NAME"),
            .flag("nocrypt", "the PKCS #8 key has no passphrase"),
            .value("out", "outfile", "where the result goes, else standard output"),
            .value("outform", "PEM|DER", "PEM or DER, for the result"),
            .flag("topk8", "write PKCS #8; without this it is read"),
            .value("passout", "val", "where the new passphrase comes from"),
            .flag("traditional", "write the form that older programs know, such as PKCS #1"),
            .value("iter", "+int", "how often to hash the passphrase, else 2048 times"),
            .flag("noiter", "hash the passphrase once"),
            .missing("scrypt", nearest: "-v2 aes256"),
            .missing("scrypt_N", takesValue: true, nearest: "-iter"),
            .missing("scrypt_r", takesValue: true, nearest: "-iter"),
            .missing("scrypt_p", takesValue: true, nearest: "-iter"),
        ] + CommonOptions.randomness + CommonOptions.modules

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        guard arguments.rest.isEmpty else { throw .usage("Extra arguments given.", of: name) }
        var output = KeyOutput()
        output.form = try KeyForm("outform", in: arguments) ?? .pem
        let inputForm = try KeyForm("inform", in: arguments) ?? .pem
        let encryption = try encryption(arguments)
        let (passin, passout) = try PassphraseSource.read(arguments.value("passin"), arguments.value("passout"))
        let path = arguments.value("in")
        if arguments.has("topk8") {
            if !arguments.has("nocrypt") { output.cipher = encryption.cipher }
            output.derivation = encryption.derivation
            output.question = "Enter Encryption Password:"
            output.leastPassphraseCount = 0
            let file = try KeyInput.privateKey(path, what: "key", form: inputForm, passphrase: passin)
            output.spelling = file.spelling
            try output.write(file.key, to: arguments.value("out"), passphrase: passout, of: name)
        } else {
            let file = try KeyInput.privateKey(
                path, what: "key", form: inputForm, passphrase: passin, question: "Enter Password:",
                labels: [arguments.has("nocrypt") ? "PRIVATE KEY" : "ENCRYPTED PRIVATE KEY"])
            output.spelling = file.spelling
            // In DER openssl writes the older forms where there are some.
            output.isTraditional =
                arguments.has("traditional") || output.form == .der && file.key.traditionalLabel != nil
            try output.write(file.key, to: arguments.value("out"), of: name)
        }
        return 0
    }

    private typealias Encryption = (
        cipher: PasswordEncryption.Cipher, derivation: (hash: HashAlgorithm, iterations: Int)
    )

    /// How `-topk8` encrypts.
    private static func encryption(_ arguments: Arguments) throws(Failure) -> Encryption {
        let cipher = try arguments.value("v2").map { text throws(Failure) in try KeyCipher.named(text, of: name) }
        var hash = HashAlgorithm.sha256
        if let text = arguments.value("v2prf") {
            guard text.lowercased().hasPrefix("hmacwith"), let named = functions[text.lowercased()] else {
                throw .usage("Unknown PRF algorithm \(text.safeToShow)", of: name)
            }
            hash = named
        }
        var iterations = 2048
        if let number = try arguments.number("iter") {
            guard (1...PasswordEncryption.iterationLimit).contains(number) else {
                throw .usage("Non-positive or too large number \"\(number)\" for option -iter", of: name)
            }
            iterations = number
        }
        if arguments.has("noiter") { iterations = 1 }
        return (cipher ?? .aes256, (hash, iterations))
    }

    private static let functions: [String: HashAlgorithm] = [
        "hmacwithsha1": .sha1, "hmacwithsha224": .sha224, "hmacwithsha256": .sha256, "hmacwithsha384": .sha384,
        "hmacwithsha512": .sha512, "hmacwithsha512-224": .sha512_224, "hmacwithsha512-256": .sha512_256,
    ]
}
