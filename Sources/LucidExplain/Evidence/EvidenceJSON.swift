public import LucidEvidence
public import LucidJSON

/// The evidence map as JSON. The members are documented in `Documentation/json.md`.
public enum EvidenceJSON {
    /// An array with an object for each check; all cases are named.
    public static func value(_ some: [Evidence]) -> JSONValue { .array(some.map(value)) }

    private static func value(_ evidence: Evidence) -> JSONValue {
        .object([
            "id": .string(evidence.id), "clause": .string(evidence.clause), "group": .string(evidence.group),
            "asks": .string(evidence.question),
            "places": .array(
                evidence.places.map {
                    .object(["file": .string($0.file), "line": .number($0.line), "function": .string($0.function)])
                }),
            "tests": .array(evidence.tests.map(value)),
            "suites": .array(
                evidence.suites.map {
                    .object([
                        "suite": .string($0.suite.rawValue), "name": .string($0.suite.name),
                        "held": .number($0.heldCount), "alone": .strings($0.alone),
                        "withOthers": .strings($0.withOthers),
                    ])
                }),
            "vectors": .array(
                evidence.vectors.map {
                    .object([
                        "file": .string($0.name), "accepted": .number($0.acceptedCount),
                        "refused": .number($0.refusedCount),
                    ])
                }),
        ])
    }

    private static func value(_ test: Evidence.Test) -> JSONValue {
        .object([
            "sentence": .string(test.sentence), "file": .string(test.file), "line": .number(test.line),
            "outcome": .string(test.outcome.rawValue),
            "runBy": .array(
                test.runners.map {
                    .object(["sentence": .string($0.sentence), "file": .string($0.file), "line": .number($0.line)])
                }),
        ])
    }
}
