import ArgumentParser
import LucidAuthority
import LucidX509

struct CAStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tells what ends soon and whether the CRLs are fresh.",
        discussion: """
            Exit codes, for monitoring: 0 nothing needs attention; 1 something ends within --within (a CA, or a \
            certificate in the last third of its life that nothing has replaced), a CA or its last OCSP responder has \
            ended, a CA is revoked, or a CRL is missing, overdue or lacks a revocation; 2 the CA can not be read.

            The whole database is checked first, which takes some seconds for a million certificates.

            Examples:
              lucid ca status
              lucid ca status --within 14d --json
            """)

    @OptionGroup var options: CAOptions

    @Option(
        help: ArgumentHelp("Tell what ends within this time.", valueName: "duration"),
        transform: DurationArgument.parse)
    var within = DurationArgument(.days(30))

    @Flag(help: "Print a JSON object (see Documentation/json.md).")
    var json = false

    func run() throws {
        let store = try options.open(for: .reading)
        let status: AuthorityStatus
        do throws(AuthorityProblem) {
            try store.checkWhole()
            status = try store.status(at: .now, endingWithin: within.seconds)
        } catch { throw error.told() }
        Terminal.write(json ? status.json(within: within.lifetime).text : text(status))
        if status.needsAttention { throw ExitCode.refused }
    }

    private func text(_ status: AuthorityStatus) -> String {
        let count = { (state: CertificateRecord.State) in "\(status.counts[state] ?? 0) \(state.rawValue)" }
        var lines = [
            "\(options.folder.safeToShow): \(CertificateRecord.State.allCases.map(count).joined(separator: ", "))"
        ]
        for member in status.authorities {
            let certificate = member.authority.certificate
            let end = certificate.validity.notAfter.time
            let revoked = member.revocation.map { ", revoked since \($0.time) (\($0.reason))" } ?? ""
            lines.append(
                "\(mark(member.isEnding || member.revocation != nil)) \(member.authority.role.rawValue): \(certificate.subject), \(end < status.time ? "ended" : "until") \(end)\(revoked)"
            )
            lines.append("\(mark(member.list.needsAttention))   \(member.list.sentence)")
        }
        if status.endingCount == 0 {
            lines.append("\(mark(false)) no certificate is due within \(within)")
        } else {
            lines.append("\(mark(true)) due within \(within): \(status.endingCount)")
            lines += status.ending.map { "    " + $0.line(at: status.time) }
            if status.endingCount > status.ending.count {
                lines.append("    … `lucid ca list --expires-within \(within)` lists all")
            }
        }
        return lines.joined(separator: "\n")
    }

    private func mark(_ needsAttention: Bool) -> String { needsAttention ? "!" : "✓" }
}

extension AuthorityStatus.ListState {
    var needsAttention: Bool {
        switch self {
        case .notNeeded, .fresh: false
        case .missing, .incomplete, .overdue: true
        }
    }

    /// What is to be said about a CA's CRL.
    var sentence: String {
        switch self {
        case .notNeeded: "no CRL, and nothing is revoked"
        case .missing: "certificates are revoked, and no CRL says so: make one with `lucid ca crl`"
        case .incomplete(let list):
            "CRL \(list.number) lacks what was revoked since: make a new one with `lucid ca crl`"
        case .overdue(let list):
            "CRL \(list.number) was to be replaced by \(end(list)): make a new one with `lucid ca crl`"
        case .fresh(let list): "CRL \(list.number), next update \(end(list))"
        }
    }

    private func end(_ list: PublishedList) -> String { list.nextUpdate?.description ?? "never" }
}

extension AuthorityStatus {
    /// The status as JSON; see Documentation/json.md.
    func json(within lifetime: Lifetime) -> JSONValue {
        .object([
            "time": .string(time.description),
            "within": .string(lifetime.description),
            "needsAttention": .bool(needsAttention),
            "counts": .object(
                CertificateRecord.State.allCases.map { .init($0.rawValue, .number(counts[$0] ?? 0)) }),
            "authorities": .array(authorities.map(\.json)),
            "endingCount": .number(endingCount),
            "ending": .array(ending.map { $0.json(at: time) }),
        ])
    }
}

extension AuthorityStatus.Member {
    fileprivate var json: JSONValue {
        .object([
            "role": .string(authority.role.rawValue),
            "subject": .string(authority.certificate.subject.description),
            "notAfter": .string(authority.certificate.validity.notAfter.time.description),
            "isEnding": .bool(isEnding),
            "revocation": revocation?.json,
            "crl": list.json,
        ])
    }
}

extension AuthorityStatus.ListState {
    fileprivate var json: JSONValue {
        let (state, list): (String, PublishedList?) =
            switch self {
            case .notNeeded: ("notNeeded", nil)
            case .missing: ("missing", nil)
            case .incomplete(let list): ("incomplete", list)
            case .overdue(let list): ("overdue", list)
            case .fresh(let list): ("fresh", list)
            }
        return .object([
            "state": .string(state),
            "number": list.map { .number($0.number) },
            "thisUpdate": list.map { .string($0.thisUpdate.description) },
            "nextUpdate": list?.nextUpdate.map { .string($0.description) },
            "entries": list.map { .number($0.entryCount) },
        ])
    }
}
