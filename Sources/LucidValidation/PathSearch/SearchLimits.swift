/// The bounds of a search for paths, so that no set of certificates can keep the verifier busy.
public struct SearchLimits: Hashable, Sendable {
    /// The most certificates between the target and the trust anchor. Real chains have one to three.
    public var intermediateCount = 10
    /// The most complete paths that are validated. Each costs a few signatures: 32 of them take milliseconds.
    public var pathCount = 32
    /// The most issuer candidates that are looked at. Looking at one costs nanoseconds; a mesh of cross-certificates
    /// could otherwise have exponentially many routes.
    public var stepCount = 10_000

    public init() {}
}
