import LucidJSON
import LucidX509

/// What came of a run, for people and as JSON.
struct PathReport {
    let suite: String
    /// Which profile the cases are held to.
    let profiles: String
    let outcomes: [PathOutcome]
    /// Why cases could not be read at all. They count as failed.
    var unreadable: [String] = []

    /// Where a run's results are written, besides what is printed; nil for nowhere.
    struct Outputs {
        /// The outcome of every case.
        var json: String?
        /// The checks that refuse each case; see `PathEvidence`.
        var evidence: String?
    }

    var failed: Int { unreadable.count + outcomes.count { !$0.kind.isGood } }
    private var passed: Int { outcomes.count { $0.kind == .agreement } }
    private var skipped: Int { outcomes.count { $0.kind == .skipped } }

    /// The same line that all suites end with.
    var summary: String { "\(passed) passed, \(failed) failed, \(skipped) skipped" }

    /// Prints all, and writes what is asked for; gives the exit code.
    func tell(_ path: String, since start: ContinuousClock.Instant, _ outputs: Outputs) throws(Unusable) -> Int32 {
        print("\(path): \(profiles)\n\(table)")
        let disagreements =
            outcomes.filter { $0.kind != .agreement }.map(Self.text) + unreadable.map { "UNREADABLE \($0)" }
        if !disagreements.isEmpty { print(disagreements.joined(separator: "\n")) }
        if let output = outputs.json { try json.write(to: output) }
        if let output = outputs.evidence {
            try PathEvidence(suite: suite, outcomes: outcomes).json.write(to: output)
        }
        let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
        print("\(path): \(Int(milliseconds)) ms\n\(summary)")
        return failed > 0 ? Conformance.failed : Conformance.passed
    }

    // MARK: Text

    /// A line for each group, in the order of the file.
    private var table: String {
        let groups = outcomes.map(\.group).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let width = (groups.map(\.count).max() ?? 0) + 2
        let kinds = PathOutcome.Kind.allCases.filter { kind in
            ![.wrongDetail, .staleExcuse].contains(kind) || outcomes.contains { $0.kind == kind }
        }
        let header = Self.row("", kinds.map(\.rawValue), width)
        let rows = groups.map { name in
            let own = outcomes.filter { $0.group == name }
            return Self.row(name, kinds.map { kind in String(own.count { $0.kind == kind }) }, width)
        }
        return ([header] + rows).joined(separator: "\n")
    }

    private static func row(_ name: String, _ columns: [String], _ width: Int) -> String {
        let name = name + String(repeating: " ", count: max(0, width - name.count))
        return name + columns.map { String(repeating: " ", count: max(0, 14 - $0.count)) + $0 }.joined()
    }

    private static func text(_ outcome: PathOutcome) -> String {
        var lines = ["\(outcome.kind.rawValue.uppercased()) \(outcome.id), profile \(outcome.profile)"]
        lines += [outcome.excuse?.sentence, outcome.wrongDetail].compactMap { $0.map { "  \($0)" } }
        if let verdict = outcome.verdict, verdict.isAccepted {
            lines.append("  path: " + verdict.path.map(\.subject.description.safeToShow).joined(separator: " ← "))
        }
        for finding in outcome.verdict?.findings ?? [] {
            let place = finding.certificateIndex.map { "certificate \($0): " } ?? ""
            lines.append("  \(place)\(finding.sentence)  \(finding.check.clause), \(finding.check.id)")
        }
        return (lines + outcome.notes.map { "  \($0.safeToShow)" }).joined(separator: "\n")
    }

    // MARK: JSON

    private var json: JSONValue {
        .object([
            "suite": .string(suite), "profiles": .string(profiles), "passed": .number(passed),
            "failed": .number(failed), "skipped": .number(skipped), "unreadable": .strings(unreadable),
            "cases": .array(outcomes.map(Self.json)),
        ])
    }

    private static func json(_ outcome: PathOutcome) -> JSONValue {
        .object([
            "id": .string(outcome.id), "group": .string(outcome.group), "profile": .string(outcome.profile),
            "expectsAcceptance": .bool(outcome.isAcceptanceExpected), "accepted": .bool(outcome.isAccepted),
            "outcome": .string(outcome.kind.rawValue), "excuse": outcome.excuse.map { .string($0.sentence) },
            "wrongDetail": outcome.wrongDetail.map { .string($0) },
            "findings": .array(
                (outcome.verdict?.findings ?? []).map { finding in
                    .object([
                        "id": .string(finding.check.id), "clause": .string(finding.check.clause),
                        "severity": .string(finding.severity.rawValue),
                        "certificateIndex": finding.certificateIndex.map { .number($0) },
                        "message": .string(finding.sentence),
                    ])
                }),
            "notes": .strings(outcome.notes),
        ])
    }
}
