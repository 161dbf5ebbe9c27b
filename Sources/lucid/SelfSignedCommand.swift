import ArgumentParser
import LucidX509

struct SelfSignedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "self-signed",
        abstract: "Makes a server's certificate that its own key signs, without a CA.",
        discussion: """
            Writes NAME-key.pem (mode 0600, not encrypted) and NAME.pem, after the first name.

            Nobody trusts such a certificate before being given NAME.pem itself, and everybody has to be given the \
            next one when it ends; nobody can revoke it. Browsers show a warning at best. With a CA (lucid ca init, \
            lucid ca issue) clients are given one root, once, and accept all that the CA issues.

            With --teaching-seed both files are the same on every machine and on every day, and whoever knows the \
            words has the private key: Documentation/teaching.md.

            Examples:
              lucid self-signed localhost 127.0.0.1
              lucid self-signed --for 1y --key-kind rsa-3072 printer.example.internal
              lucid self-signed --teaching-seed "lesson 1" --from 2026-09-01 localhost
            """)

    @Option(help: ArgumentHelp("The kind of key: p256, p384, p521, ed25519, rsa-2048 to rsa-8192.", valueName: "kind"))
    var keyKind = KeyKind(.p256)

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("How long it is valid: 12h, 90d, 2w, 1y. Default: 90d.", valueName: "duration"),
        transform: DurationArgument.parse)
    var duration: DurationArgument?

    @Option(help: ArgumentHelp("The folder that the files are written to.", valueName: "dir"))
    var out = "."

    @OptionGroup var lesson: LessonOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: ArgumentHelp("The server's DNS names and IP addresses.", valueName: "name"))
    var names: [String]

    func run() throws {
        try names.forEach(Self.checkHost)
        let files = IssuedFiles(folder: out, label: names[0], replaces: output.force)
        for file in [files.key, files.certificate] { try output.check(file) }

        let lesson = lesson.lesson
        let profile = profile
        try self.lesson.check(profile)
        let key = try KeyNewCommand.make(keyKind.kind, teachingSeed: lesson?.seed)
        let certificate: Certificate
        do throws(IssuingProblem) {
            certificate = try CertificateAuthority.selfSigned(
                names: names, key: key, profile: profile, from: lesson?.beginning ?? .now,
                serialNumbers: lesson.map { .teaching($0.seed) } ?? .random)
        } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
        try write(key, certificate, files, lesson)

        Terminal.write(
            "Made a self-signed certificate for \(names[0].safeToShow), until \(certificate.validity.notAfter.time)")
        Terminal.write("  \(files.key.safeToShow)  the server's private key")
        Terminal.write(
            "  \(files.certificate.safeToShow)  the server's certificate, which every client has to be told to trust")
        lesson?.seed.warn("this private key: trust \(files.certificate.safeToShow) in the lesson alone")
    }

    /// A server's, with the life that was asked for; else the lesson's, else the usual one.
    private var profile: CertificateProfile {
        var profile = lesson.lesson?.adapted(.server) ?? .server
        if let duration { profile.life = duration.lifetime }
        return profile
    }

    /// Writes the key and the certificate, in a lesson each with its mark.
    private func write(
        _ key: borrowing SigningKey, _ certificate: Certificate, _ files: IssuedFiles, _ lesson: Lesson?
    ) throws {
        try key.pkcs8PEM(markedBy: lesson?.seed).withSpan { try output.write($0, to: files.key, access: .owner) }
        let mark = lesson.map { TeachingMark.header($0.seed, above: .certificate) } ?? []
        let text = mark + PEMBlock.encode(label: "CERTIFICATE", bytes: certificate.der.array.span)
        try output.write(text.span, to: files.certificate, access: .everybody)
    }

    /// Ends with exit code 2 where a TLS client can not connect to that.
    private static func checkHost(_ text: String) throws {
        switch GeneralName(parsing: text) {
        case .some(let name) where name.isHost: break
        case .some:
            Terminal.complain("lucid: \(text.safeToShow): a server has DNS names and IP addresses")
            throw ExitCode.unusable
        case nil:
            Terminal.complain("lucid: \(IssuingProblem.badName(text).sentence)")
            throw ExitCode.unusable
        }
    }
}
