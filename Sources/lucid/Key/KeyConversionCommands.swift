import ArgumentParser
import LucidX509

struct KeyEncryptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "encrypt",
        abstract: "Encrypts a private key with a passphrase.",
        discussion: """
            Writes PKCS#8 with PBES2: AES-256-CBC, and 600,000 rounds of PBKDF2 with HMAC-SHA-256. A key that is \
            encrypted already is opened first; to change a passphrase, decrypt and encrypt with two calls.

            Examples:
              lucid key encrypt server-key.pem server-key-encrypted.pem
              lucid key encrypt --force key.pem key.pem
            """)

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("The private key; - is standard input.", valueName: "key")) var key: String
    @Argument(help: ArgumentHelp("The file to write; - is standard output.", valueName: "file")) var file = "-"

    func run() throws {
        try output.check(file)
        try Self.write(try KeyFiles.read(key, passphrase), to: file, passphrase, output)
    }

    /// Seals a key and writes it.
    static func write(
        _ key: borrowing SigningKey, to file: String, _ passphrase: PassphraseOptions, _ output: OutputOptions
    ) throws {
        let secret = try passphrase.readNew(for: InputFiles.shown(file))
        guard let encryption = PasswordEncryption() else { throw ExitCode.unusable }
        let text = try key.encryptedPEM(passphrase: secret, encryption: encryption)
        try output.write(text.span, to: file, access: .owner)
    }
}

struct KeyDecryptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decrypt",
        abstract: "Takes the passphrase off a private key.",
        discussion: """
            Reads PKCS#8 and OpenSSL's traditional files; writes unencrypted PKCS#8. It also turns PKCS#1 and SEC 1 \
            keys into PKCS#8.

            Examples:
              lucid key decrypt server-key-encrypted.pem server-key.pem
            """)

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("The private key; - is standard input.", valueName: "key")) var key: String
    @Argument(help: ArgumentHelp("The file to write; - is standard output.", valueName: "file")) var file = "-"

    func run() throws {
        try output.check(file)
        let key = try KeyFiles.read(self.key, passphrase)
        try key.pkcs8PEM().withSpan { try output.write($0, to: file, access: .owner) }
    }
}

struct KeyPublicCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "public",
        abstract: "Writes the public key that belongs to a private key.",
        discussion: """
            Examples:
              lucid key public server-key.pem
              lucid key public server-key.pem server-public.pem
            """)

    @OptionGroup var passphrase: PassphraseOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: ArgumentHelp("The private key; - is standard input.", valueName: "key")) var key: String
    @Argument(help: ArgumentHelp("The file to write; - is standard output.", valueName: "file")) var file = "-"

    func run() throws {
        try output.check(file)
        let info = try KeyFiles.read(key, passphrase).publicKey.info
        let text = PEMBlock.encode(label: "PUBLIC KEY", bytes: info.derEncoded.span)
        try output.write(text.span, to: file, access: .everybody)
    }
}
