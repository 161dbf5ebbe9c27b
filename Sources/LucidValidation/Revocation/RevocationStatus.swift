public import LucidDER
public import LucidModel

/// What the evidence says about one certificate.
public enum RevocationStatus: Hashable, Sendable {
    /// The policy does not ask.
    case notAsked
    /// Not revoked, for whatever reason.
    case good
    /// Revoked since `at`; on hold, too, which may be taken back.
    case revoked(at: CalendarTime, reason: ReasonCode.Reason)
    /// The evidence does not settle it: these reasons are left.
    case undetermined(reasons: ReasonFlags)
}

/// A certificate's status, and what follows from it.
public struct RevocationResult: Hashable, Sendable {
    public let status: RevocationStatus
    /// What speaks against the certificate: errors refuse it, warnings tell of evidence that was passed over.
    public let findings: [Finding]
    /// The checks in their order, for a trace; those that passed only where they were asked for.
    public let steps: [TraceStep]
}
