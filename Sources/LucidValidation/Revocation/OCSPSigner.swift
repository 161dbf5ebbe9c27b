import LucidDER
import LucidModel
import LucidSignature

// RFC 6960 §3.2(2) to (4) and §4.2.2.2: who signed a response, and whether that counts.

extension OCSPProcessing {
    /// So many certificates of a response are tried as its signer.
    private static let candidateLimit = 8

    /// Whether the response is signed by the CA that issued the certificate, or by a responder whom that CA has
    /// authorized.
    mutating func isSigned(_ known: KnownResponse, paths: inout some CRLIssuerPaths) -> Bool {
        if known.data.responderID.identifies(issuer.certificate, sameName: RevocationNames.same),
            known.signatureProblem(with: issuer.key) == nil
        {
            return log.note(.ocspSignature, true, Self.facts(known, issuer.certificate))
        }
        let delegates = (known.response.certs ?? []).filter {
            $0 != issuer.certificate && known.data.responderID.identifies($0, sameName: RevocationNames.same)
        }
        for delegate in delegates.prefix(Self.candidateLimit) where isSigned(known, by: delegate, paths: &paths) {
            return true
        }
        // Where there are delegates, what is wrong with them has been told.
        guard delegates.isEmpty else { return false }
        let isIssuer = known.data.responderID.identifies(issuer.certificate, sameName: RevocationNames.same)
        let problem = isIssuer ? known.signatureProblem(with: issuer.key) : nil
        return isIssuer
            ? log.note(.ocspSignature, false, Self.facts(known, issuer.certificate, problem))
            : log.note(.ocspSigner, false, Self.facts(known, nil))
    }

    private mutating func isSigned(
        _ known: KnownResponse, by delegate: Certificate, paths: inout some CRLIssuerPaths
    ) -> Bool {
        let problem = signatureProblem(of: known, by: delegate)
        guard log.note(.ocspSignature, problem == nil, Self.facts(known, delegate, problem)) else { return false }
        if let objection = objection(to: delegate) {
            return log.note(
                .ocspSignerAuthorized, false, Self.facts(known, delegate) + [.init("objection", .text(objection))])
        }
        log.note(.ocspSignerAuthorized, true, Self.facts(known, delegate))
        let isGood = isGood(delegate, paths: &paths)
        return log.note(.ocspSignerStatus, isGood, Self.facts(known, delegate))
    }

    private func signatureProblem(of known: KnownResponse, by delegate: Certificate) -> SignatureProblem? {
        do throws(PublicKey.Problem) {
            return known.signatureProblem(with: try PublicKey(delegate.subjectPublicKeyInfo))
        } catch { return .key(error) }
    }

    /// §4.2.2.2: a delegated responder has a certificate with id-kp-OCSPSigning that the very same CA issued. Nil where
    /// this one has, else what it lacks.
    private func objection(to delegate: Certificate) -> String? {
        let extensions = delegate.extensions
        let validity = delegate.validity
        if !RevocationNames.same(delegate.issuer, issuer.certificate.subject) {
            return "another CA issued its certificate: \(delegate.issuer)"
        }
        if !isIssued(delegate) { return "the signature on its certificate does not hold" }
        if time < validity.notBefore.time || validity.notAfter.time < time {
            return "its certificate is not valid then"
        }
        if extensions.extKeyUsage?.purposes.contains(OID.ocspSigning) != true {
            return "its certificate has no OCSPSigning among its purposes"
        }
        // RFC 5280 §4.2.1.12: with OCSPSigning go digitalSignature and nonRepudiation.
        if extensions.keyUsage?.isDisjoint(with: [.digitalSignature, .nonRepudiation]) == true {
            return "its certificate's key usage has no digitalSignature"
        }
        let isStrange = extensions.all.contains { item in
            if case .malformed = item.content { return true }
            return item.critical && !Self.knownExtensionsOfResponders.contains(item.extnID)
        }
        return isStrange ? "its certificate has an extension that is not understood" : nil
    }

    private static var knownExtensionsOfResponders: Set<ObjectIdentifier> {
        [
            OID.basicConstraints, OID.keyUsage, OID.extKeyUsage, OID.subjectAltName, OID.issuerAltName,
            OID.subjectKeyIdentifier, OID.authorityKeyIdentifier, OID.certificatePolicies, OID.cRLDistributionPoints,
            OID.freshestCRL, OID.authorityInfoAccess, OID.ocspNoCheck,
        ]
    }

    private func isIssued(_ delegate: Certificate) -> Bool {
        guard delegate.signatureAlgorithm == delegate.tbsCertificate.signature else { return false }
        do throws(SignatureProblem) {
            try SignatureChecker.check(
                delegate.signatureValue, over: delegate.tbsBytes, algorithm: delegate.signatureAlgorithm,
                signer: issuer.key)
            return true
        } catch { return false }
    }

    /// §4.2.2.2.1: with id-pkix-ocsp-nocheck the CA vouches for the responder's whole life; else CRLs are asked. OCSP
    /// is not, or the responder would answer for itself.
    private mutating func isGood(_ delegate: Certificate, paths: inout some CRLIssuerPaths) -> Bool {
        if delegate.extensions.hasOCSPNoCheck { return true }
        var crls = CRLProcessing(
            certificate: delegate, useDeltas: useDeltas, evidence: evidence, issuer: issuer, time: time, log: log)
        crls.run(paths: &paths)
        log = crls.log
        return crls.certStatus == .unrevoked && (crls.isDetermined || !requiresStatusOfResponder)
    }

    private static func facts(
        _ known: KnownResponse, _ signer: Certificate?, _ problem: SignatureProblem? = nil
    ) -> [Finding.Parameter] {
        [
            .init("responder", .text(known.responderText)),
            .init("signer", .text(signer?.subject.description ?? "nobody")),
            .init("problem", .text(problem?.parameterText ?? "none")),
        ]
    }
}
