import ArgumentParser
import LucidOpenSSL

/// `lucid openssl`, for the help alone: `Main` hands the arguments over before they are parsed.
struct OpenSSLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openssl",
        abstract: "Run a tutorial's openssl commands as they stand.",
        discussion: """
            Exit codes are openssl's. Called by the name openssl, for example through a link, lucid does the same.

            Examples:
              lucid openssl genrsa -out key.pem 2048
              lucid openssl req -new -x509 -key key.pem -subj /CN=localhost -days 30 -out cert.pem --explain
              lucid openssl verify -CAfile ca.pem cert.pem
            """)

    @Argument(parsing: .captureForPassthrough, help: "A command of openssl and its arguments.")
    var arguments: [String] = []

    func run() { Terminal.exit(OpenSSLFace.run(arguments)) }
}
