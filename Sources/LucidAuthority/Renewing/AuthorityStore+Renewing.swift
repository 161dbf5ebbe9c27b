public import LucidCrypto
public import LucidDER
import LucidDatabase
import LucidFiles
public import LucidIssuing
import LucidModel
import LucidNumber
import LucidSignature

/// How certificates are to be renewed.
public struct RenewalOrder: Sendable {
    /// Makes a new key, too; else the old one is certified again.
    public var makesNewKey = false
    /// Nil for as long as the old one's.
    public var life: Lifetime?
    /// The folder that the files are written to; nil for the place that the CA keeps with the certificate.
    public var folder: String?
    /// Replaces files that are not as Lucid wrote them.
    public var replacesChangedFiles = false

    public init() {}
}

extension AuthorityStore {
    /// Issues a certificate that takes another one's place, and replaces its files.
    ///
    /// The new certificate, and that the old one is replaced, are one transaction. Of several processes that renew the same
    /// certificate one succeeds, and the others get `alreadyReplaced`. Files are written afterwards; whoever is interrupted
    /// there leaves old files that fit each other, and `finishRenewals` writes the new ones.
    ///
    /// - Parameters:
    ///   - issuer: the CA that the certificate is from, or that took over from it, and `authority`, the same with its key.
    ///   - fileName: makes a file's name of a label, for certificates without a place.
    ///   - progress: called while an RSA key is searched for.
    /// - Returns: the new certificate's record.
    public func renew(
        _ record: CertificateRecord, _ order: RenewalOrder, by issuer: AuthorityRecord,
        signedBy authority: borrowing CertificateAuthority, policy: IssuancePolicy, at time: CalendarTime,
        fileName: (String) -> String, progress: (RSAKeyGenerationStep) -> Void = { _ in }
    ) throws(RenewalProblem) -> CertificateRecord {
        do throws(AuthorityProblem) { try checkNotRevoked(issuer) } catch { throw .authority(error) }
        let old = try renewable(record, order)
        let place = try outputPlace(record, order, fileName)
        do throws(RenewalProblem) { try check(CertificateFiles(place), record, old, order) } catch {
            // Files that differ may be the new ones of a process that was quicker.
            try checkNotReplaced(record)
            throw error
        }

        var contents = RenewalContents(old, profileName: record.profile)
        if let life = order.life { contents.profile.life = life }
        var key = try Self.publicKey(old)
        let versions = CertificateVersions(files: CertificateFiles(place))
        var newKey: SecretBytes?
        if order.makesNewKey {
            let made = try Self.makeKey(like: key, progress)
            key = made.publicKey
            newKey = made.pkcs8PEM()
        }
        let refusals = policy.judge(
            contents.profile, subject: contents.subject, names: contents.names, key: key,
            authority: issuer.certificate.subject)
        guard refusals.isEmpty else { throw .refused(refusals) }
        let certificate: Certificate
        do throws(IssuingProblem) {
            certificate = try authority.issue(
                contents.profile, subject: contents.subject, names: contents.names, key: key, from: time)
        } catch { throw .authority(.issuing(error)) }

        // A new key is on the disk before its certificate counts: else it could be lost.
        let serial = SerialNumber(certificate.serialNumber)
        switch newKey {
        case .some(let text):
            try Self.asProblem { () throws(FileProblem) in try versions.prepare(serial, key: text) }
        case .none: break
        }
        var issuance = Issuance(certificate, label: record.label, profile: record.profile, origin: .renewal)
        issuance.output = place
        issuance.replaces = record.id
        let id: Int64
        do throws(AuthorityProblem) { id = try replace(record, with: issuance, of: issuer, at: time) } catch {
            if order.makesNewKey { versions.abandon(serial) }
            throw .authority(error)
        }
        return try deliver(id).record
    }

    /// Records the new certificate unless the old one was replaced or its revocation changed in the meantime.
    private func replace(
        _ record: CertificateRecord, with issuance: Issuance, of issuer: AuthorityRecord, at time: CalendarTime
    ) throws(AuthorityProblem) -> Int64 {
        try changing { () throws(AuthorityProblem) in
            guard let now = try certificate(record.id), now.replacedBy == nil, now.revocation == record.revocation
            else {
                throw .alreadyReplaced(record.serialNumber)
            }
            return try asProblem { () throws(DatabaseError) in
                let id = try insert(issuance, issuer.id, time)
                // The old one's files are written no more.
                try database.run("DELETE FROM undelivered WHERE certificate = ?", [.integer(record.id)])
                try database.run("INSERT INTO undelivered VALUES (?)", [.integer(id)])
                return id
            }
        }
    }

