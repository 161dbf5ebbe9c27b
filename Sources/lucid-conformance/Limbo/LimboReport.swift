import LucidX509

/// What came of a run, for people and as JSON.
struct LimboReport {
    let outcomes: [LimboOutcome]
    /// Why cases could not be read at all. They count as failed.
    let unreadable: [String]

    var failed: Int { unreadable.count + outcomes.count { !$0.kind.isGood } }
    private var passed: Int { outcomes.count { $0.kind == .agreement } }
    private var skipped: Int { outcomes.count { $0.kind == .skipped } }

    /// The same line that all suites end with.
    var summary: String { "\(passed) passed, \(failed) failed, \(skipped) skipped" }

    // MARK: Text

    /// A line for each namespace, in the order of the file.
    var table: String {
        let width = (outcomes.map(\.namespace.count).max() ?? 0) + 2
        let header = Self.row("namespace", LimboOutcome.Kind.columns.map(\.rawValue), width)
        let rows = namespaces.map { name in
            let own = outcomes.filter { $0.namespace == name }
            return Self.row(
                name, LimboOutcome.Kind.columns.map { kind in String(own.count { $0.kind == kind }) }, width)
        }
        return ([header] + rows).joined(separator: "\n")
    }

    private static func row(_ name: String, _ columns: [String], _ width: Int) -> String {
        let name = name + String(repeating: " ", count: max(0, width - name.count))
        return name + columns.map { String(repeating: " ", count: max(0, 14 - $0.count)) + $0 }.joined()
    }

    private var namespaces: [String] {
        outcomes.map(\.namespace).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Each case whose outcome is not limbo's, with the findings.
    var disagreements: String {
        let texts = outcomes.filter { $0.kind != .agreement }.map(Self.text)
        return (texts + unreadable.map { "UNREADABLE \($0)" }).joined(separator: "\n")
    }

    private static func text(_ outcome: LimboOutcome) -> String {
        var lines = ["\(outcome.kind.rawValue.uppercased()) \(outcome.id), profile \(outcome.profile)"]
        switch outcome.kind {
        case .staleEntry: lines.append("  it is listed as a disagreement that Lucid keeps, but Lucid agrees")
        case .skipped: lines += outcome.kept.map { ["  kept: \($0.reason), \($0.clause)"] } ?? []
        case .falseAccept:
            let path = outcome.verdict?.path.map(\.subject.description.safeToShow) ?? []
            lines.append("  path: " + path.joined(separator: " ← "))
        case .agreement, .falseReject: break
        }
        for finding in outcome.verdict?.findings ?? [] {
            let place = finding.certificateIndex.map { "certificate \($0): " } ?? ""
            lines.append("  \(place)\(finding.sentence)  \(finding.check.clause), \(finding.check.id)")
        }
        return (lines + outcome.notes.map { "  \($0.safeToShow)" }).joined(separator: "\n")
    }

    // MARK: JSON

    var json: JSONValue {
        .object([
            "suite": .string("limbo"), "profiles": .string(LimboProfile.sentence), "passed": .number(passed),
            "failed": .number(failed), "skipped": .number(skipped), "unreadable": .strings(unreadable),
            "cases": .array(outcomes.map(Self.json)),
        ])
    }

    private static func json(_ outcome: LimboOutcome) -> JSONValue {
        .object([
            "id": .string(outcome.id), "namespace": .string(outcome.namespace), "profile": .string(outcome.profile),
            "expected": .string(outcome.isAcceptanceExpected ? "SUCCESS" : "FAILURE"),
            "actual": .string(outcome.isAccepted ? "SUCCESS" : "FAILURE"), "outcome": .string(outcome.kind.rawValue),
            "keptBecause": outcome.kept.map { .string("\($0.reason), \($0.clause)") },
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

extension LimboOutcome.Kind {
    /// What the table counts.
    fileprivate static let columns: [Self] = [.agreement, .falseAccept, .falseReject, .skipped]
}
