import ArgumentParser
import LucidX509

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Decides whether certificates are to be trusted, and says why.",
        discussion: """
            Exit code 0: all accepted; 1: some refused; 2: unusable input or arguments.

            When a file has several certificates, the first one is judged and the others may stand between it and a \
            root, as in a server's full-chain file.

            With --html the same story as --explain is a page for a browser, which needs no network and no other file: \
            the verdict, the path as a drawing, each step with its clause, and each signature with its numbers. \
            Several certificates have a section each on one page.

            With --ndjson each line of standard input is a request and each line of standard output its verdict, in \
            the same order; a line that is no request costs only itself. Documentation/json.md has both forms.

            Examples:
              lucid verify --trust root.pem --host localhost localhost-fullchain.pem
              lucid verify --trust root.pem --intermediates issuing.pem --trace leaf.pem
              lucid verify --trust root.pem --explain localhost-fullchain.pem
              lucid verify --trust root.pem --html why.html localhost-fullchain.pem
              lucid verify --trust root.pem --crl root.crl --revocation require leaf.pem
              lucid verify --host example.com --at 2030-01-01T00:00:00Z fullchain.pem
              lucid verify --trust root.pem --ndjson < requests.ndjson > verdicts.ndjson
            """)

    @OptionGroup(title: "What is asked") var options: VerifyOptions

    @Flag(help: "Show every step.")
    var trace = false

    @Flag(help: "Tell the verification step by step, with RFC 5280's variables and each signature's numbers.")
    var explain = false

    @Option(
        help: ArgumentHelp(
            "Write that story as a page for a browser; - is standard output. Implies --explain.", valueName: "out"))
    var html: String?

    @OptionGroup var output: OutputOptions

    @Flag(help: "With --explain or --html: the hashes too, block by block.")
    var deep = false

    @Flag(help: "Print the verdict as JSON, for several certificates an array (see Documentation/json.md).")
    var json = false

    @Flag(help: "Read a request a line, write a verdict a line.")
    var ndjson = false

    @Argument(help: ArgumentHelp("The certificates, in PEM or DER; - is standard input.", valueName: "leaf"))
    var leaves: [String] = []

    func validate() throws {
        if ndjson {
            guard leaves.isEmpty else { throw ValidationError("--ndjson reads standard input; it takes no files") }
            guard !trace, !json, !explain, html == nil else {
                throw ValidationError("--ndjson goes with none of --trace, --explain, --html and --json")
            }
        } else if leaves.isEmpty {
            throw ValidationError("a certificate to verify is missing; - is standard input")
        }
        if html != nil, trace || json { throw ValidationError("--html goes with neither --trace nor --json") }
        if trace, explain { throw ValidationError("--explain tells all that --trace does; ask for one of them") }
        if html == nil, output.force { throw ValidationError("--force goes with --html") }
        if deep, !explain, html == nil { throw ValidationError("--deep goes with --explain or --html") }
    }

    func run() throws { try request.run() }

    /// What is asked, by itself.
    var request: VerifyRequest {
        var request = options.request(leaves: leaves, trace: trace, json: json, ndjson: ndjson)
        request.explain = explain
        request.deep = deep
        request.html = html.map { VerifyRequest.Page(path: $0, replaces: output.force) }
        return request
    }
}
