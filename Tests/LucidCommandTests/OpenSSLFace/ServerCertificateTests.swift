import LucidTestSupport
import Testing

@Suite(
    "s_client shows a server's certificates as openssl does",
    .enabled(if: Programs.openssl != nil, "openssl is missing"))
struct FaceServerCertificateTests {
    /// A root, an authority below it and a server's certificate, of three kinds of keys.
    private static let commands = [
        "req -x509 -newkey rsa:2048 -nodes -keyout root-key.pem -out root.pem -subj /C=DE/O=Face/CN=Root -days 3000",
        "req -newkey ed25519 -nodes -keyout middle-key.pem -out middle.csr -subj /C=DE/O=Face/CN=Middle",
        "x509 -req -in middle.csr -CA root.pem -CAkey root-key.pem -CAcreateserial -extfile middle.cnf -days 2000 -out middle.pem",
        "req -newkey ec -pkeyopt ec_paramgen_curve:P-384 -nodes -keyout server-key.pem -out server.csr -subj /CN=localhost",
        "x509 -req -in server.csr -CA middle.pem -CAkey middle-key.pem -CAcreateserial -days 100 -out server.pem",
        "x509 -req -in server.csr -CA middle.pem -CAkey middle-key.pem -CAcreateserial -days -1 -out expired.pem",
    ]

    private func server(
        _ certificate: String = "server", chain: String? = "chain", _ more: [String] = []
    ) throws -> (ServerProgram, TemporaryFolder) {
        let folder = try TemporaryFolder()
        try folder.write(Array("basicConstraints=critical,CA:true\n".utf8), to: "middle.cnf")
        for command in Self.commands {
            let result = try Programs.run(
                try #require(Programs.openssl), BothFaces.arguments(command), folder: folder.url)
            guard result.exitCode == 0 else { throw ProgramProblem("openssl \(command): \(result.errors)") }
        }
        try folder.write(try folder.read("middle.pem") + folder.read("root.pem"), to: "chain.pem")
        try folder.write(try folder.read("server-key.pem"), to: "expired-key.pem")
        let chain = chain.map { ["-cert_chain", "\($0).pem"] } ?? []
        let server = try ServerProgram.openssl(folder, certificate, chain + more)
        return (server, folder)
    }

    /// What is printed as far as the certificates: up to the line behind the server's issuer.
    private func certificates(_ output: String) -> [Substring] {
        let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
        let last = { (line: Substring) in line.hasPrefix("issuer=") || line.hasPrefix("no peer certificate") }
        guard let end = lines.firstIndex(where: last) else { return lines }
        return Array(lines[...min(end + 1, lines.count - 1)])
    }

    @Test(
        "The chain and the server's certificate are printed as openssl prints them",
        arguments: [
            "", "-showcerts", "-prexit -showcerts", "-servername localhost", "-nameopt RFC2253 -showcerts", "-tls1_2",
            "-nameopt multiline",
        ])
    func sameCertificates(more: String) throws {
        let (server, folder) = try server()
        let line = "s_client -connect \(server.place) \(more)"
        let openssl = try Programs.run(
            try #require(Programs.openssl), BothFaces.arguments(line), folder: folder.url)
        let lucid = try runLucid(["openssl"] + BothFaces.arguments(line), folder: folder.url)
        #expect(lucid.exitCode == 0 && openssl.exitCode == 0, "\(lucid.errors)")
        #expect(certificates(lucid.output) == certificates(openssl.output))
        #expect(certificates(lucid.output).count > 20)
        #expect(lucid.errors.contains("no TLS sessions"))
        // Nothing is claimed that only a session knows.
        #expect(!lucid.output.contains("Cipher") && !lucid.output.contains("SSL handshake"))
    }

    @Test(
        "The chain is verified as openssl verifies it, with the same lines about it",
        arguments: [
            ("server", "chain", ""), ("server", "chain", "-CAfile root.pem"),
            ("server", "chain", "-verify_return_error"),
            ("server", "chain", "-CAfile root.pem -verify_return_error -verify_quiet"),
            ("server", "chain", "-verify_quiet -nameopt RFC2253"), ("server", "middle", "-verify 3"),
            ("server", "middle", "-CAfile root.pem -verify_hostname another.test"),
            ("server", "middle", "-CAfile root.pem -verify_hostname localhost"),
            ("server", "middle", "-CAfile root.pem -purpose sslclient"),
            ("server", "middle", "-CAfile root.pem -attime 1000"),
            ("server", "middle", "-CAfile middle.pem -partial_chain"),
            ("expired", "middle", "-CAfile root.pem"), ("expired", "middle", "-CAfile root.pem -verify_return_error"),
            ("server", nil, "-CAfile root.pem"), ("server", nil, ""),
        ] as [(String, String?, String)])
    func sameVerdict(certificate: String, chain: String?, more: String) throws {
        let (server, folder) = try server(certificate, chain: chain)
        let line = "s_client -connect \(server.place) \(more)"
        let openssl = try Programs.run(
            try #require(Programs.openssl), BothFaces.arguments(line), folder: folder.url)
        let lucid = try runLucid(["openssl"] + BothFaces.arguments(line), folder: folder.url)
        #expect(lucid.exitCode == openssl.exitCode, "\(lucid.errors)")
        #expect(certificates(lucid.output) == certificates(openssl.output))
        let talk = [openssl, lucid].map { result in
            result.errors.split(separator: "\n").filter {
                !$0.contains(":error:") && !$0.hasPrefix("s_client:") && !$0.hasPrefix("Can't use") && $0 != "DONE"
            }
        }
        #expect(talk[1] == talk[0])
        let verdicts = [openssl, lucid].map { result in
            result.output.split(separator: "\n").filter { $0.hasPrefix("Verif") }.prefix(2)
        }
        #expect(verdicts[1] == verdicts[0] && verdicts[0].count == 2)
    }

    @Test("The place may be given in each of openssl's ways")
    func places() throws {
        let (server, _) = try server()
        for line in [
            "s_client \(server.place)", "s_client -host 127.0.0.1 -port \(server.port)",
            "s_client -connect \(server.place) -quiet",
        ] {
            let result = try runLucid(["openssl"] + BothFaces.arguments(line))
            #expect(result.exitCode == 0, "\(line): \(result.errors)")
            #expect(result.output.hasPrefix("CONNECTED(00000003)\n---\n") != line.hasSuffix("-quiet"))
        }
    }

    @Test(
        "Servers that are not there or say something else end with exit code 1 and one line",
        arguments: ["127.0.0.1:1", "missing.invalid:443", "127.0.0.1:nonsense", "https://127.0.0.1/"])
    func noServer(place: String) throws {
        let result = try BothFaces(files: [:]).run("s_client -connect \(place)")
        #expect(result.openssl.exitCode == 1 && result.lucid.exitCode == 1)
        #expect(result.lucid.stdout.isEmpty)
        #expect(result.lucid.errors.split(separator: "\n").count == 1, "\(result.lucid.errors)")
    }

    @Test("A server of TLS 1.3 alone gets one line that says so")
    func onlyTLS13() throws {
        let (server, _) = try server("server", chain: "chain", ["-tls1_3"])
        let result = try runLucid("openssl", "s_client", "-connect", server.place)
        #expect(result.exitCode == 1)
        #expect(result.output == "CONNECTED(00000003)\n")
        #expect(result.errors.contains("; try: OpenSSL's own s_client: /"), "\(result.errors)")
        #expect(result.errors.contains("TLS 1.3") && result.errors.split(separator: "\n").count == 1)
    }
}
