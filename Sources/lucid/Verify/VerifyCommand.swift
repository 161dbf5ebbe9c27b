import ArgumentParser
import LucidX509

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Decides whether certificates are to be trusted, and says why.",
        discussion: """
            Exit code 0: all accepted; 1: some refused; 2: unusable input or arguments.

            When a file has several certificates, the first one is judged and the others may stand between it and a root, as in
            a server's full-chain file.

            With --ndjson each line of standard input is a request and each line of standard output its verdict, in the same
            order; a line that is no request costs only itself. Documentation/json.md has both forms.

            Examples:
              lucid verify --trust root.pem --host localhost localhost-fullchain.pem
              lucid verify --trust root.pem --intermediates issuing.pem --trace leaf.pem
              lucid verify --trust root.pem --explain localhost-fullchain.pem
              lucid verify --trust root.pem --crl root.crl --revocation require leaf.pem
              lucid verify --host example.com --at 2030-01-01T00:00:00Z fullchain.pem
              lucid verify --trust root.pem --ndjson < requests.ndjson > verdicts.ndjson
            """)

    @OptionGroup(title: "What is asked") var options: VerifyOptions

    @Flag(help: "Show every step.")
    var trace = false

    @Flag(help: "Tell the verification step by step, with RFC 5280's variables and each signature's numbers.")
    var explain = false

    @Flag(help: "With --explain: the hashes too, block by block.")
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
            guard !trace, !json, !explain else {
                throw ValidationError("--ndjson goes with none of --trace, --explain and --json")
            }
        } else if leaves.isEmpty {
            throw ValidationError("a certificate to verify is missing; - is standard input")
        }
        if deep, !explain { throw ValidationError("--deep goes with --explain") }
    }

    func run() throws { try request.run() }

    /// What is asked, by itself.
    var request: VerifyRequest {
        var request = options.request(leaves: leaves, trace: trace, json: json, ndjson: ndjson)
        request.explain = explain
        request.deep = deep
        return request
    }
}
