import LucidModel
import LucidValidation
import Testing

@Suite("Paths are validated by RFC 5280 §6.1")
struct PathValidationTests {
    @Test("refused, for exactly these reasons", arguments: Scenario.refused)
    func refused(_ scenario: Scenario) throws {
        let verdict = try verdictWithAndWithoutTrace(scenario.question())
        #expect(!verdict.isAccepted)
        #expect(verdict.failures == scenario.expected)
        #expect(verdict.findings.allSatisfy { $0.severity == .error })
        #expect(verdict.otherPaths.isEmpty)
    }

    @Test("accepted, with nothing found", arguments: Scenario.accepted)
    func accepted(_ scenario: Scenario) throws {
        let question = try scenario.question()
        let verdict = verdictWithAndWithoutTrace(question)
        #expect(verdict.isAccepted)
        #expect(verdict.failures == [])
        #expect(verdict.path.first == question.target)
        #expect(verdict.path.last.map(question.anchors.contains) == true)
    }

    /// The trace has every finding, and listening changes nothing.
    private func verdictWithAndWithoutTrace(_ question: Trial) -> Verdict {
        var trace = Trace()
        let verdict = question.verdict(trace: &trace)
        #expect(verdict == question.verdict())
        let told = trace.steps.compactMap { step in
            if case .checked(_, _, _, let finding?) = step { finding } else { nil }
        }
        #expect(told == verdict.otherPaths.flatMap(\.findings) + verdict.findings)
        #expect(trace.steps.last == .pathFinished(isAccepted: verdict.isAccepted))
        return verdict
    }

    @Test("the trace has every check that was made, in the order of RFC 5280")
    func traceOfUsualChain() throws {
        var trace = Trace()
        let question = Trial(try World.shared.get())
        _ = question.verdict(trace: &trace)
        #expect(trace.steps.first == .pathFound(subjects: ["CN=Server", "CN=Middle", "CN=Root"]))
        let checked = trace.steps.compactMap { step in
            if case .checked(let check, let index, _, nil) = step { Failure(check, index) } else { nil }
        }
        let byItself: [Check] = [
            .version, .serialNumber, .signatureAlgorithmsAgree, .issuerNotEmpty, .timeEncoding, .extensionsUnique,
        ]
        let basic: [Check] = [.signature, .notBefore, .notAfter, .nameChaining]
        let next: [Check] = [.isCA, .pathLength, .keyCertSign, .criticalExtensions]
        let expected =
            [Failure(.anchorValidity, 2)] + (byItself + basic + next).map { Failure($0, 1) }
            + (byItself + basic + [.criticalExtensions, .extendedKeyUsage, .keyUsage, .dnsName]).map { Failure($0, 0) }
        #expect(checked == expected)
        #expect(trace.steps.count == expected.count + 2)
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

    @Test("every check but two is failed by some scenario here")
    func coverage() {
        let failed = Set(Scenario.refused.flatMap(\.expected).map(\.check))
        // The search only looks at issuers of the right name; its budget has a test of its own. So has revocation.
        let checks = Set(Check.allCases.filter { !$0.id.hasPrefix("revocation.") })
        #expect(checks.subtracting(failed) == [.nameChaining, .searchBudget])
    }
}
