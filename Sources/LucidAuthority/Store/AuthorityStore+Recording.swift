import LucidCrypto
public import LucidDER
import LucidDatabase
public import LucidModel

/// A certificate to be recorded, with what the certificate itself does not say.
public struct Issuance: Sendable {
    public var certificate: Certificate
    /// What people call it; what is searched for first.
    public var label: String
    /// The profile's name.
    public var profile: String?
    public var origin: CertificateRecord.Origin
    /// The request that asked for it, in DER; its digest is kept.
    public var request: [UInt8]?
    public var output: CertificateRecord.OutputPlace?
    /// The certificate whose place it takes.
    public var replaces: Int64?
    /// For imports: that it is revoked already.
    public var revocation: CertificateRecord.Revocation?
    /// Whether it is the CA's own OCSP responder.
    var isResponder = false

    public init(_ certificate: Certificate, label: String, profile: String?, origin: CertificateRecord.Origin) {
        self.certificate = certificate
        self.label = label
        self.profile = profile
        self.origin = origin
    }
}

/// A certificate of which an index of another program knows no more than this (`index.txt` of `openssl ca`).
public struct IndexedCertificate: Hashable, Sendable {
    public var serialNumber: SerialNumber
    /// By RFC 4514.
    public var subject: String
    public var notAfter: CalendarTime
    public var revocation: CertificateRecord.Revocation?

    public init(
        serialNumber: SerialNumber, subject: String, notAfter: CalendarTime,
        revocation: CertificateRecord.Revocation? = nil
    ) {
        self.serialNumber = serialNumber
        self.subject = subject
        self.notAfter = notAfter
        self.revocation = revocation
    }
}

extension AuthorityStore {
    /// Records a certificate. Only when this has returned may the certificate leave the CA.
    ///
    /// - Returns: its number in the database.
    @discardableResult
    public func record(
        _ issuance: Issuance, of authority: AuthorityRecord, at time: CalendarTime
    ) throws(AuthorityProblem) -> Int64 {
        try record([issuance], of: authority, at: time).first ?? 0
    }

    /// Records certificates, all or none.
    ///
    /// - Returns: their numbers in the database, in order.
    @discardableResult
    public func record(
        _ issuances: [Issuance], of authority: AuthorityRecord, at time: CalendarTime
    ) throws(AuthorityProblem) -> [Int64] {
        var current = SerialNumber(octets: [0])
        do throws(AuthorityProblem) {
            return try transaction { () throws(DatabaseError) in
                var numbers: [Int64] = []
                for issuance in issuances {
                    current = SerialNumber(issuance.certificate.serialNumber)
                    numbers.append(try insert(issuance, authority.id, time))
                }
                return numbers
            }
        } catch { throw Self.serialProblem(error, current) }
    }

    /// Records what an index knows, all or nothing. What is there already by number is left as it is.
    ///
    /// - Returns: how many were new.
    public func record(
        indexed entries: [IndexedCertificate], of authority: AuthorityRecord, at time: CalendarTime
    ) throws(AuthorityProblem) -> Int {
        try transaction { () throws(DatabaseError) in
            var count = 0
            for entry in entries {
                try database.run(
                    """
                    INSERT INTO certificate (authority, serial, label, subject, not_after, recorded_at, origin,
                      revoked_at, revocation_reason, invalid_since)
                    VALUES (?, ?, ?, ?, ?, ?, 'imported', ?, ?, ?) ON CONFLICT (authority, serial) DO NOTHING
                    """,
                    [
                        .integer(authority.id), .blob(entry.serialNumber.octets), .text(entry.subject),
                        .text(entry.subject),
                        .integer(entry.notAfter.secondsSince1970), .integer(time.secondsSince1970),
                    ] + Self.values(entry.revocation))
                count += database.changedRowCount
            }
            return count
        }
    }

