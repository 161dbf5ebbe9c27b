import LucidDER
import LucidIssuing
import LucidModel

/// What a delta CRL says beside its base (RFC 5280 §5.2.4).
struct RevocationChanges {
    /// The complete list that the delta changes.
    let base: [DERInteger: RevokedCertificate]
    /// What earlier deltas to the same base said. A reader may have put base and delta together, and keeps the result in place
    /// of the base; so each delta speaks about all that the deltas before it spoke about.
    let previous: [RevokedCertificate]

    init(base: [RevokedCertificate], previous: [RevokedCertificate]) {
        self.base = Dictionary(base.map { ($0.userCertificate, $0) }) { $1 }
        self.previous = previous
    }

    /// The delta's entries.
    ///
    /// - Parameters:
    ///   - now: what a complete list would have now.
    ///   - allSerialNumbers: of everything that is revoked, whether it has ended or not.
    func entries(now: [RevocationEntry], allSerialNumbers: Set<DERInteger>) -> [RevocationEntry] {
        let spokenOf = Set(previous.map(\.userCertificate))
        let changed = now.filter {
            spokenOf.contains($0.serialNumber) || base[$0.serialNumber] != $0.revokedCertificate
        }
        // RFC 5280 §5.3.1: removeFromCRL is for those that are no longer on hold. Entries of certificates that ended could be
        // taken off as well; they do no harm, and go with the next complete list.
        let released = (base.values + previous).filter { !allSerialNumbers.contains($0.userCertificate) }
        var removed: [DERInteger: RevocationEntry] = [:]
        for entry in released {
            removed[entry.userCertificate] = RevocationEntry(
                serialNumber: entry.userCertificate, revokedAt: entry.revocationDate.time, reason: .removeFromCRL)
        }
        return changed
            + removed.values.sorted { $0.serialNumber.content.lexicographicallyPrecedes($1.serialNumber.content) }
    }
}
