import LucidReport
import Testing

@testable import LucidNetwork

@Suite("What a TLS server says, as far as its certificates")
struct ServerChainReaderTests {
    private let whole = ServerMessages.hello() + ServerMessages.certificate()

    @Test("records of every size carry the same messages", arguments: [1, 2, 3, 4, 5, 38, 39, 79, 80, 81, 200, 16_384])
    func fragments(_ size: Int) throws {
        for piece in [1, 2, 7, 4096] {
            let answer = try #require(try ServerMessages.read(ServerMessages.records(whole, of: size), piece: piece))
            #expect(answer.certificates == ServerMessages.certificates)
            #expect(answer.version == 0x0303 && answer.cipherSuite.name == "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
        }
    }

    @Test("split at every place, the octets mean the same; without the last one there is no answer")
    func everySplit() throws {
        let octets = ServerMessages.records(whole, of: 50)
        for place in 0...octets.count {
            var reader = ServerChainReader()
            let first = try reader.receive(octets[..<place])
            #expect((first != nil) == (place == octets.count))
            if first == nil {
                #expect(try reader.receive(octets[place...])?.certificates == ServerMessages.certificates)
            }
        }
    }

    @Test("older versions are read as well", arguments: [0x0300, 0x0301, 0x0302])
    func olderVersions(_ version: Int) throws {
        let octets = ServerMessages.records(
            ServerMessages.hello(version: version) + ServerMessages.certificate(), of: 4096)
        #expect(try ServerMessages.read(octets)?.version == UInt16(version))
    }

    @Test("extensions, a warning and a HelloRequest on the way do not matter")
    func extras() throws {
        let extensions: [UInt8] = [0xff, 1, 0, 1, 0, 0, 0, 0, 0]
        let handshake = ServerMessages.hello(extensions: extensions, session: 32) + ServerMessages.certificate()
        let octets =
            ServerMessages.record(21, [1, 112]) + ServerMessages.record(22, [0, 0, 0, 0])
            + ServerMessages.records(handshake, of: 100)
        var reader = ServerChainReader()
        #expect(try reader.receive(octets)?.certificates == ServerMessages.certificates)
        #expect(reader.warnings.map(\.name) == ["unrecognized_name"])
    }

    @Test(
        "what a server may not say is refused, with its reason",
        arguments: [
            (ServerMessages.record(21, [2, 70]), TLSProblem.alert(TLSAlert(level: 2, description: 70))),
            (ServerMessages.record(21, [1, 0]), .alert(TLSAlert(level: 1, description: 0))),
            (ServerMessages.record(23, [1]), .unexpectedRecord(.applicationData)),
            (ServerMessages.record(20, [1]), .unexpectedRecord(.changeCipherSpec)),
            (ServerMessages.record(22, ServerMessages.certificate()), .unexpectedMessage(.certificate)),
            (
                ServerMessages.record(22, ServerMessages.hello() + ServerMessages.message(14, [])),
                .unexpectedMessage(HandshakeType(rawValue: 14))
            ),
            (ServerMessages.record(22, ServerMessages.hello() + ServerMessages.certificate([])), .noCertificates),
            (ServerMessages.record(22, ServerMessages.hello(version: 0x0304)), .unsupportedVersion(0x0304)),
            (ServerMessages.record(22, ServerMessages.hello(version: 0x0204)), .unsupportedVersion(0x0204)),
            (
                ServerMessages.record(22, ServerMessages.hello(extensions: [0, 43, 0, 2, 3, 4])),
                .unsupportedVersion(0x0304)
            ),
            (Array("HTTP/1.1 400 Bad Request\r\n".utf8), .notTLS(.http)),
            (Array("SSH-2.0-OpenSSH_9.2\r\n".utf8), .notTLS(.ssh)),
            (Array("220 mail.example.com ESMTP\r\n".utf8), .notTLS(.smtp)),
            (Array("220 ready, FTP\r\n".utf8), .notTLS(.ftp)), (Array("* OK IMAP4rev1\r\n".utf8), .notTLS(.imap)),
            (Array("+OK ready\r\n".utf8), .notTLS(.pop3)), ([1, 2, 3], .notTLS(.unknown([1, 2, 3]))),
            ([22, 2, 0, 0, 0], .notTLS(.unknown([22, 2, 0, 0, 0]))),
        ])
    func refused(_ octets: [UInt8], _ problem: TLSProblem) {
        #expect(throws: problem) { try ServerMessages.read(octets) }
    }

