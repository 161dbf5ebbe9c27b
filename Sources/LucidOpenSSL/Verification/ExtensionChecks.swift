import LucidX509

// What certificates say they are: CAs or not, for what, how many may follow (RFC 5280 §4.2.1.9, §6.1.4(k) to (m)).

extension Verification {
    /// From the certificate in question up, all of them.
    mutating func checkExtensions() throws(VerificationEnd) {
        let allowsProxies = !isCRLPath && options.has(.allowProxies)
        let purpose = isCRLPath ? .crlsign : options.purpose
        var position = Position.first
        // How many CAs below count for a path length.
        var pathLength = 0
        var proxyPathLength = 0
        for depth in chain.indices {
            let certificate = chain[depth]
            if certificate.hasUnhandledCriticalExtension, !options.has(.ignoreCritical) {
                try fail(.unhandledCriticalExtension, depth)
            }
            if certificate.proxy != nil, !allowsProxies { try fail(.proxyNotAllowed, depth) }
            try checkAuthority(depth, position)
            if chain.count > 1, case .failure(.explicitCurve) = certificate.key { try fail(.explicitCurve, depth) }
            if chain.count > 1, options.has(.strict) { try checkStrictly(depth) }
            if let purpose { try checkPurpose(purpose, depth, position) }
            if depth > 1, let allowed = certificate.pathLength, pathLength > allowed + proxyPathLength {
                try fail(.pathLengthExceeded, depth)
            }
            if depth > 0, !certificate.isSelfIssued { pathLength += 1 }
            if let proxy = certificate.proxy {
                if let allowed = proxy.pathLength {
                    if proxyPathLength > allowed { try fail(.proxyPathLengthExceeded, depth) }
                    proxyPathLength = allowed
                }
                proxyPathLength += 1
                position = .aboveProxy
            } else {
                position = .authority
            }
        }
    }

    /// What a certificate has to be for its place.
    enum Position {
        /// The one in question: a CA's or not.
        case first
        /// Who issued a proxy certificate: no CA (RFC 3820 §3.1).
        case aboveProxy
        case authority
    }

    private mutating func checkAuthority(_ depth: Int, _ position: Position) throws(VerificationEnd) {
        let kind = chain[depth].authority
        let isStrict = options.has(.strict)
        switch position {
        case .first:
            if isStrict, kind != .byBasicConstraints, kind != .none { try fail(.invalidCA, depth) }
        case .aboveProxy:
            if kind != .none { try fail(.invalidNonCA, depth) }
        case .authority:
            // Old roots without basicConstraints are taken, old intermediates are not.
            let isBetween = depth + 1 < chain.count
            if kind == .none || ((isBetween || isStrict) && kind != .byBasicConstraints) { try fail(.invalidCA, depth) }
        }
    }

    private mutating func checkPurpose(
        _ purpose: CertificatePurpose, _ depth: Int, _ position: Position
    ) throws(VerificationEnd) {
        let answer = purpose.answer(chain[depth], asAuthority: position == .authority)
        if answer == 1 || (answer != 0 && !options.has(.strict)) { return }
        try fail(.invalidPurpose, depth)
    }

    /// `-x509_strict`: what RFC 5280 asks of certificates by themselves. A chain of one is exempt (RFC 6818 §2).
    private mutating func checkStrictly(_ depth: Int) throws(VerificationEnd) {
        let certificate = chain[depth]
        let usage = certificate.keyUsage
        // Here openssl looks at the bits alone: without the extension none is set.
        let mayCertSign = usage?.contains(.keyCertSign) ?? false
        // §4.2.1.9
        if certificate.pathLength != nil {
            if !certificate.isCA { try fail(.pathLengthOfNonCA, depth) }
            if !mayCertSign { try fail(.pathLengthWithoutCertSign, depth) }
        }
        if certificate.isCA, !certificate.criticalExtensions.contains(OID.basicConstraints) {
            try fail(.basicConstraintsNotCritical, depth)
        }
        // §4.2.1.3
        if certificate.isCA {
            if usage == nil { try fail(.authorityWithoutKeyUsage, depth) }
        } else if mayCertSign {
            try fail(.certSignOfNonCA, depth)
        }
        try checkNamesStrictly(depth)
        // §4.1.1.2
        let outer = certificate.certificate
        if outer.signatureAlgorithm != outer.tbsCertificate.signature {
            try fail(.signatureAlgorithmInconsistency, depth)
        }
        try checkIdentifiersStrictly(depth)
    }

    /// §4.1.2.4, §4.1.2.6, §4.2.1.6
    private mutating func checkNamesStrictly(_ depth: Int) throws(VerificationEnd) {
        let certificate = chain[depth]
        if certificate.issuer.isEmpty { try fail(.issuerNameEmpty, depth) }
        let signsCRLs = certificate.keyUsage?.contains(.cRLSign) ?? false
        if certificate.subject.isEmpty, certificate.isCA || signsCRLs || certificate.subjectAltNames == nil {
            try fail(.subjectNameEmpty, depth)
        }
        guard let names = certificate.subjectAltNames else { return }
        if certificate.subject.isEmpty, !certificate.criticalExtensions.contains(OID.subjectAltName) {
            try fail(.emptySubjectAltNameNotCritical, depth)
        }
        if names.isEmpty { try fail(.emptySubjectAltName, depth) }
    }

    /// §4.2.1.1, §4.2.1.2, §4.1.2.9
    private mutating func checkIdentifiersStrictly(_ depth: Int) throws(VerificationEnd) {
        let certificate = chain[depth]
        if certificate.authorityKeyIdentifier != nil,
            certificate.criticalExtensions.contains(OID.authorityKeyIdentifier)
        {
            try fail(.authorityKeyIdentifierCritical, depth)
        }
        if certificate.subjectKeyIdentifier != nil, certificate.criticalExtensions.contains(OID.subjectKeyIdentifier) {
            try fail(.subjectKeyIdentifierCritical, depth)
        }
        guard certificate.certificate.tbsCertificate.version == .v3 else {
            if !certificate.certificate.extensions.isEmpty { try fail(.extensionsOfVersion1, depth) }
            return
        }
        if depth + 1 < chain.count, certificate.authorityKeyIdentifier?.keyIdentifier == nil {
            try fail(.missingAuthorityKeyIdentifier, depth)
        }
        if certificate.isCA, certificate.subjectKeyIdentifier == nil { try fail(.missingSubjectKeyIdentifier, depth) }
    }
}
