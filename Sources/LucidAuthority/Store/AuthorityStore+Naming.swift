public import LucidDER
public import LucidModel

// How people name certificates: by serial number, by name, or by the certificate itself.

extension AuthorityStore {
    /// The certificates that a serial number or a name stands for, to be revoked.
    ///
    /// A serial number stands for what has it. A name stands for the certificates with it that can be used: valid or on hold;
    /// where there is none, for those that ended; where there is none either, for the one that was revoked last.
    public func certificates(toRevoke text: String, at time: CalendarTime) throws(AuthorityProblem)
        -> [CertificateRecord]
    {
        let named = try certificates(named: text, at: time) { _ in }
        let usable = named.filter { $0.state(at: time) == .valid || $0.revocation?.reason == .certificateHold }
        if !usable.isEmpty { return usable }
        let ended = named.filter { $0.revocation == nil }
        if !ended.isEmpty { return ended }
        return named.count > 1 && SerialNumber(text) == nil ? Array(named.suffix(1)) : named
    }

    /// The certificates that a serial number or a name stands for, to be renewed: those that no other one replaced. Of a name
    /// the revoked ones are meant only where all of them are revoked.
    public func certificates(toRenew text: String, at time: CalendarTime) throws(AuthorityProblem)
        -> [CertificateRecord]
    {
        let named = try certificates(named: text, at: time) { $0.isReplaced = false }
        let usable = named.filter { $0.revocation == nil }
        return usable.isEmpty ? named : usable
    }

    /// The record of a certificate that is at hand; nil where it was not issued here.
    public func record(of certificate: Certificate) throws(AuthorityProblem) -> CertificateRecord? {
        try certificates(serial: SerialNumber(certificate.serialNumber)).first { $0.der == certificate.der.array }
    }

    /// The certificate that stands in a replaced one's place today; nil where nothing replaced it.
    public func successor(of record: CertificateRecord) throws(AuthorityProblem) -> CertificateRecord? {
        var newest: CertificateRecord?
        // Later ones have larger numbers: a damaged chain can not lead in a circle.
        while let next = (newest ?? record).replacedBy, next > (newest ?? record).id, let found = try certificate(next)
        {
            newest = found
        }
        return newest
    }

    /// By serial number, label or alternative name. The narrowing is for names alone: who writes a whole serial number knows.
    private func certificates(
        named text: String, at time: CalendarTime, _ narrow: (inout CertificateFilter) -> Void
    ) throws(AuthorityProblem) -> [CertificateRecord] {
        var found: [CertificateRecord] = []
        if let serial = SerialNumber(text) { found = try certificates(serial: serial) }
        var filter = CertificateFilter()
        filter.name = text
        narrow(&filter)
        let named = try certificates(filter, at: time, limit: Self.mostOfOneName)
        return found + named.filter { record in !found.contains { $0.id == record.id } }
    }

    /// Nobody reads a longer list of candidates.
    private static var mostOfOneName: Int { 10_000 }
}
