public import LucidModel

/// Certificates to look for issuers in, found by their subject.
///
/// The index is built once; a search costs the same in a pool of ten and of ten thousand.
public struct CertificatePool: Sendable {
    /// The certificates, each once, in the order in which they were given.
    public let certificates: [Certificate]
    /// Their subjects, prepared for comparison, in the same order.
    let subjects: [PreparedName]
    /// Where the certificates of a subject stand in `certificates`.
    private let bySubject: [PreparedName: [Int]]

    /// A certificate that is given twice counts once, so that no path is tried twice.
    public init(_ certificates: some Sequence<Certificate>) {
        var kept: [Certificate] = []
        var subjects: [PreparedName] = []
        var bySubject: [PreparedName: [Int]] = [:]
        // Only certificates with namesakes can be given twice; of thousands, none is compared with each other one.
        var seen: Set<Certificate> = []
        for certificate in certificates {
            let subject = PreparedName(certificate.subject)
            if let namesakes = bySubject[subject] {
                if namesakes.count == 1 { seen.insert(kept[namesakes[0]]) }
                guard seen.insert(certificate).inserted else { continue }
            }
            bySubject[subject, default: []].append(kept.count)
            kept.append(certificate)
            subjects.append(subject)
        }
        self.certificates = kept
        self.subjects = subjects
        self.bySubject = bySubject
    }

    /// Whether this very certificate is among them.
    func contains(_ certificate: Certificate, _ subject: PreparedName) -> Bool {
        bySubject[subject]?.contains { certificates[$0] == certificate } ?? false
    }

    /// Where the certificates with this subject stand.
    func indices(of subject: PreparedName) -> [Int] { bySubject[subject] ?? [] }
}
