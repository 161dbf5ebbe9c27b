import LucidJSON
import LucidX509

/// Which checks refuse the cases of a suite, for the evidence map (Documentation/evidence.md).
struct PathEvidence {
    let suite: String
    let outcomes: [PathOutcome]

    /// For each case the checks that refuse it, each once, in their order; and for each check in how many cases it held.
    ///
    /// A case without checks is accepted, or it was lost before the verifier was asked: a certificate could not be read.
    var json: JSONValue {
        .object([
            "suite": .string(suite), "cases": .array(outcomes.map(Self.json)),
            "held": .object(
                Check.allCases.map { check in
                    .init(check.id, .number(outcomes.count { $0.held.contains(check) }))
                }),
        ])
    }

    private static func json(_ outcome: PathOutcome) -> JSONValue {
        let refusing = outcome.verdict.map(refusingChecks) ?? []
        return .object([
            "id": .string(outcome.id), "accepted": .bool(outcome.isAccepted), "good": .bool(outcome.kind.isGood),
            "checks": .strings(refusing.sorted { $0.rawValue < $1.rawValue }.map(\.id)),
        ])
    }

    /// The checks whose findings are errors; and where nothing is known about a certificate's revocation, those that set CRLs
    /// and responses aside, which are told as warnings.
    private static func refusingChecks(_ verdict: Verdict) -> Set<Check> {
        let findings = verdict.findings
        let unknown = Set(findings.filter { $0.check == .revocationKnown }.map(\.certificateIndex))
        return Set(
            findings.filter { finding in
                finding.severity == .error
                    || finding.check.id.hasPrefix("revocation.") && unknown.contains(finding.certificateIndex)
            }.map(\.check))
    }
}

extension Verifier {
    /// Answers a question, and tells which checks were made and held wherever they were made, on all paths.
    func verify(_ question: Question, tellingHeld held: inout Set<Check>) -> Verdict {
        var trace = Trace()
        let verdict = verify(question, trace: &trace)
        var failed: Set<Check> = []
        for case .checked(let check, _, _, let finding) in trace.steps {
            if finding == nil { held.insert(check) } else { failed.insert(check) }
        }
        held.subtract(failed)
        return verdict
    }
}
