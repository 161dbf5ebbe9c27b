import LucidModel

// Which issuer is tried first (RFC 4158 §3.5). The order decides how long the search takes and which of several good paths
// is found, never whether one is found.

extension PathSearch {
    /// Where the certificates with this subject stand in a pool, the likeliest issuer first.
    func ranked(_ pool: CertificatePool, _ subject: PreparedName, _ issued: Certificate) -> [Int] {
        let indices = pool.indices(of: subject)
        guard indices.count > 1 else { return indices }
        let wanted = issued.extensions.authorityKeyIdentifier
        let ranked = indices.map { index in
            (index: index, rank: rank(pool.certificates[index], wanted))
        }
        // Equals stand in the order of their octets: in whatever order the certificates came, the verdict is the same.
        return ranked.sorted { a, b in
            a.rank != b.rank
                ? a.rank < b.rank
                : pool.certificates[a.index].der.lexicographicallyPrecedes(pool.certificates[b.index].der)
        }.map(\.index)
    }

    /// The smaller, the likelier.
    private func rank(_ candidate: Certificate, _ wanted: AuthorityKeyIdentifier?) -> Int {
        let validity = candidate.validity
        let isCurrent = validity.notBefore.time <= question.time && question.time <= validity.notAfter.time
        // RFC 4158 §3.5.2, §3.5.5, §3.5.12: a current certificate, of a CA, whose key is the one that is named.
        return (isCurrent ? 0 : 8) + (candidate.extensions.basicConstraints?.cA == true ? 0 : 4)
            + keyRank(candidate, wanted)
    }

    private func keyRank(_ candidate: Certificate, _ wanted: AuthorityKeyIdentifier?) -> Int {
        guard let wanted = wanted?.keyIdentifier else { return 0 }
        switch candidate.extensions.subjectKeyIdentifier?.keyIdentifier {
        case wanted?: return 0
        case nil: return 1
        default: return 2
        }
    }
}
