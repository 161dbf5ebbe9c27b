public import LucidDER
import LucidDatabase
public import LucidIssuing
public import LucidModel
import LucidSignature

/// What a new CRL has.
public enum RevocationListKind: Hashable, Sendable {
    /// All that is revoked.
    case complete
    /// What has changed since the newest complete list (RFC 5280 §5.2.4).
    case delta
}

extension AuthorityStore {
    /// Makes a CRL and records it. Only when this has returned may the list leave the CA.
    ///
    /// Number, contents, signature and record are one transaction: of two lists the one with the higher number knows at least
    /// what the other one knows, however many processes make lists at once (RFC 5280 §5.2.3).
    ///
    /// There is no issuingDistributionPoint: each list has everything that its CA revoked, so it is the list of every
    /// distribution point that a certificate names (RFC 5280 §5.2.5, §6.3.3(b)(2)).
    ///
    /// - Parameters:
    ///   - authority: the CA with its key.
    ///   - life: the next list is promised for the end of it.
    ///   - deltaPlaces: the URIs that delta CRLs are to be had from, which a complete list says in freshestCRL (RFC 5280 §5.2.6);
    ///     OpenSSL looks at delta CRLs only where it or the certificate says so.
    public func publish(
        _ kind: RevocationListKind, of record: AuthorityRecord, signedBy authority: borrowing CertificateAuthority,
        at time: CalendarTime, life: Lifetime, deltaPlaces: [GeneralName] = []
    ) throws(AuthorityProblem) -> PublishedList {
        // RFC 5280 §4.2.1.3: with a key usage, only cRLSign lets a key sign lists.
        guard authority.certificate.extensions.keyUsage?.contains(.cRLSign) ?? true else {
            throw .listSigningNotAllowed(record.role)
        }
        return try changing { () throws(AuthorityProblem) in
            let complete = try newestList(of: record)
            let delta = try newestList(of: record, isDelta: true)
            for last in [complete, delta] {
                if let last, last.thisUpdate > time {
                    throw .listFromTheFuture(number: last.number, thisUpdate: last.thisUpdate)
                }
            }
            let number = try asProblem { () throws(DatabaseError) in try nextListNumber(of: record) }
            var contents = RevocationListContents(
                issuer: record.certificate, number: number, thisUpdate: time,
                nextUpdate: time.adding(seconds: life.seconds))
            switch kind {
            case .complete:
                contents.entries = try entriesOfCompleteList(of: record, after: complete)
                if !deltaPlaces.isEmpty {
                    let point = DistributionPoint(distributionPoint: .fullName(deltaPlaces))
                    contents.otherExtensions = [Extension(FreshestCRL(points: [point]), critical: false)]
                }
            case .delta:
                guard let complete else { throw .noCompleteList(record.role) }
                contents.baseNumber = DERInteger(complete.number)
                contents.entries = try entriesOfDelta(of: record, to: complete, after: delta)
            }
            return try sign(contents, number, kind == .delta ? complete?.number : nil, record, authority)
        }
    }

    private func sign(
        _ contents: RevocationListContents, _ number: Int, _ baseNumber: Int?, _ record: AuthorityRecord,
        _ authority: borrowing CertificateAuthority
    ) throws(AuthorityProblem) -> PublishedList {
        let list: RevocationList
        do throws(IssuingProblem) { list = try contents.signed(with: authority.key) } catch { throw .issuing(error) }
        try asProblem { () throws(DatabaseError) in
            try insert(list, of: record, number: number, baseNumber: baseNumber)
        }
        return PublishedList(
            authority: record.id, number: number, baseNumber: baseNumber, thisUpdate: contents.thisUpdate,
            nextUpdate: contents.nextUpdate, entryCount: contents.entries.count, der: list.der.array)
    }

    /// Everything that is revoked, without what had ended before the last list: RFC 5280 §3.3 lets an entry go when it has been
    /// on one list that was issued after the certificate's end.
    private func entriesOfCompleteList(
        of record: AuthorityRecord, after last: PublishedList?
    ) throws(AuthorityProblem) -> [RevocationEntry] {
        try revocations(of: record, endingFrom: last?.thisUpdate)
    }

    /// What is different from the complete list.
    private func entriesOfDelta(
        of record: AuthorityRecord, to complete: PublishedList, after delta: PublishedList?
    ) throws(AuthorityProblem) -> [RevocationEntry] {
        // A delta to an older list says nothing about this one.
        var previous: [RevokedCertificate] = []
        if let delta, delta.baseNumber == complete.number { previous = try entries(of: delta) }
        let changes = RevocationChanges(base: try entries(of: complete), previous: previous)
        return changes.entries(
            now: try revocations(of: record, endingFrom: complete.thisUpdate),
            allSerialNumbers: Set(try revocations(of: record).map(\.serialNumber)))
    }

    private func entries(of list: PublishedList) throws(AuthorityProblem) -> [RevokedCertificate] {
        guard let der = list.der, let parsed = try? RevocationList(der: der) else {
            throw .damaged(layout.database, detail: "its CRL \(list.number) can not be read")
        }
        return parsed.tbsCertList.revokedCertificates ?? []
    }
}
