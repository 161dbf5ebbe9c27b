import LucidDER
import LucidModel

/// Finds the certificates of CRL issuers, and validates their paths (RFC 5280 §6.3.3(f)): "The trust anchor for the
/// certification path MUST be the same as the trust anchor used to validate the target certificate."
struct CRLIssuerSearch<Sink: TraceSink>: CRLIssuerPaths {
    let anchor: Certificate
    let work: Workbook<Sink>

    /// So many CRL issuers may depend on each other's CRLs.
    private static var depthLimit: Int { 4 }

    mutating func certificates(named subject: Name, keyIdentifier: DERBytes?) -> [Certificate] {
        let name = PreparedName(subject)
        let pool = work.question.intermediates
        var found = pool.indices(of: name).map { pool.certificates[$0] }
        if anchor.subject.matches(subject), !found.contains(anchor) { found.append(anchor) }
        guard let keyIdentifier else { return found }
        func isNamed(_ certificate: Certificate) -> Bool {
            certificate.extensions.subjectKeyIdentifier?.keyIdentifier == keyIdentifier
        }
        return found.filter(isNamed) + found.filter { !isNamed($0) }
    }

    mutating func hasValidPath(_ certificate: Certificate) -> Bool {
        if certificate == anchor { return true }
        let asked = CRLIssuerQuestion(issuer: certificate, anchor: anchor)
        if let known = work.crlIssuers[asked] { return known }
        if work.crlIssuersUnderway.last == certificate, certificate.tellsItsOwnStatus { return true }
        guard !work.crlIssuersUnderway.contains(certificate), work.crlIssuersUnderway.count < Self.depthLimit else {
            return false
        }
        work.crlIssuersUnderway.append(certificate)
        let isValid = validate(certificate)
        work.crlIssuersUnderway.removeLast()
        work.crlIssuers[asked] = isValid
        return isValid
    }

    /// Looks for a path in a search of its own, at the expense of this one.
    private func validate(_ certificate: Certificate) -> Bool {
        var verifier = Verifier(trustAnchors: [anchor], purpose: .any, profile: .pathValidation)
        verifier.revocation = work.verifier.revocation
        verifier.limits = work.verifier.limits
        var question = Question(certificate, work.question.intermediates, at: work.question.time)
        question.evidence = work.question.evidence
        var search = PathSearch(verifier: verifier, question: question, sink: SilentTrace())
        search.work.effort = work.effort
        search.work.crlIssuers = work.crlIssuers
        search.work.crlIssuersUnderway = work.crlIssuersUnderway
        let isAccepted = search.run().isAccepted
        work.effort = search.work.effort
        return isAccepted
    }
}

/// Whether a CRL issuer has a path to a trust anchor.
struct CRLIssuerQuestion: Hashable {
    let issuer: Certificate
    let anchor: Certificate
}

extension Certificate {
    /// Whether a distribution point of this certificate names the certificate's own subject as the one who signs the CRL.
    ///
    /// Its status could be asked of no one else, and asking it ends in a circle: the CRL's signature is good if the
    /// certificate is, and the certificate is if the CRL says so. Its CA wanted it like that, so the CRL is believed (NIST PKITS
    /// 4.14.30).
    fileprivate var tellsItsOwnStatus: Bool {
        guard !isSelfIssued, case .cRLDistributionPoints(let value)? = extensions[OID.cRLDistributionPoints]?.content
        else { return false }
        return value.points.contains { point in
            (point.cRLIssuer ?? []).contains { name in
                guard case .directoryName(let name) = name else { return false }
                return name.matches(subject)
            }
        }
    }
}
