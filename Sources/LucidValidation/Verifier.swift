public import LucidDER
public import LucidModel

/// Decides whether certificates are to be trusted.
///
/// It reads no clock and opens no file: trust anchors, intermediates and the time are given to it.
public struct Verifier: Sendable {
    /// The certificates that are trusted from the start, usually roots.
    public let trustAnchors: CertificatePool
    /// Which purpose the target certificate is for.
    public var purpose: Purpose
    /// The bounds of the search.
    public var limits = SearchLimits()

    /// What a certificate is used for.
    public enum Purpose: String, Hashable, Sendable, CaseIterable {
        case server, client, any

        /// The extended key usage that allows it.
        var keyPurpose: ObjectIdentifier? {
            switch self {
            case .server: OID.serverAuth
            case .client: OID.clientAuth
            case .any: nil
            }
        }
    }

    public init(trustAnchors: some Sequence<Certificate>, purpose: Purpose = .server) {
        self.trustAnchors = CertificatePool(trustAnchors)
        self.purpose = purpose
    }

    /// Judges a certificate.
    ///
    /// - Parameters:
    ///   - target: the certificate that was presented.
    ///   - intermediates: certificates that may stand between it and a trust anchor, in any order, trusted in nothing.
    ///   - identity: whom the certificate must be for; nil to leave that open.
    ///   - time: the moment that the question is about.
    public func verify(
        _ target: Certificate, intermediates: some Sequence<Certificate> = [], identity: ReferenceIdentity? = nil,
        at time: CalendarTime
    ) -> Verdict {
        var silent = SilentTrace()
        return search(target, CertificatePool(intermediates), identity, time, &silent)
    }

    /// The same, and tells every step to `trace`.
    public func verify(
        _ target: Certificate, intermediates: some Sequence<Certificate> = [], identity: ReferenceIdentity? = nil,
        at time: CalendarTime, trace: inout Trace
    ) -> Verdict {
        search(target, CertificatePool(intermediates), identity, time, &trace)
    }

    private func search<Sink: TraceSink>(
        _ target: Certificate, _ intermediates: CertificatePool, _ identity: ReferenceIdentity?, _ time: CalendarTime,
        _ sink: inout Sink
    ) -> Verdict {
        var search = PathSearch(verifier: self, intermediates: intermediates, identity: identity, time: time)
        return search.run(target, &sink)
    }
}

/// The answer.
public struct Verdict: Hashable, Sendable {
    /// The path that was accepted, or the best one that was refused: from the target to the trust anchor. The target alone
    /// where no path to an anchor was found.
    public let path: [Certificate]
    /// What speaks against that path; without an error among them it is accepted.
    public let findings: [Finding]
    /// The paths that were tried before and refused, each with its findings.
    public let otherPaths: [RefusedPath]

    /// Whether the certificate is to be trusted.
    public var isAccepted: Bool { !findings.contains { $0.severity == .error } }

    /// A path and what speaks against it.
    public struct RefusedPath: Hashable, Sendable {
        public let path: [Certificate]
        public let findings: [Finding]
    }
}
