import LucidEvidence
import LucidValidation
import Testing

/// `Scripts/evidence` reads the tables of this folder as text. Here they are there as values: both have to say the same of every
/// row, or the map would claim what no test shows.
@Suite("The evidence map has the rows of the tables")
struct EvidenceTableTests {
    /// A row's sentence, and a check that fails in it.
    private struct Row: Hashable, CustomStringConvertible {
        let sentence: String
        let check: Check
        var description: String { "“\(sentence)”, \(check.id)" }
    }

    /// What the map has from some files.
    private static func map(where isMeant: (String) -> Bool) -> Set<Row> {
        Set(
            Evidence.all.flatMap { evidence in
                evidence.tests.filter { $0.outcome == .fails && !$0.runners.isEmpty && isMeant($0.file) }
                    .map { Row(sentence: $0.sentence, check: evidence.check) }
            })
    }

    private static func expectSame(_ map: Set<Row>, _ table: Set<Row>) {
        #expect(!table.isEmpty)
        #expect(table.subtracting(map).isEmpty, "not in the map; run Scripts/evidence")
        #expect(map.subtracting(table).isEmpty, "only in the map; run Scripts/evidence")
    }

    @Test func `those of paths`() {
        let table = Scenario.all.flatMap { scenario in
            scenario.expected.map { Row(sentence: scenario.testDescription, check: $0.check) }
        }
        Self.expectSame(Self.map { $0.contains("/Scenarios/") }, Set(table))
    }

    @Test func `those of revocation`() {
        let table = RevocationScenario.all.flatMap { scenario in
            // What follows from the status, the test over the table says by itself.
            var checks = scenario.problems
            switch scenario.expected {
            case .revoked: checks.insert(.notRevoked)
            case .undetermined: checks.insert(.revocationKnown)
            case .good: break
            }
            return checks.map { Row(sentence: scenario.testDescription, check: $0) }
        }
        Self.expectSame(Self.map { $0.hasSuffix("Scenarios.swift") }, Set(table))
    }

    @Test func `those of evidence that is set aside`() {
        let table = SetAside.all.flatMap { scenario in
            ([scenario.check, .revocationKnown] + scenario.problems).map {
                Row(sentence: scenario.testDescription, check: $0)
            }
        }
        Self.expectSame(Self.map { $0.hasSuffix("EvidenceSetAsideTests.swift") }, Set(table))
    }

    @Test func `those of breakages that openssl is asked about as well`() {
        let table = Recipe.all.compactMap { breakage, recipe -> Row? in
            guard case .refused(let check) = recipe.judgement else { return nil }
            return Row(sentence: breakage.sentence, check: check)
        }
        Self.expectSame(Self.map { $0.contains("/Breakage+") }, Set(table))
    }
}
