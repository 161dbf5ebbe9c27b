public import LucidCrypto
public import LucidDER
import LucidDatabase
import LucidFiles
public import LucidIssuing
public import LucidModel
public import LucidNumber
import LucidPEM
public import LucidSignature

/// Makes a new CA in a folder: keys, certificates, policy and database, all or nothing.
public struct AuthorityCreation: ~Copyable {
    /// One of the CAs to be made.
    public struct Member: ~Copyable {
        public var subject: Name
        public var keyKind: SigningKey.Kind
        public var profile: CertificateProfile
        /// What the key is encrypted with; nil for a key that everybody who gets at the file can use.
        public var passphrase: SecretBytes?

        public init(
            subject: Name, keyKind: SigningKey.Kind = .p256, profile: CertificateProfile,
            passphrase: consuming SecretBytes?
        ) {
            self.subject = subject
            self.keyKind = keyKind
            self.profile = profile
            self.passphrase = passphrase
        }
    }

    public var root: Member
    /// Nil for a root that issues everything itself.
    public var issuing: Member?
    /// The text of `policy.json`.
    public var policy: [UInt8]

    public init(root: consuming Member, issuing: consuming Member?, policy: [UInt8]) {
        self.root = root
        self.issuing = issuing
        self.policy = policy
    }

    /// Makes the CA.
    ///
    /// Everything is made in a folder beside, which gets its name when all of it is on the disk. So whenever this is
    /// interrupted, there is a whole CA or none; at most a folder `….tmp` is left.
    ///
    /// - Parameters:
    ///   - folder: must not be there yet, or be empty. The folder around it must be there.
    ///   - progress: called while RSA keys are searched for.
    /// - Throws: `folderInUse` before anything is made, and why keys, certificates or files could not be.
    public consuming func make(
        in folder: String, at time: CalendarTime, progress: (RSAKeyGenerationStep) -> Void = { _ in }
    ) throws(AuthorityProblem) {
        let creation = self
        try Self.makeWhole(folder) { (layout: AuthorityLayout) throws(AuthorityProblem) in
            try creation.fill(layout, time, progress)
        }
    }

    /// Makes a CA's folder by filling one beside it, which gets the name when all of it is on the disk.
    static func makeWhole(
        _ folder: String, _ fill: (AuthorityLayout) throws(AuthorityProblem) -> Void
    ) throws(AuthorityProblem) {
        let place = try Self.freePlace(folder)
        let temporary = "\(place).\(UInt64.random(in: 0 ... .max)).tmp"
        do throws(AuthorityProblem) {
            try Self.asProblem { () throws(FileProblem) in try Folder.makeNew(temporary, mode: 0o700) }
            try fill(AuthorityLayout(temporary))
            try Self.asProblem { () throws(FileProblem) in
                try Folder.synchronize(temporary)
                do throws(FileProblem) { try Folder.move(temporary, to: place) } catch {
                    throw FileProblem(path: folder, reason: error.reason)
                }
                try Folder.synchronize(Folder.containing(place))
            }
        } catch {
            Self.remove(temporary)
            if case .file(let problem) = error, problem.path.hasPrefix(temporary) {
                // What went wrong concerns the folder that was asked for.
                throw .file(FileProblem(path: place + problem.path.dropFirst(temporary.count), reason: problem.reason))
            }
            throw error
        }
    }

    /// Whether a CA can be made there: in a folder that is empty, or not there yet.
    public static func checkPlace(_ folder: String) throws(AuthorityProblem) { _ = try freePlace(folder) }

    /// The folder without slashes at its end, when a CA can be made there.
    private static func freePlace(_ folder: String) throws(AuthorityProblem) -> String {
        var place = folder
        while place.count > 1, place.hasSuffix("/") { place.removeLast() }
        switch Folder.kind(place) {
        case nil: return place
        case .directory:
            let names = try asProblem { () throws(FileProblem) in try Folder.names(in: place) }
            guard names.isEmpty else { throw .folderInUse(place) }
            return place
        default: throw .file(FileProblem(path: place, reason: .isNotDirectory))
        }
    }

