import ArgumentParser
import LucidAuthority
import LucidX509

struct CAListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists what the CA issued.",
        discussion: """
            A line for each certificate: serial number, state, last day, profile, names, and "(replaced)" where \
            another certificate has its place. The folder may be read-only.

            Examples:
              lucid ca list
              lucid ca list --state valid --expires-within 30d
              lucid ca list --name example --json
            """)

    @OptionGroup var options: CAOptions

    @Option(
        help: ArgumentHelp("Only those that are valid, expired or revoked.", valueName: "state"),
        transform: Self.state(named:))
    var state: CertificateRecord.State?

    @Option(help: ArgumentHelp("Only those with this text in a name or in the subject.", valueName: "text"))
    var name: String?

    @Option(
        help: ArgumentHelp(
            "Only valid ones that end within this time, such as 30d; the first to end comes first.",
            valueName: "duration"),
        transform: DurationArgument.parse)
    var expiresWithin: DurationArgument?

    @Flag(help: "Print a JSON array with one object for each (see Documentation/json.md).")
    var json = false

    func validate() throws {
        if expiresWithin != nil, let state, state != .valid {
            throw ValidationError("--expires-within is about valid certificates")
        }
    }

    private static func state(named text: String) throws -> CertificateRecord.State {
        guard let state = CertificateRecord.State(rawValue: text) else {
            throw ValidationError(
                "allowed are \(CertificateRecord.State.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return state
    }

    /// How many are read at once: memory stays small, and issuers never wait for long.
    private static let pageSize = 500

    func run() throws {
        let now = CalendarTime.now
        let store = try options.open(for: .reading)
        var filter = CertificateFilter()
        filter.state = state
        filter.text = name
        if let expiresWithin {
            filter.state = .valid
            filter.endsBy = now.adding(seconds: expiresWithin.seconds)
        }
        var last: CertificateRecord?
        var isFirst = true
        if json { Terminal.write("[") }
        while true {
            let page: [CertificateRecord]
            do throws(AuthorityProblem) {
                page = try store.certificates(
                    filter, at: now, order: expiresWithin == nil ? .recorded : .ending, after: last,
                    limit: Self.pageSize)
            } catch { throw error.told() }
            if page.isEmpty { break }
            let lines = page.map { json ? "  " + $0.json(at: now).line : line($0, now) }
            Terminal.write((json && !isFirst ? "  ,\n" : "") + lines.joined(separator: json ? ",\n" : "\n"))
            isFirst = false
            last = page.last
        }
        if json { Terminal.write("]") }
    }

    private func line(_ record: CertificateRecord, _ now: CalendarTime) -> String {
        record.line(at: now) + (record.replacedBy == nil ? "" : "  (replaced)")
    }
}
