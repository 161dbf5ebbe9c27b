import ArgumentParser
import LucidAuthority
import LucidX509

struct CAInitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a new CA: a root, and an issuing CA below it.",
        discussion: """
            The root's key is written to offline/ in the CA's folder: carry it away, it is needed for nothing but \
            further CAs below it (lucid ca sign --profile intermediate) and the root's CRLs. With --root-only there is \
            one CA, and its key stays in keys/. The folder's own CAs are never renewed: make the next ones, in a new \
            folder, before they end.

            --dns, --ip, --email and --uri-host say what names may be issued, and nothing else may then; each can be \
            given several times. They go into policy.json, and as name constraints into the issuing CA's certificate, \
            so that clients refuse anything else from it. --policy takes a whole policy from a file instead \
            (Documentation/profiles.md).

            Examples:
              lucid ca init --name Example --dns example.internal --ip 10.0.0.0/8
              lucid ca init --ca /etc/pki/lab --root-only --key-kind p384 --days 730
            """)

    @OptionGroup var options: CAOptions

    @Flag(help: "One CA, which is the root and issues everything itself.")
    var rootOnly = false

    @Option(help: ArgumentHelp("The CAs are called NAME Root CA and NAME Issuing CA.", valueName: "name"))
    var name = "Private"

    @Option(help: ArgumentHelp("Further parts of their names, such as O=Example,C=DE.", valueName: "name-parts"))
    var subject: String?

    @Option(
        help: ArgumentHelp(
            "The kind of their keys: p256, p384, p521, ed25519, rsa-2048 to rsa-8192.", valueName: "kind"))
    var keyKind = KeyKind(.p256)

    @Option(help: ArgumentHelp("How many days the issuing CA is valid (default: 1825).", valueName: "days"))
    var days: Int?

    @Option(help: ArgumentHelp("How many days the root is valid (default: 3650).", valueName: "days"))
    var rootDays: Int?

    @OptionGroup var policy: CAPolicyOptions
    @OptionGroup var passphrase: PassphraseOptions

    @Option(
        help: ArgumentHelp("Another passphrase for the root's key, from the first line of a file.", valueName: "file"))
    var rootPassphraseFile: String?

    @Flag(help: "Do not encrypt the keys: who gets at the files can issue.")
    var noPassphrase = false

    func validate() throws {
        if noPassphrase, passphrase.passphraseFile != nil || rootPassphraseFile != nil {
            throw ValidationError("--no-passphrase and a passphrase's file contradict each other")
        }
        if rootOnly, days != nil, rootDays != nil {
            throw ValidationError("with --root-only there is one life: give --days or --root-days")
        }
        for count in [days, rootDays].compactMap({ $0 }) where count < 1 {
            throw ValidationError("a CA is valid for a day at least")
        }
        try DurationArgument.check(days: days)
        try DurationArgument.check(days: rootDays, option: "--root-days")
    }

    func run() throws {
        let folder = options.folder
        let rules = try policy.read()
        let rootName = try subject("\(name) Root CA")
        let issuingName = rootOnly ? nil : try subject("\(name) Issuing CA")
        do throws(AuthorityProblem) { try AuthorityCreation.checkPlace(folder) } catch { throw error.told() }

        var rootProfile = CertificateProfile.root
        if let life = rootOnly ? rootDays ?? days : rootDays { rootProfile.life = .days(life) }
        var issuingProfile = rules.constrained(.intermediate)
        if let days { issuingProfile.life = .days(days) }
        guard rootOnly || issuingProfile.life <= rootProfile.life else {
            Terminal.complain(
                "lucid: the issuing CA would outlive its root: \(issuingProfile.life) and \(rootProfile.life)")
            throw ExitCode.unusable
        }
        if noPassphrase {
            Terminal.complain("lucid: the CA's keys are not encrypted: who gets at their files can issue certificates")
        }
        let secret = try commonPassphrase()
        let rootSecret = try rootPassphrase(secret)
        let root = AuthorityCreation.Member(
            subject: rootName, keyKind: keyKind.kind, profile: rootProfile, passphrase: rootSecret)
        var issuing: AuthorityCreation.Member?
        if let issuingName {
            issuing = AuthorityCreation.Member(
                subject: issuingName, keyKind: keyKind.kind, profile: issuingProfile, passphrase: secret)
        }
        let text = Array((rules.json.text + "\n").utf8)
        try make(AuthorityCreation(root: root, issuing: issuing, policy: text), in: folder)
        tell(AuthorityLayout(folder))
    }
}

extension CAInitCommand {
    /// The name of one of the CAs: the further parts, and the commonName last, which RFC 4514 writes first.
    private func subject(_ commonName: String) throws -> Name {
        let scalars = name.unicodeScalars
        if scalars.allSatisfy(\.properties.isWhitespace) || scalars.contains(where: \.isUnsafeToShow) {
            Terminal.complain("lucid: --name has to be a text without control characters or invisible ones")
            throw ExitCode.unusable
        }
        guard (1...64).contains(commonName.unicodeScalars.count) else {
            Terminal.complain("lucid: \(IssuingProblem.badSubject(commonName).sentence)")
            throw ExitCode.unusable
        }
        // One for both would make two CAs of the same name.
        if try SubjectParts.read(subject)?.values(of: OID.commonName).isEmpty == false {
            throw SubjectParts.refused("the commonName (CN) of the CAs comes from --name; leave it out")
        }
        return try SubjectParts.name(subject, commonName: Name(commonName: commonName))
    }

    /// What the keys are encrypted with; nil for no encryption.
    private func commonPassphrase() throws -> SecretBytes? {
        noPassphrase ? nil : try passphrase.readNew(for: rootOnly ? "the CA's key" : "the CA's keys")
    }

    /// The root's own passphrase, or the common one.
    private func rootPassphrase(_ common: borrowing SecretBytes?) throws -> SecretBytes? {
        if let rootPassphraseFile { return try PassphraseOptions.firstLine(of: rootPassphraseFile) }
        switch common {
        case .some(let secret): return secret.copy()
        case .none: return nil
        }
    }

    private func make(_ creation: consuming AuthorityCreation, in folder: String) throws {
        var progress = ProgressLine()
        var tested = 0
        do throws(AuthorityProblem) {
            try creation.make(in: folder, at: .now) { step in
                if step == .testingCandidate { tested += 1 }
                progress.update("Searching for primes: \(tested) candidates tested")
            }
            progress.end()
        } catch {
            progress.end()
            throw error.told()
        }
    }

    private func tell(_ layout: AuthorityLayout) {
        Terminal.write("Made a CA in \(layout.folder.safeToShow):")
        Terminal.write("  \(layout.root.safeToShow)  give this to those who are to trust the CA")
        if !rootOnly {
            Terminal.write("  \(layout.offline.safeToShow)  the root's key: carry this folder away, and keep it safe")
        }
        Terminal.write("  \(layout.policy.safeToShow)  what may be issued")
        Terminal.write(
            "Next: lucid ca issue\(layout.folder == "ca" ? "" : " --ca \(ShellWord.quoted(layout.folder))") NAME")
    }
}
