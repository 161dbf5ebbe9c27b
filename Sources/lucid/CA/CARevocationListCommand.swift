import ArgumentParser
import LucidAuthority
import LucidX509

struct CARevocationListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crl",
        abstract: "Makes the list of what is revoked (CRL).",
        discussion: """
            Each list has a number that is larger than the one before, and says when the next one is due: make it in \
            time, from cron or a timer, for clients refuse everything once a list is overdue. The CA's key is needed. \
            A certificate that ended is left out when it has been on one list after its end (RFC 5280 §3.3).

            --out replaces a file that has an earlier list of the same CA and kind, in one step; any other file needs \
            --force. --delta makes a list of what has changed since the newest complete one (RFC 5280 §5.2.4), for \
            clients that know such lists; OpenSSL uses them only where the complete list says with --delta-at that \
            there are any.

            Examples:
              lucid ca crl --out /srv/www/issuing.crl --der
              lucid ca crl --days 30 --out issuing-crl.pem
              lucid ca crl --authority root --days 365 --out root-crl.pem
            """)

    @OptionGroup var options: CAOptions

    @Option(
        help: ArgumentHelp("Whose list: root or issuing (default: the one that issues).", valueName: "authority"),
        transform: Self.role(named:))
    var authority: AuthorityRole?

    @Option(help: ArgumentHelp("In how many days the next list is due (default: 7).", valueName: "days"))
    var days: Int?

    @Option(
        name: .customLong("for"), help: ArgumentHelp("The same as a length of time: 12h, 2w.", valueName: "duration"),
        transform: DurationArgument.parse)
    var duration: DurationArgument?

    @Flag(help: "Make a list of the changes since the newest complete one.")
    var delta = false

    @Option(
        help: ArgumentHelp(
            "A URI that delta lists are to be had from, for the complete one to say so (freshestCRL).", valueName: "uri"
        ),
        transform: Self.place(_:))
    var deltaAt: [GeneralName] = []

    @Flag(help: "Write DER, which is what is served over HTTP (RFC 5280 §4.2.1.13); else PEM.")
    var der = false

    @Option(help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
    var out = "-"

    @Flag(help: "Overwrite a file that is not an earlier list of this CA.")
    var force = false

    @Flag(help: "Print a JSON object about the list (see Documentation/json.md); goes with --out.")
    var json = false

    @OptionGroup var passphrase: PassphraseOptions

    private static func role(named text: String) throws -> AuthorityRole {
        guard let role = AuthorityRole(rawValue: text) else { throw ValidationError("allowed are root and issuing") }
        return role
    }

    private static func place(_ text: String) throws -> GeneralName {
        guard let name = GeneralName(parsing: text), case .uniformResourceIdentifier = name else {
            throw ValidationError("a URI such as http://crl.example/delta.crl is wanted")
        }
        return name
    }

    func validate() throws {
        guard days == nil || duration == nil else { throw ValidationError("give --days or --for, not both") }
        if let days, days < 1 { throw ValidationError("a list is good for a day at least; --for 12h is less") }
        try DurationArgument.check(days: days)
        if delta, !deltaAt.isEmpty { throw ValidationError("--delta-at belongs into complete lists (RFC 5280 §5.2.6)") }
        if json, out == "-" { throw ValidationError("--json goes with --out FILE: standard output is for one of them") }
    }

    func run() throws {
        let store = try options.open(for: .changing)
        let record: AuthorityRecord
        do throws(AuthorityProblem) {
            if let authority { record = try store.authority(authority) } else { record = try store.signingAuthority() }
        } catch { throw error.told() }
        try checkOutput(record)
        let signer = try options.signer(record, of: store, passphrase)
        var list: PublishedList
        do throws(AuthorityProblem) {
            let life = duration?.lifetime ?? .days(days ?? 7)
            list = try store.publish(
                delta ? .delta : .complete, of: record, signedBy: signer, at: .now, life: life, deltaPlaces: deltaAt)
        } catch { throw error.told() }
        list = try write(list, record, store)
        let end = record.certificate.validity.notAfter.time
        if let due = list.nextUpdate, due > end {
            Terminal.complain("lucid: the CA itself ends at \(end), before the next list is due (\(due))")
        }
        guard out != "-" else { return }
        Terminal.write(json ? self.json(list, record).text : text(list, record))
    }

    /// Ends with exit code 2 where the file can not be written, or has something else than an earlier list, before a number is used up.
    private func checkOutput(_ record: AuthorityRecord) throws {
        try OutputOptions.checkFolder(of: out)
        if Folder.kind(out) == .directory {
            Terminal.complain("lucid: \(FileProblem(path: out, reason: .isDirectory).sentence)")
            throw ExitCode.unusable
        }
        guard out != "-", !force, Folder.kind(out) != nil else { return }
        var lists: [RevocationList] = []
        if let file = (try? FileReader.read(out)).map({ PKIFile($0) }) {
            lists = file.entries.compactMap { entry in
                if case .revocationList(let list) = entry.content { list } else { nil }
            }
        }
        guard lists.count == 1, lists[0].tbsCertList.issuer == record.certificate.subject,
            (lists[0].tbsCertList.crlExtensions[OID.deltaCRLIndicator] != nil) == delta
        else {
            let kind = delta ? "delta CRL" : "complete CRL"
            Terminal.complain(
                "lucid: \(out.safeToShow): exists already, and is not a \(kind) of this CA; use --force to overwrite it"
            )
            throw ExitCode.unusable
        }
    }

    /// Writes the list. Should another process have made a later one in the meantime, that one must be in the file at the end: so
    /// it is looked for after writing, and whoever writes last sees it.
    private func write(
        _ made: PublishedList, _ record: AuthorityRecord, _ store: borrowing AuthorityStore
    ) throws -> PublishedList {
        var list = made
        while let octets = list.der {
            let bytes = der ? octets : PEMBlock.encode(label: "X509 CRL", bytes: octets.span)
            if out == "-" {
                Terminal.write(bytes.span)
                return list
            }
            do throws(FileProblem) {
                try FileWriter.write(bytes.span, to: out, access: .everybody, replaces: true)
            } catch {
                Terminal.complain(
                    "lucid: \(error.sentence); CRL \(list.number) is in the CA, and the next one replaces it")
                throw ExitCode.unusable
            }
            let newest: PublishedList?
            do throws(AuthorityProblem) { newest = try store.newestList(of: record, isDelta: delta) } catch {
                throw error.told()
            }
            guard let newest, newest.number > list.number else { return list }
            list = newest
        }
        return list
    }

    private func text(_ list: PublishedList, _ record: AuthorityRecord) -> String {
        let kind = list.baseNumber.map { "Delta CRL \(list.number) to CRL \($0)" } ?? "CRL \(list.number)"
        let count = list.entryCount == 1 ? "1 certificate" : "\(list.entryCount) certificates"
        return """
            \(kind) of \(record.certificate.subject): \(count)
              the next one is due by \(list.nextUpdate?.description ?? "no time")
              \(out.safeToShow)
            """
    }

    private func json(_ list: PublishedList, _ record: AuthorityRecord) -> JSONValue {
        .object([
            "authority": .string(record.role.rawValue), "issuer": .string(record.certificate.subject.description),
            "number": .number(list.number), "baseNumber": list.baseNumber.map { .number($0) },
            "thisUpdate": .string(list.thisUpdate.description),
            "nextUpdate": list.nextUpdate.map { .string($0.description) }, "entryCount": .number(list.entryCount),
            "file": .string(out),
        ])
    }
}
