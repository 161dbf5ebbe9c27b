import LucidDER
@testable import LucidExplain
import LucidTestSupport
import Testing

@Suite("Differences of revocation lists")
struct RevocationListDifferenceTests {
    /// A list, the same without its first entry, and that one made at another time.
    private static func lists(_ time: String?) throws -> (full: Explanation, short: Explanation) {
        let full = try #require(Samples.samples("openssl/crls/with-reasons.pem").first).octets
        var short = Edit(path: "tbsCertList.revokedCertificates[0]", change: .replace([]))
            .applied(to: full, as: .revocationList)
        if let time {
            let element = Edit.element(0x17, Array(time.utf8))
            for field in ["thisUpdate", "nextUpdate"] {
                short = Edit(path: "tbsCertList.\(field)", change: .replace(element))
                    .applied(to: short, as: .revocationList)
            }
        }
        return (
            Explanation(DERBytes(full), as: .revocationList), Explanation(DERBytes(short), as: .revocationList)
        )
    }

    private static func sentence(_ a: Explanation, _ b: Explanation) throws -> String {
        let entry = DifferenceInvariant.expect(a, b, "lists").first { $0.path.hasPrefix("tbsCertList.revoked") }
        return try #require(entry).sentence
    }

    @Test(
        "what an entry of one list alone means depends on which is newer",
        arguments: [
            ("000101000000Z", "A revokes this certificate; B, the older list, does not yet."),
            (
                "490101000000Z",
                "A revokes this certificate; B, the newer list, does not: it was on hold and is released"
            ),
            (nil, "A revokes this certificate, B does not."),
        ])
    func entries(_ time: String?, _ words: String) throws {
        let (full, short) = try Self.lists(time)
        #expect(try Self.sentence(full, short).hasPrefix(words))
        let turned = String(words.map { $0 == "A" ? "B" : $0 == "B" ? "A" : $0 })
        #expect(try Self.sentence(short, full).hasPrefix(turned))
    }

    @Test func `a list runs out earlier or later than the other`() throws {
        let (full, short) = try Self.lists("000101000000Z")
        let next = try StructuralDifference(full, short).differences.first { $0.path.hasSuffix("nextUpdate") }
        let sentence = try #require(next).sentence
        #expect(sentence.hasPrefix("B runs out ") && sentence.contains(" earlier than A: "), "\(sentence)")
    }
}
