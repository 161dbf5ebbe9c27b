import Foundation
import LucidTestSupport
import Testing

/// A CA with a responder and two server certificates, `a.test` and `b.test`.
private final class World: Sendable {
    let ca: CommandAuthority
    var issuer: String { ca.path + "/issuing.pem" }
    var root: String { ca.path + "/root.pem" }

    init() throws {
        ca = try CommandAuthority()
        for arguments in [["issue", "a.test"], ["issue", "b.test"], ["ocsp", "--new-responder"]] {
            let result = try runLucid(ca.arguments(arguments[0], [arguments[1]]), folder: ca.folder.url)
            guard result.exitCode == 0 else { throw ProgramProblem(result.errors) }
        }
    }

    func path(_ name: String) -> String { ca.folder.path(name) }

    /// Revokes a certificate, from another process than the responder's.
    func revoke(_ name: String) throws {
        let result = try ca.run("revoke", "--reason", "keyCompromise", name)
        #expect(result.exitCode == 0, "\(result.errors)")
    }

    /// Runs `openssl ocsp` with the CA's files.
    func openssl(_ arguments: [String]) throws -> ProgramResult {
        try Programs.run(
            try #require(Programs.openssl),
            ["ocsp", "-issuer", issuer, "-CAfile", root, "-verify_other", issuer] + arguments, folder: ca.folder.url)
    }

    /// A request file of openssl's for both certificates.
    func request(_ more: String...) throws -> String {
        let made = try Programs.run(
            try #require(Programs.openssl),
            ["ocsp"] + more + [
                "-issuer", issuer, "-cert", "a.test.pem", "-cert", "b.test.pem", "-reqout", "request.der",
            ],
            folder: ca.folder.url)
        #expect(made.exitCode == 0, "\(made.errors)")
        return path("request.der")
    }
}

private let hasPrograms = Programs.openssl != nil && Programs.curl != nil && Programs.python3 != nil

@Suite("lucid ca ocsp", .enabled(if: hasPrograms, "openssl, curl or python3 is missing"))
struct CAOCSPTests {
    @Test(
        "answers request files of openssl's, whose client accepts the answers",
        arguments: [[], ["-no_nonce"], ["-sha256"], ["-sha1", "-no_nonce"]])
    func requestFile(options: [String]) throws {
        let world = try World()
        try world.revoke("b.test")
        // openssl takes the digest for the certificates that follow it.
        let made = try Programs.run(
            try #require(Programs.openssl),
            ["ocsp"] + options + [
                "-issuer", world.issuer, "-cert", "a.test.pem", "-cert", "b.test.pem", "-serial", "0x77", "-reqout",
                "request.der",
            ],
            folder: world.ca.folder.url)
        #expect(made.exitCode == 0, "\(made.errors)")
        let answered = try world.ca.run("ocsp", "request.der", "--out", "response.der", "--json")
        #expect(answered.exitCode == 0, "\(answered.errors)")
        let json = try JSON(answered.stdout)
        #expect(json["certificates"]?.array?.compactMap { $0["status"]?.string } == ["good", "revoked", "unknown"])
        #expect(json["hasNonce"]?.bool == !options.contains("-no_nonce"))
        let documented = try JSONDocument().members("lucid ca ocsp")
        #expect(documented.subtracting(json.keys) == ["reason"])
        #expect(json.keys.subtracting(documented) == [])
        let read = try world.openssl(
            ["-respin", "response.der", "-reqin", "request.der", "-resp_text"])
        #expect(read.errors.contains("Response verify OK"), "\(read.errors)")
        #expect(read.output.contains("Cert Status: good"))
        #expect(read.output.contains("Revocation Reason: keyCompromise (0x1)"))
        #expect(read.output.contains("Cert Status: unknown"))
        #expect(read.output.contains("OCSP Nonce") == !options.contains("-no_nonce"))
    }

    @Test func `a refusal is a response too, and exit code 1`() throws {
        let world = try World()
        let foreign = try Programs.run(
            try #require(Programs.openssl),
            ["ocsp", "-issuer", world.root, "-cert", world.issuer, "-reqout", "foreign.der"],
            folder: world.ca.folder.url)
        #expect(foreign.exitCode == 0)
        try world.ca.folder.write(Array("no request".utf8), to: "garbage.der")
        for (file, status) in [("foreign.der", [0x0a, 0x01, 0x06]), ("garbage.der", [0x0a, 0x01, 0x01])]
            as [(String, [UInt8])]
        {
            let result = try world.ca.run("ocsp", file, "--out", "-")
            #expect(result.exitCode == 1)
            #expect(result.stdout == [0x30, 0x03] + status)
        }
        #expect(try world.ca.run("ocsp", "missing.der").exitCode == 2)
    }

