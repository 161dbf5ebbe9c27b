public import ArgumentParser
public import LucidNetwork
import LucidX509

struct FetchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Gets the certificates that a TLS server sends.",
        discussion: """
            Says a hello of TLS 1.2, reads as far as the server's certificates and goes. They are printed as PEM in \
            the server's order, and told in short on standard error. Nothing is verified: pipe them into lucid verify.

            A server that speaks only TLS 1.3 encrypts its certificates; lucid fetch says so and what to do.

            Exit code 0: done; 2: there is no such server, it sent no certificates, or one that can not be read.

            Examples:
              lucid fetch example.com:443
              lucid fetch lab:8443 | lucid verify --trust root.pem --host lab -
              lucid fetch 192.0.2.1:443 --server-name example.com --out chain.pem
              lucid fetch mail.example.com:25 --starttls smtp
            """)

    @Argument(help: ArgumentHelp("The server: example.com:443, 192.0.2.1:443, [::1]:8443.", valueName: "host:port"))
    var place: String

    @Option(
        help: ArgumentHelp(
            "The DNS name to ask the server for. Default: the host, unless that is an IP address.", valueName: "name"))
    var serverName: String?

    @Option(
        name: .customLong("starttls"),
        help: ArgumentHelp("Begin in the clear and go over to TLS: smtp, imap or pop3.", valueName: "protocol"))
    var startTLS: StartTLSProtocol?

    @Option(help: ArgumentHelp("How long it may take in all: 10s, 500ms, 2m.", valueName: "time"))
    var timeout = TimeoutArgument.tenSeconds

    @Option(help: ArgumentHelp("Write the PEM to a file; - is standard output.", valueName: "file"))
    var out = "-"

    @Flag(help: "Print a JSON object in place of PEM (see Documentation/json.md).")
    var json = false

    @OptionGroup var output: OutputOptions

    func run() throws {
        try output.check(out)
        let chain = try ServerAsking(timeout: timeout.duration, serverName: serverName, startTLS: startTLS).ask(place)
        if !json { Terminal.complain(ServerChainReport.text(chain, at: .now)) }
        let text = json ? ServerChainReport.json(chain).text + "\n" : ServerChainReport.pem(chain)
        let octets = Array(text.utf8)
        try output.write(octets.span, to: out, access: .everybody)
        let areReadable = chain.answer.certificates.allSatisfy { (try? Certificate(der: $0)) != nil }
        if !areReadable { throw ExitCode.unusable }
    }
}

extension StartTLSProtocol: ExpressibleByArgument {}
