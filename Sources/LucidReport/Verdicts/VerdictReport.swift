import LucidClients
import LucidModel
public import LucidValidation

/// A verdict for people and as JSON.
public enum VerdictReport {
    /// One line with the path, or for a refusal the tree of each path that was tried, with what speaks against it.
    public static func text(_ verdict: Verdict, subject: String, style: TextStyle = .plain) -> String {
        var lines: [String] = []
        let headline = verdict.isAccepted ? style.good("✓ accepted") : style.bad("✗ refused")
        lines.append("\(headline): \(subject.safeToShow)")
        if verdict.isAccepted {
            lines.append("  path: " + verdict.path.map { shortName($0) }.joined(separator: " ← "))
            if !verdict.policies.isEmpty {
                lines.append("  policies: " + verdict.policies.map(\.nameOrNumbers).joined(separator: ", "))
            }
            lines += verdict.findings.map { "  " + VerdictTree.line($0, style) }
        } else {
            lines += VerdictTree.lines(verdict.path, verdict.findings, style).map { "  " + $0 }
            for other in verdict.otherPaths {
                lines.append("  " + style.strong("also tried:"))
                lines += VerdictTree.lines(other.path, other.findings, style).map { "    " + $0 }
            }
        }
        return lines.joined(separator: "\n")
    }

    /// The commonName, or the whole name.
    static func shortName(_ certificate: Certificate) -> String {
        (certificate.subject.commonName ?? certificate.subject.shown).safeToShow
    }

    /// One object. Its members are documented in `Documentation/json.md`.
    public static func json(_ verdict: Verdict, trace: Trace? = nil) -> JSONValue {
        .object([
            "accepted": .bool(verdict.isAccepted),
            "path": .array(verdict.path.map { CertificateReport.summary($0) }),
            "findings": .array(verdict.findings.map(\.json)),
            "policies": .strings(verdict.policies.map(\.description)),
            "otherPaths": .array(
                verdict.otherPaths.map {
                    .object([
                        "path": .array($0.path.map { CertificateReport.summary($0) }),
                        "findings": .array($0.findings.map(\.json)),
                    ])
                }),
            "trace": trace.map { .array($0.steps.map(\.json)) },
        ])
    }
}

extension CertificateReport {
    /// What names a certificate: subject, serial number, SHA-256.
    static func summary(_ certificate: Certificate) -> JSONValue {
        .object([
            "subject": .string(certificate.subject.description), "issuer": .string(certificate.issuer.description),
            "serialNumber": .string(hexadecimal(certificate.serialNumber.content)),
            "sha256": .string(fingerprint(certificate)),
        ])
    }
}

extension Finding {
    var json: JSONValue {
        .object([
            "id": .string(check.id), "severity": .string(severity.rawValue),
            "certificateIndex": certificateIndex.map { .number($0) }, "clause": .string(check.clause),
            "message": .string(sentence), "parameters": parameters.json,
        ])
    }
}

extension PathState.Moment {
    /// The procedure of RFC 5280 §6.1 that has just ended.
    fileprivate var word: String {
        switch self {
        case .initialized: "initialization"
        case .prepared: "preparation"
        case .wrappedUp: "wrapUp"
        }
    }
}

extension PathState {
    /// The variables by the names of RFC 5280 §6.1.2, in camel case.
    public var json: JSONValue {
        .object([
            "validPolicies": validPolicies.map { .strings($0.map(\.description)) } ?? .null,
            "permittedSubtrees": .array(permittedSubtrees.map { .strings($0.map(\.base.shown)) }),
            "excludedSubtrees": .strings(excludedSubtrees.map(\.base.shown)),
            "explicitPolicy": .number(explicitPolicy), "inhibitAnyPolicy": .number(inhibitAnyPolicy),
            "policyMapping": .number(policyMapping),
            "workingPublicKeyAlgorithm": .string(workingPublicKey.algorithm.algorithm.nameOrNumbers),
            "workingPublicKey": .string(hexadecimal(workingPublicKey.subjectPublicKey.bytes)),
            "workingIssuerName": .string(workingIssuerName.description), "maxPathLength": .number(maxPathLength),
        ])
    }
}

extension [Finding.Parameter] {
    fileprivate var json: JSONValue { .object(map { JSONValue.Member($0.name, $0.value.json) }) }
}

extension TraceStep {
    fileprivate var json: JSONValue {
        switch self {
        case .candidateDropped(let subjects, let finding):
            .object([
                "step": .string("candidateDropped"), "subjects": .strings(subjects), "finding": finding.json,
            ])
        case .pathFound(let subjects): .object(["step": .string("pathFound"), "subjects": .strings(subjects)])
        case .checked(let check, let index, let parameters, let finding):
            .object([
                "step": .string("checked"), "id": .string(check.id), "passed": .bool(finding == nil),
                "certificateIndex": index.map { .number($0) }, "clause": .string(check.clause),
                "message": .string(check.sentence(hasPassed: finding == nil, parameters)),
                "parameters": parameters.json,
            ])
        case .certificateBegun(let certificate, let index, let signer):
            .object([
                "step": .string("certificateBegun"), "certificateIndex": .number(index),
                "subject": .string(certificate.subject.description), "signer": .string(signer.subject.description),
            ])
        case .state(let state, let moment):
            .object(["step": .string("state"), "moment": .string(moment.word), "variables": state.json])
        case .pathFinished(let isAccepted): .object(["step": .string("pathFinished"), "accepted": .bool(isAccepted)])
        }
    }
}
