import LucidDatabase
import LucidFiles
import LucidModel

// Bringing renewed certificates to the places where their predecessors' files are. What is still to be brought is in the
// database, in the same transaction as the certificate, so that nobody can be killed in between and leave an old file for ever.

extension AuthorityStore {
    /// Writes the files of renewed certificates whose process was interrupted before it could.
    ///
    /// What was replaced or revoked for good in the meantime is not written any more.
    ///
    /// - Parameter others: those that will be replaced at once, and need no files.
    /// - Returns: what was written or could not be, a certificate each.
    public func finishRenewals(
        except others: Set<Int64> = []
    ) throws(AuthorityProblem) -> [Result<CertificateRecord, RenewalProblem>] {
        let waiting = try asProblem { () throws(DatabaseError) in
            try database.rows("SELECT certificate FROM undelivered ORDER BY certificate") { row throws(DatabaseError) in
                try row.integer(0, "undelivered.certificate")
            }
        }
        var results: [Result<CertificateRecord, RenewalProblem>] = []
        for id in waiting where !others.contains(id) {
            do throws(RenewalProblem) {
                let (record, isWritten) = try deliver(id)
                if isWritten { results.append(.success(record)) }
            } catch { results.append(.failure(error)) }
        }
        return results
    }

    /// Writes a renewed certificate's files, if nobody else has by now.
    ///
    /// All of it happens under the database's lock: two processes would get into each other's way among the files.
    ///
    /// - Returns: its record, and whether the files were written now.
    func deliver(_ id: Int64) throws(RenewalProblem) -> (record: CertificateRecord, isWritten: Bool) {
        var failure: RenewalProblem?
        do throws(AuthorityProblem) {
            return try changing { () throws(AuthorityProblem) in
                guard let record = try certificate(id), let place = record.output else {
                    throw .damaged(layout.database, detail: "a renewed certificate has no place")
                }
                let isWaiting = try asProblem { () throws(DatabaseError) in
                    try database.run("DELETE FROM undelivered WHERE certificate = ?", [.integer(id)])
                    return database.changedRowCount == 1
                }
                let isRevoked = record.revocation.map { $0.reason != .certificateHold } ?? false
                guard isWaiting, record.replacedBy == nil, !isRevoked else { return (record, false) }
                do throws(RenewalProblem) { try write(record, to: CertificateFiles(place)) } catch {
                    failure = error
                    throw .noSuchCertificate("")  // Never seen: `failure` has the reason.
                }
                return (record, true)
            }
        } catch { throw failure ?? .authority(error) }
    }

    private func write(_ record: CertificateRecord, to files: CertificateFiles) throws(RenewalProblem) {
        guard let certificate = try? record.certificate() else { throw .indexLineOnly }
        let texts = try texts(of: record, certificate)
        let versions = CertificateVersions(files: files)
        let hasNewKey = try isKeyNew(record, certificate)
        if hasNewKey, !versions.hasKey(record.serialNumber) { throw .keyLost(record.serialNumber) }
        do throws(FileProblem) {
            if hasNewKey || versions.areInUse {
                try versions.use(record.serialNumber, texts)
            } else {
                try files.write(texts)
            }
        } catch { throw .undelivered(record.serialNumber, error) }
    }

    /// Whether the certificate has another key than the one whose place it took.
    private func isKeyNew(_ record: CertificateRecord, _ certificate: Certificate) throws(RenewalProblem) -> Bool {
        let old: [[UInt8]?]
        do throws(AuthorityProblem) {
            old = try asProblem { () throws(DatabaseError) in
                try database.rows(
                    "SELECT key_digest FROM certificate WHERE replaced_by = ?", [.integer(record.id)]
                ) { row throws(DatabaseError) in try row.optionalBlob(0, "certificate.key_digest") }
            }
        } catch { throw .authority(error) }
        return !old.contains(Self.keyDigest(certificate.subjectPublicKeyInfo))
    }
}
