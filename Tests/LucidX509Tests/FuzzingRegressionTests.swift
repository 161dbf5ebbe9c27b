import Foundation
import LucidFuzzTargets
import LucidTestSupport
import Testing

@Suite("Inputs from fuzzing")
struct FuzzingRegressionTests {
    /// The inputs in `Fixtures/fuzzing`, by the name of their file, and behind them one that is always there.
    private func inputs(_ target: FuzzTarget) throws -> [(name: String, octets: [UInt8])] {
        let folder = Checkout.fixtures.appending(path: "fuzzing/\(target.rawValue)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let kept = try names.sorted().map { name in
            (name, [UInt8](try Data(contentsOf: folder.appending(path: name))))
        }
        return kept + [("a fixture", try target.fixture())]
    }

    @Test("end without a trap, and keep what the target promises", arguments: FuzzTarget.allCases)
    func keepPromises(_ target: FuzzTarget) throws {
        for (name, octets) in try inputs(target) {
            #expect(throws: Never.self, "\(target.rawValue): \(name)") { try target.run(octets) }
        }
    }

    /// Not those that compute signatures, each of which takes a fifth of a second in debug.
    @Test(
        "do so where they are cut short or have one octet altered",
        arguments: [FuzzTarget.der, .crl, .ocsp, .pem, .pkcs7, .constraints, .tls, .http])
    func keepPromisesWhenDamaged(_ target: FuzzTarget) throws {
        for (name, octets) in try inputs(target) {
            // The same places in every run.
            for place in stride(from: 0, to: octets.count, by: max(1, octets.count / 32)) {
                var altered = octets
                altered[place] ^= 0x81
                #expect(throws: Never.self, "\(target.rawValue): \(name), altered at \(place)") {
                    try target.run(altered)
                    try target.run(Array(octets[..<place]))
                }
            }
        }
    }

    @Test("lie in folders that are named after targets")
    func folders() throws {
        let folder = Checkout.fixtures.appending(path: "fuzzing")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        for name in names where name != "README.md" {
            #expect(FuzzTarget(rawValue: name) != nil, "no target reads \(name)")
        }
    }
}

extension FuzzTarget {
    /// A valid input for the target, from the other fixtures.
    fileprivate func fixture() throws -> [UInt8] {
        switch self {
        case .der, .certificate: return try Self.der("certs/chain-p256-leaf.pem")
        case .crl: return try Self.der("crls/with-reasons.pem")
        case .ocsp: return try Self.octets("ocsp/good-delegated.der")
        case .pem: return try Self.octets("bundles/chain-p256.pem")
        case .key: return [4] + (try Self.octets("keys/p256.pem"))
        case .pkcs7: return try Self.octets("pkcs7/signed-indefinite.p7m")
        case .pkcs12: return try Self.octets("pkcs12/legacy-rc2-40.p12")
        case .constraints:
            // permitted and the target's name: the dNSName example.com.
            let name: [UInt8] = [0x82, 11] + Array("example.com".utf8)
            let constraints: [UInt8] = [0x30, 17, 0xa0, 15, 0x30, 13] + name
            return constraints + [0x30, 13] + name
        case .tls:
            // ServerHello and a Certificate message with one octet in it, in a record each.
            let hello: [UInt8] = [2, 0, 0, 38, 3, 3] + [UInt8](repeating: 1, count: 32) + [0, 0xc0, 0x2f, 0]
            return [128, 22, 3, 3, 0, 42] + hello + [22, 3, 3, 0, 11, 11, 0, 0, 7, 0, 0, 4, 0, 0, 1, 5]
        case .http: return [128] + Array("POST /a%2F HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab".utf8)
        case .verifier:
            let chain = ["leaf", "intermediate", "root"].map { "certs/chain-p256-\($0).pem" }
            return [7] + (try chain.flatMap(Self.der))
        }
    }

    private static func octets(_ path: String) throws -> [UInt8] { try Checkout.fixture("openssl/" + path) }

    /// What the one PEM block of a file holds.
    private static func der(_ path: String) throws -> [UInt8] {
        let text = String(decoding: try octets(path), as: UTF8.self)
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("-----") }
        return [UInt8](try #require(Data(base64Encoded: lines.joined())))
    }
}
