import ArgumentParser
import LucidNetwork
import LucidX509

struct ExpiryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "expiry",
        abstract: "Lists what ends when: certificates and revocation lists of files, folders and servers.",
        discussion: """
            What is named is a file or folder where there is one, else a server. In a folder, and those in it, all \
            files are looked at that have up to 16 MiB; those that hold nothing of the kind are passed over. Links to \
            folders are not followed. A certificate that lies in several places is listed once. Of a revocation list \
            the end is its nextUpdate. PKCS#12 files are opened with LUCID_PASSPHRASE or an empty passphrase; one that \
            stays shut is a gap.

            Exit code 0: nothing ends soon; 1: something has ended or ends within --within; 2: something could not be \
            read or reached, so that the list has gaps; the rest is listed all the same, whether or not it ends soon.

            Examples:
              lucid expiry /etc/ssl/private.d example.com:443
              lucid expiry --within 2w --json server.pem root.crl
            """)

    @Option(
        help: ArgumentHelp("How near the end is soon: 30d, 12h, 2w, 1y. Default: 30d.", valueName: "time"),
        transform: DurationArgument.parse)
    var within = DurationArgument(.days(30))

    @Option(help: ArgumentHelp("How long a server may take: 10s, 500ms, 2m.", valueName: "time"))
    var timeout = TimeoutArgument.tenSeconds

    @Flag(help: "Print a JSON array (see Documentation/json.md).")
    var json = false

    @Argument(help: ArgumentHelp("Files, folders and servers; - is standard input.", valueName: "file|dir|host:port"))
    var sources: [String]

    func run() throws {
        var search = ExpirySearch(
            list: ExpiryList(at: .now, within: within.seconds), asking: ServerAsking(timeout: timeout.duration))
        for source in sources { search.look(at: source) }
        let list = search.list
        if json {
            Terminal.write(ExpiryReport.json(list).text)
        } else if let text = ExpiryReport.text(list, within: "\(within)", style: Terminal.style) {
            Terminal.write(text)
        }
        if search.hasGaps { throw ExitCode.unusable }
        if list.items.contains(where: { list.state($0) != .later }) { throw ExitCode.refused }
    }
}
