import LucidX509

// OpenSSL's way from a certificate to a trusted one. Each step takes the first issuer that fits by name, identifiers and time;
// no other one is tried when it turns out later that its key did not sign.

extension Verification {
    mutating func buildChain() throws(VerificationEnd) {
        // One more than allowed, so that a chain which is too long is told from one without an issuer.
        let limit = options.depth + 1
        var remaining = untrusted
        var mayUseUntrusted = !untrusted.isEmpty
        while true {
            if chain.count <= limit, let issuer = trustedIssuer(of: chain[chain.count - 1]) {
                switch append(trusted: issuer) {
                case .reachedTrust: return
                case .mayGoOn:
                    mayUseUntrusted = false
                    continue
                case .isImpostor: break
                }
            }
            guard mayUseUntrusted, let issuer = untrustedIssuer(in: &remaining, limit) else { break }
            chain.append(issuer)
            untrustedCount += 1
        }
        if chain.count <= limit, chain.count == untrustedCount, isTrustedItself() { return }
        try failWithoutTrust(limit)
    }

    private enum TrustedStep { case reachedTrust, mayGoOn, isImpostor }

    /// Puts a trusted certificate at the end of the chain, or in the place of the same one that came from elsewhere.
    private mutating func append(trusted issuer: ExaminedCertificate) -> TrustedStep {
        let last = chain[chain.count - 1]
        if last.isSelfSigned {
            // Of a root that names itself there is only itself above. Another one of its name is another root.
            guard last.certificate == issuer.certificate else { return .isImpostor }
            if untrustedCount == chain.count { untrustedCount -= 1 }
            chain[chain.count - 1] = issuer
        } else {
            chain.append(issuer)
        }
        if options.has(.partialChain) || (issuer.isSelfSigned && !issuer.isInvalid) { return .reachedTrust }
        return issuer.isSelfSigned ? .isImpostor : .mayGoOn
    }

    /// The trusted certificate that may have issued `certificate`: the first that is valid now, else the one that ends last.
    private func trustedIssuer(of certificate: ExaminedCertificate) -> ExaminedCertificate? {
        best(of: trust.certificates(named: certificate.issuer).filter { $0.hasLikelyIssued(certificate) })
    }

    private func best(of candidates: [ExaminedCertificate]) -> ExaminedCertificate? {
        if let current = candidates.first(where: { isCurrent($0.certificate) }) { return current }
        var best = candidates.first
        for candidate in candidates.dropFirst() {
            guard let known = best else { break }
            if candidate.certificate.validity.notAfter.time > known.certificate.validity.notAfter.time {
                best = candidate
            }
        }
        return best
    }

    /// The same among the certificates that are not trusted. It is taken out of `remaining`.
    private func untrustedIssuer(in remaining: inout [ExaminedCertificate], _ limit: Int) -> ExaminedCertificate? {
        let last = chain[chain.count - 1]
        guard !last.isSelfSigned, chain.count <= limit else { return nil }
        let isAlone = last.isSelfIssued && chain.count == 1
        let candidates = remaining.filter { candidate in
            candidate.hasLikelyIssued(last)
                && (isAlone || !chain.contains { $0.certificate == candidate.certificate })
        }
        guard let issuer = best(of: candidates) else { return nil }
        remaining.removeAll { $0 === issuer }
        return issuer
    }

    /// With `-partial_chain` a certificate that is trusted itself needs no issuer.
    private mutating func isTrustedItself() -> Bool {
        guard options.has(.partialChain),
            let match = trust.certificates(named: chain[0].subject).first(where: {
                $0.certificate == chain[0].certificate
            })
        else { return false }
        chain[0] = match
        untrustedCount = 0
        return true
    }

    /// The chain ends before it reached a trusted certificate.
    private mutating func failWithoutTrust(_ limit: Int) throws(VerificationEnd) {
        let last = chain.count - 1
        if chain.count > limit { try fail(.chainTooLong, last) }
        if chain[last].isSelfSigned { return try fail(last == 0 ? .selfSigned : .selfSignedInChain, last) }
        try fail(untrustedCount < chain.count ? .unableToGetIssuer : .unableToGetLocalIssuer, last)
    }
}
