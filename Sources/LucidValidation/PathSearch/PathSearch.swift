import LucidDER
import LucidModel

/// Looks for a path from the target to a trust anchor, in the spirit of RFC 4158: depth first from the target upwards, the
/// likeliest issuer first, each complete path validated as soon as it is found. The first accepted one wins; otherwise the
/// one with the fewest errors is the answer.
struct PathSearch {
    let verifier: Verifier
    let intermediates: CertificatePool
    let identity: ReferenceIdentity?
    let time: CalendarTime

    private var refused: [Verdict.RefusedPath] = []
    private var accepted: Verdict.RefusedPath?
    private var steps = 0
    private var isOutOfBudget = false

    init(verifier: Verifier, intermediates: CertificatePool, identity: ReferenceIdentity?, time: CalendarTime) {
        self.verifier = verifier
        self.intermediates = intermediates
        self.identity = identity
        self.time = time
    }

    mutating func run<Sink: TraceSink>(_ target: Certificate, _ sink: inout Sink) -> Verdict {
        extend([target], &sink)
        if let accepted { return Verdict(path: accepted.path, findings: accepted.findings, otherPaths: refused) }
        if refused.isEmpty { return noPath(target, &sink) }
        let best = refused.indices.min { refused[$0].findings.count < refused[$1].findings.count } ?? 0
        let answer = refused.remove(at: best)
        return Verdict(path: answer.path, findings: answer.findings + budgetFinding, otherPaths: refused)
    }

    /// Tries every issuer of the path's last certificate.
    private mutating func extend<Sink: TraceSink>(_ path: [Certificate], _ sink: inout Sink) {
        guard let last = path.last else { return }
        for anchor in verifier.trustAnchors.issuerCandidates(of: last) {
            guard accepted == nil, isWithinBudget() else { return }
            validate(path, anchor, &sink)
        }
        guard path.count <= verifier.limits.intermediateCount else { return }
        for candidate in intermediates.issuerCandidates(of: last) {
            guard accepted == nil, isWithinBudget() else { return }
            // The same name with the same key a second time would be a loop (RFC 4158 §5.2).
            let isLoop = path.contains {
                $0.subjectPublicKeyInfo == candidate.subjectPublicKeyInfo && $0.subject.matches(candidate.subject)
            }
            // A trust anchor that was sent along ends the path, as tried above; behind it nothing better can follow.
            if !isLoop, !verifier.trustAnchors.contains(candidate) { extend(path + [candidate], &sink) }
        }
    }

    private mutating func validate<Sink: TraceSink>(_ path: [Certificate], _ anchor: Certificate, _ sink: inout Sink) {
        // A trusted self-signed target is its own anchor: the path has one certificate, not two.
        let whole = path.last == anchor ? path : path + [anchor]
        sink.record(.pathFound(subjects: whole.map(\.subject.description)))
        var validator = PathValidator(
            certificates: path, trustAnchor: anchor, purpose: verifier.purpose, identity: identity, time: time,
            sink: sink)
        let findings = validator.run()
        sink = validator.sink
        let outcome = Verdict.RefusedPath(path: whole, findings: findings)
        let isAccepted = !findings.contains { $0.severity == .error }
        sink.record(.pathFinished(isAccepted: isAccepted))
        if isAccepted { accepted = outcome } else { refused.append(outcome) }
    }

    private mutating func isWithinBudget() -> Bool {
        steps += 1
        if steps > verifier.limits.stepCount || refused.count >= verifier.limits.pathCount { isOutOfBudget = true }
        return !isOutOfBudget
    }

    private var budgetFinding: [Finding] {
        guard isOutOfBudget else { return [] }
        return [
            Finding(
                check: .searchBudget, severity: .error, certificateIndex: nil,
                parameters: [
                    .init("steps", .number(verifier.limits.stepCount)),
                    .init("paths", .number(verifier.limits.pathCount)),
                ])
        ]
    }

    /// The answer where no trust anchor can be reached: which issuer is missing. What the target itself says is checked all
    /// the same, so that its other faults are told at once.
    private mutating func noPath<Sink: TraceSink>(_ target: Certificate, _ sink: inout Sink) -> Verdict {
        let dead = longestChain(from: target)
        let missing = dead.last ?? target
        let finding = Finding(
            check: .trustAnchor, severity: .error, certificateIndex: dead.count - 1,
            parameters: [
                .init("issuer", .text(missing.issuer.description)),
                .init("selfIssued", .text(missing.isSelfIssued ? "yes" : "no")),
                .init("anchors", .number(verifier.trustAnchors.certificates.count)),
            ])
        sink.record(
            .checked(
                .trustAnchor, certificateIndex: dead.count - 1, parameters: finding.parameters, finding: finding))
        var validator = PathValidator(
            certificates: [target], trustAnchor: target, purpose: verifier.purpose, identity: identity, time: time,
            sink: sink)
        let own = validator.runWithoutAnchor()
        sink = validator.sink
        sink.record(.pathFinished(isAccepted: false))
        return Verdict(path: dead, findings: [finding] + own + budgetFinding, otherPaths: [])
    }

    /// The target and the first issuers that can be found, without regard to trust.
    private func longestChain(from target: Certificate) -> [Certificate] {
        var chain = [target]
        while let last = chain.last, chain.count <= verifier.limits.intermediateCount, !last.isSelfIssued,
            let next = intermediates.issuerCandidates(of: last).first(where: { !chain.contains($0) })
        {
            chain.append(next)
        }
        return chain
    }
}
