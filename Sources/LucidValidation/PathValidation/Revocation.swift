import LucidModel
import LucidSignature

// RFC 5280 §6.1.3(a)(3) "At the current time, the certificate is not revoked."

extension PathValidator {
    /// The procedure is that of §6.3; it stands in `Revocation/`.
    mutating func checkRevocation(_ index: Int) {
        guard work.verifier.revocation != .off, work.verifier.revocation == .require || !work.question.evidence.isEmpty,
            // A trust anchor is trusted whatever anybody says.
            nodes[index].certificate != anchor.certificate,
            // Without the issuer's key the path is refused anyway, and nothing about revocation can be checked.
            case .success(let key) = workingKey.facts.key
        else { return }
        let checker = RevocationChecker(
            evidence: work.question.evidence, policy: work.verifier.revocation, time: work.question.time)
        var paths = CRLIssuerSearch(anchor: anchor.certificate, work: work)
        let result = checker.check(
            nodes[index].certificate, index: index, issuer: workingKey.certificate, issuerKey: key, paths: &paths,
            isTracing: Sink.isListening)
        findings += result.findings
        for step in result.steps { work.sink.record(step) }
    }
}
