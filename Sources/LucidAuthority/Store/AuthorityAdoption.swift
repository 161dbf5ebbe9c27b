public import LucidDER
import LucidDatabase
import LucidFiles
public import LucidModel
public import LucidNumber
import LucidPEM
public import LucidSignature

/// Takes over a CA that another program had: its certificate and key become those of a CA in a folder.
public struct AuthorityAdoption: ~Copyable {
    /// The CA's certificate. A self-issued one becomes the root, any other the issuing CA.
    public let certificate: Certificate
    /// The root that issued it; nil for a root.
    public let root: Certificate?
    let key: SigningKey
    let passphrase: SecretBytes?

    /// - Parameters:
    ///   - root: asked for where the certificate is no root.
    ///   - key: its private key.
    ///   - passphrase: what the key is encrypted with from now on; nil leaves it open.
    /// - Throws: `noCA`, `keyOfAnother`, `rootNeeded`, `notIssuedBy`.
    public init(
        _ certificate: Certificate, root: Certificate?, key: consuming SigningKey, passphrase: consuming SecretBytes?
    ) throws(Problem) {
        guard certificate.extensions.basicConstraints?.cA == true else { throw .noCA }
        guard (try? PublicKey(certificate.subjectPublicKeyInfo)) == key.publicKey else { throw .keyOfAnother }
        let isRoot = certificate.subject == certificate.issuer
        if !isRoot {
            guard let root else { throw .rootNeeded(issuer: certificate.issuer) }
            guard (try? certificate.checkSignature(signer: root.subjectPublicKeyInfo)) != nil,
                certificate.issuer == root.subject
            else { throw .notIssuedBy(root.subject) }
        }
        self.certificate = certificate
        self.root = isRoot ? nil : root
        self.key = key
        self.passphrase = passphrase
    }

    /// Why a CA can not be taken over.
    public enum Problem: Error, Hashable, Sendable {
        /// The certificate says of itself that it is no CA.
        case noCA
        case keyOfAnother
        /// The certificate is an intermediate: its root is needed beside it.
        case rootNeeded(issuer: Name)
        case notIssuedBy(Name)
    }

    private var role: AuthorityRole { root == nil ? .root : .issuing }

    /// Makes a new CA's folder, all or nothing.
    ///
    /// - Parameter policy: the text of `policy.json`.
    public consuming func make(in folder: String, policy: [UInt8], at time: CalendarTime) throws(AuthorityProblem) {
        let adoption = self
        try AuthorityCreation.makeWhole(folder) { (layout: AuthorityLayout) throws(AuthorityProblem) in
            let keyName = adoption.role == .root ? AuthorityLayout.rootKeyName : AuthorityLayout.issuingKeyName
            do throws(FileProblem) {
                try Folder.makeNew(layout.keys, mode: 0o700)
                if adoption.role == .issuing { try Folder.makeNew(layout.offline, mode: 0o700) }
                try FileWriter.write(policy.span, to: layout.policy, access: .everybody, replaces: false)
            } catch { throw .file(error) }
            try AuthorityKeys.write(adoption.key, to: layout.path(keyName), passphrase: adoption.passphrase)
            var made = [(role: AuthorityRole, certificate: Certificate, keyFile: String)]()
            if let root = adoption.root { made.append((.root, root, AuthorityLayout.offlineRootKeyName)) }
            made.append((adoption.role, adoption.certificate, keyName))
            try AuthorityCreation.writeCertificates(made.map(\.certificate), layout)
            let store = try AuthorityStore(creatingIn: layout)
            try store.install(made, at: time)
        }
    }

    /// Whether the CA is one of a folder's already, or its key is missing there.
    public enum Place: Sendable {
        /// The folder has this CA and its key.
        case present(AuthorityRecord)
        /// The folder has this CA, and its key lies somewhere else.
        case withoutKey(AuthorityRecord)
        /// The folder has the root that issued it, and no issuing CA.
        case below(AuthorityRecord)
        case foreign
    }

    /// Where a CA's certificate belongs in a folder.
    public static func place(
        of certificate: Certificate, in store: borrowing AuthorityStore
    ) throws(AuthorityProblem) -> Place {
        let authorities = try store.authorities()
        if let found = authorities.first(where: { $0.certificate == certificate }) {
            return Folder.kind(store.layout.key(found)) == nil ? .withoutKey(found) : .present(found)
        }
        guard authorities.count == 1, let root = authorities.first, certificate.issuer == root.certificate.subject,
            (try? certificate.checkSignature(signer: root.certificate.subjectPublicKeyInfo)) != nil
        else { return .foreign }
        return .below(root)
    }

    /// Brings a key that a folder lacks.
    public consuming func bringKey(
        of authority: AuthorityRecord, into store: borrowing AuthorityStore
    ) throws(AuthorityProblem) {
        try AuthorityKeys.write(key, to: store.layout.key(authority), passphrase: passphrase)
    }

    /// Becomes the issuing CA below the root that a folder has alone. The root's key moves to `offline/`.
    ///
    /// Interrupted at any moment, the folder has the old CA or the new one, and the root's key lies where the database says it
    /// does; at most a copy of it is left in the other place.
    public consuming func join(
        _ store: borrowing AuthorityStore, below root: AuthorityRecord, at time: CalendarTime
    ) throws(AuthorityProblem) {
        let layout = store.layout
        let oldRootKey = layout.key(root)
        do throws(FileProblem) {
            try Folder.make(layout.offline, mode: 0o700)
            if Folder.kind(oldRootKey) != nil {
                let text = try FileReader.read(oldRootKey)
                try FileWriter.write(
                    text.span, to: layout.path(AuthorityLayout.offlineRootKeyName), access: .owner, replaces: true)
            }
            if Folder.kind(layout.path(AuthorityLayout.issuingKeyName)) != nil {
                // Left by an import that was interrupted before the database knew of it.
                try Folder.remove(layout.path(AuthorityLayout.issuingKeyName))
            }
        } catch { throw .file(error) }
        try AuthorityKeys.write(key, to: layout.path(AuthorityLayout.issuingKeyName), passphrase: passphrase)
        try store.add(issuing: certificate, below: root)
        _ = try store.record(imported: [ImportedCertificate(certificate)], of: root, at: time)
        do throws(FileProblem) {
            if Folder.kind(oldRootKey) != nil, oldRootKey != layout.path(AuthorityLayout.offlineRootKeyName) {
                try Folder.remove(oldRootKey)
            }
        } catch { throw .file(error) }
        try AuthorityCreation.writeIssuingCertificates(certificate, root.certificate, layout)
    }
}

extension AuthorityStore {
    /// Enters an issuing CA below a root that was alone, whose key is to be kept apart from now on.
    func add(issuing certificate: Certificate, below root: AuthorityRecord) throws(AuthorityProblem) {
        try transaction { () throws(DatabaseError) in
            try database.run(
                "INSERT INTO authority (role, certificate, key_file) VALUES ('issuing', ?, ?)",
                [.blob(certificate.der.array), .text(AuthorityLayout.issuingKeyName)])
            try database.run(
                "UPDATE authority SET key_file = ? WHERE id = ?",
                [.text(AuthorityLayout.offlineRootKeyName), .integer(root.id)])
        }
    }
}
