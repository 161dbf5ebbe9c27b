import LucidX509

/// `genpkey`: makes a key of any kind.
enum GenPKeyCommand: FaceCommand {
    static let name = "genpkey"
    static let abstract = "Makes a private key or parameters"
    static let options: [OptionDefinition] =
        [
            .value("paramfile", "infile", "file with the curve that the key is to be on"),
            .value("algorithm", "val", "what key to make: RSA, EC or ED25519"),
            .flag("quiet", "show no dots while numbers are tried"),
            .value("pkeyopt", "val", "more about the key, such as rsa_keygen_bits:3072"),
            .missing("config", takesValue: true, nearest: "the same command without it; Lucid loads no modules"),
            .value("out", "outfile", "where the key goes, else standard output"),
            .value("outform", "PEM|DER", "PEM or DER, for the key"),
            .value("pass", "val", "where the passphrase comes from, if a cipher is named"),
            .flag("genparam", "write the curve alone and make no key"),
            .flag("text", "show the key's numbers too"),
            .flag("explain", "Lucid's own: tell what the key is, and who decided it"),
        ] + CommonOptions.modules

    static func isOther(_ option: String) -> Bool { true }

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        guard arguments.rest.isEmpty else { throw .usage("Extra arguments given.", of: name) }
        var output = KeyOutput()
        output.form = try KeyForm("outform", in: arguments) ?? .pem
        output.cipher = try KeyCipher.given(in: arguments, of: Self.self)
        let passphrase = try PassphraseSource.read(arguments.value("pass"))
        let request = try KeyRequest(arguments)
        if arguments.has("genparam") { return try writeParameters(of: request, output, arguments) }
        guard output.cipher == nil || output.form == .pem else {
            throw Failure(
                "\(name): openssl writes DER keys without the cipher that is asked for; leave it or -outform out")
        }
        let key = try KeyMaking.make(
            try request.kind(), showsProgress: request.isRSA && !arguments.has("quiet"), of: name)
        // In DER openssl writes the older forms where there are some.
        output.isTraditional = output.form == .der && key.traditionalLabel != nil
        var results = SecretText()
        try output.octets(of: key, passphrase: passphrase).withSpan { results.append($0) }
        if arguments.has("text") { try KeyText.append(key, to: &results, of: name) }
        try results.write(to: arguments.value("out"), access: .owner, of: name)
        Console.talk(
            KeyExplanation(
                of: key, origin: arguments.typed("algorithm", "paramfile", "pkeyopt"), output, arguments,
                Self.self
            ).text)
        return 0
    }

    private static func writeParameters(
        of request: KeyRequest, _ output: KeyOutput, _ arguments: Arguments
    ) throws(Failure) -> Int32 {
        guard let curve = try request.curve() else {
            throw Failure("\(name): only EC keys have parameters; -algorithm EC -pkeyopt ec_paramgen_curve:P-256")
        }
        // openssl writes PEM here whatever -outform says.
        var text = Array(PEMBlock.encode(label: "EC PARAMETERS", bytes: curve.parameters.span))
        if arguments.has("text") { text += Array(curve.parametersText.utf8) }
        try FaceFile.write(text, to: arguments.value("out"), of: name)
        if arguments.has("explain") { Console.talk(UnexplainedResult.line(of: name, making: "parameters")) }
        return 0
    }
}
