import ArgumentParser
import LucidX509

/// What kind of certificate is wanted, and for how long.
struct CAProfileOptions: ParsableArguments {
    @Flag(help: "For a TLS server (the default).")
    var server = false

    @Flag(help: "For a TLS client.")
    var client = false

    @Flag(help: "For a machine that is a TLS server and a TLS client.")
    var both = false

    @Option(
        help: ArgumentHelp(
            "A profile by name (server, client, both, ocsp, code-signing, email), or one of your own from a JSON file.",
            valueName: "profile"))
    var profile: String?

    @Option(help: ArgumentHelp("How many days it is valid (default: the profile's).", valueName: "days"))
    var days: Int?

    @Option(
        name: .customLong("for"), help: ArgumentHelp("How long it is valid: 12h, 90d, 2w, 1y.", valueName: "duration"),
        transform: DurationArgument.parse)
    var duration: DurationArgument?

    func validate() throws {
        guard [server, client, both, profile != nil].filter({ $0 }).count <= 1 else {
            throw ValidationError("give one of --server, --client, --both and --profile")
        }
        guard days == nil || duration == nil else { throw ValidationError("give --days or --for, not both") }
        if let days, days < 1 { throw ValidationError("a certificate is valid for a day at least; --for 12h is less") }
        try DurationArgument.check(days: days)
    }

    /// Whether a life was asked for.
    var hasLife: Bool { days != nil || duration != nil }

    /// The profile, with the life that was asked for.
    ///
    /// - Parameter allowsIntermediates: whether the profile `intermediate` may be asked for.
    func read(allowsIntermediates: Bool = false) throws -> CertificateProfile {
        var profile = try base(allowsIntermediates)
        if let life { profile.life = life }
        return profile
    }

    /// The life that was asked for; nil for the profile's own.
    var life: Lifetime? { duration?.lifetime ?? days.map { .days($0) } }

    private func base(_ allowsIntermediates: Bool) throws -> CertificateProfile {
        if client { return .client }
        if both { return .serverAndClient }
        guard let profile else { return .server }
        if let known = CertificateProfile.named(profile) {
            let isIntermediate = known.name == CertificateProfile.intermediate.name
            guard known.authority == nil || (allowsIntermediates && isIntermediate) else {
                Terminal.complain("lucid: CAs are made by `lucid ca init`; the profile \(profile) is not for issuing")
                throw ExitCode.unusable
            }
            return known
        }
        do {
            return try CertificateProfile(json: try FileReader.read(profile))
        } catch let problem as SettingProblem {
            Terminal.complain("lucid: \(InputFiles.shown(profile)): \(problem.sentence)")
        } catch let problem as FileProblem {
            let names = CertificateProfile.known.filter { $0.authority == nil }.map(\.name).joined(separator: ", ")
            let hint = problem.reason == .notFound ? "; a profile is \(names), or a JSON file" : ""
            Terminal.complain("lucid: \(problem.sentence)\(hint)")
        }
        throw ExitCode.unusable
    }
}
