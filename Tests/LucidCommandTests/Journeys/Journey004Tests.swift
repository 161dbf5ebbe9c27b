import LucidTestSupport
import Testing

@Suite(
    "Journey 004: localhost in ten minutes, with Python's own server and requests",
    .enabled(if: JourneyPrograms.hasServers, JourneyPrograms.serversAreMissing),
    .enabled(if: JourneyPrograms.isQuick, JourneyPrograms.lucidIsSlow))
struct Journey004Tests {
    private func get(_ host: String) -> String {
        "python3 -c 'import requests; print(requests.get(\"https://\(host):8443/test.txt\", verify=\"ca/root.pem\").text)'"
    }

    @Test("The chapter's lines do what it shows, and every client refuses a name that the certificate does not have")
    func chapter() throws {
        let journey = try Journey("004")
        try journey.type("lucid ca init")
        try journey.type("lucid ca issue localhost")
        try journey.type("mkdir site && echo 'Hello over HTTPS' > site/test.txt")
        let server = try journey.start("python3 file_server.py 8443 site localhost-fullchain.pem localhost-key.pem")
        try journey.type(get("localhost"), port: server.port)
        try journey.expectAll(accept: "localhost", of: server, page: "test.txt", root: "ca/root.pem")
        try journey.expectPyca("localhost", accepts: "localhost-fullchain.pem", root: "ca/root.pem")
        try journey.expectNoRule(against: "localhost-fullchain.pem", root: "ca/root.pem")

        try journey.type(get("127.0.0.1"), port: server.port, exitCode: 1)
        try journey.expectAll(refuse: "127.0.0.1", of: server, root: "ca/root.pem", .otherName)
        try journey.type("lucid verify --trust ca/root.pem --host 127.0.0.1 localhost-fullchain.pem", exitCode: 1)
        journey.arrive()
    }
}
