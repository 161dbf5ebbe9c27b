import Foundation
import LucidTestSupport
import Testing

@Suite("The runners of conformance suites")
struct ConformanceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Runs `lucid-conformance`, which lies beside `lucid`.
    private func run(_ arguments: String...) throws -> ProgramResult { try run(arguments) }

    private func run(_ arguments: [String]) throws -> ProgramResult {
        let lucid = try #require(Programs.lucid)
        let program = URL(filePath: lucid).deletingLastPathComponent().appending(path: "lucid-conformance").path
        return try Programs.run(program, arguments, folder: folder.url)
    }

    private func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.url.appending(path: name))
    }

    // MARK: limbo

    private static let chain = ["root", "intermediate", "leaf"].map { "openssl/certs/chain-p256-\($0).pem" }

    /// A case with a chain of the fixtures, as limbo writes cases.
    private func limbo(
        id: String = "made::up", expected: String = "SUCCESS", changes: [String: Any] = [:]
    ) throws -> String {
        let pem = try Self.chain.map { try String(contentsOf: Checkout.fixtures.appending(path: $0), encoding: .utf8) }
        var test: [String: Any] = [
            "id": id, "description": "", "validation_kind": "SERVER", "trusted_certs": [pem[0]],
            "untrusted_intermediates": [pem[1]], "peer_certificate": pem[2],
            "validation_time": "2026-06-01T00:00:00+00:00", "signature_algorithms": [String](),
            "key_usage": [String](), "extended_key_usage": [String](), "expected_result": expected,
            "expected_peer_name": ["kind": "DNS", "value": "p256.chain.example.test"], "expected_peer_names": [Any](),
        ]
        test.merge(changes) { $1 }
        let file: [String: Any] = ["version": 1, "testcases": [test]]
        return String(decoding: try JSONSerialization.data(withJSONObject: file), as: UTF8.self)
    }

    @Test("a limbo case that comes out as expected passes", arguments: ["SUCCESS", "FAILURE"])
    func limboOutcome(_ expected: String) throws {
        try write(try limbo(expected: expected), to: "limbo.json")
        let result = try run("limbo", "limbo.json", "--json", "out.json")
        let passes = expected == "SUCCESS"
        #expect(result.exitCode == (passes ? 0 : 1), "\(result.output)\(result.errors)")
        #expect(result.output.hasSuffix(passes ? "1 passed, 0 failed, 0 skipped\n" : "0 passed, 1 failed, 0 skipped\n"))
        #expect(result.output.contains("FALSE ACCEPT made::up") == !passes)
        let json = try String(contentsOf: folder.url.appending(path: "out.json"), encoding: .utf8)
        #expect(json.contains(passes ? #""outcome": "agree""# : #""outcome": "false accept""#))
    }

    @Test(
        "what a limbo case asks decides",
        arguments: [
            // Valid from 2026-01-01T00:00:00Z on.
            ("validation_time", "2026-01-01T00:00:00Z", true), ("validation_time", "2025-12-31T23:59:59.999Z", false),
            ("validation_time", "2025-12-31T23:30:00-01:00", true),
            ("validation_time", "2026-01-01T01:59:59+02:00", false), ("validation_time", "2025-12-31T23:59:60Z", true),
            ("validation_kind", "CLIENT", true), ("max_chain_depth", 0, false), ("max_chain_depth", 1, true),
            ("key_usage", ["digitalSignature"], true), ("key_usage", ["cRLSign"], false),
            ("extended_key_usage", ["serverAuth"], true), ("extended_key_usage", ["codeSigning"], false),
            ("signature_algorithms", ["ECDSA_WITH_SHA256"], true), ("signature_algorithms", ["RSA_WITH_SHA256"], false),
            ("expected_peer_name", ["kind": "DNS", "value": "other.example"], false),
            ("expected_peer_name", ["kind": "DNS", "value": "no name"], false),
            ("expected_peer_name", ["kind": "IP", "value": "192.0.2.999"], false),
            ("expected_peer_name", NSNull(), true),
            ("expected_peer_names", [["kind": "RFC822", "value": "nobody@example.test"]], false),
            ("untrusted_intermediates", [String](), false), ("trusted_certs", ["no certificate"], false),
            ("peer_certificate", "no certificate", false),
        ] as [(String, any Sendable, Bool)])
    func limboInput(_ key: String, _ value: any Sendable, _ isAccepted: Bool) throws {
        try write(try limbo(expected: isAccepted ? "SUCCESS" : "FAILURE", changes: [key: value]), to: "limbo.json")
        let result = try run("limbo", "limbo.json")
        #expect(result.exitCode == 0, "\(result.output)\(result.errors)")
    }

    @Test(
        "a limbo case that can not be read fails by its id",
        arguments: [
            ("expected_result", "MAYBE"), ("validation_time", "yesterday"), ("key_usage", ["everything"]),
            ("signature_algorithms", ["ROT13"]), ("peer_certificate", 7), ("trusted_certs", "one"),
        ] as [(String, any Sendable)])
    func unreadableLimbo(_ key: String, _ value: any Sendable) throws {
        try write(try limbo(changes: [key: value]), to: "limbo.json")
        let result = try run("limbo", "limbo.json")
        #expect(result.exitCode == 1)
        #expect(result.output.contains("UNREADABLE made::up: \(key)"), "\(result.output)")
    }

    // MARK: PKITS

    private func pkits(certs: [String] = ["root", "leaf"], crls: [String] = []) throws -> String {
        let test: [String: Any] = [
            "number": "4.1.1", "certs": certs, "crls": crls, "explicitPolicy": false, "policyMappingInhibit": false,
            "anyPolicyInhibit": false, "initialPolicySet": ["2.5.29.32.0"], "time": "2026-06-01T00:00:00Z",
            "shouldValidate": false, "somethingElse": 1,
        ]
        return String(decoding: try JSONSerialization.data(withJSONObject: [test]), as: UTF8.self)
    }

    private func copyCertificates() throws {
        let certs = folder.url.appending(path: "certs")
        try FileManager.default.createDirectory(at: certs, withIntermediateDirectories: true)
        for (source, name) in [("shape-ca", "root"), ("chain-p256-leaf", "leaf")] {
            let path = Checkout.fixtures.appending(path: "openssl/certs/\(source).pem")
            let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n")
            let der = Data(base64Encoded: lines.dropFirst().dropLast().joined())
            try #require(der).write(to: certs.appending(path: "\(name).crt"))
        }
    }

    @Test func `a PKITS case is judged, and members that are not known are left alone`() throws {
        try copyCertificates()
        try write(try pkits(), to: "expected.json")
        let result = try run("pkits", ".", "expected.json")
        #expect(result.exitCode == 0 && result.output.hasSuffix("1 passed, 0 failed, 0 skipped\n"), "\(result.errors)")
    }

    @Test(
        "a PKITS case whose files are not there, or no names of files, is one error",
        arguments: [
            (["root", "nobody"], [], "./certs/nobody.crt"), (["root", "../certs/leaf"], [], "../certs/leaf"),
            (["root", "sub/leaf"], [], "sub/leaf"), (["root", ".."], [], ".."), (["", "leaf"], [], "./certs"),
            (["root", "leaf"], ["nothing"], "./crls/nothing.crl"), (["root", "broken"], [], "./certs/broken.crt"),
        ])
    func unusablePKITS(_ certs: [String], _ crls: [String], _ named: String) throws {
        try copyCertificates()
        try write("0", to: "certs/broken.crt")
        try write(try pkits(certs: certs, crls: crls), to: "expected.json")
        let result = try run("pkits", ".", "expected.json")
        #expect(result.exitCode == 2 && result.output == "")
        #expect(result.errors.contains(named) && result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }

    // MARK: Both

    @Test(
        "unusable files and arguments end with 2",
        arguments: [
            ["limbo"], ["limbo", "a", "b"], ["limbo", "nothing.json"], ["limbo", "--json"], ["limbo", "--loud", "x"],
            ["limbo", "text.json"], ["limbo", "list.json"], ["pkits", "."], ["pkits", ".", "object.json"],
            ["pkits", ".", "numbers.json"],
        ])
    func unusable(_ arguments: [String]) throws {
        try write("nothing but text", to: "text.json")
        try write("[]", to: "list.json")
        try write("{}", to: "object.json")
        try write("[1, 2]", to: "numbers.json")
        let result = try run(arguments)
        #expect(result.exitCode == 2 && result.output == "" && result.errors.hasPrefix("lucid-conformance: "))
    }
}
