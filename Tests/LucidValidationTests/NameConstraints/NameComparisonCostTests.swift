import LucidDER
import LucidModel
import Testing

@testable import LucidValidation

@Suite("Comparing names with constraints has a price that is known before")
struct NameComparisonCostTests {
    static func names(_ count: Int) -> [GeneralName] { (0..<count).compactMap { .dns("t\($0).test") } }

    @Test("1 for each name and each subtree of its form")
    func count() throws {
        var state = NameConstraintsState(
            initialPermittedSubtrees: Self.names(5).map { GeneralSubtree(base: $0) } + [.ip("c0000200ffffff00")],
            initialExcludedSubtrees: [try #require(.dns("bad.test"))])
        state.add(
            NameConstraints(permittedSubtrees: [try #require(.dns("test"))], excludedSubtrees: nil), certificateIndex: 1
        )
        let certificate = try Relation.certificate(Self.names(3) + [try #require(.email("a@b"))])
        var left = 22
        #expect(try state.violations(of: CertificateFacts(certificate), comparisonsLeft: &left).isEmpty)
        #expect(left == 22 - 3 * 7)
        #expect(throws: TooManyNameComparisons(needed: 21, left: 1)) {
            try state.violations(of: CertificateFacts(certificate), comparisonsLeft: &left)
        }
        #expect(left == 1)
        left = 20
        #expect(throws: TooManyNameComparisons(needed: 21, left: 20)) {
            try state.violations(of: CertificateFacts(certificate), comparisonsLeft: &left)
        }
        left = 21
        #expect(try state.violations(of: CertificateFacts(certificate), comparisonsLeft: &left).isEmpty)
        #expect(left == 0)
    }

    @Test("1 more for each 64 octets of the base")
    func longBase() throws {
        let base = try #require(Name([(OID.commonName, String(repeating: "a", count: 300))]))
        let state = NameConstraintsState(initialExcludedSubtrees: [.directory(base)])
        var left = 100
        #expect(
            try state.violations(
                of: CertificateFacts(Relation.certificate([.directoryName(base)])), comparisonsLeft: &left
            ).count == 1)
        #expect(left == 100 - 1 - base.der.count / 64)
    }

    @Test("Nothing is asked for where nothing is constrained")
    func free() throws {
        var left = 0
        let certificate = try Relation.certificate(Self.names(100))
        #expect(
            try NameConstraintsState().violations(of: CertificateFacts(certificate), comparisonsLeft: &left).isEmpty)
        let other = NameConstraintsState(initialExcludedSubtrees: [.ip("c0000200ffffff00")])
        #expect(try other.violations(of: CertificateFacts(certificate), comparisonsLeft: &left).isEmpty)
    }

    @Test("Thousands by thousands are refused at once")
    func manyByMany() throws {
        let many = Self.names(2048)
        var state = NameConstraintsState()
        let subtrees = many.map { GeneralSubtree(base: $0) }
        state.add(NameConstraints(permittedSubtrees: subtrees, excludedSubtrees: subtrees), certificateIndex: 1)
        var left = 1_000_000
        #expect(throws: TooManyNameComparisons(needed: 2 * 2048 * 2048, left: left)) {
            try state.violations(of: CertificateFacts(Relation.certificate(many)), comparisonsLeft: &left)
        }
    }
}
