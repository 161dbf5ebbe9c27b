public import LucidDER
import LucidDatabase
import LucidFiles
import LucidModel

extension AuthorityStore {
    /// The folder's CAs that sign now: the root first, then the issuing CA where there is one.
    public func authorities() throws(AuthorityProblem) -> [AuthorityRecord] {
        try allAuthorities().filter { $0.retiredAt == nil }
    }

    /// The CA in a role.
    public func authority(_ role: AuthorityRole) throws(AuthorityProblem) -> AuthorityRecord {
        guard let found = try authorities().first(where: { $0.role == role }) else { throw .noSuchRole(role) }
        return found
    }

    /// The CA that signs end entities: the intermediate, or the root where it is alone.
    public func signingAuthority() throws(AuthorityProblem) -> AuthorityRecord {
        guard let last = try authorities().last else {
            throw .damaged(layout.database, detail: "it has no CA")
        }
        return last
    }

    /// All of them, those that were replaced as well.
    public func allAuthorities() throws(AuthorityProblem) -> [AuthorityRecord] {
        try asProblem { () throws(DatabaseError) in
            try database.rows(
                """
                SELECT id, role, certificate, key_file, next_list_number, retired_at FROM authority
                ORDER BY role = 'issuing', id
                """
            ) { row throws(DatabaseError) in
                guard let role = AuthorityRole(rawValue: try row.text(1, "authority.role")),
                    let certificate = try? Certificate(der: try row.blob(2, "authority.certificate"))
                else { throw .unexpectedValue("authority") }
                return AuthorityRecord(
                    id: try row.integer(0, "authority.id"), role: role, certificate: certificate,
                    keyFile: try row.text(3, "authority.key_file"),
                    nextRevocationListNumber: Int(try row.integer(4, "authority.next_list_number")),
                    retiredAt: try row.optionalInteger(5, "authority.retired_at").map(
                        CalendarTime.init(secondsSince1970:)))
            }
        }
    }

    /// Whether something was ever issued by a profile of this name. Certificates are read until one is found.
    public func hasIssued(byProfile name: String) throws(AuthorityProblem) -> Bool {
        try asProblem { () throws(DatabaseError) in
            try database.integer("SELECT EXISTS (SELECT 1 FROM certificate WHERE profile = ?)", [.text(name)]) == 1
        }
    }

    /// A certificate by its number in the database.
    public func certificate(_ id: Int64) throws(AuthorityProblem) -> CertificateRecord? {
        try certificates("id = ?", [.integer(id)], "").first
    }

    /// A certificate by serial number. Two CAs of one folder may have used the same; then the answer is both.
    public func certificates(serial: SerialNumber) throws(AuthorityProblem) -> [CertificateRecord] {
        try certificates(
            "authority IN (SELECT id FROM authority) AND serial = ?", [.blob(serial.octets)], "ORDER BY id")
    }

    /// A certificate by serial number and CA, as an OCSP request names it.
    public func certificate(
        serial: SerialNumber, of authority: AuthorityRecord
    ) throws(AuthorityProblem) -> CertificateRecord? {
        try certificates("authority = ? AND serial = ?", [.integer(authority.id), .blob(serial.octets)], "").first
    }

    /// A page of certificates.
    ///
    /// - Parameters:
    ///   - time: what "expired" refers to.
    ///   - last: the last certificate of the page before; nil for the first page.
    ///   - limit: how many there may be at most.
    public func certificates(
        _ filter: CertificateFilter, at time: CalendarTime, order: CertificateFilter.Order = .recorded,
        after last: CertificateRecord? = nil, limit: Int
    ) throws(AuthorityProblem) -> [CertificateRecord] {
        var (sql, values) = filter.condition(at: time)
        if let last {
            if !sql.isEmpty { sql += " AND " }
            switch order {
            case .recorded:
                sql += "id > ?"
                values.append(.integer(last.id))
            case .ending:
                sql += "(not_after, id) > (?, ?)"
                values += [.integer(last.notAfter.secondsSince1970), .integer(last.id)]
            }
        }
        let ordering = order == .recorded ? "id" : "not_after, id"
        return try certificates(
            sql.isEmpty ? "TRUE" : sql, values + [.integer(Int64(limit))], "ORDER BY \(ordering) LIMIT ?")
    }

