import ArgumentParser
import LucidOpenSSL
import LucidX509

/// The command. Each subcommand is in a file of its own.
struct Lucid: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lucid",
        abstract: "Makes, shows and verifies X.509 certificates, and says why.",
        discussion: """
            Exit codes: 0 done or accepted, 1 refused, 2 unusable input or arguments.

            Examples:
              lucid demo                      make a private PKI and verify it
              lucid show server.pem           what a certificate says
              lucid explain server.pem        what each of its bytes is
              lucid diff old.pem new.pem      in what two certificates differ
              lucid key new server-key.pem    make a private key
              lucid request new server.csr --new-key server-key.pem www.example.test
              lucid convert --to p12 --key key.pem --out server.p12 fullchain.pem
              lucid verify --trust root.pem --host example.com fullchain.pem
              lucid tamper --trust root.pem fullchain.pem    change it: who sees that?
              lucid ca init                   make a CA for a team
              lucid openssl x509 -in server.pem -noout -text    a tutorial's command
            """,
        version: "0.1.0",
        // One a line, in the order of the help.
        subcommands: [
            DemoCommand.self,
            ShowCommand.self,
            ExplainCommand.self,
            DiffCommand.self,
            VerifyCommand.self,
            TamperCommand.self,
            EvidenceCommand.self,
            KeyCommand.self,
            RequestCommand.self,
            CACommand.self,
            SelfSignedCommand.self,
            ConvertCommand.self,
            FetchCommand.self,
            ExpiryCommand.self,
            OpenSSLCommand.self,
        ])
}

@main
enum Main {
    /// Runs the command. Swift Argument Parser's own exit code for wrong arguments is 64; Lucid's is 2, like that of every
    /// other input that can not be used.
    static func main() {
        Terminal.turnSizeSignalIntoError()
        if let arguments = opensslArguments { Terminal.exit(OpenSSLFace.run(arguments)) }
        do {
            try run(CommandLine.arguments.dropFirst())
        } catch let code as ExitCode {
            Terminal.exit(code.rawValue)
        } catch {
            let message = Lucid.fullMessage(for: error)
            if Lucid.exitCode(for: error).isSuccess {
                Terminal.write(message)
                Terminal.exit(0)
            }
            Terminal.complain(message)
            Terminal.exit(2)
        }
    }

    /// The arguments behind `lucid openssl`, or all where the program is called by the name `openssl`. They are openssl's, which
    /// Swift Argument Parser would not understand.
    private static var opensslArguments: ArraySlice<String>? {
        let arguments = CommandLine.arguments
        if arguments.first?.split(separator: "/").last == "openssl" { return arguments.dropFirst() }
        return arguments.dropFirst().first == "openssl" ? arguments.dropFirst(2) : nil
    }

    private static func run(_ arguments: ArraySlice<String>) throws {
        if arguments.first == "verify", let request = VerifyRequest(quickly: arguments.dropFirst()) {
            return try request.run()
        }
        var command = try Lucid.parseAsRoot()
        try command.run()
    }
}

extension ExitCode {
    /// The certificate is not to be trusted.
    static let refused = ExitCode(1)
    /// Input or arguments that can not be used.
    static let unusable = ExitCode(2)
}