    /// Makes a certificate and records it. Serial numbers are random; should one be taken, which nobody will ever see, the
    /// certificate is made anew.
    ///
    /// - Parameter make: signs; no lock is held while it does.
    /// - Returns: the certificate, which may leave the CA now, and its number in the database.
    public func issue(
        of authority: AuthorityRecord, at time: CalendarTime, _ make: () throws(AuthorityProblem) -> Issuance
    ) throws(AuthorityProblem) -> (id: Int64, certificate: Certificate) {
        try checkNotRevoked(authority)
        var triesLeft = 3
        while true {
            let issuance = try make()
            do throws(AuthorityProblem) {
                return (try record(issuance, of: authority, at: time), issuance.certificate)
            } catch {
                triesLeft -= 1
                guard case .serialNumberTaken = error, triesLeft > 0 else { throw error }
            }
        }
    }

    /// Marks what a new certificate leaves without files or use as replaced by it: whatever had its place among the files, and
    /// for an OCSP responder those before it.
    private func replaceOthers(_ issuance: Issuance, _ id: Int64, _ authority: Int64) throws(DatabaseError) {
        if let place = issuance.output {
            try database.run(
                """
                UPDATE certificate SET replaced_by = ?
                WHERE output_name = ? AND output_folder = ? AND replaced_by IS NULL AND id <> ?
                """, [.integer(id), .text(place.name), .text(place.folder), .integer(id)])
        } else if issuance.isResponder {
            try database.run(
                """
                UPDATE certificate SET replaced_by = ?
                WHERE label = ? AND authority = ? AND replaced_by IS NULL AND id <> ? AND \(CertificateFilter.responder)
                """, [.integer(id), .text(issuance.label), .integer(authority), .integer(id)])
        }
    }

    /// Records a certificate in a transaction that is open.
    func insert(
        _ issuance: Issuance, _ authority: Int64, _ time: CalendarTime
    ) throws(DatabaseError) -> Int64 {
        let certificate = issuance.certificate
        try database.run(
            """
            INSERT INTO certificate (authority, serial, der, label, subject, not_before, not_after, recorded_at, profile,
              origin, key_digest, request_digest, output_folder, output_name, revoked_at, revocation_reason, invalid_since)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(authority), .blob(SerialNumber(certificate.serialNumber).octets),
                .blob(certificate.der.array), .text(issuance.label), .text(certificate.subject.description),
                .integer(certificate.validity.notBefore.time.secondsSince1970),
                .integer(certificate.validity.notAfter.time.secondsSince1970), .integer(time.secondsSince1970),
                .text(issuance.profile), .text(issuance.origin.rawValue),
                .blob(Self.keyDigest(certificate.subjectPublicKeyInfo)),
                .blob(issuance.request.map { SHA256.hash($0.span) }),
                .text(issuance.output?.folder), .text(issuance.output?.name),
            ] + Self.values(issuance.revocation))
        let id = database.lastInsertedRow
        var statement = try database.prepare("INSERT INTO name (certificate, place, value) VALUES (?, ?, ?)")
        for (place, name) in (certificate.extensions.subjectAltName?.names ?? []).enumerated() {
            try statement.bind([.integer(id), .integer(Int64(place)), .text(name.valueText.lowercased())])
            _ = try statement.step()
            statement.reset()
        }
        if let replaces = issuance.replaces {
            try database.run("UPDATE certificate SET replaced_by = ? WHERE id = ?", [.integer(id), .integer(replaces)])
        }
        try replaceOthers(issuance, id, authority)
        return id
    }

    /// By what a key is found again: SHA-256 of its SubjectPublicKeyInfo.
    static func keyDigest(_ key: SubjectPublicKeyInfo) -> [UInt8] { SHA256.hash(key.derEncoded.span) }

    static func values(_ revocation: CertificateRecord.Revocation?) -> [DatabaseValue] {
        [
            .integer(revocation?.time.secondsSince1970), .integer(revocation.map { Int64($0.reason.rawValue) }),
            .integer(revocation?.invalidSince?.secondsSince1970),
        ]
    }

    static func serialProblem(_ problem: AuthorityProblem, _ serial: SerialNumber) -> AuthorityProblem {
        if case .database(_, let error) = problem, error.kind == .notUnique { return .serialNumberTaken(serial) }
        return problem
    }
}