    @Test func `the CA's own key answers as a responder's does, and Lucid's verifier believes both`() throws {
        let world = try World()
        for arguments in [["--by-ca"], []] {
            let request = try world.request("-no_nonce")
            let answered = try runLucid(
                world.ca.arguments("ocsp", [request, "--force", "--out", world.path("response.der")] + arguments))
            #expect(answered.exitCode == 0, "\(answered.errors)")
            let verified = try runLucid(
                "verify", "--trust", world.root, "--ocsp", world.path("response.der"),
                world.path("a.test-fullchain.pem"))
            #expect(verified.exitCode == 0, "\(verified.output)")
        }
        try world.revoke("a.test")
        let request = try world.request("-no_nonce")
        #expect(
            try runLucid(world.ca.arguments("ocsp", [request, "--force", "--out", world.path("response.der")])).exitCode
                == 0)
        let refused = try runLucid(
            "verify", "--trust", world.root, "--ocsp", world.path("response.der"), world.path("a.test-fullchain.pem"))
        #expect(refused.exitCode == 1)
        #expect(refused.output.contains("revoked"))
    }

    @Test("over HTTP openssl's client gets answers, and a revocation counts at once", arguments: [[], ["-no_nonce"]])
    func http(options: [String]) throws {
        let world = try World()
        let responder = try RunningResponder(world.ca, "--verbose")
        func ask() throws -> ProgramResult {
            try world.openssl(options + ["-cert", "a.test.pem", "-cert", "b.test.pem", "-url", responder.url])
        }
        let before = try ask()
        #expect(before.errors.contains("Response verify OK"), "\(before.errors)")
        #expect(before.output.contains("a.test.pem: good"))
        #expect(before.output.contains("b.test.pem: good"))
        try world.revoke("b.test")
        let after = try ask()
        #expect(after.output.contains("a.test.pem: good"))
        #expect(after.output.contains("b.test.pem: revoked"))
        #expect(after.output.contains("Reason: keyCompromise"))
        #expect(responder.errors.contains("POST "))
    }

    @Test func `curl gets the same answer by POST and GET, and Python reads it`() throws {
        let world = try World()
        let responder = try RunningResponder(world.ca)
        let request = try world.request("-no_nonce")
        let curl = try #require(Programs.curl)
        let posted = try Programs.run(
            curl,
            ["-s", "-H", "Content-Type: application/ocsp-request", "--data-binary", "@" + request, responder.url + "/"])
        let base64 = Data(try world.ca.folder.read("request.der")).base64EncodedString()
        let escaped = base64.replacing("+", with: "%2B").replacing("/", with: "%2F").replacing("=", with: "%3D")
        for path in [escaped, "ocsp/" + escaped, base64] {
            let got = try Programs.run(curl, ["-s", "-D", world.path("head"), "\(responder.url)/\(path)"])
            // Not the same octets: the times and the signature are new.
            #expect(abs(got.stdout.count - posted.stdout.count) < 6)
            let head = String(decoding: try world.ca.folder.read("head"), as: UTF8.self)
            #expect(head.contains("Content-Type: application/ocsp-response"))
            #expect(head.contains("Cache-Control: max-age="))
            #expect(head.contains("ETag: "))
        }
        let script = """
            import sys
            from cryptography.x509 import ocsp, load_pem_x509_certificate
            from cryptography.hazmat.primitives import hashes, serialization
            import urllib.request
            issuer, cert = (load_pem_x509_certificate(open(p, "rb").read()) for p in sys.argv[1:3])
            for digest in (hashes.SHA1(), hashes.SHA256(), hashes.SHA384()):
                builder = ocsp.OCSPRequestBuilder().add_certificate(cert, issuer, digest)
                body = builder.build().public_bytes(serialization.Encoding.DER)
                ask = urllib.request.Request(sys.argv[3], body, {"Content-Type": "application/ocsp-request"})
                response = ocsp.load_der_ocsp_response(urllib.request.urlopen(ask).read())
                assert response.response_status == ocsp.OCSPResponseStatus.SUCCESSFUL
                assert response.certificate_status == ocsp.OCSPCertStatus.GOOD
                assert response.serial_number == cert.serial_number
                assert len(response.certificates) == 1
            print("fine")
            """
        let python = try Programs.run(
            try #require(Programs.python3), ["-c", script, world.issuer, world.path("a.test.pem"), responder.url + "/"])
        if !python.errors.contains("No module named 'cryptography'") {
            #expect(python.output == "fine\n", "\(python.errors)")
        }
    }

    @Test func `a hundred clients at once, slow ones and garbage do not stop it, and SIGTERM does`() throws {
        let world = try World()
        let responder = try RunningResponder(world.ca)
        _ = try world.request("-no_nonce")
        let script = """
            import os, socket, sys, threading, urllib.request
            port = int(sys.argv[1])
            body = open(sys.argv[2], "rb").read()
            slow = []
            for index in range(20):
                client = socket.create_connection(("127.0.0.1", port))
                client.sendall(b"POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Le")
                slow.append(client)
            for index in range(40):
                client = socket.create_connection(("127.0.0.1", port))
                try:
                    client.sendall(os.urandom(1 + 97 * index) + b"\\r\\n\\r\\n")
                except OSError:
                    pass
                client.close()
            answers = []
            def ask():
                request = urllib.request.Request(f"http://127.0.0.1:{port}/", body, {"Content-Type": "application/ocsp-request"})
                try:
                    answers.append(len(urllib.request.urlopen(request, timeout=60).read()))
                except OSError as error:
                    answers.append(str(error))
            threads = [threading.Thread(target=ask) for _ in range(200)]
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            good = [answer for answer in answers if isinstance(answer, int) and answer > 500]
            print(len(good), [answer for answer in answers if answer not in good][:3])
            """
        let result = try Programs.run(
            try #require(Programs.python3), ["-c", script, "\(responder.port)", world.path("request.der")])
        #expect(result.output == "200 []\n", "\(result.errors)")
        #expect(!responder.hasEnded)
        let ended = try responder.end(with: SIGTERM)
        #expect(ended?.exitCode == 0)
        #expect(ended?.errors.contains("lucid: stopped") == true)
    }
}