    @Test(
        "broken lengths are refused, and no bound is gone beyond",
        arguments: [
            ([22, 3, 3, 0x40, 1], "TLSPlaintext.fragment has 16385 bytes"), ([22, 3, 3, 0, 0], "fragment is empty"),
            (
                ServerMessages.record(22, [2, 0xff, 0xff, 0xff]),
                "Handshake.body has 16777215 bytes; 262144 are the most"
            ),
            (ServerMessages.record(22, ServerMessages.hello(session: 33)), "session_id has 33 bytes; 32 are the most"),
            (ServerMessages.record(22, ServerMessages.message(2, [3, 3])), "ServerHello.random ends too early"),
            (
                ServerMessages.record(22, ServerMessages.hello(extensions: [0, 43, 0, 9, 3])),
                "ServerHello.extension_data ends too early"
            ),
            (
                ServerMessages.record(22, ServerMessages.hello() + ServerMessages.message(11, [0, 0, 1, 0, 9])),
                "Certificate has 1 byte left over"
            ),
            (
                ServerMessages.record(22, ServerMessages.hello() + ServerMessages.message(11, [0, 0, 3, 0, 0, 1])),
                "certificate_list ends too early"
            ),
            (
                ServerMessages.record(22, ServerMessages.hello() + ServerMessages.message(11, [0, 0, 3, 0, 0, 0])),
                "certificate_list is empty"
            ),
            (ServerMessages.record(21, [2]), "Alert.description ends too early"),
            (ServerMessages.record(21, [2, 40, 0]), "Alert has 1 byte left over"),
        ] as [([UInt8], String)])
    func broken(_ octets: [UInt8], _ words: String) {
        let error = #expect(throws: TLSProblem.self) { try ServerMessages.read(octets) }
        #expect(error?.statement.contains(words) == true, "\(error?.statement ?? "")")
    }

    @Test("warnings without end come to an end")
    func endlessWarnings() {
        var reader = ServerChainReader()
        let warnings = Array(repeating: ServerMessages.record(21, [1, 90]), count: 1000).flatMap { $0 }
        #expect(throws: TLSProblem.self) {
            for _ in 0..<1000 { _ = try reader.receive(warnings) }
        }
        #expect(reader.warnings.count <= 150_000)
    }

    @Test("where a server closes the connection, it is told how far it got")
    func closed() throws {
        let hello = ServerMessages.record(22, ServerMessages.hello())
        let cases: [([UInt8], TLSProblem.SoFar)] = [
            ([], .nothing), (Array(hello.prefix(3)), .partOfARecord), (hello, .serverHello),
            (hello + ServerMessages.record(22, [11, 0]), .partOfAMessage),
        ]
        for (octets, soFar) in cases {
            var reader = ServerChainReader()
            #expect(try reader.receive(octets) == nil)
            #expect(reader.problemAtEnd() == .closedEarly(soFar))
        }
    }

    @Test("every alert that has a name has a meaning, and others have their number")
    func alerts() {
        for number in UInt8.min...UInt8.max {
            let alert = TLSAlert(level: 2, description: number)
            #expect((alert.name == nil) == (alert.meaning == nil))
            #expect(alert.shown.contains("\(number)"))
        }
        #expect(TLSAlert(level: 2, description: 70).name == "protocol_version")
        #expect(TLSAlert(level: 2, description: 40).name == "handshake_failure")
    }
}
