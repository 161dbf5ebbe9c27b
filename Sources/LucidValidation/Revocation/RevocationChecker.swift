public import LucidDER
public import LucidModel
public import LucidSignature

/// Decides whether a certificate is revoked, by CRLs (RFC 5280 §6.3) and OCSP responses (RFC 6960).
///
/// It is asked once for each certificate of a path, from the trust anchor's side down. CRLs are looked at from the newest
/// until all reasons are settled (RFC 5280 §6.3.3), OCSP responses all; where either says revoked, the certificate is.
public struct RevocationChecker: Sendable {
    public let evidence: RevocationEvidence
    public let policy: RevocationPolicy
    /// The moment that the question is about.
    public let time: CalendarTime
    /// use-deltas (RFC 5280 §6.3.1(b)): whether delta CRLs are applied.
    public var useDeltas = true
    /// How many seconds an OCSP answer without nextUpdate is good for: a day. No standard says.
    public var ageWithoutNextUpdate: Int64 = 86_400

    public init(evidence: RevocationEvidence, policy: RevocationPolicy, time: CalendarTime) {
        self.evidence = evidence
        self.policy = policy
        self.time = time
    }

    /// Checks one certificate.
    ///
    /// - Parameters:
    ///   - index: the certificate's place in the path, for findings: 0 is the target.
    ///   - issuer: the certificate above it, perhaps the trust anchor's. It has been validated, and signed this one.
    ///   - issuerKey: its key, as path validation has it (`working_public_key`).
    ///   - paths: who knows about other signers of CRLs.
    ///   - isTracing: whether the checks that passed are told as well.
    public func check(
        _ certificate: Certificate, index: Int, issuer: Certificate, issuerKey: PublicKey,
        paths: inout some CRLIssuerPaths, isTracing: Bool = false
    ) -> RevocationResult {
        guard policy != .off else { return RevocationResult(status: .notAsked, findings: [], steps: []) }
        let issuer = CertificateIssuerKey(certificate: issuer, key: issuerKey)
        var crls = CRLProcessing(
            certificate: certificate, useDeltas: useDeltas, evidence: evidence, issuer: issuer, time: time,
            log: RevocationLog(keepsPassed: isTracing))
        crls.run(paths: &paths)
        var ocsp = OCSPProcessing(
            certificate: certificate, evidence: evidence, issuer: issuer, time: time,
            ageWithoutNextUpdate: ageWithoutNextUpdate, requiresStatusOfResponder: policy == .require,
            useDeltas: useDeltas, log: crls.log)
        ocsp.run(paths: &paths)
        let (status, source) = Self.status(crls, ocsp)
        return conclusion(status, source, log: ocsp.log, index: index)
    }

    /// The status that all evidence together gives, and where it is from.
    private static func status(_ crls: CRLProcessing, _ ocsp: OCSPProcessing) -> (RevocationStatus, String) {
        if case .listed(let reason, let time, let list) = crls.certStatus {
            return (.revoked(at: time, reason: reason), list)
        }
        let responder = "the OCSP response of \(ocsp.answer?.responder ?? "nobody")"
        if case .revoked(let time, let reason)? = ocsp.answer?.status {
            return (.revoked(at: time, reason: reason ?? .unspecified), responder)
        }
        if ocsp.answer != nil { return (.good, responder) }
        if crls.isDetermined { return (.good, "the CRLs of its issuer") }
        return (.undetermined(reasons: CRLProcessing.allReasons.subtracting(crls.reasonsMask)), "")
    }

    /// What follows from a status under the policy.
    private func conclusion(
        _ status: RevocationStatus, _ source: String, log: RevocationLog, index: Int
    ) -> RevocationResult {
        var findings: [Finding] = []
        var steps: [TraceStep] = []
        func add(_ check: Check, _ severity: Finding.Severity?, _ parameters: [Finding.Parameter]) {
            let finding = severity.map {
                Finding(check: check, severity: $0, certificateIndex: index, parameters: parameters)
            }
            if let finding { findings.append(finding) }
            steps.append(.checked(check, certificateIndex: index, parameters: parameters, finding: finding))
        }
        for note in log.notes {
            switch note.outcome {
            case .passed: add(note.check, nil, note.parameters)
            case .unusable: add(note.check, severityOfUnusable(for: status), note.parameters)
            // Only where it helps to see why nothing was found.
            case .aside: if policy == .require, status.isUndetermined { add(note.check, .warning, note.parameters) }
            }
        }
        switch status {
        case .notAsked: break
        case .good: add(.notRevoked, nil, [.init("source", .text(source))])
        case .revoked(let time, let reason):
            add(
                .notRevoked, .error,
                [.init("source", .text(source)), .init("since", .time(time)), .init("reason", .text("\(reason)"))])
        case .undetermined(let reasons):
            if policy == .require { add(.revocationKnown, .error, [.init("reasons", .list(reasons.names))]) }
        }
        return RevocationResult(status: status, findings: findings, steps: steps)
    }

    /// Evidence that can not be used weighs where nothing else settles the matter.
    private func severityOfUnusable(for status: RevocationStatus) -> Finding.Severity {
        status.isUndetermined ? .error : .warning
    }
}

extension RevocationStatus {
    /// Whether the evidence leaves the status open.
    fileprivate var isUndetermined: Bool { if case .undetermined = self { true } else { false } }
}
