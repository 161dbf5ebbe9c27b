import ArgumentParser
import LucidAuthority
import LucidX509

struct CAIssueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issue",
        abstract: "Makes a private key and a certificate for it.",
        discussion: """
            Names are DNS names, IP addresses, e-mail addresses and URIs; the first one is also the certificate's \
            commonName and the files' name. Writes NAME-key.pem (mode 0600, not encrypted, so that a server can \
            start), NAME.pem and NAME-fullchain.pem, which has the intermediate behind it. The CA keeps the \
            certificate, never the key.

            Everything that stands against a certificate is told before it is issued: then nothing is written. Should \
            the files not be written afterwards (a full disk), the certificate is in the CA, and `lucid ca export` \
            writes it again.

            Examples:
              lucid ca issue www.example.internal 10.0.0.7
              lucid ca issue --client --days 365 --out ~/certs alice@example.internal
              lucid ca issue --profile code-signing --key-kind rsa-3072 build.internal
            """)

    @OptionGroup var options: CAOptions
    @OptionGroup var profile: CAProfileOptions

    @Option(help: ArgumentHelp("The kind of key: p256, p384, p521, ed25519, rsa-2048 to rsa-8192.", valueName: "kind"))
    var keyKind = KeyKind(.p256)

    @Option(help: ArgumentHelp("Further parts of the subject, such as O=Example,C=DE.", valueName: "name-parts"))
    var subject: String?

    @Option(help: ArgumentHelp("The folder that the files are written to.", valueName: "dir"))
    var out = "."

    @Flag(help: "Overwrite files that are there.")
    var force = false

    @Flag(help: "Print a JSON object (see Documentation/json.md).")
    var json = false

    @OptionGroup var passphrase: PassphraseOptions

    @Argument(help: ArgumentHelp("What the certificate is for.", valueName: "name"))
    var names: [String]

    func run() throws {
        let profile = try profile.read()
        let parsed = try parsedNames(for: profile)
        let label = parsed[0].valueText
        let files = IssuedFiles(folder: out, label: label, replaces: force)
        // The CA first: where there is none, what lies in the way of its files is of no interest.
        let store = try options.open(for: .changing)
        let policy = try options.policy(of: store, for: profile)
        if let problem = files.problem(withKey: true) {
            Terminal.complain("lucid: \(problem)")
            throw ExitCode.unusable
        }
        let record: AuthorityRecord
        do throws(AuthorityProblem) {
            record = try store.signingAuthority()
            try store.checkNotRevoked(record)
        } catch { throw error.told() }
        let subject = try SubjectParts.name(subject, commonName: parsed[0].asSubject)
        let key = try makeKey()
        let judgement = try judge(profile, policy, subject, parsed, key.publicKey, record, store.layout)
        let place = try files.place()
        let authority = try options.signer(record, of: store, passphrase)
        let now = CalendarTime.now
        let stagedKey = try stage(key, files)
        let issued: (id: Int64, certificate: Certificate)
        do throws(AuthorityProblem) {
            issued = try store.issue(of: record, at: now) { () throws(AuthorityProblem) in
                var issuance = Issuance(
                    try Self.certificate(authority, judgement, now), label: label, profile: profile.name, origin: .issue
                )
                issuance.output = place
                return issuance
            }
        } catch {
            stagedKey.abandon()
            throw error.told()
        }
        try write(files, stagedKey, issued.certificate, record.role == .root ? [] : [record.certificate])
        try tell(store, issued.id, files, now)
    }

    private func parsedNames(for profile: CertificateProfile) throws -> [GeneralName] {
        var parsed: [GeneralName] = []
        for name in names {
            guard let general = GeneralName(parsing: name) else {
                Terminal.complain("lucid: \(IssuingProblem.badName(name).sentence)")
                throw ExitCode.unusable
            }
            if !parsed.contains(general) { parsed.append(general) }
        }
        let isForServers = profile.extendedKeyUsages.contains(OID.serverAuth)
        if isForServers, !parsed.contains(where: \.isHost) {
            Terminal.complain(
                "lucid: a server's certificate needs a DNS name or an IP address; --client and --profile email make others"
            )
            throw ExitCode.unusable
        }
        return parsed
    }

    /// What the policy grants, judged like a request: ends with exit code 1 where it refuses.
    private func judge(
        _ profile: CertificateProfile, _ policy: IssuancePolicy, _ subject: Name, _ names: [GeneralName],
        _ key: PublicKey, _ issuer: AuthorityRecord, _ layout: AuthorityLayout
    ) throws -> RequestJudgement {
        let judgement: RequestJudgement
        do throws(RequestProblem) {
            judgement = try RequestJudgement(
                subject: subject, names: names, key: key, profile: profile, policy: policy,
                authority: issuer.certificate.subject, life: self.profile.life)
        } catch {
            Terminal.complain("lucid: \(error.sentence); nothing was issued")
            throw ExitCode.refused
        }
        for sentence in judgement.findings.compactMap(\.changeSentence) { Terminal.complain("lucid: \(sentence)") }
        guard judgement.refusals.isEmpty else {
            for refusal in judgement.refusals { Terminal.complain("lucid: \(refusal.sentence)") }
            let missing = judgement.refusals.compactMap { refusal in
                if case .attributeMissing(let type) = refusal { AttributeNames.name(of: type) + "=…" } else { nil }
            }
            if !missing.isEmpty {
                Terminal.complain("lucid: give it so: --subject \(missing.joined(separator: ","))")
            }
            Terminal.complain("lucid: nothing was issued (\(layout.policy.safeToShow))")
            throw ExitCode.refused
        }
        return judgement
    }

    private func makeKey() throws -> SigningKey {
        var progress = ProgressLine()
        var tested = 0
        do throws(SigningKey.UnsupportedKind) {
            let key = try SigningKey.generate(keyKind.kind) { _ in
                tested += 1
                progress.update("Searching for primes: \(tested) candidates tested")
            }
            progress.end()
            return key
        } catch {
            progress.end()
            throw AuthorityProblem.unsupportedKey(error.kind).told()
        }
    }

    private static func certificate(
        _ authority: borrowing CertificateAuthority, _ judgement: RequestJudgement, _ time: CalendarTime
    ) throws(AuthorityProblem) -> Certificate {
        do throws(IssuingProblem) {
            return try authority.issue(
                judgement.profile, subject: judgement.subject, names: judgement.names, key: judgement.key, from: time)
        } catch { throw .issuing(error) }
    }

    /// Writes the key, which nothing is issued without.
    private func stage(_ key: borrowing SigningKey, _ files: IssuedFiles) throws -> StagedFile {
        do throws(FileProblem) { return try files.stage(key.pkcs8PEM()) } catch {
            let hint = error.reason == .alreadyExists ? "; use --force to overwrite it" : ""
            Terminal.complain("lucid: \(error.sentence); nothing was issued\(hint)")
            throw ExitCode.unusable
        }
    }

    /// Writes the files of a certificate that is in the CA by now.
    private func write(
        _ files: IssuedFiles, _ key: StagedFile, _ certificate: Certificate, _ intermediates: [Certificate]
    ) throws {
        let serial = SerialNumber(certificate.serialNumber)
        let isAsIssued = "the certificate \(serial) is issued and in the CA"
        do throws(FileProblem) { try key.finish() } catch {
            Terminal.complain("lucid: \(error.sentence)")
            Terminal.complain(
                "lucid: \(isAsIssued), and its key is in \(key.place.safeToShow); `lucid ca export \(serial)` writes the certificate"
            )
            throw ExitCode.unusable
        }
        do throws(FileProblem) { try files.write(certificate, intermediates: intermediates) } catch {
            Terminal.complain("lucid: \(error.sentence)")
            Terminal.complain(
                "lucid: \(isAsIssued), and its key is in \(files.key.safeToShow); `lucid ca export \(serial)` writes the certificate"
            )
            throw ExitCode.unusable
        }
    }

    private func tell(
        _ store: borrowing AuthorityStore, _ id: Int64, _ files: IssuedFiles, _ now: CalendarTime
    ) throws {
        let found: CertificateRecord?
        do throws(AuthorityProblem) { found = try store.certificate(id) } catch { throw error.told() }
        guard let found else { return }
        if json {
            Terminal.write(found.json(at: now).text)
            return
        }
        Terminal.write("Issued \(found.label.safeToShow), serial number \(found.serialNumber), until \(found.notAfter)")
        for path in [files.key, files.certificate, files.fullChain] { Terminal.write("  \(path.safeToShow)") }
    }
}

extension GeneralName {
    /// Whether it names what a TLS client connects to.
    var isHost: Bool {
        switch self {
        case .dNSName, .iPAddress: true
        default: false
        }
    }

    /// The subject of a certificate for this name: a commonName of at most 64 characters (X.520), or else empty.
    var asSubject: Name {
        switch self {
        case .dNSName, .iPAddress, .rfc822Name:
            valueText.unicodeScalars.count <= 64 ? Name(commonName: valueText) : Name([RelativeDistinguishedName]())
        default: Name([RelativeDistinguishedName]())
        }
    }
}
