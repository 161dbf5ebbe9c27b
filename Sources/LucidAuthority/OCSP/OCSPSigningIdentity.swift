public import LucidDER
public import LucidIssuing
public import LucidModel
import LucidSignature

/// With what a responder signs: the CA's own key, or that of a responder whose certificate the CA issued (RFC 6960 §2.2).
public struct OCSPSigningIdentity: ~Copyable, Sendable {
    /// The certificate and its key; a delegated responder's certificate is that of no authority, all the same.
    let pair: CertificateAuthority
    /// Whether the certificate is another than the CA's, so that it has to go along with each response.
    public let isDelegated: Bool
    /// The CA whose certificates it may answer for.
    public let authority: AuthorityRecord

    public var certificate: Certificate { pair.certificate }

    /// The CA itself.
    public init(_ opened: consuming CertificateAuthority, of authority: AuthorityRecord) {
        pair = opened
        isDelegated = false
        self.authority = authority
    }

    /// A delegated responder.
    init(delegated pair: consuming CertificateAuthority, of authority: AuthorityRecord) {
        self.pair = pair
        isDelegated = true
        self.authority = authority
    }

    /// Whether its certificate is valid at a time.
    public func isValid(at time: CalendarTime) -> Bool {
        certificate.validity.notBefore.time <= time && time <= certificate.validity.notAfter.time
    }
}
