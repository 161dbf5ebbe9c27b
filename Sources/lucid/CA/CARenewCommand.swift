import ArgumentParser
import LucidAuthority
import LucidX509

struct CARenewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "renew",
        abstract: "Issues certificates again before they end, and replaces their files.",
        discussion: """
            The new certificate says what the old one said, for as long again, if the policy still allows it. It is \
            for the same key, unless --new-key makes another one. The files are replaced where the CA knows them to \
            be; one that somebody changed since is left alone without --force. The old certificate stays valid until \
            it ends: revoke it if it should not.

            With --new-key the files become links into NAME.versions, so that key and certificate change in one step.

            --due and --all take certificates that have not been renewed and are not revoked; among them those that \
            have ended. --due takes none before the last third of its life. Both pass over what the CA knows no files \
            of, and say so. What an interrupted run left undone is finished first.

            Exit codes: 0 all renewed, 1 something was refused or renewed before, 2 something can not be used; with --exit-code 3: nothing was due.

            Examples:
              lucid ca renew --due 30d --exit-code && systemctl reload nginx
              lucid ca renew --new-key www.example.internal
              lucid ca renew --out /etc/ssl/www 4f3a9c01d2e3f405162738495a6b7c8d
            """)

    @OptionGroup var options: CAOptions

    @Option(
        help: ArgumentHelp("Renew all that end within this time, such as 30d.", valueName: "duration"),
        transform: DurationArgument.parse)
    var due: DurationArgument?

    @Flag(help: "Renew all.")
    var all = false

    @Flag(help: "Make a new key of the same kind, too.")
    var newKey = false

    @Option(help: ArgumentHelp("How many days the new one is valid (default: as the old one).", valueName: "days"))
    var days: Int?

    @Option(
        name: .customLong("for"), help: ArgumentHelp("The same as a length of time: 12h, 90d.", valueName: "duration"),
        transform: DurationArgument.parse)
    var duration: DurationArgument?

    @Option(help: ArgumentHelp("Write the files to this folder, and renew them there from now on.", valueName: "dir"))
    var out: String?

    @Flag(help: "Replace files that were changed since Lucid wrote them.")
    var force = false

    @Flag(help: "Exit with 3 where nothing was due.")
    var exitCode = false

    @Flag(help: "Print a JSON array with one object for each (see Documentation/json.md).")
    var json = false

    @OptionGroup var passphrase: PassphraseOptions

    @Argument(help: ArgumentHelp("Serial numbers, names, or files with certificates.", valueName: "certificate"))
    var certificates: [String] = []

    func validate() throws {
        switch [due != nil, all, !certificates.isEmpty].filter({ $0 }).count {
        case 0: throw ValidationError("name certificates, or give --due or --all")
        case 1: break
        default: throw ValidationError("give only one of these: certificates, --due, --all")
        }
        guard days == nil || duration == nil else { throw ValidationError("give --days or --for, not both") }
        if let days, days < 1 { throw ValidationError("a certificate is valid for a day at least; --for 12h is less") }
        try DurationArgument.check(days: days)
    }

    func run() throws {
        let now = CalendarTime.now
        let store = try options.open(for: .changing)
        var run = RenewalRun(json: json, makesNewKey: newKey, isByName: !certificates.isEmpty)
        var records: [CertificateRecord] = []
        for text in certificates {
            run.loop.attempt {
                let record = try CertificateArgument(text: text).find(in: store, for: .renewing, at: now)
                if !records.contains(where: { $0.id == record.id }) { records.append(record) }
            }
        }
        // By its number one is found as well that another one replaced.
        do throws(AuthorityProblem) {
            for record in records where record.replacedBy != nil {
                run.tell(record, replacedBy: try store.successor(of: record))
            }
        } catch { throw error.told() }
        records.removeAll { $0.replacedBy != nil }
        // Those that go to another folder now need not be brought to their own before, which perhaps can not be done.
        let moving = out == nil ? [] : Set(records.map(\.id))
        do throws(AuthorityProblem) { run.tell(finished: try store.finishRenewals(except: moving), at: now) } catch {
            throw error.told()
        }
        if certificates.isEmpty { records = try dueCertificates(store, now) }
        try renew(records, store, now, &run)
        run.tellSkipped()
        if json { Terminal.write(JSONValue.array(run.results).text) }
        try run.loop.finish()
        guard run.count == 0, certificates.isEmpty else { return }
        if !json { Terminal.write(due.map { "Nothing is due within \($0)" } ?? "There is nothing to renew") }
        if exitCode { throw ExitCode(3) }
    }

    private func renew(
        _ records: [CertificateRecord], _ store: borrowing AuthorityStore, _ now: CalendarTime, _ run: inout RenewalRun
    ) throws {
        guard !records.isEmpty else { return }
        let policy = try options.policy(of: store)
        var order = RenewalOrder()
        order.makesNewKey = newKey
        order.life = duration?.lifetime ?? days.map { .days($0) }
        order.folder = out
        order.replacesChangedFiles = force
        // Each CA's key is opened once.
        for role in AuthorityRole.allCases {
            let own = try records.filter { try CARevokeCommand.role(of: $0, store) == role }
            guard !own.isEmpty else { continue }
            let issuer: AuthorityRecord
            do throws(AuthorityProblem) { issuer = try store.authority(role) } catch { throw error.told() }
            guard let signer = run.open({ () throws in try options.signer(issuer, of: store, passphrase) }) else {
                continue
            }
            for record in own {
                let mayLackKey = lacksFiles(record)
                do throws(RenewalProblem) {
                    let new = try store.renew(
                        record, order, by: issuer, signedBy: signer, policy: policy, at: now,
                        fileName: IssuedFiles.fileName(for:))
                    run.tell(renewed: record, by: new, lostItsKey: mayLackKey && !hasKey(new), at: now)
                } catch { run.tell(record, error) }
            }
        }
    }

    /// Whether a key that Lucid made belongs to the certificate, and there was none before. What a renewed certificate was made
    /// for is not recorded; where its certificate is missing as well, the folder is another one.
    private func lacksFiles(_ record: CertificateRecord) -> Bool {
        switch record.origin {
        case .issue: return true
        case .renewal:
            guard let old = record.output else { return true }
            let files = CertificateFiles(.init(folder: out ?? old.folder, name: old.name))
            return Folder.kind(files.certificate) == nil
        case .authority, .request, .imported: return false
        }
    }

    private func hasKey(_ record: CertificateRecord) -> Bool {
        record.output.map { Folder.kind(CertificateFiles($0).key) != nil } ?? true
    }

    /// Everything that was not replaced or revoked and, with --due, ends in time.
    private func dueCertificates(
        _ store: borrowing AuthorityStore, _ now: CalendarTime
    ) throws -> [CertificateRecord] {
        var filter = CertificateFilter()
        filter.isReplaced = false
        filter.isAuthority = false
        filter.isResponder = false
        filter.isInLastThird = due != nil
        filter.endsBy = due.map { now.adding(seconds: $0.seconds) }
        var found: [CertificateRecord] = []
        do throws(AuthorityProblem) {
            for state in [CertificateRecord.State.expired, .valid] {
                filter.state = state
                found += try store.certificates(filter, at: now, order: .ending, limit: .max)
            }
        } catch { throw error.told() }
        return found
    }
}