    private borrowing func fill(
        _ layout: AuthorityLayout, _ time: CalendarTime, _ progress: (RSAKeyGenerationStep) -> Void
    ) throws(AuthorityProblem) {
        let isRootAlone = issuing == nil
        try Self.asProblem { () throws(FileProblem) in
            try Folder.makeNew(layout.keys, mode: 0o700)
            if !isRootAlone { try Folder.makeNew(layout.offline, mode: 0o700) }
        }
        let rootKeyName = isRootAlone ? AuthorityLayout.rootKeyName : AuthorityLayout.offlineRootKeyName
        let rootKey = try Self.key(root.keyKind, progress)
        try AuthorityKeys.write(rootKey, to: layout.path(rootKeyName), passphrase: root.passphrase)
        let rootAuthority: CertificateAuthority
        do throws(IssuingProblem) {
            rootAuthority = try CertificateAuthority.root(
                subject: root.subject, key: rootKey, profile: root.profile, from: time)
        } catch { throw .issuing(error) }
        var made = [(AuthorityRole.root, rootAuthority.certificate, rootKeyName)]
        switch issuing {
        case .some(let issuing):
            let key = try Self.key(issuing.keyKind, progress)
            let name = AuthorityLayout.issuingKeyName
            try AuthorityKeys.write(key, to: layout.path(name), passphrase: issuing.passphrase)
            do throws(IssuingProblem) {
                let certificate = try rootAuthority.issue(
                    issuing.profile, subject: issuing.subject, key: key.publicKey, from: time)
                made.append((.issuing, certificate, name))
            } catch { throw .issuing(error) }
        case .none: break
        }
        try Self.writeCertificates(made.map(\.1), layout)
        try Self.asProblem { () throws(FileProblem) in
            try FileWriter.write(policy.span, to: layout.policy, access: .everybody, replaces: false)
        }
        let store = try AuthorityStore(creatingIn: layout)
        try store.install(made, at: time)
    }

    private static func key(
        _ kind: SigningKey.Kind, _ progress: (RSAKeyGenerationStep) -> Void
    ) throws(AuthorityProblem) -> SigningKey {
        do throws(SigningKey.UnsupportedKind) { return try SigningKey.generate(kind, progress: progress) } catch {
            throw .unsupportedKey(kind)
        }
    }

    /// `root.pem`, and below an intermediate `issuing.pem` and `chain.pem`.
    static func writeCertificates(_ certificates: [Certificate], _ layout: AuthorityLayout) throws(AuthorityProblem) {
        let root = certificates[0]
        try asProblem { () throws(FileProblem) in
            try FileWriter.write(pem(root).span, to: layout.root, access: .everybody, replaces: false)
        }
        if certificates.count > 1 { try writeIssuingCertificates(certificates[1], root, layout) }
    }

    static func writeIssuingCertificates(
        _ issuing: Certificate, _ root: Certificate, _ layout: AuthorityLayout
    ) throws(AuthorityProblem) {
        let chain = pem(issuing) + pem(root)
        try asProblem { () throws(FileProblem) in
            try FileWriter.write(pem(issuing).span, to: layout.issuing, access: .everybody, replaces: true)
            try FileWriter.write(chain.span, to: layout.chain, access: .everybody, replaces: true)
        }
    }

    private static func pem(_ certificate: Certificate) -> [UInt8] {
        PEMBlock.encode(label: "CERTIFICATE", bytes: certificate.der.array.span)
    }

    /// Takes a half-made folder away again: the files that this type makes, and nothing else.
    private static func remove(_ folder: String) {
        let layout = AuthorityLayout(folder)
        for inner in [layout.keys, layout.offline, folder] {
            for name in (try? Folder.names(in: inner)) ?? [] { try? Folder.remove(Folder.path(inner, name)) }
            try? Folder.removeEmpty(inner)
        }
    }

    private static func asProblem<Value>(_ body: () throws(FileProblem) -> Value) throws(AuthorityProblem) -> Value {
        do throws(FileProblem) { return try body() } catch { throw .file(error) }
    }
}

extension AuthorityStore {
    /// Enters a new CA's own certificates. The issuing CA's is one that the root issued, and can revoke.
    func install(
        _ made: [(role: AuthorityRole, certificate: Certificate, keyFile: String)], at time: CalendarTime
    ) throws(AuthorityProblem) {
        for (role, certificate, keyFile) in made {
            try transaction { () throws(DatabaseError) in
                try database.run(
                    "INSERT INTO authority (role, certificate, key_file) VALUES (?, ?, ?)",
                    [.text(role.rawValue), .blob(certificate.der.array), .text(keyFile)])
            }
        }
        guard made.count > 1 else { return }
        let certificate = made[1].certificate
        try record(
            Issuance(certificate, label: certificate.subject.description, profile: "intermediate", origin: .authority),
            of: authority(.root), at: time)
    }
}
