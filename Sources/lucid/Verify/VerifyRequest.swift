import ArgumentParser
import LucidX509

/// What `lucid verify` is asked: the values of its arguments, however they were read. `VerifyOptions` says what each means.
struct VerifyRequest: Equatable {
    var trust: [String] = []
    var intermediates: [String] = []
    var host: [String] = []
    var email: [String] = []
    var purpose: Verifier.Purpose = .server
    var profile: Profile?
    var at: CalendarTime?
    var crl: [String] = []
    var ocsp: [String] = []
    var revocation: RevocationPolicy = .ifPresent
    var policy: [ObjectIdentifier] = []
    var inhibitPolicyMapping = false
    var inhibitAnyPolicy = false
    var maxDepth: Int?
    var trace = false
    var explain = false
    var deep = false
    /// Where the story is written as a page.
    var html: Page?
    var json = false
    var ndjson = false
    /// The files of the certificates that are to be judged.
    var leaves: [String] = []

    /// A page, and whether it may replace a file.
    struct Page: Equatable {
        let path: String
        let replaces: Bool
    }

    /// The verifier that the request describes.
    func verifier() throws -> Verifier {
        verifier(trusting: try anchors(), profile: trust.isEmpty ? .webPKI : .private)
    }

    /// The same with given trust anchors, and the profile that is used where none is asked for.
    func verifier(trusting anchors: [Certificate], profile usual: Profile) -> Verifier {
        var verifier = Verifier(trustAnchors: anchors, purpose: purpose, profile: profile ?? usual)
        verifier.revocation = revocation
        verifier.maximumDepth = maxDepth
        verifier.policies = PolicyInputs(
            userInitialPolicySet: policy.isEmpty ? .anyPolicy : UserInitialPolicySet(policy),
            initialPolicyMappingInhibit: inhibitPolicyMapping, initialExplicitPolicy: !policy.isEmpty,
            initialAnyPolicyInhibit: inhibitAnyPolicy)
        return verifier
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

    /// The certificates of --intermediates.
    func between() throws -> [Certificate] {
        try intermediates.flatMap { try InputFiles.certificates($0, role: "an intermediate certificate") }
    }

    /// The names of --host and --email.
    func identities() throws -> [ReferenceIdentity] {
        try host.map { name in
            guard let identity = ReferenceIdentity(name) else {
                Terminal.complain("lucid: --host \(name.safeToShow): neither a DNS name nor an IP address")
                throw ExitCode.unusable
            }
            return identity
        }
            + email.map { address in
                guard let identity = ReferenceIdentity(mailbox: address) else {
                    Terminal.complain("lucid: --email \(address.safeToShow): not an e-mail address")
                    throw ExitCode.unusable
                }
                return identity
            }
    }

    /// The contents of --crl and --ocsp.
    func evidence() throws -> RevocationEvidence {
        RevocationEvidence(
            lists: try crl.flatMap { try InputFiles.revocationLists($0) },
            responses: try ocsp.map { try InputFiles.ocspResponse($0) })
    }
}
