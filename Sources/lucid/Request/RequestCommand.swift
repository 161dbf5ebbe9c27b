import ArgumentParser
import LucidX509

struct RequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Makes and verifies requests for certificates (CSRs).",
        discussion: """
            lucid show FILE shows what a request says.

            Examples:
              lucid request new server.csr --new-key server-key.pem www.example.test
              lucid request verify server.csr
            """,
        subcommands: [RequestNewCommand.self, RequestVerifyCommand.self])
}
