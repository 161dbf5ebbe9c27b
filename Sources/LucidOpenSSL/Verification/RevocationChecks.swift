import LucidX509

// `-crl_check` and `-crl_check_all` (RFC 5280 §6.3, as OpenSSL does it).

extension Verification {
    mutating func checkRevocation() throws(VerificationEnd) {
        guard options.has(.crlCheck), options.has(.crlCheckAll) || !isCRLPath else { return }
        for depth in 0..<(options.has(.crlCheckAll) ? chain.count : 1) { try checkRevocation(depth) }
    }

    private mutating func checkRevocation(_ depth: Int) throws(VerificationEnd) {
        // Proxy certificates are short-lived and on no list.
        guard chain[depth].proxy == nil else { return }
        var reasons: ReasonFlags = []
        while reasons != .all {
            guard let choice = chooseList(depth, reasons) else { return try fail(.unableToGetCRL, depth) }
            let known = reasons
            reasons = choice.reasons
            try check(choice.list, choice, depth)
            var isRemoved = false
            if let delta = choice.delta {
                try check(delta, choice, depth)
                isRemoved = try lookUp(delta, depth)
            }
            if !isRemoved { _ = try lookUp(choice.list, depth) }
            if reasons == known { return try fail(.unableToGetCRL, depth) }
        }
    }

    /// Whether a list may be believed.
    private mutating func check(_ list: ExaminedList, _ choice: ListChoice, _ depth: Int) throws(VerificationEnd) {
        let issuer = choice.issuer
        if list.baseNumber == nil {
            if !issuer.allows(.cRLSign) { try fail(.keyUsageNoCRLSign, depth) }
            if !choice.score.contains(.scope) { try fail(.differentCRLScope, depth) }
            if !choice.score.contains(.samePath), try !hasPath(issuer) { try fail(.crlPath, depth) }
            if list.hasInvalidScope { try fail(.invalidExtension, depth) }
        }
        if !choice.score.contains(.time) { try checkTime(of: list, choice, depth) }
        guard !issuer.hasUnusableKey else { return try fail(.unableToDecodeIssuerKey, depth) }
        if !isSigned(list.list, by: issuer) { try fail(.crlSignature, depth) }
    }

    private func isSigned(_ list: RevocationList, by issuer: ExaminedCertificate) -> Bool {
        guard case .success(let key) = issuer.key, list.signatureAlgorithm == list.tbsCertList.signature else {
            return false
        }
        do throws(SignatureProblem) {
            try SignatureChecker.check(
                list.signatureValue, over: list.tbsBytes, algorithm: list.signatureAlgorithm, signer: key)
            return true
        } catch { return false }
    }

    private mutating func checkTime(
        of list: ExaminedList, _ choice: ListChoice, _ depth: Int
    ) throws(VerificationEnd) {
        guard let time = options.time else { return }
        if list.list.tbsCertList.thisUpdate.time > time { try fail(.crlNotYetValid, depth) }
        // A good delta makes up for a complete list that is over.
        if let next = list.list.tbsCertList.nextUpdate?.time, next <= time, !choice.score.contains(.timeOfDelta) {
            try fail(.crlExpired, depth)
        }
    }

    /// Whether a list's signer has a chain of its own to the same trusted certificate.
    private mutating func hasPath(_ signer: ExaminedCertificate) throws(VerificationEnd) -> Bool {
        guard !isCRLPath else { return false }
        var verification = Verification(
            signer, untrusted: untrusted, lists: lists, trust: store, store: store, options: options, isCRLPath: true)
        let result = verification.run()
        outcome.events += result.events
        let hasEnded = result.events.last.map { !options.passedOver.contains($0.error) } ?? false
        return !hasEnded && result.chain.last == chain.last?.certificate
    }

    /// Whether the list says that the certificate is off it again. A certificate that is on it is revoked.
    private mutating func lookUp(_ list: ExaminedList, _ depth: Int) throws(VerificationEnd) -> Bool {
        if list.hasUnhandledCriticalExtension, !options.has(.ignoreCritical) {
            try fail(.unhandledCriticalCRLExtension, depth)
        }
        guard let entry = list.entry(for: chain[depth]) else { return false }
        if entry.crlEntryExtensions.value(ReasonCode.self)?.reason == .removeFromCRL { return true }
        try fail(.revoked, depth)
        return false
    }
}
