public import ArgumentParser
public import LucidX509

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Decides whether a certificate is to be trusted, and says why.",
        discussion: """
            Exit code 0: accepted; 1: refused; 2: unusable input or arguments.

            When the certificate's file has several certificates, the first one is judged and the others may stand between it
            and a root, as in a server's full-chain file.

            Examples:
              lucid verify --trust root.pem --host localhost localhost-fullchain.pem
              lucid verify --trust root.pem --intermediates intermediate.pem --trace leaf.pem
              lucid verify --host example.com --at 2030-01-01T00:00:00Z fullchain.pem
            """)

    @Option(help: ArgumentHelp("Certificates to trust from the start. Default: the system's roots.", valueName: "file"))
    var trust: [String] = []

    @Option(help: ArgumentHelp("Certificates that may stand in between; trusted in nothing.", valueName: "file"))
    var intermediates: [String] = []

    @Option(help: ArgumentHelp("The DNS name or IP address that the certificate must be for.", valueName: "name"))
    var host: String?

    @Option(help: ArgumentHelp("What it is used for: server, client or any.", valueName: "purpose"))
    var purpose: Verifier.Purpose = .server

    @Option(
        help: ArgumentHelp(
            "The moment in question: 2026-11-21T20:44:51Z, 2026-11-21 or @seconds. Default: now.", valueName: "time"))
    var at: CalendarTime?

    @Flag(help: "Show every step.")
    var trace = false

    @Flag(help: "Print the verdict as JSON (see Documentation/json.md).")
    var json = false

    @Argument(help: ArgumentHelp("The certificate, in PEM or DER; - is standard input.", valueName: "leaf"))
    var leaf: String

    func run() throws {
        let presented = try InputFiles.certificates(leaf, role: "the certificate to verify")
        let between = try intermediates.flatMap { try InputFiles.certificates($0, role: "an intermediate certificate") }
        let verifier = Verifier(trustAnchors: try anchors(), purpose: purpose)
        let identity = try self.identity()

        guard let target = presented.first else { throw ExitCode.unusable }
        var steps = Trace()
        let pool = presented.dropFirst() + between
        let time = at ?? .now
        let verdict =
            trace
            ? verifier.verify(target, intermediates: pool, identity: identity, at: time, trace: &steps)
            : verifier.verify(target, intermediates: pool, identity: identity, at: time)
        show(verdict, steps, time)
        if !verdict.isAccepted { throw ExitCode.refused }
    }

    private func anchors() throws -> [Certificate] {
        if !trust.isEmpty {
            return try trust.flatMap { try InputFiles.certificates($0, role: "a certificate to trust") }
        }
        do throws(FileProblem) { return try SystemRoots.load() } catch {
            Terminal.complain("lucid: the system's roots: \(error.sentence); name roots with --trust")
            throw ExitCode.unusable
        }
    }

    private func identity() throws -> ReferenceIdentity? {
        guard let host else { return nil }
        guard let identity = ReferenceIdentity(host) else {
            Terminal.complain("lucid: --host \(host.safeToShow): neither a DNS name nor an IP address")
            throw ExitCode.unusable
        }
        return identity
    }

    private func show(_ verdict: Verdict, _ steps: Trace, _ time: CalendarTime) {
        if json {
            Terminal.write(VerdictReport.json(verdict, trace: trace ? steps : nil).text)
            return
        }
        let style = Terminal.style
        let name = host.map { " for \($0)" } ?? ""
        let subject = "\(InputFiles.name(leaf))\(name), as of \(time)"
        if trace { Terminal.write(TraceText.text(steps, style: style) + "\n") }
        Terminal.write(VerdictReport.text(verdict, subject: subject, style: style))
    }
}

extension CalendarTime: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Verifier.Purpose: ExpressibleByArgument {}
