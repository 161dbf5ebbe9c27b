import LucidDER
import LucidExplain
import LucidTestSupport
import Testing

@Suite("A field's sentence is true of the value that stands in it")
struct StructureSentenceTests {
    private func lines(_ fixture: String) throws -> [ExplainedLine] {
        try #require(ExplainedFile(try Checkout.fixture(fixture)).blocks.first).explanation.lines
    }

    @Test func `an entry that takes a certificate off the list is no revocation`() throws {
        let lines = try lines("openssl/crls/delta.pem")
        let code = try #require(lines.first { $0.meaning.asn1.hasPrefix("CRLReason") })
        #expect(code.meaning.sentence.contains("taken off the list again"))
        let entry = try #require(
            lines.last {
                $0.path.hasSuffix("]") && $0.range.lowerBound < code.range.lowerBound && $0.value.contains("taken off")
            })
        #expect(entry.meaning.clause == "RFC 5280 §5.2.4" && !entry.value.contains("revoked"))
        let date = try #require(lines.first { $0.path == entry.path + ".revocationDate" })
        #expect(date.meaning.sentence.contains("not revoked any more"))
        // Others on the list are revoked.
        let revoked = try self.lines("openssl/crls/with-reasons.pem").filter { $0.value.contains(", revoked ") }
        #expect(!revoked.isEmpty && revoked.allSatisfy { $0.meaning.sentence == "One revoked certificate." })
    }

    @Test(
        "why parameters are NULL",
        arguments: [
            ("06052b0e03021a", "RFC 4055 §2.1"), ("0609608648016503040201", "RFC 4055 §2.1"),
            ("06092a864886f70d010101", "RFC 4055 §1.2"), ("06092a864886f70d010105", "RFC 3279 §2.2.1"),
            ("06092a864886f70d01010b", "RFC 4055 §5"), ("06082a864886f70d0209", "RFC 5280 §4.1.1.2"),
        ])
    func nullParameters(_ algorithm: String, _ clause: String) throws {
        let identifier = hex(algorithm)
        // A public key of that algorithm.
        let info = [0x30, UInt8(identifier.count + 2)] + identifier + [0x05, 0x00] + [0x03, 0x01, 0x00]
        let explanation = Explanation(DERBytes([0x30, UInt8(info.count)] + info), as: .publicKey)
        let line = try #require(explanation.lines.first { $0.path == "algorithm.parameters" })
        #expect(line.meaning.clause == clause)
        #expect(
            line.meaning.sentence.contains("asks for it") == ["§1.2", "2.2.1", "§5"].contains { clause.hasSuffix($0) })
    }
}
