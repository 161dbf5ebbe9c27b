public import LucidDER
import LucidDatabase
public import LucidModel

/// A certificate that another program issued in the name of one of the folder's CAs.
public struct ImportedCertificate: Hashable, Sendable {
    /// Nil where only a line of an index is known.
    public var certificate: Certificate?
    public var serialNumber: SerialNumber
    /// By RFC 4514.
    public var subject: String
    public var notAfter: CalendarTime
    public var revocation: CertificateRecord.Revocation?

    /// A certificate with its revocation, where it is revoked.
    public init(_ certificate: Certificate, revocation: CertificateRecord.Revocation? = nil) {
        self.certificate = certificate
        serialNumber = SerialNumber(certificate.serialNumber)
        subject = certificate.subject.description
        notAfter = certificate.validity.notAfter.time
        self.revocation = revocation
    }

    /// What a line of an index says.
    public init(_ entry: OpenSSLIndex.Entry) {
        serialNumber = entry.serialNumber
        subject = entry.subject
        notAfter = entry.notAfter
        revocation = entry.revocation
    }
}

/// What an import did.
public struct ImportCounts: Hashable, Sendable {
    /// Certificates that were not there before.
    public var added = 0
    /// Those of them of which no more than an index line is known.
    public var addedByLineOnly = 0
    /// Certificates that were there, and are revoked now, or whole now.
    public var updated = 0
    /// Certificates that were there just so.
    public var unchanged = 0

    public init() {}
}

extension AuthorityStore {
    /// Records what another program issued, all or nothing. What is there already is completed: with a certificate that was known
    /// by its line only, and with a revocation. A revocation is never taken back.
    public func record(
        imported certificates: [ImportedCertificate], of authority: AuthorityRecord, at time: CalendarTime
    ) throws(AuthorityProblem) -> ImportCounts {
        var current = SerialNumber(octets: [0])
        do throws(AuthorityProblem) {
            return try transaction { () throws(DatabaseError) in
                var counts = ImportCounts()
                for imported in certificates {
                    current = imported.serialNumber
                    let found = try database.rows(
                        "SELECT id, der, revoked_at FROM certificate WHERE authority = ? AND serial = ?",
                        [.integer(authority.id), .blob(imported.serialNumber.octets)]
                    ) { row throws(DatabaseError) in
                        (
                            id: try row.integer(0, "id"), der: try row.optionalBlob(1, "der"),
                            isRevoked: try row.optionalInteger(2, "revoked_at") != nil
                        )
                    }.first
                    guard let found else {
                        try insert(imported, authority, time)
                        counts.added += 1
                        if imported.certificate == nil { counts.addedByLineOnly += 1 }
                        continue
                    }
                    if let der = found.der, let certificate = imported.certificate, der != certificate.der.array {
                        // Another certificate with this number: the index of numbers refuses it.
                        try insert(imported, authority, time)
                    }
                    var isChanged = false
                    if let certificate = imported.certificate, found.der == nil {
                        try complete(found.id, certificate)
                        isChanged = true
                    }
                    if let revocation = imported.revocation, !found.isRevoked {
                        try database.run(
                            "UPDATE certificate SET revoked_at = ?, revocation_reason = ?, invalid_since = ? WHERE id = ?",
                            Self.values(revocation) + [.integer(found.id)])
                        isChanged = true
                    }
                    if isChanged { counts.updated += 1 } else { counts.unchanged += 1 }
                }
                return counts
            }
        } catch { throw Self.serialProblem(error, current) }
    }

    private func insert(
        _ imported: ImportedCertificate, _ authority: AuthorityRecord, _ time: CalendarTime
    ) throws(DatabaseError) {
        let label = Self.label(imported)
        guard let certificate = imported.certificate else {
            try database.run(
                """
                INSERT INTO certificate (authority, serial, label, subject, not_after, recorded_at, origin,
                  revoked_at, revocation_reason, invalid_since)
                VALUES (?, ?, ?, ?, ?, ?, 'imported', ?, ?, ?)
                """,
                [
                    .integer(authority.id), .blob(imported.serialNumber.octets), .text(label), .text(imported.subject),
                    .integer(imported.notAfter.secondsSince1970), .integer(time.secondsSince1970),
                ] + Self.values(imported.revocation))
            return
        }
        var issuance = Issuance(certificate, label: label, profile: nil, origin: .imported)
        issuance.revocation = imported.revocation
        _ = try insert(issuance, authority.id, time)
    }

    /// Gives a certificate that was known by its line only its octets: it is recorded anew under its old number.
    private func complete(_ id: Int64, _ certificate: Certificate) throws(DatabaseError) {
        try database.run(
            "UPDATE certificate SET der = ?, subject = ?, not_before = ?, not_after = ?, key_digest = ? WHERE id = ?",
            [
                .blob(certificate.der.array), .text(certificate.subject.description),
                .integer(certificate.validity.notBefore.time.secondsSince1970),
                .integer(certificate.validity.notAfter.time.secondsSince1970),
                .blob(Self.keyDigest(certificate.subjectPublicKeyInfo)), .integer(id),
            ])
        for (place, name) in (certificate.extensions.subjectAltName?.names ?? []).enumerated() {
            try database.run(
                "INSERT INTO name (certificate, place, value) VALUES (?, ?, ?)",
                [.integer(id), .integer(Int64(place)), .text(name.valueText.lowercased())])
        }
    }

    /// What people call it: its first alternative name, else its commonName, else its whole subject.
    private static func label(_ imported: ImportedCertificate) -> String {
        if let certificate = imported.certificate {
            return certificate.extensions.subjectAltName?.names.first?.valueText ?? certificate.subject.commonName
                ?? imported.subject
        }
        return (try? Name(imported.subject))?.commonName ?? imported.subject
    }
}
