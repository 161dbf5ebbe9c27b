import ArgumentParser
import LucidX509

struct RequestNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes a request for a certificate (PKCS#10).",
        discussion: """
            Names are DNS names (in any script; the left-most label may be *), IP addresses, e-mail addresses and \
            URIs. They become subjectAltName, which is where clients look; the first one that fits is also the \
            subject's CN, unless --subject is given. --subject takes RFC 4514's form or OpenSSL's. With --profile the \
            request also asks for that kind's key usage; the CA decides.

            With --teaching-seed the new key and the request are the same on every machine, and whoever knows the \
            words has the private key: Documentation/teaching.md.

            Examples:
              lucid request new www.csr --new-key www-key.pem www.a.test 192.0.2.1
              lucid request new www.csr --key www-key.pem --subject "CN=www,O=A" www.a.test
              lucid request new a.csr --new-key key.pem --encrypt --profile email a@a.test
            """)

    @Option(
        help: ArgumentHelp("The private key that the certificate is to be for; - is standard input.", valueName: "file")
    )
    var key: String?

    @Option(help: ArgumentHelp("Make a new private key and write it to this file.", valueName: "file"))
    var newKey: String?

    @Option(
        help: ArgumentHelp(
            "The kind of the new key: p256, p384, p521, ed25519, rsa-2048 to rsa-8192.", valueName: "kind"))
    var keyKind: KeyKind?

    @Flag(help: "Encrypt the new key with a passphrase.")
    var encrypt = false

    @Option(
        help: ArgumentHelp(
            "Make the same new key on every machine, from these words. UNSAFE: for lessons only.", valueName: "words"),
        transform: TeachingSeed.parse)
    var teachingSeed: TeachingSeed?

    @Option(
        help: ArgumentHelp("The subject: CN=…,O=…,C=… or /C=…/O=…/CN=….", valueName: "name"),
        transform: SubjectArgument.parse)
    var subject: SubjectArgument?

    @Option(
        help: ArgumentHelp(
            "Ask for the key usage of a profile: \(ProfileArgument.allowed), or a JSON file.", valueName: "profile"),
        transform: ProfileArgument.parse)
    var profile: ProfileArgument?

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("The request to write, in PEM; - is standard output.", valueName: "out")) var out:
        String
    @Argument(help: ArgumentHelp("The names that the certificate is to be for.", valueName: "name")) var names:
        [String] = []

    func validate() throws {
        if (key == nil) == (newKey == nil) { throw ValidationError("One of --key and --new-key is wanted.") }
        if newKey == nil, keyKind != nil || encrypt || teachingSeed != nil {
            throw ValidationError("--key-kind, --encrypt and --teaching-seed go with --new-key.")
        }
        if teachingSeed != nil, encrypt {
            throw ValidationError("--encrypt would hide a key that everybody with the teaching seed has; leave it out.")
        }
        if let newKey, newKey == out {
            throw ValidationError("The key and the request can not be written to the same place.")
        }
        if names.isEmpty, subject == nil { throw ValidationError("A name, or --subject, is wanted.") }
    }

    func run() throws {
        // All names first: nothing is written for a request that can not be made.
        let general = try names.map(Self.name)
        try output.check(out)
        if let newKey { try output.check(newKey) }
        let signingKey = try readOrMakeKey()
        let contents = CertificateRequestContents(
            subject: subject?.name, names: general, profile: profile?.profile, key: signingKey.publicKey)
        let request: CertificateRequest
        do throws(IssuingProblem) { request = try contents.signed(with: signingKey) } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
        // The key before the request: a request whose key was lost is of no use.
        if let newKey { try write(signingKey, to: newKey) }
        let mark = teachingSeed.map { TeachingMark.header($0, above: .request) } ?? []
        let text = mark + PEMBlock.encode(label: "CERTIFICATE REQUEST", bytes: request.der.array.span)
        try output.write(text.span, to: out, access: .everybody)
        teachingSeed?.warn("this private key")
    }

    private static func name(_ text: String) throws -> GeneralName {
        guard let name = GeneralName(parsing: text) else {
            Terminal.complain("lucid: \(IssuingProblem.badName(text).sentence)")
            throw ExitCode.unusable
        }
        return name
    }

    private func readOrMakeKey() throws -> SigningKey {
        if let key { return try KeyFiles.read(key, passphrase) }
        return try KeyNewCommand.make((keyKind ?? KeyKind(.p256)).kind, teachingSeed: teachingSeed)
    }

    private func write(_ signingKey: borrowing SigningKey, to file: String) throws {
        if encrypt {
            try KeyEncryptCommand.write(signingKey, to: file, passphrase, output)
        } else {
            try signingKey.pkcs8PEM(markedBy: teachingSeed).withSpan { try output.write($0, to: file, access: .owner) }
        }
    }
}
