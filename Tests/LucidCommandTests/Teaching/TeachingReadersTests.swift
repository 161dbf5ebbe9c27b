import Foundation
import LucidTestSupport
import Testing

/// Who reads the files that are marked above their PEM blocks.
struct TeachingReadersTests {
    private static let kinds = ["p256", "p384", "p521", "ed25519", "rsa-2048", "rsa-3072"]

    private func demonstration(_ options: String...) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        #expect(try runLucid(["demo", "--teaching-seed", "lesson 1", folder.path] + options).exitCode == 0)
        return folder
    }

    private func recomputed(_ arguments: [String]) throws -> String {
        let script = Checkout.fixtures.appending(path: "worked/recompute_teaching.py").path
        let result = try Programs.run(try #require(Programs.python3), [script] + arguments)
        return result.output + result.errors
    }

    @Test func `Python computes the demonstration's keys, serial numbers and signatures from the words`() throws {
        let folder = try demonstration()
        #expect(try recomputed(["lesson 1", folder.path]) == "26 numbers computed\n")
        #expect(try recomputed(["lesson 2", folder.path]).contains("serial number is"))
    }

    @Test(arguments: kinds)
    func `Python computes a self-signed certificate of each kind of key from the words`(kind: String) throws {
        let folder = try TemporaryFolder()
        let made = try runLucid(
            "self-signed", "--teaching-seed", "an Übung", "--key-kind", kind, "localhost", folder: folder.url)
        #expect(made.exitCode == 0)
        // The mark spells the words in ASCII; that alone differs.
        let told = try recomputed(["an Übung", folder.path("localhost-key.pem"), folder.path("localhost.pem")])
        let lines = told.split(separator: "\n").filter { !$0.contains(": mark is") }
        #expect(lines == [kind.hasPrefix("rsa") ? "16 numbers computed" : "8 numbers computed"], "\(told)")
    }

    @Test(arguments: JourneyClient.allCases)
    func `a client that was given the root has the page`(client: JourneyClient) throws {
        guard client.isPresent else { try Test.cancel("\(client) is not installed") }
        let folder = try demonstration()
        let server = try HTTPSServer(folder)
        let port = try #require(server.ports["127.0.0.1"])
        let result = try client.fetch("localhost", port: port, root: folder.path("root.pem"))
        client.expect(HTTPSServer.page, from: result)
    }

    @Test func `OpenSSL reads keys, chains and requests`() throws {
        let folder = try demonstration()
        let openssl = try #require(Programs.openssl)
        func run(_ line: String) throws -> ProgramResult {
            try Programs.run(openssl, line.split(separator: " ").map(String.init), folder: folder.url)
        }
        let verified = try run(
            "verify -x509_strict -CAfile root.pem -untrusted localhost-fullchain.pem -verify_hostname localhost localhost.pem"
        )
        #expect(verified.output == "localhost.pem: OK\n", "\(verified.errors)")
        #expect(try run("pkey -in localhost-key.pem -check -noout").exitCode == 0)
        let request = try runLucid(
            "request", "new", "a.csr", "--new-key", "a.pem", "--teaching-seed", "x", "a.test", folder: folder.url)
        #expect(request.exitCode == 0)
        #expect(try run("req -in a.csr -verify -noout").exitCode == 0)
        #expect(try run("crl2pkcs7 -nocrl -certfile localhost-fullchain.pem").exitCode == 0)
    }

    /// Programs that load a key, a chain or a root: `$0` is the folder.
    @Test(arguments: [
        ("python3", "import ssl, sys; ssl.create_default_context(cadata=open(sys.argv[1] + '/root.pem').read())"),
        (
            "python3",
            "import ssl, sys; ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(sys.argv[1] + '/localhost-fullchain.pem', sys.argv[1] + '/localhost-key.pem')"
        ),
        (
            "node",
            "const fs = require('fs'), f = n => fs.readFileSync(process.argv[1] + '/' + n); require('tls').createSecureContext({key: f('localhost-key.pem'), cert: f('localhost-fullchain.pem'), ca: f('root.pem')}); if (!new (require('crypto').X509Certificate)(f('localhost.pem')).checkPrivateKey(require('crypto').createPrivateKey(f('localhost-key.pem')))) process.exit(1)"
        ),
    ])
    func `runtimes load them`(program: String, script: String) throws {
        guard let path = Programs.find(program) else { try Test.cancel("\(program) is not installed") }
        let folder = try demonstration()
        let result = try Programs.run(path, [program == "node" ? "-e" : "-c", script, folder.path])
        #expect(result.exitCode == 0, "\(result.errors)")
    }

    @Test(.enabled(if: JourneyPrograms.keytool != nil, "there is no keytool"))
    func `Java's keytool imports them`() throws {
        let folder = try demonstration()
        let keytool = try #require(JourneyPrograms.keytool)
        for name in ["root", "localhost-fullchain"] {
            let result = try Programs.run(
                keytool,
                ["-importcert", "-noprompt", "-alias", name, "-file", folder.path("\(name).pem")]
                    + ["-keystore", folder.path("store.p12"), "-storepass", "lesson"])
            #expect(result.exitCode == 0, "\(result.output)")
        }
        let chain = try Programs.run(keytool, ["-printcert", "-file", folder.path("localhost-fullchain.pem")])
        #expect(chain.output.components(separatedBy: "Owner: CN=").count == 3, "\(chain.output)")
    }

    @Test(.enabled(if: Programs.find("certtool") != nil, "there is no certtool"))
    func `GnuTLS's certtool reads them`() throws {
        let folder = try demonstration()
        let certtool = try #require(Programs.find("certtool"))
        let key = try Programs.run(certtool, ["--key-info", "--infile", folder.path("root-key.pem")])
        #expect(key.exitCode == 0 && key.output.contains("EC/ECDSA"), "\(key.errors)")
        let chain = try Programs.run(certtool, ["-i", "--infile", folder.path("localhost-fullchain.pem")])
        #expect(chain.exitCode == 0 && chain.output.contains("CN=localhost"), "\(chain.errors)")
    }

    @Test func `lucid shows, explains and verifies them`() throws {
        let folder = try demonstration("--from", "2026-09-01")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".pem") }
        #expect(names.count == 7)
        for name in names {
            #expect(try runLucid("show", folder.path(name)).exitCode == 0)
            #expect(try runLucid("explain", folder.path(name)).exitCode == 0)
        }
        let verified = try runLucid(
            "verify", "--at", "2026-09-02", "--host", "localhost", "--trust", folder.path("root.pem"),
            folder.path("localhost-fullchain.pem"))
        #expect(verified.exitCode == 0 && verified.errors == "", "\(verified.errors)")
    }
}