    /// How many certificates a filter finds.
    public func count(_ filter: CertificateFilter, at time: CalendarTime) throws(AuthorityProblem) -> Int {
        let (sql, values) = filter.condition(at: time)
        return try asProblem { () throws(DatabaseError) in
            Int(
                try database.integer(
                    "SELECT count(*) FROM certificate WHERE \(sql.isEmpty ? "TRUE" : sql)", values) ?? 0)
        }
    }

    private func certificates(
        _ condition: String, _ values: [DatabaseValue], _ ending: String
    ) throws(AuthorityProblem) -> [CertificateRecord] {
        try asProblem { () throws(DatabaseError) in
            try database.rows(
                "SELECT \(CertificateRecord.columns) FROM certificate WHERE \(condition) \(ending)", values
            ) { row throws(DatabaseError) in try CertificateRecord(row) }
        }
    }

    /// Whether SQLite finds the whole file sound. It reads all of it: some seconds for a million certificates.
    public func checkWhole() throws(AuthorityProblem) {
        let (findings, byteCount, found) = try asProblem { () throws(DatabaseError) in
            // While this transaction reads, nobody writes to the file.
            try database.run("BEGIN")
            defer { try? database.run("COMMIT") }
            let findings = try database.rows("PRAGMA quick_check(1)") { row throws(DatabaseError) in
                try row.text(0, "quick_check")
            }
            let byteCount = try database.integer(
                "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
            return (findings, byteCount, try? FileStatus(layout.database).byteCount)
        }
        guard findings == ["ok"] else {
            throw .damaged(layout.database, detail: findings.first ?? "SQLite can not check it")
        }
        // SQLite takes zeros for what is missing of the last page.
        guard byteCount.map(Int.init) == found else {
            throw .damaged(layout.database, detail: "it has \(found ?? 0) octets, not \(byteCount ?? 0)")
        }
    }
}

extension CertificateRecord {
    static let columns = """
        id, authority, serial, der, label, subject, not_before, not_after, recorded_at, profile, origin, request_digest,
        output_folder, output_name, revoked_at, revocation_reason, invalid_since, replaced_by
        """

    /// A row of `columns`.
    init(_ row: borrowing Statement) throws(DatabaseError) {
        id = try row.integer(0, "certificate.id")
        authority = try row.integer(1, "certificate.authority")
        serialNumber = SerialNumber(octets: try row.blob(2, "certificate.serial"))
        der = try row.optionalBlob(3, "certificate.der")
        label = try row.text(4, "certificate.label")
        subject = try row.text(5, "certificate.subject")
        notBefore = try Self.time(row, 6)
        notAfter = CalendarTime(secondsSince1970: try row.integer(7, "certificate.not_after"))
        recordedAt = CalendarTime(secondsSince1970: try row.integer(8, "certificate.recorded_at"))
        profile = try row.optionalText(9, "certificate.profile")
        guard let origin = Origin(rawValue: try row.text(10, "certificate.origin")) else {
            throw .unexpectedValue("certificate.origin")
        }
        self.origin = origin
        requestDigest = try row.optionalBlob(11, "certificate.request_digest")
        let folder = try row.optionalText(12, "certificate.output_folder")
        let name = try row.optionalText(13, "certificate.output_name")
        output = folder.flatMap { folder in name.map { OutputPlace(folder: folder, name: $0) } }
        revocation = try Self.revocation(row)
        replacedBy = try row.optionalInteger(17, "certificate.replaced_by")
        names = try Self.names(der, serialNumber)
    }

    private static func time(_ row: borrowing Statement, _ column: Int32) throws(DatabaseError) -> CalendarTime? {
        try row.optionalInteger(column, "certificate time").map(CalendarTime.init(secondsSince1970:))
    }

    private static func revocation(_ row: borrowing Statement) throws(DatabaseError) -> Revocation? {
        guard let time = try time(row, 14) else { return nil }
        guard let reason = ReasonCode.Reason(rawValue: Int(try row.optionalInteger(15, "revocation_reason") ?? 0))
        else {
            throw .unexpectedValue("certificate.revocation_reason")
        }
        return Revocation(time: time, reason: reason, invalidSince: try Self.time(row, 16))
    }

    /// The names, read from the certificate itself; it must be the one that its row says it is.
    private static func names(_ der: [UInt8]?, _ serial: SerialNumber) throws(DatabaseError) -> [String] {
        guard let der else { return [] }
        guard let certificate = try? Certificate(der: der), SerialNumber(certificate.serialNumber) == serial else {
            throw .unexpectedValue("certificate.der")
        }
        return certificate.extensions.subjectAltName?.names.map(\.valueText) ?? []
    }
}
