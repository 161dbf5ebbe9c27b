public import LucidModel

/// Certificates to look for issuers in, found by their subject.
public struct CertificatePool: Sendable {
    public let certificates: [Certificate]
    private let bySubject: [PreparedName: [Certificate]]
    private let members: Set<Certificate>

    /// A certificate that is given twice counts once, so that no path is tried twice.
    public init(_ certificates: some Sequence<Certificate>) {
        var members: Set<Certificate> = []
        self.certificates = certificates.filter { members.insert($0).inserted }
        self.members = members
        bySubject = Dictionary(grouping: self.certificates, by: { PreparedName($0.subject) })
    }

    /// Whether this very certificate is among them.
    func contains(_ certificate: Certificate) -> Bool { members.contains(certificate) }

    /// The certificates whose subject is this certificate's issuer by RFC 5280 §7.1, likely ones first: those whose key
    /// identifier the certificate names, then those without one, then the others (RFC 4158 §3.5.12; a hint, not a
    /// condition).
    func issuerCandidates(of certificate: Certificate) -> [Certificate] {
        guard let candidates = bySubject[PreparedName(certificate.issuer)] else { return [] }
        guard candidates.count > 1, let wanted = certificate.extensions.authorityKeyIdentifier?.keyIdentifier else {
            return candidates
        }
        func rank(_ candidate: Certificate) -> Int {
            switch candidate.extensions.subjectKeyIdentifier?.keyIdentifier {
            case wanted?: 0
            case nil: 1
            default: 2
            }
        }
        return candidates.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
            \.element)
    }
}
