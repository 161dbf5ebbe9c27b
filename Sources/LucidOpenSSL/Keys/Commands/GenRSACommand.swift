import LucidX509

/// `genrsa`: makes an RSA key.
enum GenRSACommand: FaceCommand {
    static let name = "genrsa"
    static let abstract = "Makes an RSA private key"
    static let operands = "numbits"
    static let options: [OptionDefinition] =
        [
            .missing("3", nearest: "-F4; Lucid makes RSA keys with the public exponent 65537 alone"),
            .flag("F4", "the public exponent is 65537, as in any case"),
            .flag("f4", "another spelling of -F4"),
            .value("out", "outfile", "where the key goes, else standard output"),
            .value("passout", "val", "where the passphrase comes from, if a cipher is named"),
            .value("primes", "+int", "how many primes the key has: 2"),
            .flag("verbose", "show dots while numbers are tried"),
            .flag("traditional", "write the key in PKCS #1 form"),
            .flag("explain", "Lucid's own: tell what the key is, and who decided it"),
        ] + CommonOptions.randomness + CommonOptions.modules

    static func isOther(_ option: String) -> Bool { true }

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        guard arguments.rest.count <= 1 else { throw .usage("Extra arguments given.", of: name) }
        let bits = try arguments.rest.first.map { text throws(Failure) in
            guard let bits = Int(text) else { throw Failure("\(name): Can't parse \"\(text.safeToShow)\" as a number") }
            return bits
        }
        if let primes = try arguments.number("primes"), primes != 2 {
            throw Failure("\(name): Lucid makes RSA keys of two primes alone; leave -primes out")
        }
        var output = KeyOutput()
        output.isTraditional = arguments.has("traditional")
        output.cipher = try KeyCipher.given(in: arguments, of: Self.self)
        let passphrase = try PassphraseSource.read(arguments.value("passout"))
        let length = bits ?? 2048
        let isVerbose = arguments.has("verbose")
        if isVerbose { Console.talk("Generating RSA key with \(length) bits\n") }
        let key = try KeyMaking.make(.rsa(bits: length), showsProgress: isVerbose, of: name)
        if isVerbose { Console.talk("e is 65537 (0x010001)\n") }
        try output.write(key, to: arguments.value("out"), passphrase: passphrase, of: name)
        let origin = arguments.rest.first.map { "the operand \($0)" } ?? "preset"
        Console.talk(KeyExplanation(of: key, origin: origin, output, arguments, Self.self).text)
        return 0
    }
}
