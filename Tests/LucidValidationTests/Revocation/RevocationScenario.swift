import LucidDER
import LucidModel
import LucidValidation
import Testing

@testable import LucidReport

/// Evidence about a certificate, and what it has to come to.
struct RevocationScenario: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let expected: Expected
    /// Which checks fail because the evidence can not be used.
    let problems: Set<Check>
    let change: @Sendable (RevocationWorld, inout RevocationQuestion) throws -> Void

    enum Expected: Hashable, Sendable {
        case good, undetermined
        case revoked(ReasonCode.Reason)
    }

    init(
        _ name: String, _ expected: Expected, _ problems: Set<Check> = [],
        _ change: @escaping @Sendable (RevocationWorld, inout RevocationQuestion) throws -> Void
    ) {
        testDescription = name
        self.expected = expected
        self.problems = problems
        self.change = change
    }

    func question() throws -> RevocationQuestion {
        let world = try RevocationWorld.shared.get()
        var question = RevocationQuestion(world)
        try change(world, &question)
        return question
    }
}

extension RevocationResult {
    var simpleStatus: RevocationScenario.Expected? {
        switch status {
        case .good: .good
        case .undetermined: .undetermined
        case .revoked(_, let reason): .revoked(reason)
        case .notAsked: nil
        }
    }

    func checks(_ severity: Finding.Severity) -> Set<Check> {
        Set(findings.filter { $0.severity == severity }.map(\.check))
    }
}

@Suite("Revocation")
struct RevocationScenarioTests {
    @Test(arguments: RevocationScenario.all)
    func `evidence comes to what it must`(scenario: RevocationScenario) throws {
        let question = try scenario.question()
        let evidence = question.evidence
        let ifPresent = try question.result(.ifPresent, evidence)
        #expect(ifPresent.simpleStatus == scenario.expected)
        let revoked: Set<Check> = if case .revoked = scenario.expected { [.notRevoked] } else { [] }
        // Evidence that can not be used refuses where nothing else settles the matter, and is told of where something does.
        let isOpen = scenario.expected == .undetermined
        #expect(ifPresent.checks(.error) == (isOpen ? scenario.problems : revoked))
        #expect(ifPresent.checks(.warning) == (isOpen ? [] : scenario.problems))

        let required = try question.result(.require, evidence)
        #expect(required.simpleStatus == scenario.expected)
        #expect(required.checks(.error) == (isOpen ? scenario.problems.union([.revocationKnown]) : revoked))
        #expect(try question.result(.off, evidence).findings.isEmpty)

        let traced = try question.result(.ifPresent, evidence, isTracing: true)
        #expect(traced.findings == ifPresent.findings && traced.steps.count >= ifPresent.steps.count)
        for case .checked(let check, _, let parameters, let finding) in traced.steps + required.steps {
            // Where a fact is missing, the sentence has a question mark.
            let sentence = check.sentence(hasPassed: finding == nil, parameters)
            #expect(!sentence.isEmpty && !sentence.contains("?"), "\(check): \(sentence)")
        }
    }

    @Test func `every check of revocation is failed by some scenario`() throws {
        // Those that set evidence aside are in no scenario's list; they are told where nothing is settled.
        let told = try RevocationScenario.all.filter { $0.expected == .undetermined }.flatMap { scenario in
            let question = try scenario.question()
            return try question.result(.require, question.evidence).findings.map(\.check)
        }
        let all = Check.allCases.filter { $0.id.hasPrefix("revocation.") }
        let failed = RevocationScenario.all.flatMap(\.problems) + told + [.notRevoked]
        #expect(Set(all).subtracting(failed) == [])
    }
}

extension RevocationScenario {
    static let all = crls + crlSigners + crlScopes + indirectCRLs + deltaCRLs + ocsp + ocspSigners
}
