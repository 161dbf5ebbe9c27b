import ArgumentParser
import LucidX509

struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Converts between PEM, DER, PKCS#7 and PKCS#12.",
        discussion: """
            What the inputs are is seen from their content: PEM with any blocks, one structure in DER, PKCS#7 or PKCS#12.

              pem  certificates, revocation lists, requests, public and private keys
              der  one of these
              p7b  certificates and revocation lists (PKCS#7; as PEM, or with --der as DER)
              p12  private keys and their certificates (PKCS#12), or certificates alone

            Private keys are written encrypted: AES-256, 600,000 rounds of PBKDF2, unless --unencrypted is given. The \
            passphrase for the output comes from --out-passphrase-file, else from LUCID_PASSPHRASE, else from a \
            prompt; that for the inputs from --passphrase-file, LUCID_PASSPHRASE or a prompt. Files with private keys \
            get mode 0600. A key in a p12 must belong to one of the certificates; that one comes first, then its \
            issuers.

            Examples:
              lucid convert --to p12 --key key.pem --name www --out www.p12 fullchain.pem
              lucid convert --to p12 --legacy --key key.pem --out old.p12 fullchain.pem
              lucid convert --to pem --out everything.pem server.p12
              lucid convert --to pem --no-keys --out chain.pem server.p12
              lucid convert --to p7b --out chain.p7b root.pem intermediate.pem
              lucid convert --to der --out server.der server.pem
            """)

    @Argument(help: ArgumentHelp("The files to convert; - is standard input.", valueName: "in"))
    var inputs: [String] = []

    @Option(help: ArgumentHelp("What to write: pem, der, p7b or p12.", valueName: "form"))
    var to: ConvertForm

    @Option(help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
    var out = "-"

    @Option(help: ArgumentHelp("A private key to put beside the inputs.", valueName: "file"))
    var key: String?

    @Option(help: ArgumentHelp("p12: the friendly name (alias) of the key and its certificate.", valueName: "name"))
    var name: String?

    @Flag(help: "p12: Triple DES and SHA-1, for programs from before 2020 or so.")
    var legacy = false

    @Option(
        help: ArgumentHelp(
            "p12: rounds of key derivation, 2048 to 10000000 (default: 600000, with --legacy 100000).", valueName: "n"))
    var iterations: Int?

    @Flag(help: "p7b: write DER instead of PEM.")
    var der = false

    @Flag(help: "Leave private keys out.")
    var noKeys = false

    @Flag(help: "pem, der: write private keys without a passphrase.")
    var unencrypted = false

    @OptionGroup var passphrase: PassphraseOptions

    @Option(help: ArgumentHelp("Read the output's passphrase from the first line of a file.", valueName: "file"))
    var outPassphraseFile: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        if inputs.isEmpty && key == nil { throw ValidationError("Name at least one file to convert.") }
        if (legacy || name != nil || iterations != nil) && to != .p12 {
            throw ValidationError("--legacy, --name and --iterations are for --to p12.")
        }
        if let iterations, PKCS12Protection(isLegacy: legacy, iterations: iterations) == nil {
            throw ValidationError("--iterations is from 2048 to 10000000.")
        }
        if der && to != .p7b { throw ValidationError("--der is for --to p7b; --to der writes single structures.") }
        if unencrypted && (to == .p12 || to == .p7b) {
            throw ValidationError("--unencrypted is for --to pem and --to der.")
        }
        if key != nil && (noKeys || to == .p7b) {
            throw ValidationError(noKeys ? "--key and --no-keys exclude each other." : "A p7b has no private keys.")
        }
    }

    func run() throws {
        try output.check(out)
        var collected = try ConvertInputs.read(inputs, key: key, passphrase)
        if noKeys || to == .p7b { collected.leaveOutKeys(isAskedFor: noKeys) }
        if to == .p12 || !collected.contents.keys.isEmpty { collected.putLeavesFirst() }
        let writer = ConvertWriter(
            collected: collected, out: out, passphraseFile: outPassphraseFile, isUnencrypted: unencrypted)
        let octets =
            switch to {
            case .pem: try writer.pem()
            case .der: try writer.der()
            case .p7b: try writer.bundle(asDER: der)
            case .p12: try writer.pkcs12(protection, name: name)
            }
        if out == "-", to != .pem, to != .p7b || der, Terminal.isTerminal {
            Terminal.complain("lucid: this is nothing for a terminal; use --out to name a file")
            throw ExitCode.unusable
        }
        let access: FileWriter.Access = collected.contents.keys.isEmpty ? .everybody : .owner
        try octets.withSpan { try output.write($0, to: out, access: access) }
    }
}

extension ConvertCommand {
    /// How a p12 is written.
    private var protection: PKCS12Protection {
        iterations.flatMap { PKCS12Protection(isLegacy: legacy, iterations: $0) } ?? (legacy ? .legacy : .modern)
    }
}

/// What `lucid convert` writes.
enum ConvertForm: String, ExpressibleByArgument, CaseIterable {
    case pem, der, p7b, p12
}