    // MARK: What can be renewed

    /// Throws where another certificate has taken its place since it was looked up.
    private func checkNotReplaced(_ record: CertificateRecord) throws(RenewalProblem) {
        do throws(AuthorityProblem) {
            if try certificate(record.id)?.replacedBy != nil { throw .alreadyReplaced(record.serialNumber) }
        } catch { throw .authority(error) }
    }

    private func renewable(
        _ record: CertificateRecord, _ order: RenewalOrder
    ) throws(RenewalProblem) -> Certificate {
        guard record.origin != .authority else { throw .ownAuthority }
        guard !record.isResponder else { throw .ownResponder }
        guard record.replacedBy == nil else { throw .authority(.alreadyReplaced(record.serialNumber)) }
        guard let certificate = try? record.certificate() else { throw .indexLineOnly }
        switch record.revocation?.reason {
        case .keyCompromise, .cACompromise, .aACompromise:
            if !order.makesNewKey { throw .keyCompromised }
        default: break
        }
        return certificate
    }

    private func outputPlace(
        _ record: CertificateRecord, _ order: RenewalOrder, _ fileName: (String) -> String
    ) throws(RenewalProblem) -> CertificateRecord.OutputPlace {
        guard let folder = order.folder else {
            guard let place = record.output else { throw .noPlace }
            return place
        }
        let absolute = try Self.asProblem { () throws(FileProblem) in try Folder.absolute(folder) }
        return .init(folder: absolute, name: record.output?.name ?? fileName(record.label))
    }

    /// Whether the files can be replaced, before anything is issued.
    private func check(
        _ files: CertificateFiles, _ record: CertificateRecord, _ old: Certificate, _ order: RenewalOrder
    ) throws(RenewalProblem) {
        let texts = try texts(of: record, old)
        let (isMissing, changed, state) = try Self.asProblem { () throws(FileProblem) in
            (
                Folder.kind(files.place.folder) != .directory, try files.changed(from: texts),
                try files.keyState(of: old)
            )
        }
        guard !isMissing else { throw .file(FileProblem(path: files.place.folder, reason: .notFound)) }
        guard FileStatus.isWritable(files.place.folder) else {
            throw .file(FileProblem(path: files.place.folder, reason: .permissionDenied))
        }
        // A certificate beside a key that does not fit serves nobody, whoever asks for it.
        if state == .another, !(order.makesNewKey && order.replacesChangedFiles) { throw .keyOfAnother(files.key) }
        if !order.replacesChangedFiles {
            if let changed { throw .changedFile(changed) }
            if order.makesNewKey, state == .encrypted { throw .encryptedKeyFile(files.key) }
        }
        let isKeyExpected = record.origin != .issue && order.folder == nil
        if order.makesNewKey, isKeyExpected, state == .missing { throw .noKeyFile(files.key) }
    }

    /// A certificate's files as Lucid writes them.
    func texts(
        of record: CertificateRecord, _ certificate: Certificate
    ) throws(RenewalProblem) -> CertificateFiles.Texts {
        do throws(AuthorityProblem) {
            let issuer = try allAuthorities().first { $0.id == record.authority }
            // Clients have the root already.
            let intermediates = issuer.flatMap { $0.role == .root ? nil : [$0.certificate] } ?? []
            return CertificateFiles.Texts(certificate, intermediates: intermediates)
        } catch { throw .authority(error) }
    }

    // MARK: Keys

    private static func publicKey(_ certificate: Certificate) throws(RenewalProblem) -> PublicKey {
        do throws(PublicKey.Problem) { return try PublicKey(certificate.subjectPublicKeyInfo) } catch {
            throw .indexLineOnly
        }
    }

    private static func makeKey(
        like key: PublicKey, _ progress: (RSAKeyGenerationStep) -> Void
    ) throws(RenewalProblem) -> SigningKey {
        let kind: SigningKey.Kind =
            switch key {
            case .rsa(let key), .rsaPSS(let key, _): .rsa(bits: key.modulus.bitWidth)
            case .ec(let key) where key.curve == .p384: .p384
            case .ec(let key) where key.curve == .p521: .p521
            case .ec: .p256
            case .ed25519: .ed25519
            }
        do throws(SigningKey.UnsupportedKind) { return try SigningKey.generate(kind, progress: progress) } catch {
            throw .authority(.unsupportedKey(kind))
        }
    }

    static func asProblem<Value>(_ body: () throws(FileProblem) -> Value) throws(RenewalProblem) -> Value {
        do throws(FileProblem) { return try body() } catch { throw .file(error) }
    }
}
