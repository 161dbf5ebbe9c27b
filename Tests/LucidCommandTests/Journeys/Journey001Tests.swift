import LucidTestSupport
import Testing

@Suite(
    "Journey 001: root, intermediate, and a server that asks its clients for certificates",
    .enabled(if: JourneyPrograms.hasServers, JourneyPrograms.serversAreMissing),
    .enabled(if: JourneyPrograms.isQuick, JourneyPrograms.lucidIsSlow),
    .enabled(if: JourneyPrograms.keytool != nil, "no keytool; Scripts/prepare tests installs it with Java"))
struct Journey001Tests {
    private let withAlice = """
        curl --silent --show-error --cacert ca/root.pem --cert alice-fullchain.pem --key alice-key.pem \
        --pass "$LUCID_PASSPHRASE" https://localhost:8443/
        """
    private let withBob = """
        curl --silent --show-error --cacert ca/root.pem --cert bob@team.example-fullchain.pem \
        --key bob@team.example-key.pem https://localhost:8443/
        """
    private let withNobody = "curl --silent --show-error --cacert ca/root.pem https://localhost:8443/"
    private let server = "python3 tornado_server.py 8443 server-fullchain.pem server-key.pem ca/root.pem"

    @Test("The chapter's lines do what it shows: who has a certificate is served, until it is revoked")
    func chapter() throws {
        let journey = try Journey("001")
        try makeCertificates(journey)
        try serveHolders(journey)
        try refuseRevoked(journey)
        journey.arrive()
    }

    private func makeCertificates(_ journey: Journey) throws {
        try journey.type("lucid ca init --name Team --dns localhost --dns team.example --email team.example")
        try journey.type("lucid request new server.csr --new-key server-key.pem --encrypt localhost")
        try journey.type("lucid ca sign --out server.pem server.csr")
        try journey.type("lucid request new alice.csr --new-key alice-key.pem --encrypt alice@team.example")
        try journey.type("lucid ca sign --client --out alice.pem alice.csr")
        try journey.type("lucid verify --trust ca/root.pem --host localhost server-fullchain.pem")
        try journey.type(
            "lucid verify --trust ca/root.pem --purpose client --email alice@team.example alice-fullchain.pem")
        try journey.type("openssl verify -x509_strict -CAfile ca/chain.pem server.pem")
        try journey.type("lucid convert --to p12 --key alice-key.pem --name alice --out alice.p12 alice-fullchain.pem")
        try journey.type("openssl pkcs12 -in alice.p12 -noout -info -passin env:LUCID_PASSPHRASE")
        try journey.type("keytool -list -keystore alice.p12 -storepass:env LUCID_PASSPHRASE")
        #expect(try String(decoding: journey.folder.read("alice-key.pem"), as: UTF8.self).contains("ENCRYPTED"))
    }

    private func serveHolders(_ journey: Journey) throws {
        let server = try journey.start(server)
        try journey.type(withAlice, port: server.port)
        try server.expectRefusal(.certificateRequired) {
            try journey.type(withNobody, port: server.port, exitCode: nil)
        }
        for client in JourneyClient.present(where: \.canShowACertificate) {
            let answer = try journey.fetch(client, "localhost", server, root: "ca/root.pem", as: journey.alice)
            client.expect("Hello, alice@team.example", from: answer)
            try server.expectRefusal(.certificateRequired) {
                try journey.fetch(client, "localhost", server, root: "ca/root.pem")
            }
        }
        try journey.expectPyca("localhost", accepts: "server-fullchain.pem", root: "ca/root.pem")
        try journey.expectNoRule(against: "server-fullchain.pem", root: "ca/root.pem")
        // Another passphrase opens nothing.
        let identity = ClientIdentity(journey.alice, passphrase: "wrong")
        let answer = try journey.fetch(.requests, "localhost", server, root: "ca/root.pem", as: identity)
        #expect(answer.exitCode == 1 && answer.errors.contains("SSLError"), "\(answer.errors)")
    }

    private func refuseRevoked(_ journey: Journey) throws {
        try journey.type("lucid ca revoke --reason keyCompromise alice@team.example")
        try journey.type("lucid ca crl --out issuing-crl.pem")
        try journey.type(
            "lucid verify --trust ca/root.pem --purpose client --crl issuing-crl.pem alice-fullchain.pem", exitCode: 1)
        try journey.type(
            "openssl verify -crl_check -CAfile ca/chain.pem -CRLfile issuing-crl.pem alice.pem", exitCode: 2)
        try journey.type("lucid ca issue --client bob@team.example")
        let server = try journey.start(server + " issuing-crl.pem")
        try server.expectRefusal(.certificateRevoked) { try journey.type(withAlice, port: server.port, exitCode: nil) }
        try journey.type(withBob, port: server.port)
        for client in JourneyClient.present(where: \.canShowACertificate) {
            try server.expectRefusal(.certificateRevoked) {
                try journey.fetch(client, "localhost", server, root: "ca/root.pem", as: journey.alice)
            }
        }
    }
}

extension Journey {
    /// What Alice shows.
    fileprivate var alice: ClientIdentity {
        ClientIdentity(
            certificate: path("alice-fullchain.pem"), key: path("alice-key.pem"), pkcs12: path("alice.p12"),
            passphrase: passphrase)
    }
}

extension ClientIdentity {
    fileprivate init(_ other: ClientIdentity, passphrase: String) {
        self.init(certificate: other.certificate, key: other.key, pkcs12: other.pkcs12, passphrase: passphrase)
    }
}
