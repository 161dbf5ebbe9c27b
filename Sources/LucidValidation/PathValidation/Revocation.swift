import LucidModel
import LucidSignature

// RFC 5280 §6.1.3(a)(3) "At the current time, the certificate is not revoked."

extension PathValidator {
    /// The procedure is that of §6.3; it stands in `Revocation/`.
    mutating func checkRevocation(_ index: Int) {
        guard verifier.revocation != .off, verifier.revocation == .require || !question.evidence.isEmpty,
            // A trust anchor is trusted whatever anybody says.
            nodes[index].certificate != anchor.certificate,
            // Without the issuer's key the path is refused anyway, and nothing about revocation can be checked.
            case .success(let key) = work.ledger.key(workingKey)
        else { return }
        let checker = RevocationChecker(
            evidence: question.evidence, policy: verifier.revocation, time: question.time)
        var paths = CRLIssuerSearch(
            verifier: verifier, question: question, anchor: anchor.certificate, work: work)
        let result = checker.check(
            certificate(index), index: index, issuer: workingKey.certificate, issuerKey: key, paths: &paths,
            isTracing: Sink.isListening)
        findings += result.findings
        for step in result.steps { work.sink.record(step) }
    }
}
