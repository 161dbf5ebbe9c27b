import ArgumentParser
import LucidAuthority
import LucidX509

struct CARevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Revokes certificates.",
        discussion: """
            A certificate is named by its serial number, by one of its names, or by a file with it. A name that stands \
            for several certificates is refused, with a list of them. The CA's key is not needed: clients learn of it \
            from the next CRL (lucid ca crl), or from the OCSP responder. The issuing CA itself (issuing.pem) is \
            revoked on the root's list.

            Reasons (RFC 5280 §5.3.1): keyCompromise, cACompromise, affiliationChanged, superseded, \
            cessationOfOperation, privilegeWithdrawn, aACompromise, unspecified, and certificateHold, the only one \
            that ends: by another reason, or by lucid ca release. To revoke again without a reason, or with the same \
            one, changes nothing and is no error; with another reason it is refused.

            Exit codes: 0 all of them are revoked, 1 a reason that stays, 2 no such certificate, or several.

            Examples:
              lucid ca revoke --reason keyCompromise www.example.internal
              lucid ca revoke --invalid-since 2026-11-20 www.example.internal
              lucid ca revoke --reason superseded 4f3a9c01d2e3f405162738495a6b7c8d
              lucid ca revoke --reason certificateHold laptop.pem
            """)

    @OptionGroup var options: CAOptions

    @Option(
        help: ArgumentHelp("Why: keyCompromise, superseded, … (default: unspecified).", valueName: "reason"),
        transform: RevocationReasonArgument.parse)
    var reason: ReasonCode.Reason?

    @Option(
        help: ArgumentHelp(
            "Since when the key is not to be trusted, where that was before: 2026-11-21T20:44:51Z or 2026-11-21.",
            valueName: "time"))
    var invalidSince: CalendarTime?

    @Flag(help: "Print a JSON array with one object for each (see Documentation/json.md).")
    var json = false

    @Argument(help: ArgumentHelp("Serial numbers, names, or files with certificates.", valueName: "certificate"))
    var certificates: [String]

    func run() throws {
        let now = CalendarTime.now
        if let invalidSince, invalidSince > now {
            Terminal.complain("lucid: --invalid-since: \(invalidSince) is still to come")
            throw ExitCode.unusable
        }
        let store = try options.open(for: .changing)
        var loop = ArgumentLoop()
        var results: [JSONValue] = []
        var changedRoles: Set<AuthorityRole> = []
        for text in certificates {
            loop.attempt {
                let record = try CertificateArgument(text: text).find(in: store, for: .revoking, at: now)
                let outcome = try revoke(record, store, now)
                let role = try Self.role(of: record, store)
                if case .already = outcome {} else { changedRoles.insert(role) }
                if json {
                    results.append(try Self.json(record.id, outcome, store, now))
                } else {
                    Terminal.write("\(outcome.sentence(record.title))")
                }
            }
        }
        if json {
            Terminal.write(JSONValue.array(results).text)
        } else {
            try Self.tellNext(changedRoles, options, store)
        }
        try loop.finish()
    }

    private func revoke(
        _ record: CertificateRecord, _ store: borrowing AuthorityStore, _ now: CalendarTime
    ) throws -> RevocationOutcome {
        do throws(AuthorityProblem) {
            return try store.revoke(record, reason: reason, invalidSince: invalidSince, at: now)
        } catch {
            let code = error.told()
            if case .reasonStays = error { throw ExitCode.refused }
            throw code
        }
    }

    private static func json(
        _ id: Int64, _ outcome: RevocationOutcome, _ store: borrowing AuthorityStore, _ now: CalendarTime
    ) throws -> JSONValue {
        do throws(AuthorityProblem) {
            let members = try store.certificate(id)?.json(at: now).members ?? []
            return .object([.init("outcome", .string(outcome.word))] + members)
        } catch { throw error.told() }
    }
}

extension CARevokeCommand {
    /// Which of the folder's CAs has the certificate on its list.
    static func role(of record: CertificateRecord, _ store: borrowing AuthorityStore) throws -> AuthorityRole {
        do throws(AuthorityProblem) {
            return try store.allAuthorities().first { $0.id == record.authority }?.role ?? .issuing
        } catch { throw error.told() }
    }

    /// Says that a list has to be made, and by whom.
    static func tellNext(
        _ roles: Set<AuthorityRole>, _ options: CAOptions, _ store: borrowing AuthorityStore
    ) throws {
        guard !roles.isEmpty else { return }
        let isAlone: Bool
        do throws(AuthorityProblem) { isAlone = try store.authorities().count == 1 } catch { throw error.told() }
        let folder = options.folder == "ca" ? "" : " --ca \(ShellWord.quoted(options.folder))"
        Terminal.write("Clients learn of it from the next CRL:")
        for role in AuthorityRole.allCases where roles.contains(role) {
            let which = role == .root && !isAlone ? " --authority root" : ""
            Terminal.write("  lucid ca crl\(folder)\(which) --out \(role.rawValue).crl")
        }
    }
}

extension RevocationOutcome {
    /// For programs.
    var word: String {
        switch self {
        case .revoked: "revoked"
        case .endedHold: "endedHold"
        case .already: "already"
        }
    }

    /// What happened to a certificate.
    func sentence(_ title: String) -> String {
        switch self {
        case .revoked(let revocation) where revocation.reason == .certificateHold:
            "Put on hold: \(title), since \(revocation.time)"
        case .revoked(let revocation): "Revoked: \(title), \(revocation.reason), since \(revocation.time)"
        case .endedHold(let revocation):
            "Revoked: \(title), \(revocation.reason); it was on hold since \(revocation.time), and counts as revoked since then"
        case .already(let revocation):
            "Revoked already: \(title), \(revocation.reason), since \(revocation.time); nothing has changed"
        }
    }
}

extension JSONValue {
    /// The members of an object; none for other values.
    var members: [Member] {
        if case .object(let members) = self { return members }
        return []
    }
}
