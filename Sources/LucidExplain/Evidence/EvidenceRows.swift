import LucidEvidence
public import LucidValidation

/// The evidence map in few words, for pages that name checks: where a check is made, and how many tests and cases there are.
public enum EvidenceRows {
    /// So many tests, and cases of a suite, are named.
    private static let shown = 2

    /// What there is about a check; for `VerificationPage`.
    public static func of(_ check: Check) -> [VerificationPage.EvidenceRow] {
        let evidence = Evidence.of(check)
        return [
            .init("Made in", evidence.places.map { "\($0.file):\($0.line) in \($0.function)" }),
            .init("Fails, as it has to, in", [tests(evidence.failingTests)]),
            .init("Conformance cases that it refuses", cases(evidence)),
            .init("All of it", ["lucid evidence \(check.id)"]),
        ].filter { !$0.texts.isEmpty }
    }

    private static func tests(_ tests: [Evidence.Test]) -> String {
        named(tests.map { "“\($0.sentence)”" }, tests.count == 1 ? "test" : "tests")
    }

    private static func cases(_ evidence: Evidence) -> [String] {
        evidence.suites.compactMap { suite in
            let ids = suite.alone + suite.withOthers
            guard !ids.isEmpty else { return nil }
            return "\(suite.suite.name): " + named(ids.map(suite.suite.label), ids.count == 1 ? "case" : "cases")
        }
    }

    /// `12 tests, such as “a”, “b”`.
    private static func named(_ names: [String], _ what: String) -> String {
        let list = names.prefix(shown).joined(separator: ", ")
        return "\(EvidenceText.number(names.count)) \(what)\(names.count > shown ? ", such as " : ": ")\(list)"
    }
}
