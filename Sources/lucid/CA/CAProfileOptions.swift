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
            "A profile by name (server, client, both, ocsp, code-signing, email; for `sign` also intermediate), or one of your own from a JSON file.",
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

    /// The profile, with the life that was asked for.
    ///
    /// - Parameter allowsIntermediates: whether it may be a CA's, as for requests; nobody makes a CA by `issue`, whatever the
    ///   profile is called.
    func read(allowsIntermediates: Bool = false) throws -> CertificateProfile {
        var profile = try base()
        let isRoot = profile.name == CertificateProfile.root.name
        if profile.authority != nil, isRoot || !allowsIntermediates {
            Terminal.complain(
                "lucid: the profile \(profile.name.safeToShow) is for CAs: a root is made by `lucid ca init`, a CA below it by `lucid ca sign --profile intermediate` from its request"
            )
            throw ExitCode.unusable
        }
        if let life { profile.life = life }
        return profile
    }

    /// The life that was asked for; nil for the profile's own.
    var life: Lifetime? { duration?.lifetime ?? days.map { .days($0) } }

    private func base() throws -> CertificateProfile {
        if client { return .client }
        if both { return .serverAndClient }
        guard let profile else { return .server }
        if let known = CertificateProfile.named(profile) { return known }
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
