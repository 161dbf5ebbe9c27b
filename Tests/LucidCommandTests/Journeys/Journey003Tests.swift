import LucidTestSupport
import Testing

@Suite(
    "Journey 003: a chain of three on P-384, with Flask",
    .enabled(if: JourneyPrograms.hasServers, JourneyPrograms.serversAreMissing),
    .enabled(if: JourneyPrograms.isQuick, JourneyPrograms.lucidIsSlow))
struct Journey003Tests {
    private let curl = "curl --silent --show-error --cacert ca/root.pem https://127.0.0.1:8443/"

    @Test("The chapter's lines do what it shows, and every client accepts the whole chain and refuses half of it")
    func chapter() throws {
        let journey = try Journey("003")
        try journey.type("lucid ca init --name Example --key-kind p384")
        try journey.type("lucid ca issue --key-kind p384 localhost 127.0.0.1")
        try journey.type("lucid verify --trust ca/root.pem --host 127.0.0.1 localhost-fullchain.pem")
        let whole = try journey.start("python3 flask_server.py 8443 localhost-fullchain.pem localhost-key.pem")
        try journey.type(curl, port: whole.port)
        try journey.type(
            "lucid fetch localhost:8443 | lucid verify --trust ca/root.pem --host localhost -", port: whole.port)
        for host in ["localhost", "127.0.0.1"] {
            try journey.expectAll(accept: host, of: whole, root: "ca/root.pem")
        }
        try journey.expectPyca("127.0.0.1", accepts: "localhost-fullchain.pem", root: "ca/root.pem")
        try journey.expectNoRule(against: "localhost-fullchain.pem", root: "ca/root.pem")

        let half = try journey.start("python3 flask_server.py 8443 localhost.pem localhost-key.pem")
        try journey.type(curl, port: half.port, exitCode: 60)
        try journey.expectAll(refuse: "localhost", of: half, root: "ca/root.pem", .unknownIssuer)
        for name in ["root.pem", "issuing.pem"] {
            let shown = try Programs.run(
                try #require(Programs.openssl), ["x509", "-in", journey.path("ca/\(name)"), "-noout", "-text"])
            #expect(shown.output.contains("NIST CURVE: P-384"))
        }
        journey.arrive()
    }
}
