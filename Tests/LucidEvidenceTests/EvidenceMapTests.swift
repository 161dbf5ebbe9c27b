import Foundation
import LucidTestSupport
import LucidValidation
import Testing

@testable import LucidEvidence

@Suite("The evidence map")
struct EvidenceMapTests {
    @Test(arguments: Check.allCases)
    func `every check has a clause, a sentence, a line that makes it and a test in which it fails`(check: Check) {
        let evidence = Evidence.of(check)
        #expect(evidence.check == check && evidence.id == check.id)
        #expect(!evidence.clause.isEmpty && !evidence.group.isEmpty)
        #expect(evidence.question.hasSuffix(".") && evidence.question.count > 20)
        #expect(!evidence.places.isEmpty)
        #expect(!evidence.failingTests.isEmpty)
    }

    @Test func `every sentence is its own`() {
        #expect(Set(Check.allCases.map(\.question)).count == Check.allCases.count)
    }

    /// The checks that no suite can ask about. limbo's form has no OCSP responses, and PKITS neither; the search only follows
    /// issuers of the right name; and what only Lucid's own profile asks, no suite of others knows.
    private static let beyondSuites: Set<Check> = Set(Check.allCases.filter { $0.id.hasPrefix("revocation.ocsp-") })
        .union([.nameChaining, .keyUsageOfCA])

    @Test(arguments: Check.allCases)
    func `every check refuses a conformance case, but for those that no suite can ask about`(check: Check) {
        #expect((Evidence.of(check).refusedCaseCount == 0) == Self.beyondSuites.contains(check))
    }

    @Test func `no row of a table is passed over`() {
        // Whatever does not have its form would be missing here.
        let tests = Set(Evidence.all.flatMap(\.tests))
        let rows = EvidenceTables.tests.flatMap { $0.split(separator: "\n") }
        #expect(tests.count == rows.count { $0.first?.isNumber == true })
        #expect(Set(tests.flatMap(\.runners)).count == rows.count { $0.first == ">" })
        let places = EvidenceTables.sources.split(separator: "\n").filter { $0.first != "#" }
        #expect(places.count == Check.allCases.count)
        let placeCount = places.reduce(0) { $0 + $1.split(separator: " ").count - 1 }
        #expect(Evidence.all.reduce(0) { $0 + $1.places.count } == placeCount)
        let cases = EvidenceTables.cases.flatMap { $0.split(separator: "\n") }.filter { $0.first != "@" }
        let suiteCount = Evidence.all.reduce(0) { $0 + $1.suites.count }
        #expect(suiteCount + Evidence.of(.signature).vectors.count == cases.count)
        #expect(Evidence.suiteSizes.map(\.suite) == Evidence.Suite.allCases)
    }

    @Test
    func `all cases of a suite that are not accepted are refused by a check, and by the one alone if it is alone`() {
        for size in Evidence.suiteSizes {
            let own = Evidence.all.flatMap { evidence in evidence.suites.filter { $0.suite == size.suite } }
            let alone = own.flatMap(\.alone).filter { !Self.unknown(size.suite).contains($0) }
            #expect(Set(alone).count == alone.count, "\(size.suite)")
            let refused = Set(own.flatMap { $0.alone + $0.withOthers })
            #expect(refused.count == size.caseCount - size.acceptedCount, "\(size.suite)")
        }
    }

    /// The cases in which nothing at all is known of a revocation, which says so alone.
    private static func unknown(_ suite: Evidence.Suite) -> Set<String> {
        Set(Evidence.of(.revocationKnown).suites.filter { $0.suite == suite }.flatMap(\.alone))
    }

    @Test func `places and tests are files of the repository, with the line that is told`() throws {
        for (file, lines) in Dictionary(grouping: Evidence.all.flatMap(\.places), by: \.file) {
            let text = try Self.lines(of: file)
            for place in lines {
                #expect(text.indices.contains(place.line - 1), "\(file):\(place.line)")
                #expect(text.contains { $0.contains(" \(place.function)") || $0.contains(" \(place.function)(") })
            }
        }
        for (file, tests) in Dictionary(grouping: Evidence.all.flatMap(\.tests), by: \.file) {
            let count = try Self.lines(of: file).count
            #expect(tests.allSatisfy { 1...count ~= $0.line }, "\(file)")
        }
    }

    private static func lines(of file: String) throws -> [Substring] {
        try String(contentsOf: Checkout.top.appending(path: file), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    @Test func `only checks on signatures have files of signatures`() {
        let with = Evidence.all.filter { !$0.vectors.isEmpty }.map(\.check)
        #expect(with == [.signature, .crlSignature, .deltaSignature, .ocspSignature])
        #expect(Evidence.of(.signature).vectors.allSatisfy { $0.acceptedCount + $0.refusedCount > 0 })
    }

    @Test func `cases in the shape of PKITS are called so, and no NIST case is claimed`() {
        #expect(Evidence.Suite.pkits.label("4.6.1") == "in the shape of PKITS 4.6.1")
        #expect(Evidence.Suite.pkits.name.contains("in the shape of"))
    }
}
