public import LucidDER
public import LucidModel

/// Decides whether certificates are to be trusted.
///
/// It reads no clock and opens no file: trust anchors, intermediates and the time are given to it.
public struct Verifier: Sendable {
    /// The certificates that are trusted from the start, usually roots.
    public private(set) var trustAnchors: CertificatePool
    /// What they say, in the same order.
    private(set) var anchorFacts: [CertificateFacts]
    /// Which purpose the target certificate is for.
    public var purpose: Purpose
    /// What is asked of certificates beyond RFC 5280 §6.1.
    public var profile: Profile
    /// Key usages that the target must allow, besides those of the purpose. A certificate without a keyUsage extension
    /// allows all.
    public var keyUsage: KeyUsage = []
    /// Extended key usages that the target and the CAs above it must allow, besides that of the purpose.
    public var extendedKeyUsages: [ObjectIdentifier] = []
    /// The algorithms that certificates below the trust anchor may be signed with, besides what the profile says; empty for
    /// no restriction.
    public var signatureAlgorithms: Set<ObjectIdentifier> = []
    /// The most CAs between the target and the trust anchor, self-issued ones not counted (RFC 5280 §4.2.1.9 counts
    /// likewise); nil for no bound but the paths' own.
    public var maximumDepth: Int?
    /// How much the paths have to show about the revocation of their certificates.
    public var revocation = RevocationPolicy.ifPresent
    /// What is asked of certificate policies (RFC 5280 §6.1.1(c), (e), (f), (g)).
    public var policies = PolicyInputs()
    /// initial-permitted-subtrees (RFC 5280 §6.1.1(h)): the only names that the caller takes; empty for all.
    public var initialPermittedSubtrees: [GeneralSubtree] = []
    /// initial-excluded-subtrees (RFC 5280 §6.1.1(i)): names that the caller does not take.
    public var initialExcludedSubtrees: [GeneralSubtree] = []
    /// The domains under which anyone can register names, for ``Check/publicSuffixWildcard``.
    public var publicSuffixes = PublicSuffixList.essential
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

    public init(
        trustAnchors: some Sequence<Certificate>, purpose: Purpose = .server, profile: Profile = .private
    ) {
        self.trustAnchors = CertificatePool(trustAnchors)
        anchorFacts = self.trustAnchors.certificates.map(CertificateFacts.init)
        self.purpose = purpose
        self.profile = profile
    }

    /// The same with other trust anchors.
    public func trusting(_ anchors: some Sequence<Certificate>) -> Verifier {
        var other = self
        other.trustAnchors = CertificatePool(anchors)
        other.anchorFacts = other.trustAnchors.certificates.map(CertificateFacts.init)
        return other
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
        verify(Question(target, CertificatePool(intermediates), identity.map { [$0] } ?? [], at: time))
    }

    /// The same, and tells every step to `trace`.
    public func verify(
        _ target: Certificate, intermediates: some Sequence<Certificate> = [], identity: ReferenceIdentity? = nil,
        at time: CalendarTime, trace: inout Trace
    ) -> Verdict {
        verify(
            Question(target, CertificatePool(intermediates), identity.map { [$0] } ?? [], at: time), trace: &trace)
    }

    /// Answers a question.
    public func verify(_ question: Question) -> Verdict {
        var search = PathSearch(verifier: self, question: question, sink: SilentTrace())
        return search.run()
    }

    /// Answers a question, and tells every step to `trace`.
    public func verify(_ question: Question, trace: inout Trace) -> Verdict {
        var search = PathSearch(verifier: self, question: question, sink: trace)
        let verdict = search.run()
        trace = search.work.sink
        return verdict
    }
}
