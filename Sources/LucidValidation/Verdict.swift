public import LucidDER
public import LucidModel

/// The answer.
public struct Verdict: Hashable, Sendable {
    /// The path that was accepted, or the best one that was refused: from the target to the trust anchor. The target and the
    /// issuers that were found where no trust anchor was.
    public let path: [Certificate]
    /// What speaks against that path; without an error among them it is accepted.
    public let findings: [Finding]
    /// user_constrained_policy_set (RFC 5280 §6.1.5(g)): the policies that the path is valid for and that the caller
    /// accepts, by their identifiers in order; anyPolicy where any is. Empty where the path is refused.
    public let policies: [ObjectIdentifier]
    /// The other paths that were tried, each with what speaks against it. One that was dropped before it reached a trust
    /// anchor ends with the certificate that did not fit.
    public let otherPaths: [RefusedPath]

    /// Whether the certificate is to be trusted.
    public var isAccepted: Bool { !findings.contains { $0.severity == .error } }

    /// A path and what speaks against it.
    public struct RefusedPath: Hashable, Sendable {
        public let path: [Certificate]
        public let findings: [Finding]
    }
}
