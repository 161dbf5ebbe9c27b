import LucidDER
import LucidModel

/// The entries of a CRL, ready to be searched by serial number and certificate issuer.
///
/// Some CRLs have hundreds of thousands of entries. They stay where they are; the index has 16 octets for each, sorted,
/// and a search halves it.
struct CRLEntries: Sendable {
    private let entries: [RevokedCertificate]
    /// Sorted by key.
    private let slots: [Slot]
    /// Where another certificate issuer begins, ascending (§5.3.3); before the first it is the CRL's own issuer.
    private let issuerRuns: [IssuerRun]
    private let crlIssuer: Name

    /// An entry extension that is critical and unknown, or that can not be decoded: nobody knows what the list says
    /// then (§5.3), so it is not used.
    let obstacle: ObjectIdentifier?

    private struct Slot: Sendable {
        /// The last eight octets of the serial number. Serial numbers are mostly random, so hardly two share them;
        /// where they do, the whole numbers are compared.
        let key: UInt64
        let index: UInt32
    }

    private struct IssuerRun: Sendable {
        let firstIndex: Int
        let names: [GeneralName]
    }

    init(_ list: TBSCertList) {
        entries = list.revokedCertificates ?? []
        crlIssuer = list.issuer
        var slots: [Slot] = []
        slots.reserveCapacity(entries.count)
        var runs: [IssuerRun] = []
        var obstacle: ObjectIdentifier?
        for (index, entry) in entries.enumerated() {
            slots.append(Slot(key: Self.key(entry.userCertificate), index: UInt32(clamping: index)))
            for item in entry.crlEntryExtensions.all {
                switch item.content {
                // "CRL entries … are implicitly associated with the certificate issuer" of the entries before (§5.3.3).
                case .certificateIssuer(let value): runs.append(IssuerRun(firstIndex: index, names: value.names))
                case .reasonCode, .invalidityDate: break
                case .malformed: obstacle = obstacle ?? item.extnID
                default: if item.critical { obstacle = obstacle ?? item.extnID }
                }
            }
        }
        slots.sort { $0.key < $1.key }
        self.slots = slots
        issuerRuns = runs
        self.obstacle = obstacle
    }

    private static func key(_ serialNumber: DERInteger) -> UInt64 {
        serialNumber.content.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The entry "that matches the certificate issuer and serial number as described in Section 5.3.3" (§6.3.3(i)); nil
    /// where there is none.
    func entry(for certificate: Certificate) -> RevokedCertificate? {
        let key = Self.key(certificate.serialNumber)
        var found: RevokedCertificate?
        var position = firstSlot(notBefore: key)
        while position < slots.count, slots[position].key == key {
            let index = Int(slots[position].index)
            let entry = entries[index]
            if entry.userCertificate == certificate.serialNumber, isIssuer(certificate.issuer, ofEntry: index) {
                // An entry that revokes counts more than one that takes a revocation back.
                if entry.reason != .removeFromCRL { return entry }
                found = entry
            }
            position += 1
        }
        return found
    }

    private func firstSlot(notBefore key: UInt64) -> Int {
        var (low, high) = (0, slots.count)
        while low < high {
            let middle = (low + high) / 2
            if slots[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private func isIssuer(_ name: Name, ofEntry index: Int) -> Bool {
        var (low, high) = (0, issuerRuns.count)
        while low < high {
            let middle = (low + high) / 2
            if issuerRuns[middle].firstIndex <= index { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return RevocationNames.same(name, crlIssuer) }
        return RevocationNames.contains(issuerRuns[low - 1].names, name)
    }
}

extension RevokedCertificate {
    /// The reasonCode, where the entry has one.
    var reason: ReasonCode.Reason? {
        if case .reasonCode(let code)? = crlEntryExtensions[OID.reasonCode]?.content { code.reason } else { nil }
    }
}
