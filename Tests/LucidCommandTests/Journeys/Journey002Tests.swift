import LucidTestSupport
import Testing

@Suite(
    "Journey 002: self-signed, and signed by a CA, with gunicorn",
    .enabled(if: JourneyPrograms.hasServers, JourneyPrograms.serversAreMissing),
    .enabled(if: JourneyPrograms.isQuick, JourneyPrograms.lucidIsSlow))
struct Journey002Tests {
    @Test("The chapter's lines do what it shows, and every client accepts what it was told to trust, and nothing else")
    func chapter() throws {
        let journey = try Journey("002")
        try journey.type("lucid self-signed localhost 127.0.0.1")
        let alone = try journey.start(
            "gunicorn --bind 127.0.0.1:8443 --certfile localhost.pem --keyfile localhost-key.pem hello:application")
        try journey.type("curl --silent --show-error https://localhost:8443/", port: alone.port, exitCode: 60)
        try journey.type(
            "curl --silent --show-error --cacert localhost.pem https://localhost:8443/", port: alone.port)
        try journey.expectAll(accept: "localhost", of: alone, root: "localhost.pem")
        try journey.expectPyca("localhost", accepts: "localhost.pem", root: "localhost.pem")

        try journey.type("lucid ca init --name Example")
        try journey.type("mkdir signed && lucid ca issue --out signed localhost 127.0.0.1")
        let signed = try journey.start(
            "gunicorn --bind 127.0.0.1:8443 --certfile signed/localhost-fullchain.pem "
                + "--keyfile signed/localhost-key.pem hello:application")
        try journey.type("curl --silent --show-error --cacert ca/root.pem https://localhost:8443/", port: signed.port)
        try journey.expectAll(accept: "localhost", of: signed, root: "ca/root.pem")
        try journey.expectPyca("localhost", accepts: "signed/localhost-fullchain.pem", root: "ca/root.pem")
        try journey.expectNoRule(against: "signed/localhost-fullchain.pem", root: "ca/root.pem")

        // What the one trusts does not help with the other.
        try journey.expectAll(refuse: "localhost", of: alone, root: "ca/root.pem", .unknownIssuer)
        try journey.expectAll(refuse: "localhost", of: signed, root: "localhost.pem", .unknownIssuer)
        journey.arrive()
    }
}
