import Foundation
import LucidTestSupport
import Testing

@Suite(
    "lucid fetch says what is wrong with a server",
    .enabled(if: Programs.python3 != nil, "python3 is not installed"))
struct FetchRefusalTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func fetch(_ server: ServerProgram, _ more: String...) throws -> ProgramResult {
        try runLucid(["fetch", server.place, "--timeout", "5s"] + more)
    }

    @Test(
        "what a server sends that is no answer to a hello",
        arguments: [
            ([], "closed the connection without an answer"),
            (Array("HTTP/1.0 400 Bad\r\n\r\n".utf8), "speaks plain HTTP there"),
            (Array("SSH-2.0-x\r\n".utf8), "speaks SSH there"),
            ([0xde, 0xad, 0xbe, 0xef], "begins with the octets deadbeef"),
            (Array("\u{1b}[2Jowned".utf8), "begins with the octets 1b5b324a6f776e6564"),
            ([22, 3, 3, 0, 50, 2, 0], "closed the connection in the middle of a TLS record"),
            ([22, 3, 3, 0, 4, 2, 0, 0, 50], "closed the connection in the middle of a TLS message"),
            ([22, 3, 3, 0, 4, 2, 0xff, 0xff, 0xff], "Handshake.body has 16777215 bytes; 262144 are the most"),
            ([22, 3, 3, 0xff, 0xff], "TLSPlaintext.fragment has 65535 bytes; 16384 are the most (RFC 5246 §6.2.1)"),
            ([21, 3, 3, 0, 2, 2, 80], "alert internal_error (80): something is wrong inside of the server"),
            ([21, 3, 3, 0, 2, 2, 222], "alert 222, which has no name"),
            ([23, 3, 3, 0, 1, 0], "content type 23 before its certificates"),
        ] as [([UInt8], String)])
    func refused(_ octets: [UInt8], _ words: String) throws {
        let server = try ServerProgram.canned(folder, octets, stays: false)
        let result = try fetch(server)
        #expect(result.exitCode == 2 && result.stdout == [])
        #expect(
            result.errors.hasPrefix("lucid: \(server.place): ") && result.errors.contains(words), "\(result.errors)")
    }

    @Test(
        "one that says nothing, or stops in the middle, is waited for as long as was said",
        arguments: [[], [22, 3, 3, 0, 50, 2]])
    func silent(_ octets: [UInt8]) throws {
        let server = try ServerProgram.canned(folder, octets, stays: true)
        let begin = ContinuousClock.now
        let result = try runLucid("fetch", server.place, "--timeout", "500ms")
        let time = ContinuousClock.now - begin
        #expect(result.exitCode == 2 && result.errors.hasSuffix("did not answer in time\n"))
        #expect(time >= .milliseconds(500) && time < .seconds(5))
    }

    @Test("one that drips octets gets no more time")
    func dripping() throws {
        let server = try ServerProgram.python(
            folder,
            """
            def serve(client):
                for octet in bytes([22, 3, 3, 64, 0]) + bytes(16384):
                    client.send(bytes([octet]))
                    time.sleep(0.05)
            """)
        let begin = ContinuousClock.now
        let result = try runLucid("fetch", server.place, "--timeout", "700ms")
        #expect(result.exitCode == 2 && result.errors.hasSuffix("did not answer in time\n"))
        #expect(ContinuousClock.now - begin < .seconds(5))
    }

    @Test("a certificate that is none is printed all the same, and named")
    func noCertificate() throws {
        let hello: [UInt8] = [2, 0, 0, 38, 3, 3] + [UInt8](repeating: 1, count: 32) + [0, 0xc0, 0x2f, 0]
        let message: [UInt8] = [11, 0, 0, 9, 0, 0, 6, 0, 0, 3, 1, 2, 3]
        let handshake = hello + message
        // Records of one octet each.
        let server = try ServerProgram.canned(folder, handshake.flatMap { [22, 3, 3, 0, 1, $0] }, stays: true)
        let result = try fetch(server)
        #expect(
            result.exitCode == 2 && result.output == "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n")
        #expect(result.errors.contains("no certificate: found"), "\(result.errors)")
        let json = try fetch(server, "--json")
        #expect(json.exitCode == 2)
        #expect(try JSON(json.stdout)["certificates"]?.array?.first?["problem"]?.string?.isEmpty == false)
    }

    @Test(
        "STARTTLS that does not lead to TLS",
        arguments: [
            ("smtp", "220 a\r\n250 nothing\r\n", "does not offer STARTTLS"),
            ("smtp", "554 go \u{1b}[2J\r\n", "it said “554 go \\u{1B}[2J”"),
            ("imap", "* OK a\r\na1 NO not today\r\n", "it said “a1 NO not today”"),
            ("pop3", "+OK\r\n-ERR\r\n", "it said “-ERR”"),
            ("pop3", "+OK\r\n", "closed the connection in the middle"),
            ("pop3", "+OK\r\n+OK\r\n+OK you are root\r\n", "which somebody in between could have put there"),
            ("imap", String(repeating: "a", count: 70_000), "too long"),
        ])
    func startTLS(_ name: String, _ text: String, _ words: String) throws {
        let server = try ServerProgram.python(
            folder,
            """
            def serve(client):
                client.sendall(sys.argv[1].encode())
                client.shutdown(socket.SHUT_WR)
                while client.recv(1000):
                    pass
            """, [text])
        let result = try fetch(server, "--starttls", name)
        #expect(result.exitCode == 2 && result.errors.contains(words), "\(result.errors)")
    }

    @Test(
        "arguments that name no server",
        arguments: [
            (["localhost"], "the port is missing"), (["https://localhost:443/"], "and no URL"),
            (["::1:443"], "in brackets"),
            (["localhost:99999"], "the port must be a number up to 65535"), (["localhost:0"], "the port must be"),
            (["a\u{1b}[2J:443"], "no host name"), (["127.0.0.1:1", "--timeout", "0s"], "timeout"),
            (["127.0.0.1:1", "--starttls", "ftp"], "starttls"), (["ü..example:443"], "no host name"),
        ])
    func arguments(_ arguments: [String], _ words: String) throws {
        let result = try runLucid(["fetch"] + arguments)
        #expect(result.exitCode == 2 && result.stdout == [] && result.errors.contains(words), "\(result.errors)")
        #expect(!result.errors.contains("\u{1b}"))
    }

    @Test("where nothing listens")
    func nothing() throws {
        let place: String
        do { place = try ServerProgram.canned(folder, [], stays: false).place }
        let result = try runLucid("fetch", place)
        #expect(
            result.exitCode == 2 && result.errors == "lucid: \(place): refused the connection; nothing listens there\n")
    }
}
