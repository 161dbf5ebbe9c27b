import ArgumentParser
import LucidAuthority
import LucidX509

struct CAExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes certificates of the CA, or all of it for openssl.",
        discussion: """
            A name stands for the newest certificate that has it and that no other has replaced; a serial number for \
            the certificate itself, whatever became of it.

            --openssl writes the layout that `openssl ca` works with: index.txt, serial, crlnumber, newcerts/, and an \
            openssl.cnf. --key adds the CA's key, which stays encrypted. For PKCS#12 and PKCS#7 see `lucid convert`.

            Examples:
              lucid ca export www.example.internal
              lucid ca export www.example.internal --fullchain --out fullchain.pem
              lucid ca export 4f3a09c1d2e3f4051627384950617283 --der --out one.der
              lucid ca export --all --out certificates
              lucid ca export --openssl openssl-ca --key
              openssl ca -config openssl-ca/openssl.cnf -in request.pem -out new.pem
            """)

    @OptionGroup var options: CAOptions

    @Flag(help: "Every certificate, each as SERIAL.pem in the folder --out.")
    var all = false

    @Flag(help: "Behind each certificate those of its CAs, up to the root.")
    var chain = false

    @Flag(help: "Behind each certificate those of its CAs, without the root: what servers send.")
    var fullchain = false

    @Flag(help: "One certificate in DER.")
    var der = false

    @Option(help: ArgumentHelp("Write the CA as openssl keeps its own into a new folder.", valueName: "dir"))
    var openssl: String?

    @Flag(help: "With --openssl: the CA's key as well.")
    var key = false

    @Flag(help: "With --openssl: the root, where there is an issuing CA below it.")
    var root = false

    @Option(help: ArgumentHelp("The file to write, or with --all the folder; - is standard output.", valueName: "file"))
    var out = "-"

    @OptionGroup var output: OutputOptions

    @Flag(help: "With --all and --openssl: print a JSON object (see Documentation/json.md).")
    var json = false

    @OptionGroup var passphrase: PassphraseOptions

    @Argument(help: ArgumentHelp("A name or a serial number.", valueName: "name"))
    var names: [String] = []

    func validate() throws {
        guard [all, openssl != nil, !names.isEmpty].filter({ $0 }).count == 1 else {
            throw ValidationError("give names or serial numbers, --all or --openssl")
        }
        if all, out == "-" { throw ValidationError("--all needs the folder --out") }
        if chain, fullchain { throw ValidationError("--chain has the root, --fullchain has not: give one of them") }
        if der, names.count != 1 || chain || fullchain { throw ValidationError("a file in DER has one certificate") }
        if key || root, openssl == nil { throw ValidationError("--key and --root are for --openssl") }
        if json, !names.isEmpty { throw ValidationError("--json is for --all and --openssl") }
    }

    func run() throws {
        let store = try options.open(for: .reading)
        do {
            if let openssl {
                try exportForOpenSSL(store, openssl)
            } else if all {
                try exportAll(store)
            } else {
                try export(names, store)
            }
        } catch let problem as AuthorityProblem { throw problem.told() }
    }

    // MARK: Single certificates

    private func export(_ names: [String], _ store: borrowing AuthorityStore) throws {
        try output.check(out)
        let authorities = try store.allAuthorities()
        var octets: [UInt8] = []
        for name in names {
            let record = try find(name, store)
            guard let certificate = try? record.certificate() else {
                Terminal.complain(
                    "lucid: \(record.serialNumber): the certificate itself is not here, only its line of another program's index"
                )
                throw ExitCode.refused
            }
            if der {
                octets = certificate.der.array
            } else {
                octets += pem(certificate)
                for issuer in issuers(above: record.authority, authorities) { octets += pem(issuer) }
            }
        }
        try output.write(octets.span, to: out, access: .everybody)
    }

    /// The certificates to go behind one that this CA issued.
    private func issuers(above id: Int64, _ authorities: [AuthorityRecord]) -> [Certificate] {
        guard chain || fullchain, let issuer = authorities.first(where: { $0.id == id }) else { return [] }
        let root = authorities.last { $0.role == .root }?.certificate
        let all = [issuer.certificate] + (issuer.role == .issuing ? [root].compactMap { $0 } : [])
        return chain ? all : all.filter { $0.subject != $0.issuer }
    }

    private func find(_ name: String, _ store: borrowing AuthorityStore) throws -> CertificateRecord {
        if let serial = SerialNumber(name) {
            let found = try store.certificates(serial: serial)
            if let only = found.first, found.count == 1 { return only }
        }
        var filter = CertificateFilter()
        filter.name = name
        // The newest comes last; it is seldom that there are many.
        let found = try store.certificates(filter, at: .now, limit: 10_000)
        let current = found.last { $0.replacedBy == nil && $0.revocation == nil } ?? found.last
        guard let current else {
            throw AuthorityProblem.noSuchCertificate(name)
        }
        return current
    }

    private func pem(_ certificate: Certificate) -> [UInt8] {
        PEMBlock.encode(label: "CERTIFICATE", bytes: certificate.der.array.span)
    }

    // MARK: All of them

    private static let pageSize = 500

    private func exportAll(_ store: borrowing AuthorityStore) throws {
        let authorities = try store.allAuthorities()
        var written = 0, missing = 0
        do throws(FileProblem) { try Folder.make(out) } catch {
            Terminal.complain("lucid: \(error.sentence)")
            throw ExitCode.unusable
        }
        var last: CertificateRecord?
        while true {
            let page = try store.certificates(CertificateFilter(), at: .now, after: last, limit: Self.pageSize)
            if page.isEmpty { break }
            for record in page {
                guard let certificate = try? record.certificate() else {
                    missing += 1
                    continue
                }
                let text = pem(certificate) + issuers(above: record.authority, authorities).flatMap(pem)
                try output.write(
                    text.span, to: Folder.path(out, "\(record.serialNumber).pem"), access: .everybody)
                written += 1
            }
            last = page.last
        }
        if json {
            Terminal.write(JSONValue.object(["written": .number(written), "lineOnly": .number(missing)]).text)
        } else {
            Terminal.write("Wrote \(written) certificates to \(out.safeToShow)")
            if missing > 0 {
                Terminal.complain(
                    "lucid: of \(missing) only the line of another program's index is known; they are left out")
            }
        }
    }

    // MARK: For openssl

    private func exportForOpenSSL(_ store: borrowing AuthorityStore, _ folder: String) throws {
        let authority = try root ? store.authority(.root) : store.signingAuthority()
        let issuers = authority.role == .issuing ? [try store.authority(.root).certificate] : []
        let key = try key ? encryptedKey(authority, store) : nil
        let result: OpenSSLExport.Result
        do throws(AuthorityProblem) {
            result = try OpenSSLExport(authority, to: folder).write(from: store, issuers: issuers, key: key, at: .now)
        } catch {
            guard case .folderInUse = error else { throw error }
            Terminal.complain("lucid: \(folder.safeToShow): is not empty; --openssl takes a new or empty folder")
            throw ExitCode.unusable
        }
        if json {
            Terminal.write(result.json.text)
            return
        }
        let configuration = ShellWord.quoted(Folder.path(folder, "openssl.cnf"))
        Terminal.write(
            "Wrote \(authority.certificate.subject) and \(result.certificateCount) certificates to \(folder.safeToShow)"
        )
        if !result.hasKey { Terminal.write("  without its key; --key adds it, and openssl can issue") }
        Terminal.write("Next: openssl ca -config \(configuration) -in REQUEST -out CERTIFICATE")
        if result.withoutFileCount > 0 {
            Terminal.complain(
                "lucid: \(result.withoutFileCount) certificates are known by their index line only: openssl gets the same line"
            )
        }
        if !result.shortened.isEmpty {
            let serials = result.shortened.prefix(10).map(\.description).joined(separator: " ")
            Terminal.complain(
                "lucid: openssl has no words for the reason, or the time of invalidity, of \(result.shortened.count) revocations; they are revoked all the same: \(serials)"
            )
        }
    }

    /// The CA's key file as it is where it is encrypted; else the key, encrypted now.
    private func encryptedKey(_ authority: AuthorityRecord, _ store: borrowing AuthorityStore) throws -> [UInt8] {
        let path = store.layout.key(authority)
        try store.checkKey(of: authority)
        let file = try KeyFiles.block(path)
        if file.label == "ENCRYPTED PRIVATE KEY" { return PEMBlock.encode(label: file.label, bytes: file.bytes.span) }
        let opened = try options.signer(authority, of: store, passphrase)
        let secret = try passphrase.readNew(for: "the exported key")
        guard let encryption = PasswordEncryption() else { throw ExitCode.unusable }
        return try opened.key.encryptedPEM(passphrase: secret, encryption: encryption)
    }
}

extension OpenSSLExport.Result {
    /// What was written as JSON; see Documentation/json.md.
    fileprivate var json: JSONValue {
        .object([
            "certificates": .number(certificateCount), "lineOnly": .number(withoutFileCount), "hasKey": .bool(hasKey),
            "shortenedRevocations": .strings(shortened.map(\.description)),
        ])
    }
}
