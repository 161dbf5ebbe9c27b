import LucidTestSupport
import Testing

/// A program that fetches a page over HTTPS and trusts one root.
enum JourneyClient: String, CaseIterable, CustomTestStringConvertible {
    case curl
    case openssl = "openssl s_client -x509_strict"
    case python = "Python, strict"
    case requests
    case java = "Java"
    case node = "Node"
    case go = "Go"
    case gnutls = "GnuTLS"

    var testDescription: String { rawValue }

    /// What starts it, before the arguments that say what to fetch; nil where it is missing.
    private var command: [String]? {
        switch self {
        case .curl: return Programs.curl.map { [$0] }
        case .openssl: return Programs.openssl.map { [$0, "s_client"] }
        case .python: return Programs.python3.map { [$0, JourneyPrograms.source("clients/urllib_get.py")] }
        case .requests: return JourneyPrograms.python.map { [$0, JourneyPrograms.source("clients/requests_get.py")] }
        case .java:
            guard let java = JourneyPrograms.java, let classes = JourneyPrograms.javaClasses else { return nil }
            // Quick to start, and no slower for one page.
            return [java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes, "Fetch"]
        case .node: return JourneyPrograms.node.map { [$0, JourneyPrograms.source("clients/fetch.js")] }
        case .go: return JourneyPrograms.goClient.map { [$0] }
        case .gnutls: return JourneyPrograms.gnutls.map { [$0] }
        }
    }

    /// Whether the program is there.
    var isPresent: Bool { command != nil }

    /// Fetches `https://host:port/path` from a server on 127.0.0.1.
    func fetch(
        _ host: String, port: Int, path: String = "", root: String, identity: ClientIdentity? = nil
    ) throws -> ProgramResult {
        let command = try #require(command)
        let url = "https://\(host):\(port)/\(path)"
        let arguments: [String]
        var request = ""
        switch self {
        case .curl:
            arguments =
                ["--silent", "--show-error", "--noproxy", "*", "--max-time", "20", "--cacert", root]
                + (identity.map { ["--cert", "\($0.certificate):\($0.passphrase)", "--key", $0.key] } ?? []) + [url]
        case .openssl:
            let isAddress = host.allSatisfy { $0.isNumber || $0 == "." }
            arguments =
                ["-quiet", "-connect", "127.0.0.1:\(port)", "-CAfile", root, "-no-CApath", "-verify_return_error"]
                + ["-x509_strict", isAddress ? "-verify_ip" : "-verify_hostname", host, "-ign_eof"]
                + (identity.map {
                    ["-cert", $0.certificate, "-cert_chain", $0.certificate, "-key", $0.key]
                        + ["-pass", "pass:\($0.passphrase)"]
                } ?? [])
            request = "GET /\(path) HTTP/1.0\r\n\r\n"
        case .python, .requests, .node, .go:
            arguments = [root, url] + (identity.map { [$0.certificate, $0.key, $0.passphrase] } ?? [])
        case .java:
            arguments = [root, url] + (identity.map { [$0.pkcs12, $0.passphrase] } ?? [])
        case .gnutls:
            arguments = ["--x509cafile", root, "--port", String(port), host]
            request = "GET /\(path) HTTP/1.0\r\n\r\n"
        }
        return try Programs.run(
            command[0], command.dropFirst() + arguments, stdin: Array(request.utf8),
            environment: ["SSL_CERT_FILE": "/nonexistent", "CURL_HOME": "/nonexistent", "CURL_CA_BUNDLE": ""],
            seconds: 60)
    }

    /// Expects that the page comes. GnuTLS ends when its input does, before the page, so its own words must do.
    func expect(
        _ page: String, from result: ProgramResult, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let wanted = self == .gnutls ? "Status: The certificate is trusted." : page
        // openssl complains of servers that end a connection without saying so; it has verified before it reads a page.
        #expect(
            (result.exitCode == 0 || self == .openssl) && result.output.contains(wanted),
            "\(rawValue) has \(result.output) \(result.errors)", sourceLocation: sourceLocation)
    }

    /// Expects that the client refuses the server, for that reason.
    func expectRefusal(
        _ reason: RefusalReason, from result: ProgramResult, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(result.exitCode != 0, "\(rawValue) accepts: \(result.output)", sourceLocation: sourceLocation)
        let said = result.output + result.errors
        #expect(
            reason.words(of: self).contains { said.contains($0) }, "\(rawValue) says: \(said)",
            sourceLocation: sourceLocation)
    }
}

/// What a client shows of itself.
struct ClientIdentity {
    /// The certificate, and the intermediates behind it.
    let certificate: String
    /// The encrypted key.
    let key: String
    /// Both in one PKCS #12 file, for Java.
    let pkcs12: String
    let passphrase: String
}
