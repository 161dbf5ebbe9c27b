public import LucidDER
public import LucidModel

/// What became of a wish to revoke.
public enum RevocationOutcome: Hashable, Sendable {
    /// It is revoked now.
    case revoked(CertificateRecord.Revocation)
    /// It was on hold, and is revoked for good now.
    case endedHold(CertificateRecord.Revocation)
    /// It was revoked already; nothing has changed.
    case already(CertificateRecord.Revocation)
}

extension AuthorityStore {
    /// Revokes a certificate.
    ///
    /// What is revoked stays so. Only certificateHold is for a time (RFC 5280 §5.3.1): it ends when the certificate is revoked
    /// for another reason, or is released. A certificate that goes from hold to revoked counts as revoked since it was put on
    /// hold, for nobody should have accepted it since then.
    ///
    /// - Parameters:
    ///   - reason: nil for none in particular, which a certificate that is revoked already always has.
    ///   - invalidSince: since when the key is not to be trusted, where that was before (RFC 5280 §5.3.2).
    /// - Throws: `reasonStays` where another reason is wanted for a certificate that is revoked for good.
    public func revoke(
        _ record: CertificateRecord, reason: ReasonCode.Reason?, invalidSince: CalendarTime? = nil,
        at time: CalendarTime
    ) throws(AuthorityProblem) -> RevocationOutcome {
        try changing { () throws(AuthorityProblem) in
            let old = try certificate(record.id)?.revocation
            var wanted = CertificateRecord.Revocation(
                time: time, reason: reason ?? .unspecified, invalidSince: invalidSince)
            guard let old else {
                try setRevocation(of: record, to: wanted)
                return .revoked(wanted)
            }
            if old.reason == reason { return .already(old) }
            if old.reason == .certificateHold {
                wanted = CertificateRecord.Revocation(
                    time: old.time, reason: wanted.reason, invalidSince: invalidSince ?? old.invalidSince)
                try setRevocation(of: record, to: wanted)
                return .endedHold(wanted)
            }
            guard reason == nil else { throw .reasonStays(record.serialNumber, old) }
            return .already(old)
        }
    }
}

extension AuthorityStore {
    /// Throws where a CA's own certificate is revoked: by the folder's root, of which alone that is known here.
    public func checkNotRevoked(_ authority: AuthorityRecord) throws(AuthorityProblem) {
        if try record(of: authority.certificate)?.revocation != nil { throw .authorityRevoked(authority.role) }
    }
}
