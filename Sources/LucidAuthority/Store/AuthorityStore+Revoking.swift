public import LucidDER
import LucidDatabase
public import LucidIssuing
public import LucidModel

// Revoking, and the lists that say so.

/// A CRL that the CA published.
public struct PublishedList: Hashable, Sendable {
    public let authority: Int64
    public let number: Int
    /// For a delta CRL: the number of the list whose changes it has.
    public let baseNumber: Int?
    public let thisUpdate: CalendarTime
    public let nextUpdate: CalendarTime?
    public let entryCount: Int
    /// The list itself; only the newest complete one and the newest delta of each CA are kept whole.
    public let der: [UInt8]?
}

extension AuthorityStore {
    /// Marks a certificate as revoked.
    ///
    /// - Throws: `alreadyRevoked`; a certificate on hold can be revoked for good, though.
    public func revoke(
        _ record: CertificateRecord, _ revocation: CertificateRecord.Revocation
    ) throws(AuthorityProblem) {
        let changed = try transaction { () throws(DatabaseError) in
            try database.run(
                """
                UPDATE certificate SET revoked_at = ?, revocation_reason = ?, invalid_since = ?
                WHERE id = ? AND (revoked_at IS NULL OR revocation_reason = \(ReasonCode.Reason.certificateHold.rawValue))
                """, Self.values(revocation) + [.integer(record.id)])
            return database.changedRowCount
        }
        if changed == 0 { throw .alreadyRevoked(record.serialNumber) }
    }

    /// Says in a transaction that is open since when and why a certificate is revoked.
    func setRevocation(
        of record: CertificateRecord, to revocation: CertificateRecord.Revocation
    ) throws(AuthorityProblem) {
        try asProblem { () throws(DatabaseError) in
            try database.run(
                "UPDATE certificate SET revoked_at = ?, revocation_reason = ?, invalid_since = ? WHERE id = ?",
                Self.values(revocation) + [.integer(record.id)])
        }
    }

    /// Takes a certificate off hold (RFC 5280 §5.3.1).
    public func release(_ record: CertificateRecord) throws(AuthorityProblem) {
        let changed = try transaction { () throws(DatabaseError) in
            try database.run(
                """
                UPDATE certificate SET revoked_at = NULL, revocation_reason = NULL, invalid_since = NULL
                WHERE id = ? AND revocation_reason = \(ReasonCode.Reason.certificateHold.rawValue)
                """, [.integer(record.id)])
            return database.changedRowCount
        }
        if changed == 0 {
            throw record.revocation == nil ? .notRevoked(record.serialNumber) : .notOnHold(record.serialNumber)
        }
    }

    /// What a CRL of one of the CAs lists, in the order of revocation.
    ///
    /// - Parameters:
    ///   - from: leaves out certificates that had ended and been revoked before; RFC 5280 §3.3 asks that each is on one list
    ///     after its end.
    ///   - since: for a delta CRL: leaves out what was revoked before.
    public func revocations(
        of authority: AuthorityRecord, endingFrom from: CalendarTime? = nil, revokedSince since: CalendarTime? = nil
    ) throws(AuthorityProblem) -> [RevocationEntry] {
        try asProblem { () throws(DatabaseError) in
            try database.rows(
                """
                SELECT serial, revoked_at, revocation_reason, invalid_since FROM certificate
                WHERE authority = ? AND revoked_at IS NOT NULL AND revoked_at >= ? AND (not_after >= ? OR revoked_at >= ?)
                ORDER BY revoked_at, id
                """,
                [
                    .integer(authority.id), .integer(since?.secondsSince1970 ?? .min),
                    .integer(from?.secondsSince1970 ?? .min), .integer(from?.secondsSince1970 ?? .min),
                ]
            ) { row throws(DatabaseError) in
                guard let reason = ReasonCode.Reason(rawValue: Int(try row.optionalInteger(2, "reason") ?? 0)) else {
                    throw .unexpectedValue("certificate.revocation_reason")
                }
                return RevocationEntry(
                    serialNumber: SerialNumber(octets: try row.blob(0, "certificate.serial")).number,
                    revokedAt: CalendarTime(secondsSince1970: try row.integer(1, "certificate.revoked_at")),
                    reason: reason,
                    invalidFrom: try row.optionalInteger(3, "certificate.invalid_since").map(
                        CalendarTime.init(secondsSince1970:)))
            }
        }
    }

