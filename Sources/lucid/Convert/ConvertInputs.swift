import ArgumentParser
import LucidX509

/// All that the inputs of `lucid convert` hold.
struct ConvertInputs {
    /// Private keys, certificates and revocation lists.
    private(set) var contents = PKCS12Contents()
    private(set) var requests: [CertificateRequest] = []
    private(set) var publicKeys: [SubjectPublicKeyInfo] = []

    /// Reads the files. Anything that can not be used ends the command: what is written must not lack a part silently.
    static func read(_ paths: [String], key: String?, _ passphrase: PassphraseOptions) throws -> ConvertInputs {
        var inputs = ConvertInputs()
        for path in paths {
            let file = try InputFiles.readAny(path, ofLesson: Self.lessonRemark)
            let count = inputs.count
            for entry in file.entries { try inputs.add(entry, path, passphrase) }
            if inputs.count == count, !file.entries.contains(where: { $0.isContainer }) {
                Terminal.complain("lucid: \(InputFiles.shown(path)): has nothing that can be converted")
                throw ExitCode.unusable
            }
        }
        if let key { try inputs.addKeys(of: key, passphrase) }
        inputs.dropDuplicates()
        return inputs
    }

    /// Said of files that were made with a teaching seed: their mark is text around the PEM blocks, and is not converted.
    private static let lessonRemark =
        "everybody who knows the words has the private key, and what is written now does not say so"

    /// How many things there are.
    private var count: Int {
        contents.keys.count + contents.certificates.count + contents.revocationLists.count + requests.count
            + publicKeys.count
    }

    private mutating func add(_ entry: PKIFile.Entry, _ path: String, _ passphrase: PassphraseOptions) throws {
        switch entry.content {
        case .certificate(let value): contents.certificates.append(PKCS12Certificate(value))
        case .revocationList(let value): contents.revocationLists.append(value)
        case .request(let value): requests.append(value)
        case .publicKey(let value): publicKeys.append(value)
        case .privateKey(let block): contents.keys.append(PKCS12Key(try KeyFiles.open(block, path, passphrase)))
        case .signedData(let bundle):
            try Self.refuse(SignedDataReport.problems(bundle), path)
            contents.certificates += bundle.certificates.compactMap { try? $0.get() }.map { PKCS12Certificate($0) }
            contents.revocationLists += bundle.revocationLists.compactMap { try? $0.get() }
        case .pfx(let pfx):
            let (opened, _) = try PKCS12Files.open(pfx, path, passphrase)
            try Self.refuse(opened.unreadable.map(\.sentence), path)
            contents.keys += opened.keys
            contents.certificates += opened.certificates
            contents.revocationLists += opened.revocationLists
        case .other: break
        case .unusable(let problem): try Self.refuse([problem.sentence(line: entry.line)], path)
        }
    }

    /// The private keys of the file that `--key` names; nothing else of it.
    private mutating func addKeys(of path: String, _ passphrase: PassphraseOptions) throws {
        var other = ConvertInputs()
        for entry in try InputFiles.readAny(path, ofLesson: Self.lessonRemark).entries {
            switch entry.content {
            case .privateKey, .pfx, .unusable: try other.add(entry, path, passphrase)
            default: break
            }
        }
        guard !other.contents.keys.isEmpty else {
            Terminal.complain("lucid: \(InputFiles.shown(path)): has no private key")
            throw ExitCode.unusable
        }
        contents.keys += other.contents.keys
    }

    private static func refuse(_ problems: [String], _ path: String) throws {
        guard !problems.isEmpty else { return }
        for problem in problems { Terminal.complain("lucid: \(InputFiles.shown(path)): \(problem)") }
        throw ExitCode.unusable
    }

    /// The same certificate, list or key may stand in several inputs: the first one stays.
    private mutating func dropDuplicates() {
        var certificates: Set<Certificate> = [], lists: Set<RevocationList> = [], keys: Set<SubjectPublicKeyInfo> = []
        contents.certificates.removeAll { !certificates.insert($0.certificate).inserted }
        contents.revocationLists.removeAll { !lists.insert($0).inserted }
        contents.keys.removeAll { !keys.insert($0.shared.key.publicKey.info).inserted }
    }

    /// Takes the private keys away, and says so where nobody asked for it.
    mutating func leaveOutKeys(isAskedFor: Bool) {
        if !isAskedFor, !contents.keys.isEmpty {
            Terminal.complain("lucid: left out: the private keys, which a PKCS#7 bundle can not hold")
        }
        contents.keys = []
    }

    /// Brings each key's certificate to the front, followed by its issuers as far as they are there; the other
    /// certificates come last. Readers take the first certificate for the key's own.
    mutating func putLeavesFirst() {
        var rest = contents.certificates
        var ordered: [PKCS12Certificate] = []
        for entry in contents.keys {
            while let place = rest.firstIndex(where: { entry.shared.key.belongs(to: $0.certificate) }) {
                ordered.append(rest.remove(at: place))
            }
        }
        var place = 0
        while place < ordered.count {
            let issuer = ordered[place].certificate.issuer
            place += 1
            while let next = rest.firstIndex(where: { $0.certificate.subject.matches(issuer) }) {
                ordered.append(rest.remove(at: next))
            }
        }
        contents.certificates = ordered + rest
    }
}

extension PKIFile.Entry {
    /// Whether this is a bundle, which may be empty.
    fileprivate var isContainer: Bool {
        switch content {
        case .signedData, .pfx: true
        default: false
        }
    }
}
