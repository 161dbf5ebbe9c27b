import LucidModel
import LucidValidation
import Testing

@Suite("Paths are validated by RFC 5280 §6.1")
struct PathValidationTests {
    @Test("refused, for exactly these reasons", arguments: Scenario.refused)
    func refused(_ scenario: Scenario) throws {
        let verdict = verdictWithAndWithoutTrace(try scenario.trial())
        #expect(!verdict.isAccepted)
        #expect(verdict.failures == scenario.expected)
        #expect(verdict.policies.isEmpty)
        #expect(
            verdict.findings.allSatisfy {
                $0.severity == (scenario.profile.warnings.contains($0.check) ? .warning : .error)
            })
        // Nothing else was tried but issuers of the right name with another key.
        #expect(verdict.otherPaths.allSatisfy { $0.findings.map(\.check) == [.signature] })
    }

    @Test("accepted, with no more than warnings", arguments: Scenario.accepted)
    func accepted(_ scenario: Scenario) throws {
        let trial = try scenario.trial()
        let verdict = verdictWithAndWithoutTrace(trial)
        #expect(verdict.isAccepted)
        #expect(verdict.failures == scenario.expected)
        #expect(verdict.findings.allSatisfy { $0.severity == .warning })
        #expect(verdict.path.first == trial.target)
        #expect(verdict.path.last.map(trial.anchors.contains) == true)
    }

    /// The trace has every finding of the verdict's path, and listening changes nothing.
    private func verdictWithAndWithoutTrace(_ trial: Trial) -> Verdict {
        var trace = Trace()
        let verdict = trial.verdict(trace: &trace)
        #expect(verdict == trial.verdict())
        let told = trace.steps.compactMap { step in
            if case .checked(_, _, _, let finding?) = step { finding } else { nil }
        }
        #expect(told == verdict.findings)
        let outcomes = trace.steps.compactMap { if case .pathFinished(let isAccepted) = $0 { isAccepted } else { nil } }
        #expect(outcomes == [verdict.isAccepted])
        return verdict
    }

    @Test("every check has an id and a clause of its own standard")
    func checks() {
        #expect(Set(Check.allCases.map(\.id)).count == Check.allCases.count)
        #expect(
            Check.allCases.allSatisfy {
                ($0.clause.hasPrefix("RFC ") || $0.clause.hasPrefix("BR ")) && $0.clause.contains("§")
                    && $0.id.contains(".")
            })
    }

    @Test("every check but one is failed by some scenario here")
    func coverage() {
        let failed = Set(Scenario.all.flatMap(\.expected).map(\.check))
        // Revocation has scenarios of its own.
        let all = Set(Check.allCases.filter { !$0.id.hasPrefix("revocation.") })
        // The search only looks at issuers of the right name; `NameChainingTests` asks the validator itself.
        #expect(all.subtracting(failed) == [.nameChaining])
    }

    /// The checks that are made where a profile chooses them.
    private static let chosen = Profile.all.reduce(CheckSet()) { $0.union($1.checks) }

    @Test("a profile makes the checks that it chooses and no others", arguments: chosen.checks)
    func profiles(_ check: Check) throws {
        let scenario = try #require(Scenario.refused.first { $0.expected.map(\.check).contains(check) })
        var trial = try scenario.trial()
        for profile in Profile.all where profile != scenario.profile {
            trial.profile = profile
            let failed = trial.verdict().findings.map(\.check)
            #expect(failed.allSatisfy { !Self.chosen.contains($0) || profile.checks.contains($0) }, "\(profile.name)")
            // Which keys will do is told by each profile itself.
            if profile.checks.contains(check), check != .keyAlgorithm {
                #expect(failed.contains(check), "\(profile.name)")
            }
        }
    }
}
