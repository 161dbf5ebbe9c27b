import ArgumentParser
import LucidAuthority
import LucidX509

struct CASignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Issues certificates that requests (CSRs) ask for.",
        discussion: """
            The request's own signature is verified first. Who asks says for whom the certificate is; the profile says \
            what its key may do and for how long. Whatever else the request asks for is dropped, and told. Names that \
            policy.json does not allow, a weak key and the like refuse the whole request. The private key never comes \
            here.

            Writes NAME.pem, and NAME-fullchain.pem with the intermediate behind it. --profile intermediate makes a CA \
            below the root, whose key is needed for that.

            Exit codes: 0 all were issued, 1 a request was refused, 2 a file or the CA can not be used.

            Examples:
              lucid ca sign server.csr
              lucid ca sign --dry-run --profile client --for 30d alice.csr
              lucid ca sign --out /etc/ssl/www/www.pem www.csr
            """)

    @OptionGroup var options: CAOptions
    @OptionGroup var profile: CAProfileOptions

    @Option(
        help: ArgumentHelp(
            "A folder, or for one request a file NAME.pem, with NAME-fullchain.pem beside it.", valueName: "place"))
    var out = "."

    @Flag(help: "Tell what would be issued, and issue nothing; no key is needed.")
    var dryRun = false

    @Flag(help: "Overwrite files that are there.")
    var force = false

    @Flag(help: "Print a JSON array with one object for each (see Documentation/json.md).")
    var json = false

    @OptionGroup var passphrase: PassphraseOptions

    @Argument(help: ArgumentHelp("Requests in PEM or DER; - is standard input.", valueName: "csr"))
    var requests: [String]

    func validate() throws {
        if out == "-" || out.isEmpty { throw ValidationError("--out is a folder or a file") }
    }

    func run() throws {
        let life = profile.life
        let profile = try profile.read(allowsIntermediates: true)
        let store = try options.open(for: dryRun ? .reading : .changing)
        let policy = try options.policy(of: store, for: profile)
        let issuer: AuthorityRecord
        do throws(AuthorityProblem) {
            if profile.authority != nil {
                issuer = try store.authority(.root)
            } else {
                issuer = try store.signingAuthority()
            }
            try store.checkNotRevoked(issuer)
        } catch { throw error.told() }

        var loop = ArgumentLoop()
        var wishes: [SigningWish] = []
        for path in requests {
            loop.attempt {
                for request in try RequestFiles.read(path) {
                    wishes.append(SigningWish(path, request, profile, life, policy, issuer))
                }
            }
        }
        if wishes.count > 1, isFile {
            Terminal.complain("lucid: --out \(out.safeToShow): \(wishes.count) requests need a folder")
            throw ExitCode.unusable
        }
        // The passphrase is asked for only where there is something to sign.
        let hasWork = !dryRun && wishes.contains(where: \.isGranted)
        if hasWork {
            let signer = try options.signer(issuer, of: store, passphrase)
            for index in wishes.indices {
                loop.attempt { try wishes[index].issue(from: issuer, signer, store, files, at: .now) }
                if !json { wishes[index].tell(isDryRun: false, store.layout.policy) }
            }
        } else if !json {
            for wish in wishes { wish.tell(isDryRun: dryRun, store.layout.policy) }
        }
        if wishes.contains(where: { !$0.isGranted }) { loop.note(.refused) }
        if json { Terminal.write(JSONValue.array(wishes.map { $0.json(at: .now) }).text) }
        try loop.finish()
    }

    /// Whether one file, and not a folder, is meant.
    private var isFile: Bool { out.hasSuffix(".pem") && Folder.kind(out) != .directory }

    private func files(label: String) -> IssuedFiles {
        guard isFile else { return IssuedFiles(folder: out, label: label, replaces: force) }
        let name = out.split(separator: "/").last.map { String($0.dropLast(4)) } ?? ""
        return IssuedFiles(folder: Folder.containing(out), name: name, replaces: force)
    }
}
