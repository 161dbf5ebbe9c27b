public import LucidDER

/// The status of a certificate (RFC 6960 §4.2.1).
///
///     CertStatus ::= CHOICE {
///         good        [0]     IMPLICIT NULL,
///         revoked     [1]     IMPLICIT RevokedInfo,
///         unknown     [2]     IMPLICIT UnknownInfo }
///
///     RevokedInfo ::= SEQUENCE {
///         revocationTime              GeneralizedTime,
///         revocationReason    [0]     EXPLICIT CRLReason OPTIONAL }
///
///     UnknownInfo ::= NULL
public enum CertStatus: Hashable, Sendable {
    /// No certificate with this serial number is revoked.
    case good
    case revoked(at: CalendarTime, reason: ReasonCode.Reason?)
    /// The responder does not know the certificate.
    case unknown
}

extension CertStatus: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        do throws(DERError) {
            switch cursor.nextTag {
            case DERTag.contextConstructed(1):
                self = try cursor.constructed(.contextConstructed(1), "revoked") { inner throws(DERError) in
                    .revoked(
                        at: try inner.generalizedTime("revocationTime"),
                        reason: try inner.optionalExplicit(0, "revocationReason") { reason throws(DERError) in
                            try ReasonCode(from: &reason, "").reason
                        })
                }
            case DERTag.context(2):
                try cursor.null("unknown", tag: .context(2))
                self = .unknown
            default:
                try cursor.null("good", tag: .context(0))
                self = .good
            }
        } catch { throw error.inside(field) }
    }

    public func encode(to writer: inout DERWriter) {
        switch self {
        case .good: writer.primitive(.context(0), [])
        case .unknown: writer.primitive(.context(2), [])
        case .revoked(let time, let reason):
            writer.constructed(.contextConstructed(1)) {
                $0.generalizedTime(time)
                if let reason { $0.explicit(0) { $0.enumerated(reason.rawValue) } }
            }
        }
    }
}
