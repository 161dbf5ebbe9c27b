import Foundation
import LucidDER
import LucidModel
import LucidPEM
import LucidSignature
import LucidTestSupport
import LucidValidation
import Testing

@Suite(
    "x509-limbo's cases about CRLs",
    .enabled(if: Checkout.conformance != nil, "there is no folder with the conformance suites"))
struct LimboRevocationTests {
    @Test func `each CRL case ends as it should`() throws {
        let file = try #require(Checkout.conformance).appending(path: "limbo.json")
        let suite = try JSONDecoder().decode(Suite.self, from: Data(contentsOf: file))
        let cases = suite.testcases.filter { $0.id.hasPrefix("crl::") }
        #expect(cases.count >= 6)
        for item in cases {
            let target = try item.certificate(item.peer_certificate)
            let issuer = try item.certificate(try #require(item.trusted_certs.first))
            let lists = try item.crls.map { try RevocationList(der: item.bytes($0)) }
            let time = try #require(CalendarTime((item.validation_time ?? "").prefix(19) + "Z"))
            for policy in [RevocationPolicy.ifPresent, .require] {
                var paths = NoOtherCRLIssuers()
                let checker = RevocationChecker(
                    evidence: RevocationEvidence(lists: lists), policy: policy, time: time)
                let result = checker.check(
                    target, index: 0, issuer: issuer, issuerKey: try PublicKey(issuer.subjectPublicKeyInfo),
                    paths: &paths)
                let isAccepted = !result.findings.contains { $0.severity == .error }
                #expect(isAccepted == (item.expected_result == "SUCCESS"), "\(item.id): \(result.findings)")
            }
        }
    }

    private struct Suite: Decodable { let testcases: [Case] }

    private struct Case: Decodable {
        let id, peer_certificate, expected_result: String
        let trusted_certs, crls: [String]
        let validation_time: String?

        func bytes(_ pem: String) throws -> [UInt8] {
            let text = Array(pem.utf8)
            return try #require(PEMReader.blocks(in: text.span).first).get().bytes
        }

        func certificate(_ pem: String) throws -> Certificate { try Certificate(der: bytes(pem)) }
    }
}
