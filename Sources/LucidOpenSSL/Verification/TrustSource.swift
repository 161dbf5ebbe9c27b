import LucidX509

/// Where a verification finds certificates that are trusted, and CRLs.
protocol TrustSource: AnyObject {
    /// The certificates with this subject, in the order in which they were given.
    func certificates(named subject: CanonicalName) -> [ExaminedCertificate]
    /// The CRLs of this issuer, in the same order.
    func lists(by issuer: CanonicalName) -> [ExaminedList]
}

/// Nothing but what was given: `-trusted`.
final class GivenTrust: TrustSource {
    private let bySubject: [CanonicalName: [ExaminedCertificate]]
    private let byIssuer: [CanonicalName: [ExaminedList]]

    init(_ certificates: some Sequence<Certificate>, lists: some Sequence<RevocationList> = []) {
        bySubject = Dictionary(grouping: certificates.map(ExaminedCertificate.init), by: \.subject)
        byIssuer = Dictionary(grouping: lists.map(ExaminedList.init), by: \.issuer)
    }

    func certificates(named subject: CanonicalName) -> [ExaminedCertificate] { bySubject[subject] ?? [] }
    func lists(by issuer: CanonicalName) -> [ExaminedList] { byIssuer[issuer] ?? [] }
}

/// Files that are read at once, and folders that are looked into when a name asks for it: `-CAfile` and `-CApath`.
///
/// In a folder, a certificate lies under the hash of its subject and a number, `5ed36f99.0`, and a CRL under its issuer's,
/// `5ed36f99.r0`, as `openssl rehash` makes them.
final class TrustStore: TrustSource {
    private var bySubject: [CanonicalName: [ExaminedCertificate]] = [:]
    private var byIssuer: [CanonicalName: [ExaminedList]] = [:]
    private let folders: [String]
    private var searchedSubjects: Set<CanonicalName> = []
    private var searchedIssuers: Set<CanonicalName> = []

    init(folders: [String] = []) { self.folders = folders }

    /// Takes in what a file has, once each.
    func add(_ file: TrustFile) {
        for certificate in file.certificates.map(ExaminedCertificate.init) {
            let known = bySubject[certificate.subject] ?? []
            if known.contains(where: { $0.certificate == certificate.certificate }) { continue }
            bySubject[certificate.subject] = known + [certificate]
        }
        for list in file.lists.map(ExaminedList.init) {
            let known = byIssuer[list.issuer] ?? []
            if known.contains(where: { $0.list == list.list }) { continue }
            byIssuer[list.issuer] = known + [list]
        }
    }

    /// The folders are asked only where no certificate of that name is known.
    func certificates(named subject: CanonicalName) -> [ExaminedCertificate] {
        if bySubject[subject] == nil, searchedSubjects.insert(subject).inserted {
            for folder in folders { addFiles(folder, "\(subject.folderKey).") }
        }
        return bySubject[subject] ?? []
    }

    /// The folders are asked always: there may be newer lists.
    func lists(by issuer: CanonicalName) -> [ExaminedList] {
        if searchedIssuers.insert(issuer).inserted {
            for folder in folders { addFiles(folder, "\(issuer.folderKey).r") }
        }
        return byIssuer[issuer] ?? []
    }

    private func addFiles(_ folder: String, _ prefix: String) {
        var number = 0
        while let octets = try? FileReader.read(Folder.path(folder, "\(prefix)\(number)")) {
            add(TrustFile(octets))
            number += 1
        }
    }
}

/// The certificates and CRLs of a PEM file; what else is in it is passed over.
struct TrustFile {
    var certificates: [Certificate] = []
    var lists: [RevocationList] = []
    /// What is no certificate or CRL that Lucid can read.
    var problems: [String] = []
    /// Whether OpenSSL's own remarks on trust stand behind a certificate. Lucid keeps none.
    var hasTrustSettings = false

    init(_ octets: [UInt8]) {
        if octets.isEmpty { return }
        hasTrustSettings = PEMReader.blocks(in: octets.span).contains { block in
            if case .success(let block) = block { block.label == "TRUSTED CERTIFICATE" } else { false }
        }
        for entry in PKIFile(octets).entries {
            switch entry.content {
            case .certificate(let certificate): certificates.append(certificate)
            case .revocationList(let list): lists.append(list)
            case .unusable(let problem): problems.append(problem.sentence(line: entry.line))
            default: break
            }
        }
    }

    var isEmpty: Bool { certificates.isEmpty && lists.isEmpty }

    /// What is passed over in a file that is used all the same, a line each: nothing is ignored in silence.
    func remarks(_ path: String) -> String {
        guard !isEmpty else { return "" }
        let settings =
            hasTrustSettings ? ["\(path): the trust settings of a TRUSTED CERTIFICATE are not looked at"] : []
        return (problems.map { "\(path): passed over: \($0)" } + settings).map { $0 + "\n" }.joined()
    }
}
