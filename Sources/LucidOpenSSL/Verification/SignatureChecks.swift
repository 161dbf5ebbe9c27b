import LucidX509

// Signatures and times, from the trusted certificate down (RFC 5280 §6.1.3(a)(1) and (2)).

extension Verification {
    mutating func checkSignaturesAndTimes() throws(VerificationEnd) {
        let last = chain.count - 1
        let top = chain[last]
        var depth = last
        var issuer = last
        if !top.hasLikelyIssued(top) {
            if options.has(.partialChain) {
                try checkTime(last)
            } else if last == 0 {
                try fail(.unableToVerifyLeafSignature, 0)
                try checkTime(0)
            }
            depth -= 1
        }
        while depth >= 0 {
            try checkSignature(depth, issuer)
            try checkTime(depth)
            issuer = depth
            depth -= 1
        }
    }

    private mutating func checkSignature(_ depth: Int, _ issuer: Int) throws(VerificationEnd) {
        // A root's own signature proves nothing; who wants it checked says so.
        guard depth != issuer || (options.has(.checkSelfSignature) && chain[issuer].isSelfSigned) else { return }
        if depth != issuer || chain[issuer].isCA, let problem = signingProblem(issuer, signed: depth) {
            try fail(problem, issuer)
        }
        let signer = chain[issuer]
        guard !signer.hasUnusableKey else { return try fail(.unableToDecodeIssuerKey, issuer) }
        let signed = chain[depth].certificate
        do throws(SignatureProblem) {
            guard case .success(let key) = signer.key else {
                throw .key(.unsupportedAlgorithm(signer.certificate.subjectPublicKeyInfo.algorithm.algorithm))
            }
            // OpenSSL refuses a certificate whose two algorithms differ before it computes anything (§4.1.1.2).
            guard signed.signatureAlgorithm == signed.tbsCertificate.signature else { throw .doesNotVerify }
            try SignatureChecker.check(
                signed.signatureValue, over: signed.tbsBytes, algorithm: signed.signatureAlgorithm, signer: key)
        } catch { try fail(.certificateSignature, depth) }
    }

    /// §6.1.4(n): the issuer's keyUsage; that of one who issues a proxy has to allow signatures (RFC 3820 §3.1).
    private func signingProblem(_ issuer: Int, signed: Int) -> VerifyError? {
        if chain[signed].proxy != nil {
            return chain[issuer].allows(.digitalSignature) ? nil : .keyUsageNoDigitalSignature
        }
        return chain[issuer].allows(.keyCertSign) ? nil : .keyUsageNoCertSign
    }

    private mutating func checkTime(_ depth: Int) throws(VerificationEnd) {
        if let problem = timeProblem(chain[depth].certificate) { try fail(problem, depth) }
    }
}

extension ExaminedCertificate {
    /// Whether OpenSSL could not read the key at all.
    var hasUnusableKey: Bool {
        if case .failure(let problem) = key { problem.isBeyondUse } else { false }
    }
}