    /// How many certificates of a CA were revoked at this time or later.
    func revocationCount(of authority: AuthorityRecord, from time: CalendarTime?) throws(AuthorityProblem) -> Int {
        try asProblem { () throws(DatabaseError) in
            let count = try database.integer(
                """
                SELECT count(*) FROM certificate WHERE authority = ? AND revoked_at IS NOT NULL AND revoked_at >= ?
                """, [.integer(authority.id), .integer(time?.secondsSince1970 ?? .min)])
            return Int(count ?? 0)
        }
    }

    // MARK: Lists

    /// Takes the next CRL number of a CA. It is used up when this returns, so that no two lists ever have the same, though the
    /// numbers may have gaps (RFC 5280 §5.2.3 asks that they grow).
    public func takeRevocationListNumber(of authority: AuthorityRecord) throws(AuthorityProblem) -> Int {
        try transaction { () throws(DatabaseError) in try nextListNumber(of: authority) }
    }

    /// Takes the next CRL number in a transaction that is open.
    func nextListNumber(of authority: AuthorityRecord) throws(DatabaseError) -> Int {
        let next = try database.integer(
            "UPDATE authority SET next_list_number = next_list_number + 1 WHERE id = ? RETURNING next_list_number",
            [.integer(authority.id)])
        guard let next else { throw .unexpectedValue("authority.next_list_number") }
        return Int(next - 1)
    }

    /// Sees to it that the next CRL number of a CA is at least `number`: for a CA that another program had before.
    public func raiseRevocationListNumber(of authority: AuthorityRecord, to number: Int) throws(AuthorityProblem) {
        try transaction { () throws(DatabaseError) in
            try database.run(
                "UPDATE authority SET next_list_number = max(next_list_number, ?) WHERE id = ?",
                [.integer(Int64(number)), .integer(authority.id)])
        }
    }

    /// Records a CRL before it is published.
    public func record(
        _ list: RevocationList, of authority: AuthorityRecord, number: Int, baseNumber: Int? = nil
    ) throws(AuthorityProblem) {
        try transaction { () throws(DatabaseError) in
            try insert(list, of: authority, number: number, baseNumber: baseNumber)
        }
    }

    /// Records a CRL in a transaction that is open. Of each kind only the newest keeps its octets.
    func insert(
        _ list: RevocationList, of authority: AuthorityRecord, number: Int, baseNumber: Int?
    ) throws(DatabaseError) {
        let contents = list.tbsCertList
        try database.run(
            "UPDATE revocation_list SET der = NULL WHERE authority = ? AND (base_number IS NULL) = ?",
            [.integer(authority.id), .integer(baseNumber == nil ? 1 : 0)])
        try database.run(
            "INSERT INTO revocation_list VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                .integer(authority.id), .integer(Int64(number)), .integer(baseNumber.map { Int64($0) }),
                .integer(contents.thisUpdate.time.secondsSince1970),
                .integer(contents.nextUpdate?.time.secondsSince1970),
                .integer(Int64(contents.revokedCertificates?.count ?? 0)), .blob(list.der.array),
            ])
    }

    /// The newest complete CRL of a CA, or the newest delta; nil where there is none.
    public func newestList(of authority: AuthorityRecord, isDelta: Bool = false) throws(AuthorityProblem)
        -> PublishedList?
    {
        try asProblem { () throws(DatabaseError) in
            try database.rows(
                """
                SELECT authority, number, base_number, this_update, next_update, entry_count, der FROM revocation_list
                WHERE authority = ? AND (base_number IS NULL) = ? ORDER BY number DESC LIMIT 1
                """, [.integer(authority.id), .integer(isDelta ? 0 : 1)]
            ) { row throws(DatabaseError) in
                PublishedList(
                    authority: try row.integer(0, "list.authority"), number: Int(try row.integer(1, "list.number")),
                    baseNumber: try row.optionalInteger(2, "list.base_number").map { Int($0) },
                    thisUpdate: CalendarTime(secondsSince1970: try row.integer(3, "list.this_update")),
                    nextUpdate: try row.optionalInteger(4, "list.next_update").map(
                        CalendarTime.init(secondsSince1970:)),
                    entryCount: Int(try row.integer(5, "list.entry_count")), der: try row.optionalBlob(6, "list.der"))
            }.first
        }
    }
}
