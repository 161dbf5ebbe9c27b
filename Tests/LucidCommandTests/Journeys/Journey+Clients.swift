import LucidTestSupport
import LucidX509
import Testing

extension Journey {
    /// Fetches a page from a server of the journey; files are named as in its folder.
    func fetch(
        _ client: JourneyClient, _ host: String, _ server: JourneyServer, page: String = "", root: String,
        as identity: ClientIdentity? = nil
    ) throws -> ProgramResult {
        try client.fetch(host, port: server.port, path: page, root: path(root), identity: identity)
    }

    /// Expects that all clients that are there accept a server.
    func expectAll(
        accept host: String, of server: JourneyServer, page: String = "", root: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for client in JourneyClient.present() {
            client.expect(
                "Hello over HTTPS", from: try fetch(client, host, server, page: page, root: root),
                sourceLocation: sourceLocation)
        }
    }

    /// Expects that all clients that are there refuse a server, each with that reason.
    func expectAll(
        refuse host: String, of server: JourneyServer, root: String, _ reason: RefusalReason,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        for client in JourneyClient.present() {
            client.expectRefusal(
                reason, from: try fetch(client, host, server, root: root), sourceLocation: sourceLocation)
        }
    }

    /// Expects that pyca/cryptography accepts a chain, and refuses it for another name.
    func expectPyca(
        _ host: String, accepts chain: String, root: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let python = try #require(JourneyPrograms.python)
        let script = JourneyPrograms.source("clients/pyca_verify.py")
        let accepted = try Programs.run(python, [script, path(root), host, path(chain)])
        #expect(accepted.output == "accepted\n", "\(accepted.errors)", sourceLocation: sourceLocation)
        let refused = try Programs.run(python, [script, path(root), "other.example", path(chain)])
        #expect(
            refused.exitCode == 1 && refused.errors.contains("no matching subjectAltName"), "\(refused.errors)",
            sourceLocation: sourceLocation)
    }

    /// Expects that no rule that Lucid knows of other clients, such as Apple's or Chromium's, stands against a chain.
    func expectNoRule(
        against chain: String, root: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let certificates = try [chain, root].flatMap { name in
            try CertificateFile(folder.read(name)).entries.map { try $0.certificate.get() }
        }
        let violations = ClientJudgement(path: certificates).violations.map(\.rule.statement)
        #expect(violations == [], sourceLocation: sourceLocation)
    }
}

extension JourneyClient {
    /// The clients that are there.
    static func present(where condition: (JourneyClient) -> Bool = { _ in true }) -> [JourneyClient] {
        allCases.filter { $0.isPresent && condition($0) }
    }

    /// Whether this client's program takes a certificate to show.
    var canShowACertificate: Bool {
        switch self {
        case .go, .gnutls: false
        default: true
        }
    }
}

@Suite("The clients of the journeys")
struct JourneyClientsTests {
    private static let missing = JourneyClient.allCases.filter { !$0.isPresent }.map(\.rawValue)

    /// One test for all: a case of a parameterised test that is cancelled is not shown as skipped.
    @Test(
        "All of them are there, so that the journeys ask them",
        .enabled(
            if: missing.isEmpty,
            "no journey asks \(missing.joined(separator: ", ")); Scripts/prepare tests installs what is missing"))
    func arePresent() {
        #expect(JourneyClient.present() == JourneyClient.allCases)
    }
}
