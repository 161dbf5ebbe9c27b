public import ArgumentParser
public import LucidX509

/// What a verification asks for, besides the certificates that it is about.
struct VerifyOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Certificates to trust from the start. Default: the system's roots.", valueName: "file"))
    var trust: [String] = []

    @Option(help: ArgumentHelp("Certificates that may stand in between; trusted in nothing.", valueName: "file"))
    var intermediates: [String] = []

    @Option(help: ArgumentHelp("A DNS name or IP address that the certificate must be for.", valueName: "name"))
    var host: [String] = []

    @Option(help: ArgumentHelp("An e-mail address that the certificate must be for.", valueName: "address"))
    var email: [String] = []

    @Option(help: ArgumentHelp("What it is used for: server, client or any.", valueName: "purpose"))
    var purpose: Verifier.Purpose = .server

    @Option(
        help: ArgumentHelp(
            "How strictly certificates are judged: private, rfc5280, webPKI or pathValidation. Default: private with --trust, webPKI with the system's roots.",
            valueName: "profile"))
    var profile: Profile?

    @Option(
        help: ArgumentHelp(
            "The moment in question: 2026-11-21T20:44:51Z, 2026-11-21 or @seconds. Default: now.", valueName: "time"))
    var at: CalendarTime?

    @Option(help: ArgumentHelp("Revocation lists (PEM or DER).", valueName: "file"))
    var crl: [String] = []

    @Option(help: ArgumentHelp("OCSP responses (DER).", valueName: "file"))
    var ocsp: [String] = []

    @Option(
        help: ArgumentHelp(
            "Revocation: off; if-present: what --crl and --ocsp say counts; require: every certificate needs a known status.",
            valueName: "policy"))
    var revocation: RevocationPolicy = .ifPresent

    @Option(
        help: ArgumentHelp(
            "A certificate policy that the path must be valid for; one of several will do.", valueName: "oid"))
    var policy: [ObjectIdentifier] = []

    @Flag(help: "Let no certificate map one policy to another.")
    var inhibitPolicyMapping = false

    @Flag(help: "Let anyPolicy count for nothing.")
    var inhibitAnyPolicy = false

    @Option(help: ArgumentHelp("The most CAs between the certificate and the trust anchor.", valueName: "number"))
    var maxDepth: Int?

    func validate() throws {
        if let maxDepth, maxDepth < 0 { throw ValidationError("--max-depth \(maxDepth): a number from 0 is needed") }
    }

    /// The values, by themselves.
    func request(leaves: [String], trace: Bool, json: Bool, ndjson: Bool) -> VerifyRequest {
        VerifyRequest(
            trust: trust, intermediates: intermediates, host: host, email: email, purpose: purpose, profile: profile,
            at: at, crl: crl, ocsp: ocsp, revocation: revocation, policy: policy,
            inhibitPolicyMapping: inhibitPolicyMapping, inhibitAnyPolicy: inhibitAnyPolicy, maxDepth: maxDepth,
            trace: trace, json: json, ndjson: ndjson, leaves: leaves)
    }
}

extension CalendarTime: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension ObjectIdentifier: ExpressibleByArgument {
    public init?(argument: String) { self.init(dotted: argument) }
}

extension Verifier.Purpose: ExpressibleByArgument {}

extension Profile: ExpressibleByArgument {
    public init?(argument: String) { self.init(named: argument) }

    public static var allValueStrings: [String] { all.map(\.name) }
}

extension RevocationPolicy: ExpressibleByArgument {
    public init?(argument: String) {
        guard let policy = Self.allCases.first(where: { $0.name == argument }) else { return nil }
        self = policy
    }

    public static var allValueStrings: [String] { allCases.map(\.name) }

    /// As options are written.
    private var name: String {
        switch self {
        case .off: "off"
        case .ifPresent: "if-present"
        case .require: "require"
        }
    }
}
