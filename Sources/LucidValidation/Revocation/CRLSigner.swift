import LucidDER
import LucidModel
import LucidSignature

// RFC 5280 §6.3.3(f) to (h): who signed a CRL, and whether that counts.

extension CRLProcessing {
    /// So many certificates are tried as a CRL's signer.
    private static let candidateLimit = 16

    /// Somebody who may have signed the CRL.
    private struct Candidate {
        let certificate: Certificate
        /// Whether it is the certificate's own issuer, whose path has been validated already.
        let isIssuer: Bool
    }

    /// What speaks against a candidate; the one who came furthest is told about.
    private struct Failure {
        let step: Step
        let signer: Certificate
        var problem: SignatureProblem?

        enum Step: Int { case signature, keyUsage, path }
    }

    /// (f) and (g): the key that the CRL's signature holds with, of a CRL issuer who may sign CRLs and whose path leads
    /// to the same trust anchor; nil where there is none.
    mutating func signerKey(of crl: KnownCRL, paths: inout some CRLIssuerPaths) -> PublicKey? {
        var furthest: Failure?
        let candidates = candidates(for: crl, paths: &paths)
        for candidate in candidates {
            let key = candidate.isIssuer ? issuer.key : try? PublicKey(candidate.certificate.subjectPublicKeyInfo)
            let failure = failure(of: candidate, key, crl, paths: &paths)
            if let key, failure == nil {
                noteSigner(of: crl, candidate.certificate)
                return key
            }
            if let failure, failure.step.rawValue > furthest?.step.rawValue ?? -1 { furthest = failure }
        }
        noteFailure(furthest, of: crl, candidateCount: candidates.count)
        return nil
    }

    /// What speaks against this signer. The signature is checked first: it is remembered, and picks one candidate out
    /// of many before paths are looked for.
    private func failure(
        of candidate: Candidate, _ key: PublicKey?, _ crl: KnownCRL, paths: inout some CRLIssuerPaths
    ) -> Failure? {
        let signer = candidate.certificate
        guard let key else { return Failure(step: .signature, signer: signer) }
        if let problem = crl.signatureProblem(with: key) {
            return Failure(step: .signature, signer: signer, problem: problem)
        }
        // (f) "If a key usage extension is present in the CRL issuer's certificate, verify that the cRLSign bit is
        // set."
        if let usage = signer.extensions.keyUsage, !usage.contains(.cRLSign) {
            return Failure(step: .keyUsage, signer: signer)
        }
        // (f) The issuer's own path is the one that the certificate is in.
        guard candidate.isIssuer || paths.hasValidPath(signer) else { return Failure(step: .path, signer: signer) }
        return nil
    }

    /// The certificate's own issuer first, then others of the CRL issuer's name, those with the key that the CRL names
    /// in front.
    private mutating func candidates(for crl: KnownCRL, paths: inout some CRLIssuerPaths) -> [Candidate] {
        let hint = crl.authorityKeyIdentifier?.keyIdentifier
        var candidates: [Candidate] = []
        if RevocationNames.same(issuer.certificate.subject, crl.issuer) {
            candidates.append(Candidate(certificate: issuer.certificate, isIssuer: true))
        }
        let others = paths.certificates(named: crl.issuer, keyIdentifier: hint).filter { $0 != issuer.certificate }
        let hinted = others.filter { hint != nil && $0.extensions.subjectKeyIdentifier?.keyIdentifier == hint }
        let rest = others.filter { hint == nil || $0.extensions.subjectKeyIdentifier?.keyIdentifier != hint }
        candidates += (hinted + rest).map { Candidate(certificate: $0, isIssuer: false) }
        return Array(candidates.prefix(Self.candidateLimit))
    }

    private mutating func noteSigner(of crl: KnownCRL, _ signer: Certificate) {
        let facts: [Finding.Parameter] = [
            .init("list", .text(crl.label)), .init("signer", .text(signer.subject.description)),
            .init("keyUsage", .list(signer.extensions.keyUsage?.names ?? [])),
        ]
        log.note(.crlSignerPath, true, facts)
        log.note(.crlSignerKeyUsage, true, facts)
        log.note(.crlSignature, true, facts)
    }

    private mutating func noteFailure(_ failure: Failure?, of crl: KnownCRL, candidateCount: Int) {
        let check: Check =
            switch failure?.step {
            case .signature: .crlSignature
            case .keyUsage: .crlSignerKeyUsage
            case .path, nil: .crlSignerPath
            }
        log.note(
            check, false,
            [
                .init("list", .text(crl.label)), .init("candidates", .number(candidateCount)),
                .init("signer", .text((failure?.signer.subject ?? crl.issuer).description)),
                .init("keyUsage", .list(failure?.signer.extensions.keyUsage?.names ?? [])),
                .init("problem", .text(failure?.problem?.parameterText ?? "its key can not be used")),
            ])
    }

    /// (h) "validate the signature on the delta CRL using the public key validated in step (f)".
    mutating func isSigned(_ delta: KnownCRL, with key: PublicKey) -> Bool {
        let problem = delta.signatureProblem(with: key)
        return log.note(
            .deltaSignature, problem == nil,
            [.init("list", .text(delta.label)), .init("problem", .text(problem?.parameterText ?? "none"))])
    }
}
