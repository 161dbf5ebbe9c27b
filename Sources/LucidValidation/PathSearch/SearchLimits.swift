/// The bounds of one verification, so that no set of certificates can keep the verifier busy.
public struct SearchLimits: Hashable, Sendable {
    /// The most certificates between the target and the trust anchor, self-issued ones included. Real chains have one to
    /// three. (How many CAs a caller wants to allow is ``Verifier/maximumDepth``.)
    public var intermediateCount = 16
    /// The most complete paths that are validated.
    public var pathCount = 32
    /// The most issuer candidates that are looked at. Looking at one costs less than a microsecond; a mesh of
    /// cross-certificates could otherwise have exponentially many routes.
    public var stepCount = 10_000
    /// The most signatures of certificates that are computed. Each costs tens of microseconds. (Those of CRLs and OCSP
    /// responses are not counted: they come from the caller, not from who presents a certificate.)
    public var signatureCount = 256
    /// The most comparisons of a name with a name constraint. Each costs some nanoseconds.
    public var nameComparisonCount = 250_000

    public init() {}
}

/// What a verification has spent so far.
struct Effort {
    let limits: SearchLimits
    var steps = 0
    var paths = 0
    var signatures = 0
    var nameComparisonsLeft: Int

    init(limits: SearchLimits) {
        self.limits = limits
        nameComparisonsLeft = limits.nameComparisonCount
    }

    /// Whether a bound is reached, and the search has to end.
    var isExhausted: Bool {
        steps >= limits.stepCount || paths >= limits.pathCount || signatures >= limits.signatureCount
    }

    /// The finding that tells so.
    var finding: Finding {
        Finding(
            check: .searchBudget, severity: .error, certificateIndex: nil,
            parameters: [
                .init("steps", .number(steps)), .init("paths", .number(paths)),
                .init("signatures", .number(signatures)),
            ])
    }

    /// The finding that no path was followed further than `SearchLimits/intermediateCount` allows.
    var lengthFinding: Finding {
        Finding(
            check: .searchLength, severity: .error, certificateIndex: nil,
            parameters: [.init("limit", .number(limits.intermediateCount))])
    }
}
