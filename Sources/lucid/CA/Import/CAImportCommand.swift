import ArgumentParser
import LucidAuthority
import LucidX509

struct CAImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes in certificates that were issued elsewhere, or a whole CA of openssl's.",
        discussion: """
            Files are certificates that one of the CA's keys signed, in PEM or DER. They are listed, renewed and \
            revoked from then on like any other. What is there already stays as it is.

            --openssl takes the folder of a CA that `openssl ca` runs: index.txt, newcerts/, crlnumber, the CA's \
            certificate and its key. Where --ca names no CA yet, it is made of it; a root first, then the intermediate \
            CA below it. Else what it issued and revoked since is added, so the command can be repeated. Nothing in \
            openssl's folder is changed.

            The key keeps its passphrase. One that is not encrypted is encrypted now, unless --no-passphrase is given.

            Examples:
              lucid ca import old-server.pem old-client.pem
              lucid ca import --openssl /root/ca
              lucid ca import --openssl /root/ca/intermediate
              lucid ca import --openssl demoCA --key demoCA/my-ca.key
            """)

    @OptionGroup var options: CAOptions

    @Option(help: ArgumentHelp("The folder of a CA that `openssl ca` runs.", valueName: "dir"))
    var openssl: String?

    @Option(help: ArgumentHelp("The CA's certificate, where it has an unusual name.", valueName: "file"))
    var certificate: String?

    @Option(help: ArgumentHelp("The CA's key, where it has an unusual name.", valueName: "file"))
    var key: String?

    @Option(help: ArgumentHelp("The index, where it is not index.txt.", valueName: "file"))
    var index: String?

    @Option(help: ArgumentHelp("The folder of SERIAL.pem, where it is not newcerts.", valueName: "dir"))
    var newcerts: String?

    @Option(help: ArgumentHelp("The file with the next CRL's number, where it is not crlnumber.", valueName: "file"))
    var crlnumber: String?

    @Option(
        help: ArgumentHelp(
            "The root's certificate, for an intermediate CA without its root's folder.", valueName: "file"))
    var root: String?

    @Flag(help: "Do not encrypt a key that is not encrypted: who gets at its file can issue.")
    var noPassphrase = false

    @OptionGroup var policy: CAPolicyOptions
    @OptionGroup var passphrase: PassphraseOptions

    @Flag(help: "Print a JSON object (see Documentation/json.md).")
    var json = false

    @Argument(help: ArgumentHelp("Certificates in PEM or DER.", valueName: "file"))
    var files: [String] = []

    func validate() throws {
        if openssl == nil, files.isEmpty {
            throw ValidationError("name the files of the certificates, or give --openssl with the folder of a CA")
        }
        if openssl != nil, !files.isEmpty { throw ValidationError("give files or --openssl, not both") }
        let forOpenSSL = [certificate, key, index, newcerts, crlnumber, root]
        if openssl == nil, noPassphrase || forOpenSSL.contains(where: { $0 != nil }) {
            throw ValidationError("these options are for --openssl")
        }
    }

    func run() throws {
        do {
            if let openssl { try importFolder(openssl) } else { try importFiles() }
        } catch let problem as AuthorityProblem {
            throw problem.told()
        } catch let problem as OpenSSLFolder.Problem {
            Terminal.complain("lucid: \(problem.sentence)")
            throw ExitCode.unusable
        } catch let problem as AuthorityAdoption.Problem {
            Terminal.complain("lucid: \((openssl ?? "").safeToShow): \(problem.sentence)")
            throw ExitCode.unusable
        }
    }

    // MARK: Files

    private func importFiles() throws {
        let store = try options.open(for: .changing)
        let authorities = try store.allAuthorities()
        var byAuthority: [Int64: [ImportedCertificate]] = [:]
        var foreignCount = 0
        for file in files {
            for certificate in try InputFiles.certificates(file, role: "a certificate that the CA signed") {
                guard let authority = authorities.last(where: { Self.signed(certificate, by: $0.certificate) }) else {
                    Terminal.complain(
                        "lucid: \(InputFiles.shown(file)): \(certificate.subject) was not signed by a key of this CA; its issuer is \(certificate.issuer)"
                    )
                    foreignCount += 1
                    continue
                }
                byAuthority[authority.id, default: []].append(ImportedCertificate(certificate))
            }
        }
        guard foreignCount == 0 else {
            Terminal.complain("lucid: nothing was imported")
            throw ExitCode.refused
        }
        var report = ImportReport()
        for authority in authorities {
            report.add(try store.record(imported: byAuthority[authority.id] ?? [], of: authority, at: .now))
        }
        Terminal.write(json ? report.json.text : report.text)
    }

    private static func signed(_ certificate: Certificate, by issuer: Certificate) -> Bool {
        certificate.issuer.matches(issuer.subject)
            && (try? certificate.checkSignature(signer: issuer.subjectPublicKeyInfo)) != nil
    }

    // MARK: A CA of openssl's

    private func importFolder(_ folder: String) throws {
        var names = OpenSSLFolder.Names()
        (names.certificate, names.key, names.index) = (certificate, key, index)
        (names.newCertificates, names.crlNumber) = (newcerts, crlnumber)
        if let reason = Self.problem(ofFolder: folder) {
            Terminal.complain("lucid: \(FileProblem(path: folder, reason: reason).sentence)")
            throw ExitCode.unusable
        }
        // All of it is read before anything is changed.
        let source = try OpenSSLFolder(folder, names: names)
        let (certificates, released) = try source.certificates()
        var report = ImportReport()
        report.releasedLines = released
        report.nextListNumber = try source.nextRevocationListNumber()
        report.made = try takeOver(source)

        let store = try options.open(for: .changing)
        guard let authority = try store.authorities().first(where: { $0.certificate == source.certificate }) else {
            throw AuthorityProblem.noSuchCertificate(source.certificate.subject.description)
        }
        if report.made { try warn(of: source, store) }
        report.add(try store.record(imported: certificates, of: authority, at: .now))
        if let number = report.nextListNumber { try store.raiseRevocationListNumber(of: authority, to: number) }
        Terminal.write(json ? report.json.text : report.text)
    }

    /// Why a folder can not be one; nil where it is.
    private static func problem(ofFolder path: String) -> FileProblem.Reason? {
        switch Folder.kind(path) {
        case nil: .notFound
        case .directory: nil
        default: .isNotDirectory
        }
    }

    /// Tells what `lucid verify` has against a CA that another program made: it would refuse everything below it.
    private func warn(of source: OpenSSLFolder, _ store: borrowing AuthorityStore) throws {
        let root = try store.authority(.root).certificate
        let verdict = Verifier(trustAnchors: [root], purpose: .any).verify(source.certificate, at: .now)
        guard !verdict.isAccepted else { return }
        let reasons = verdict.findings.filter { $0.severity == .error }.map { "\($0.sentence) (\($0.check.clause))" }
        Terminal.complain(
            "lucid: warning: \(source.certificatePath.safeToShow): Lucid refuses this CA, and so all that is below it: \(reasons.joined(separator: "; "))"
        )
    }

    /// Sees to it that the folder has the CA itself.
    ///
    /// - Returns: whether it is new there.
    private func takeOver(_ source: OpenSSLFolder) throws -> Bool {
        guard Folder.kind(AuthorityLayout(options.folder).database) != nil else {
            try AuthorityCreation.checkPlace(options.folder)
            let policy = Array(try policy.read().json.text.utf8)
            try adoption(source).make(in: options.folder, policy: policy, at: .now)
            return true
        }
        let store = try options.open(for: .changing)
        switch try AuthorityAdoption.place(of: source.certificate, in: store) {
        case .present: return false
        case .withoutKey(let authority):
            guard source.keyPath != nil else { return false }
            let root = authority.role == .root ? nil : try store.authority(.root).certificate
            try adoption(source, below: root).bringKey(of: authority, into: store)
            return false
        case .below(let root):
            try adoption(source, below: root.certificate).join(store, below: root, at: .now)
            return true
        case .foreign:
            Terminal.complain(
                "lucid: \(source.certificatePath.safeToShow): \(source.certificate.subject) is not a CA of \(options.folder.safeToShow); import it into a folder of its own, with --ca"
            )
            throw ExitCode.refused
        }
    }

    private func adoption(_ source: OpenSSLFolder, below root: Certificate? = nil) throws -> AuthorityAdoption {
        guard let path = source.keyPath else {
            Terminal.complain(
                "lucid: \(source.folder.safeToShow): the CA's key was not found; name it with --key")
            throw ExitCode.unusable
        }
        let issuer = try root ?? self.root.map { try InputFiles.certificates($0, role: "the root's certificate") }?.last
        var block = try KeyFiles.block(path)
        let isEncrypted =
            block.label == "ENCRYPTED PRIVATE KEY" || block.headers.contains { $0.value.contains("ENCRYPTED") }
        let secret: SecretBytes? =
            if isEncrypted {
                try passphrase.read(for: path.safeToShow)
            } else if noPassphrase {
                nil
            } else {
                try passphrase.readNew(for: "the CA's key")
            }
        return try Self.adoption(source.certificate, issuer, &block, path, secret)
    }

    private static func adoption(
        _ certificate: Certificate, _ root: Certificate?, _ block: inout PEMBlock, _ path: String,
        _ secret: consuming SecretBytes?
    ) throws -> AuthorityAdoption {
        switch consume secret {
        case .some(let secret):
            let key = try open(&block, path) { () throws(PrivateKeyProblem) in secret.copy() }
            return try AuthorityAdoption(certificate, root: root, key: key, passphrase: secret)
        case .none:
            let key = try open(&block, path) { () throws(PrivateKeyProblem) in throw .passphraseNeeded }
            return try AuthorityAdoption(certificate, root: root, key: key, passphrase: nil)
        }
    }

    private static func open(
        _ block: inout PEMBlock, _ path: String, _ passphrase: () throws(PrivateKeyProblem) -> SecretBytes
    ) throws(AuthorityProblem) -> SigningKey {
        do throws(PrivateKeyProblem) { return try SigningKey(pem: &block, passphrase: passphrase) } catch {
            throw .keyUnusable(path, error)
        }
    }
}
