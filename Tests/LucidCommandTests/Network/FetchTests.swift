import Foundation
import LucidTestSupport
import Testing

@Suite(
    "lucid fetch gets what real servers send",
    .enabled(if: Programs.openssl != nil && Programs.python3 != nil, "openssl or python3 is not installed"))
struct FetchTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try ServerKeys.make(in: folder)
    }

    private func fetch(_ server: ServerProgram, _ more: String...) throws -> ProgramResult {
        try runLucid(["fetch", server.place] + more, folder: folder.url)
    }

    /// The Base64 text of the certificates in a text.
    private func certificates(_ text: String) -> [String] {
        text.matches(of: #/-----BEGIN CERTIFICATE-----\n([^-]*)-----END CERTIFICATE-----/#).map { String($0.1) }
    }

    /// What `openssl s_client` gets.
    private func opensslGets(_ server: ServerProgram, _ more: [String] = []) throws -> [String] {
        let openssl = try #require(Programs.openssl)
        let result = try Programs.run(openssl, ["s_client", "-connect", server.place, "-showcerts"] + more)
        return certificates(result.output)
    }

    @Test(
        "from openssl s_server, the same certificates as openssl s_client",
        arguments: [
            ("rsa", []), ("ecdsa", []), ("ecdsa", ["-cert_chain", "ecdsa.pem"]), ("ed25519", []), ("rsa", ["-tls1_2"]),
            ("rsa", ["-cipher", "AES128-SHA"]), ("rsa", ["-cipher", "DHE-RSA-AES256-GCM-SHA384"]),
            ("rsa", ["-cipher", "ECDHE-RSA-CHACHA20-POLY1305"]), ("rsa", ["-max_send_frag", "512"]),
            ("ecdsa", ["-curves", "P-521"]), ("ecdsa", ["-Verify", "1"]),
            ("rsa", ["-tls1_1", "-cipher", "DEFAULT@SECLEVEL=0"]),
        ] as [(String, [String])])
    func openssl(_ name: String, _ more: [String]) throws {
        let server = try ServerProgram.openssl(folder, name, more)
        let result = try fetch(server)
        #expect(result.exitCode == 0, "\(result.errors)")
        let old = more.contains("-tls1_1") ? ["-cipher", "DEFAULT@SECLEVEL=0", "-tls1_1"] : []
        let expected = try opensslGets(server, old)
        #expect(!expected.isEmpty && certificates(result.output) == expected)
        #expect(result.errors.contains(more.contains("-tls1_1") ? "(TLS 1.1, " : "(TLS 1.2, "))
        // The server is as well as before.
        #expect(try fetch(server).exitCode == 0)
    }

    @Test("from Python and Node, the same certificates as openssl s_client")
    func pythonAndNode() throws {
        let python = try ServerProgram.python(
            folder,
            """
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain("ecdsa.pem", "ecdsa-key.pem")
            def serve(client):
                tls.wrap_socket(client, server_side=True).recv(1)
            """)
        #expect(try certificates(fetch(python).output) == opensslGets(python))
        #expect(try certificates(fetch(python).output).count == 2)
        guard let node = Programs.find("node") else { return }
        let script = """
            const fs = require('fs')
            const server = require('https').createServer(
                {cert: fs.readFileSync('ecdsa.pem'), key: fs.readFileSync('ecdsa-key.pem')}, () => {})
            server.listen(0, '127.0.0.1', () => console.log('listens on ' + server.address().port))
            """
        let server = try ServerProgram(node, ["-e", script], folder: folder)
        #expect(try certificates(fetch(server).output) == opensslGets(server))
        #expect(try certificates(fetch(server).output).count == 2)
    }

    @Test("what it prints goes into lucid verify, and into a file")
    func pipes() throws {
        let server = try ServerProgram.openssl(folder, "ecdsa", ["-cert_chain", "ecdsa.pem"])
        let chain = try runLucid("fetch", "localhost:\(server.port)").stdout
        for (host, code) in [("localhost", Int32(0)), ("example.com", 1)] {
            let verdict = try runLucid(
                "verify", "--trust", folder.path("pki/root.pem"), "--host", host, "-", stdin: chain)
            #expect(verdict.exitCode == code, "\(verdict.output)")
        }
        let file = try fetch(server, "--out", "chain.pem")
        #expect(file.exitCode == 0 && file.output == "")
        #expect(try folder.read("chain.pem") == chain)
        let again = try fetch(server, "--out", "chain.pem")
        #expect(again.exitCode == 2 && again.errors.contains("exists already"))
    }

    @Test("the server is asked for the name that was given, else for the host, and never for an address")
    func serverName() throws {
        let server = try ServerProgram.openssl(
            folder, "ecdsa", ["-servername", "other.example", "-cert2", "rsa.pem", "-key2", "rsa-key.pem"])
        #expect(try fetch(server).errors.contains("CN=localhost"))
        #expect(try fetch(server, "--server-name", "other.example").errors.contains("CN=rsa"))
        #expect(try fetch(server, "--server-name", "OTHER.example.").errors.contains("CN=rsa"))
        let named = try runLucid("fetch", "localhost:\(server.port)", "--json")
        #expect(try JSON(named.stdout)["serverName"]?.string == "localhost")
        #expect(try JSON(fetch(server, "--json").stdout)["serverName"] == nil)
        let wrong = try fetch(server, "--server-name", "127.0.0.1")
        #expect(wrong.exitCode == 2 && wrong.errors.contains("a DNS name is wanted"))
        // A server that knows no such name, and says so.
        let strict = try ServerProgram.openssl(
            folder, "ecdsa",
            ["-servername", "only.example", "-servername_fatal", "-cert2", "rsa.pem", "-key2", "rsa-key.pem"])
        #expect(try fetch(strict, "--server-name", "b.example").errors.contains("alert unrecognized_name (112): "))
    }

    @Test("a server that speaks only TLS 1.3 is told from one that refuses for another reason")
    func onlyTLS13() throws {
        for options in [["-tls1_3"], ["-no_tls1_2"]] {
            let result = try fetch(ServerProgram.openssl(folder, "ecdsa", options))
            #expect(result.exitCode == 2 && result.stdout == [])
            #expect(
                result.errors.contains(
                    "speaks only TLS 1.3, in which certificates are encrypted; try: openssl s_client"))
        }
        // The advice works.
        let server = try ServerProgram.openssl(folder, "ecdsa", ["-tls1_3"])
        let command = String(try #require(try fetch(server).errors.split(separator: "try: ").last))
        let lucid = try #require(Programs.lucid)
        let shown = try Programs.run("/bin/sh", ["-c", command.replacing("lucid show", with: "\(lucid) show")])
        #expect(shown.output.contains("CN=localhost"))
        let other = try fetch(ServerProgram.openssl(folder, "rsa", ["-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA"]))
        #expect(other.exitCode == 2 && other.errors.contains("alert handshake_failure (40): "), "\(other.errors)")
    }

    @Test("STARTTLS leads to the certificates", arguments: ["smtp", "imap", "pop3"])
    func startTLS(_ name: String) throws {
        let server = try ServerProgram.python(
            folder,
            """
            tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            tls.load_cert_chain("ecdsa.pem", "ecdsa-key.pem")
            dialogs = {
                "smtp": ["220 hello", "250-mail\\r\\n250-SIZE\\r\\n250 STARTTLS", "220 go on"],
                "imap": ["* OK hello", "* CAPABILITY STARTTLS\\r\\na1 OK go on"],
                "pop3": ["+OK hello", "+OK go on"]}
            def serve(client):
                for number, line in enumerate(dialogs[sys.argv[1]]):
                    if number and not client.recv(1000):
                        return
                    for octet in (line + "\\r\\n").encode():
                        client.send(bytes([octet]))
                tls.wrap_socket(client, server_side=True).recv(1)
            """, [name])
        let result = try fetch(server, "--starttls", name)
        #expect(result.exitCode == 0, "\(result.errors)")
        #expect(
            certificates(result.output) == certificates(String(decoding: try folder.read("ecdsa.pem"), as: UTF8.self)))
        let without = try fetch(server)
        #expect(without.exitCode == 2 && without.errors.contains("try --starttls \(name)"), "\(without.errors)")
    }
}
