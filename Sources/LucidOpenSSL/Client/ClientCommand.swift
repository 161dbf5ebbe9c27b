import LucidNetwork
import LucidX509

/// `s_client`: shows the certificates of a TLS server.
///
/// Lucid has no TLS sessions. It says hello, reads as far as the certificates, and says that it ends there.
enum ClientCommand: FaceCommand {
    static let name = "s_client"
    static let abstract = "Shows the certificates of a TLS server"
    static let operands = "[host:port]"
    static let options = ClientOptions.all

    /// openssl waits for ever; a script is better served by an end.
    private static let timeout = Duration.seconds(60)

    static func run(_ arguments: Arguments) throws(Failure) -> Int32 {
        let place = try place(arguments)
        let startTLS = try startTLS(arguments)
        let format = try arguments.nameFormat()
        let isQuiet = arguments.has("quiet")
        if let depth = try arguments.number("verify"), !isQuiet { Console.talk("verify depth is \(depth)\n") }
        let chain: ServerChain
        do throws(ServerChain.Problem) {
            chain = try ServerChain.fetch(
                from: place, serverName: arguments.value("servername"), startTLS: startTLS, timeout: timeout)
        } catch {
            if !isQuiet, error.isBehindTheConnection { Console.write("CONNECTED(00000003)\n") }
            throw Failure("\(name): \(error.sentenceOfOpenSSLFace)")
        }
        let verification = try ServerVerification(chain.answer.certificates, arguments)
        Console.talk(verification.talk)
        if !isQuiet {
            Console.write("CONNECTED(00000003)\n")
            let report = ServerReport(
                chain.answer.certificates, format: format, showsAll: arguments.has("showcerts"),
                verification: verification)
            Console.write(report.octets)
        }
        guard !verification.isRefused else {
            throw Failure("\(name): the server's certificate is refused: \(verification.code.text)")
        }
        Console.talk("\(name): Lucid has no TLS sessions, so it ends here; standard input was not sent\n")
        return 0
    }

    /// The server that `-connect`, `-host` and `-port` or the operand name; port 4433 where none is said.
    private static func place(_ arguments: Arguments) throws(Failure) -> HostAndPort {
        guard arguments.rest.count <= 1 else { throw .usage("Extra arguments given.", of: name) }
        let host = arguments.value("host") ?? "localhost"
        let separate = "\(host.contains(":") ? "[\(host)]" : host):\(arguments.value("port") ?? defaultPort)"
        var text = arguments.value("connect") ?? arguments.rest.first ?? separate
        // The last colon behind a bracket, or the only one, is the port's.
        let afterBracket = text.split(separator: "]", omittingEmptySubsequences: false).last ?? ""
        if !afterBracket.contains(":") { text += ":\(defaultPort)" }
        do throws(HostAndPort.Problem) {
            let place = try HostAndPort(text)
            guard place.port != 0 else { throw .badPort }
            return place
        } catch { throw Failure("\(name): \(text.safeToShow): \(error.statement)") }
    }

    private static let defaultPort = "4433"

    private static func startTLS(_ arguments: Arguments) throws(Failure) -> StartTLSProtocol? {
        guard let text = arguments.value("starttls") else { return nil }
        guard let known = StartTLSProtocol(rawValue: text) else {
            throw .usage("Value must be one of: smtp, pop3 or imap, which are those that Lucid has", of: name)
        }
        return known
    }
}

extension ServerChain.Problem {
    /// Whether there was a connection.
    fileprivate var isBehindTheConnection: Bool { if case .network = reason { false } else { true } }
}
