import Foundation
import LucidTestSupport
import Testing

@Suite("lucid verify --ndjson answers line by line")
struct BulkVerificationTests {
    private static let folder = Checkout.fixtures.path + "/openssl/"
    private static let trust = ["verify", "--trust", folder + "certs/chain-p256-root.pem", "--ndjson"]
    private static let host = "p256.chain.example.test"

    /// A request as its JSON line.
    private static func line(_ members: [String: Any]) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: members, options: [.sortedKeys]), as: UTF8.self)
    }

    /// The chain's file as text.
    private static func chain() throws -> String {
        String(decoding: try Checkout.fixture("openssl/bundles/chain-p256.pem"), as: UTF8.self)
    }

    private func answers(_ lines: [String], _ arguments: [String] = trust) throws -> (exitCode: Int32?, lines: [JSON]) {
        let result = try runLucid(arguments, stdin: Array(lines.joined(separator: "\n").utf8))
        #expect(result.stderr == [], "\(result.errors)")
        return (result.exitCode, try result.output.split(separator: "\n").map { try JSON(Array($0.utf8)) })
    }

    @Test("each line gets its verdict, in order, with its own id")
    func order() throws {
        let chain = try Self.chain()
        let requests = try (0..<600).map { number in
            try Self.line([
                "certificate": chain, "id": number, "hosts": [number % 3 == 0 ? "other.example" : Self.host],
            ])
        }
        let (exitCode, lines) = try answers(requests)
        #expect(exitCode == 1)
        #expect(lines.compactMap { $0["id"]?.number } == Array(0..<600))
        #expect(lines.compactMap { $0["line"]?.number } == Array(1...600))
        #expect(lines.compactMap { $0["accepted"]?.bool } == (0..<600).map { $0 % 3 != 0 })
    }

    @Test("a bad line costs only that line")
    func badLines() throws {
        let good = try Self.line(["certificate": try Self.chain(), "hosts": Self.host])
        let bad = [
            "", "{", "[]", "nonsense", #"{"id":1}"#, #"{"certificate":7}"#, #"{"certificate":"AAAA"}"#,
            #"{"certificate":"AAAA","frobnicate":1}"#, "{\"certificate\":\"\u{1}\"}",
            try Self.line(["certificate": try Self.chain(), "hosts": "no name"]),
            try Self.line(["certificate": try Self.chain(), "time": "yesterday"]),
            try Self.line(["certificate": try Self.chain(), "purpose": "mail"]),
            try Self.line(["certificate": try Self.chain(), "profile": "lenient"]),
            try Self.line(["certificate": try Self.chain(), "maxDepth": -1]),
            try Self.line(["certificate": try Self.chain(), "policies": ["1.2.x"]]),
            try Self.line(["certificate": try Self.chain(), "crls": ["AAAA"]]),
            try Self.line(["certificate": try Self.chain(), "ocsp": ["AAAA"]]),
            try Self.line(["certificate": try Self.chain(), "emails": "nobody"]),
            try Self.line(["certificate": try Self.chain(), "id": ["a"]]),
        ]
        let (exitCode, lines) = try answers(bad.flatMap { [$0, good] })
        #expect(exitCode == 2)
        #expect(lines.count == 2 * bad.count)
        for (index, answer) in lines.enumerated() {
            #expect(answer["line"]?.number == index + 1)
            #expect((answer["error"]?.string != nil) == index.isMultiple(of: 2), "\(bad[index / 2])")
            #expect(answer["accepted"]?.bool == (index.isMultiple(of: 2) ? nil : true))
        }
    }

    @Test("the members of a request stand for the options of the command")
    func members() throws {
        let chain = try Self.chain()
        let cases: [([String: Any], Bool)] = [
            ([:], true), (["time": "2020-01-01"], false), (["purpose": "client"], true), (["maxDepth": 0], false),
            (["maxDepth": 1], true), (["profile": "pathValidation"], true), (["policies": "1.2.3"], false),
            (["emails": ["nobody@example.com"]], false), (["hosts": [Self.host, "other.example"]], false),
        ]
        let (_, lines) = try answers(cases.map { try Self.line($0.0.merging(["certificate": chain]) { $1 }) })
        #expect(lines.map { $0["accepted"]?.bool } == cases.map(\.1))
    }

    @Test("certificates are given in PEM or in Base64, together or apart")
    func forms() throws {
        func base64(_ name: String) throws -> String {
            let pem = String(decoding: try Checkout.fixture("openssl/certs/" + name), as: UTF8.self)
            return pem.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined()
        }
        let leaf = try base64("chain-p256-leaf.pem")
        let intermediate = try base64("chain-p256-intermediate.pem")
        let (_, lines) = try answers([
            try Self.line(["certificate": leaf, "intermediates": [intermediate]]), try Self.line(["certificate": leaf]),
        ])
        #expect(lines.map { $0["accepted"]?.bool } == [true, false])
    }

    @Test("a line that is too long is told, and the next one is answered")
    func longLine() throws {
        let long = #"{"certificate":""# + String(repeating: "A", count: 17 << 20) + #""}"#
        let (exitCode, lines) = try answers([long, try Self.line(["certificate": try Self.chain()])])
        #expect(exitCode == 2)
        #expect(lines.first?["error"]?.string?.contains("16777216 octets") == true)
        #expect(lines.last?["accepted"]?.bool == true)
    }

    @Test("no input is no answer")
    func empty() throws {
        let (exitCode, lines) = try answers([])
        #expect(exitCode == 0 && lines.isEmpty)
    }
}
