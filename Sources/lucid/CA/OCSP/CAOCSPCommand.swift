import ArgumentParser
import LucidAuthority
import LucidX509

struct CAOCSPCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ocsp",
        abstract: "Answers OCSP requests, from a file or as an HTTP responder.",
        discussion: """
            Answers come from the CA's database as it is at that moment. They are signed by a responder with a key of \
            its own and a certificate of the CA for 30 days, which --new-responder makes; so the process that answers \
            the network holds a key that can do nothing else. Without a responder a request file is answered with the \
            CA's own key, and --listen makes a responder first; both ask for the CA's passphrase, once.

            --new-responder may be called at any time, from cron for one: a running --listen takes the new one by itself.

            --listen stops in order at SIGINT and SIGTERM. It answers POST and GET (RFC 6960 appendix A), speaks plain \
            HTTP, as OCSP does, and listens on this machine alone unless an address is given.

            Exit codes: 0 answered; 1 the answer is a refusal, such as malformedRequest or unauthorized; 2 unusable input.

            Examples:
              lucid ca ocsp --new-responder
              lucid ca ocsp request.der --out response.der
              lucid ca ocsp --listen
              lucid ca ocsp --listen 192.0.2.7:80 --verbose
              openssl ocsp -issuer issuing.pem -cert server.pem \\
                -url http://127.0.0.1:2560 -CAfile root.pem
            """)

    @OptionGroup var options: CAOptions

    @Flag(help: "Answer over HTTP; the argument is then ADDRESS:PORT (default: 127.0.0.1:2560).")
    var listen = false

    @Flag(help: "Issue a new responder's certificate, and end unless there is something to answer.")
    var newResponder = false

    @Flag(help: "Sign with the CA's own key, and not with a responder's.")
    var byCa = false

    @Flag(help: "Answer for what the root issued, where there is an issuing CA below it. Needs the root's key.")
    var root = false

    @Option(
        help: ArgumentHelp("How long an answer may be believed.", valueName: "duration"),
        transform: DurationArgument.parse)
    var life = DurationArgument(Lifetime(seconds: 3600))

    @Option(
        help: ArgumentHelp("How long a new responder's certificate is valid.", valueName: "duration"),
        transform: DurationArgument.parse)
    var responderLife = DurationArgument(.days(30))

    @Option(
        help: ArgumentHelp(
            "What is said of serial numbers that the CA never issued: unknown or revoked (RFC 6960 §2.2).",
            valueName: "status"),
        transform: Self.status(named:))
    var neverIssued = OCSPResponder.NeverIssued.unknown

    @Option(help: ArgumentHelp("The file for the response; - is standard output.", valueName: "file"))
    var out = "-"

    @OptionGroup var output: OutputOptions

    @Flag(help: "Print what was answered as a JSON object (see Documentation/json.md); needs --out FILE.")
    var json = false

    @Flag(name: .shortAndLong, help: "With --listen: a line for each request on standard error.")
    var verbose = false

    @OptionGroup var passphrase: PassphraseOptions

    @Argument(
        help: ArgumentHelp(
            "The request file in DER, - is standard input; with --listen the address.", valueName: "request"))
    var request: String?

    private static func status(named text: String) throws -> OCSPResponder.NeverIssued {
        guard let status = OCSPResponder.NeverIssued(rawValue: text) else {
            throw ValidationError("allowed are unknown and revoked")
        }
        return status
    }

    func validate() throws {
        if !listen, !newResponder, request == nil {
            throw ValidationError("give a request file, --listen or --new-responder")
        }
        if byCa, newResponder { throw ValidationError("--by-ca and --new-responder contradict each other") }
        if json, listen || request == nil || out == "-" {
            throw ValidationError("--json needs a request and --out FILE")
        }
        if verbose, !listen { throw ValidationError("--verbose is for --listen") }
    }

    func run() throws {
        if listen {
            let place = try OCSPServing.place(request)
            let identity = try identity(makingResponder: true)
            try OCSPServing.run(
                on: place, folder: options.folder, identity, settings: settings, isVerbose: verbose)
        } else if let request {
            try output.check(out)
            let octets = try read(request)
            let identity = try identity(makingResponder: false)
            try answer(octets, OCSPResponder(folder: options.folder, identity: identity, settings: settings))
        } else {
            _ = try identity(makingResponder: true)
        }
    }

    private var settings: OCSPResponder.Settings { .init(life: life.lifetime, neverIssued: neverIssued) }

    // MARK: Who signs

    /// The identity to sign with: a new responder where one is asked for, the one that is there, or the CA itself.
    ///
    /// - Parameter makingResponder: whether a responder is made where there is none. A process that listens shall not hold the
    ///   CA's key.
    private func identity(makingResponder: Bool) throws -> OCSPSigningIdentity {
        let now = CalendarTime.now
        let store = try options.open(for: newResponder ? .changing : .reading)
        do {
            let authority = try root ? store.authority(.root) : store.signingAuthority()
            if !byCa, !newResponder, let found = try store.ocspResponder(of: authority) {
                if found.isValid(at: now) { return found }
                Terminal.complain(
                    "lucid: the OCSP responder's certificate ended at \(found.certificate.validity.notAfter.time)")
            }
            return try freshIdentity(authority, store, makesResponder: newResponder || (makingResponder && !byCa), now)
        } catch let problem as AuthorityProblem { throw problem.told() }
    }

    private func freshIdentity(
        _ authority: AuthorityRecord, _ store: borrowing AuthorityStore, makesResponder: Bool, _ now: CalendarTime
    ) throws -> OCSPSigningIdentity {
        let opened = try options.signer(authority, of: store, passphrase)
        guard makesResponder else { return OCSPSigningIdentity(opened, of: authority) }
        // Before, the store was perhaps opened for reading only.
        let changing = try options.open(for: .changing)
        let certificate = try changing.makeOCSPResponder(
            by: opened, of: authority, life: responderLife.lifetime, at: now)
        let path = changing.layout.ocspResponder(for: authority)
        let end = certificate.validity.notAfter.time
        if end < now.adding(seconds: responderLife.seconds - 1) {
            Terminal.complain("lucid: the responder's life is cut short to \(end): the CA itself ends then")
        }
        Terminal.complain(
            "lucid: made an OCSP responder for \(authority.certificate.subject), until \(certificate.validity.notAfter.time): \(path.safeToShow)"
        )
        guard let identity = try changing.ocspResponder(of: authority) else {
            throw AuthorityProblem.keyMissing(path)
        }
        return identity
    }

    // MARK: A request in a file

    /// The most octets of a request: over HTTP there may be as many.
    private static let requestLimit = 64 << 10

    private func read(_ path: String) throws -> [UInt8] {
        do throws(FileProblem) { return try FileReader.read(path, limit: Self.requestLimit) } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
    }

    private func answer(_ request: [UInt8], _ responder: borrowing OCSPResponder) throws {
        let answer = responder.answer(request, at: .now)
        try output.write(answer.der.span, to: out, access: .everybody)
        if json {
            Terminal.write(answer.json.text)
        } else {
            for line in answer.lines { out == "-" ? Terminal.complain(line) : Terminal.write(line) }
        }
        if case .refused(let refusal) = answer.outcome {
            Terminal.complain("lucid: \(refusal.status): \(refusal.sentence)")
            throw ExitCode.refused
        }
    }
}
