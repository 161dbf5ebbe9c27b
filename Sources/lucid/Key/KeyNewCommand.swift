import ArgumentParser
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
            """)

    @Option(help: ArgumentHelp("The kind of key.", valueName: "kind"))
    var kind: KeyKind = KeyKind(.p256)

    @Flag(help: "Encrypt it with a passphrase (PBES2, AES-256, 600,000 rounds of PBKDF2).")
    var encrypt = false

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
    var file = "-"

    func run() throws {
        try output.check(file)
        let key = try Self.make(kind.kind)
        if encrypt {
            try KeyEncryptCommand.write(key, to: file, passphrase, output)
        } else {
            try key.pkcs8PEM().withSpan { try output.write($0, to: file, access: .owner) }
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
