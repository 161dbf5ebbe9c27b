import LucidTestSupport
import Testing

@Suite(
    "Journey 000: a root with a passphrase, and a server's certificate by request",
    .enabled(if: JourneyPrograms.hasServers, JourneyPrograms.serversAreMissing),
    .enabled(if: JourneyPrograms.isQuick, JourneyPrograms.lucidIsSlow))
struct Journey000Tests {
    @Test("The chapter's lines do what it shows, and every client accepts the server")
    func chapter() throws {
        let journey = try Journey("000")
        try journey.type("lucid ca init --name Example --root-only --key-kind rsa-3072")
        try journey.type(
            "lucid request new jupyter.csr --new-key jupyter-key.pem --key-kind rsa-2048 localhost 127.0.0.1")
        try journey.type("lucid ca sign --out jupyter.pem jupyter.csr")
        try journey.type("lucid verify --trust ca/root.pem --host localhost jupyter.pem")
        try journey.type("openssl verify -x509_strict -CAfile ca/root.pem jupyter.pem")

        try journey.type("mkdir site && echo 'Hello over HTTPS' > site/test.txt")
        let server = try journey.start("python3 file_server.py 8443 site jupyter-fullchain.pem jupyter-key.pem")
        try journey.type(
            "curl --silent --show-error --cacert ca/root.pem https://localhost:8443/test.txt", port: server.port)
        for host in ["localhost", "127.0.0.1"] {
            try journey.expectAll(accept: host, of: server, page: "test.txt", root: "ca/root.pem")
        }
        try journey.expectPyca("localhost", accepts: "jupyter-fullchain.pem", root: "ca/root.pem")
        try journey.expectNoRule(against: "jupyter-fullchain.pem", root: "ca/root.pem")

        try journey.type("lucid verify --trust ca/root.pem --host jupyter.example jupyter.pem", exitCode: 1)
        try journey.type("LUCID_PASSPHRASE=wrong lucid ca sign --out other.pem jupyter.csr", exitCode: 2)
        #expect(!journey.has("other.pem"), "something was issued with a wrong passphrase")
        journey.arrive()
    }
}
