public import LucidDER
public import LucidModel

/// What is asked of a verifier: is this certificate to be trusted, for whom, and when?
public struct Question: Sendable {
    /// The certificate that was presented.
    public var target: Certificate
    /// Certificates that may stand between it and a trust anchor, trusted in nothing. Build the pool once where many
    /// questions share it.
    public var intermediates: CertificatePool
    /// Whom the certificate must be for: all of these. Empty leaves it open.
    public var identities: [ReferenceIdentity]
    /// CRLs and OCSP responses that tell whether certificates are revoked; nothing is fetched.
    public var evidence = RevocationEvidence()
    /// The moment that the question is about.
    public var time: CalendarTime

    public init(
        _ target: Certificate, _ intermediates: CertificatePool = CertificatePool([]),
        _ identities: [ReferenceIdentity] = [], at time: CalendarTime
    ) {
        self.target = target
        self.intermediates = intermediates
        self.identities = identities
        self.time = time
    }
}
