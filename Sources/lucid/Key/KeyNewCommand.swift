import ArgumentParser
import LucidExplain
import LucidX509

struct KeyNewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Makes a new private key.",
        discussion: """
            Kinds: p256 (default), p384, p521, ed25519, and rsa-2048 to rsa-8192.

            Examples:
              lucid key new server-key.pem
              lucid key new --kind rsa-4096 --encrypt --passphrase-file secret.txt ca.pem
              lucid key new --kind rsa-2048 --teaching-seed "lesson 1" --explain class.pem
            """)

    @Option(help: ArgumentHelp("The kind of key.", valueName: "kind"))
    var kind: KeyKind = KeyKind(.p256)

    @Flag(help: "Encrypt it with a passphrase (PBES2, AES-256, 600,000 rounds of PBKDF2).")
    var encrypt = false

    @Flag(help: "Tell how the key was found. Secret numbers are shown with --secret or --teaching-seed only.")
    var explain = false

    @Flag(help: "With --explain: show the secret numbers too.")
    var secret = false

    @Flag(help: "With --explain: print it as JSON.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Make the same key on every machine from these words. UNSAFE: for lessons only.", valueName: "words"),
        transform: TeachingSeed.parse)
    var teachingSeed: TeachingSeed?

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
    var file = "-"

    func validate() throws {
        if secret || json, !explain { throw ValidationError("--secret and --json go with --explain") }
        if teachingSeed != nil, encrypt {
            throw ValidationError("--encrypt would hide a key that everybody with the teaching seed has; leave it out")
        }
    }

    func run() throws {
        try output.check(file)
        guard explain || teachingSeed != nil else {
            let key = try Self.make(kind.kind)
            return try write(key)
        }
        var search = WorkedRSAKeySearch()
        let key = try Self.make(kind.kind, teachingSeed: teachingSeed, search: &search)
        try write(key)
        if let teachingSeed { teachingSeed.warn("this private key") }
        if explain { tell(search, key) }
    }

    private func write(_ key: borrowing SigningKey) throws {
        if encrypt {
            try KeyEncryptCommand.write(key, to: file, passphrase, output)
        } else {
            try key.pkcs8PEM(markedBy: teachingSeed).withSpan { try output.write($0, to: file, access: .owner) }
        }
    }

    /// The explanation goes to standard output, or to standard error where the key is there already.
    private func tell(_ search: WorkedRSAKeySearch, _ key: borrowing SigningKey) {
        let showsSecrets = secret || teachingSeed != nil
        let numbers = key.workedNumbers
        let text =
            json
            ? JSONValue.object([
                "unsafe": teachingSeed.map { _ in .bool(true) },
                "search": search.json(showsSecrets: showsSecrets), "numbers": numbers.json(showsSecrets: showsSecrets),
            ]).text
            : WorkedKeyText(search, numbers, showsSecrets: showsSecrets, style: Terminal.style).text
        if file == "-" { Terminal.complain(text) } else { Terminal.write(text) }
    }

    /// Makes a key that a teaching seed may say, else by the system's random numbers.
    static func make(_ kind: SigningKey.Kind, teachingSeed: TeachingSeed?) throws -> SigningKey {
        guard let teachingSeed else { return try make(kind) }
        var search = WorkedRSAKeySearch()
        return try make(kind, teachingSeed: teachingSeed, search: &search)
    }

    /// Makes a key that is explained, from the system's random numbers or a teaching seed.
    private static func make(
        _ kind: SigningKey.Kind, teachingSeed: TeachingSeed?, search: inout WorkedRSAKeySearch
    ) throws -> SigningKey {
        var progress = ProgressLine()
        defer { progress.end() }
        var tested = 0
        do throws(SigningKey.UnsupportedKind) {
            let random = teachingSeed?.random ?? .system
            return try SigningKey.generate(
                kind, random: random,
                progress: { _ in
                    tested += 1
                    progress.update("Searching for primes: \(tested) candidates tested")
                }, search: &search)
        } catch {
            progress.end()
            Terminal.complain("lucid: RSA keys have an even number of bits from 2048 to 8192")
            throw ExitCode.unusable
        }
    }

    /// Makes a key, with a line on the terminal while an RSA key is searched for.
    static func make(_ kind: SigningKey.Kind) throws -> SigningKey {
        var progress = ProgressLine()
        var tested = 0
        var found = 0
        let key: SigningKey
        do throws(SigningKey.UnsupportedKind) {
            key = try SigningKey.generate(kind) { step in
                if step == .foundPrime { found += 1 } else { tested += 1 }
                progress.update("Searching for primes: \(tested) candidates tested, \(found) found")
            }
        } catch {
            progress.end()
            Terminal.complain("lucid: RSA keys have an even number of bits from 2048 to 8192")
            throw ExitCode.unusable
        }
        progress.end()
        return key
    }
}

/// A kind of key as an argument.
struct KeyKind: ExpressibleByArgument {
    let kind: SigningKey.Kind

    init(_ kind: SigningKey.Kind) { self.kind = kind }

    init?(argument: String) {
        switch argument.lowercased() {
        case "p256", "p-256", "prime256v1", "secp256r1": kind = .p256
        case "p384", "p-384", "secp384r1": kind = .p384
        case "p521", "p-521", "secp521r1": kind = .p521
        case "ed25519": kind = .ed25519
        case let text where text.hasPrefix("rsa"):
            let digits = text.dropFirst(3).drop { $0 == "-" || $0 == ":" }
            guard let bits = Int(digits.isEmpty ? "3072" : digits) else { return nil }
            kind = .rsa(bits: bits)
        default: return nil
        }
    }

    var defaultValueDescription: String { "p256" }
}
