public import LucidModel

/// Certificates to look for issuers in, found by their subject.
///
/// The index is built once; a search costs the same in a pool of ten and of ten thousand. The few that a server sends are
/// compared one by one, which costs less than an index.
public struct CertificatePool: Sendable {
    /// The certificates, each once, in the order in which they were given.
    public let certificates: [Certificate]
    /// Their subjects, prepared for comparison, in the same order.
    let subjects: [PreparedName]
    /// Where the certificates of a subject stand in `certificates`; nil for a small pool.
    private let bySubject: [PreparedName: [Int]]?

    private static let smallCount = 4

    /// A certificate that is given twice counts once, so that no path is tried twice.
    public init(_ certificates: some Sequence<Certificate>) {
        var kept: [Certificate] = []
        var subjects: [PreparedName] = []
        var bySubject: [PreparedName: [Int]] = [:]
        // Only certificates with namesakes can be given twice; of thousands, none is compared with each other one.
        var seen: Set<Certificate> = []
        for certificate in certificates {
            if kept.count < Self.smallCount, kept.contains(certificate) { continue }
            let subject = PreparedName(certificate.subject)
            if kept.count == Self.smallCount { bySubject = Self.index(subjects) }
            if kept.count >= Self.smallCount {
                if let namesakes = bySubject[subject] {
                    if namesakes.count <= Self.smallCount { seen.formUnion(namesakes.map { kept[$0] }) }
                    guard seen.insert(certificate).inserted else { continue }
                }
                bySubject[subject, default: []].append(kept.count)
            }
            kept.append(certificate)
            subjects.append(subject)
        }
        self.certificates = kept
        self.subjects = subjects
        self.bySubject = kept.count > Self.smallCount ? bySubject : nil
    }

    private static func index(_ subjects: [PreparedName]) -> [PreparedName: [Int]] {
        Dictionary(grouping: subjects.indices) { subjects[$0] }
    }

    /// Whether this very certificate is among them.
    func contains(_ certificate: Certificate, _ subject: @autoclosure () -> PreparedName) -> Bool {
        guard let bySubject else { return certificates.contains(certificate) }
        return bySubject[subject()]?.contains { certificates[$0] == certificate } ?? false
    }

    /// Where the certificates with this subject stand.
    func indices(of subject: PreparedName) -> [Int] {
        guard let bySubject else { return subjects.indices.filter { subjects[$0] == subject } }
        return bySubject[subject] ?? []
    }

    /// The name prepared for comparison, where a small pool has it already in the same octets.
    func prepared(_ name: Name) -> PreparedName? {
        guard bySubject == nil else { return nil }
        return certificates.firstIndex { $0.subject == name }.map { subjects[$0] }
    }
}
