import LucidX509

// What an error means, and which of Lucid's checks, and so which clause, it belongs to.

extension VerifyError {
    /// A sentence for people, and the check of Lucid's that asks the same; nil where Lucid asks nothing of the kind.
    var explanation: (sentence: String, check: Check?) {
        switch self {
        case .unableToGetIssuer, .unableToGetLocalIssuer:
            ("no certificate that was given, trusted or not, has issued it: its issuer is missing", .trustAnchor)
        case .selfSigned: ("it signed itself, and is not among the trusted certificates", .trustAnchor)
        case .selfSignedInChain: ("the chain ends at a root that is not among the trusted certificates", .trustAnchor)
        case .unableToVerifyLeafSignature: ("there is nobody who could have signed it", .trustAnchor)
        case .chainTooLong: ("the chain is longer than -verify_depth allows", .searchLength)
        case .rejected: ("it is marked as not to be trusted", .trustAnchor)
        case .certificateSignature: ("its signature does not hold with its issuer's key", .signature)
        case .unableToDecodeIssuerKey: ("its public key can not be used", .keyUsable)
        case .notYetValid: ("its time has not begun", .notBefore)
        case .expired: ("its time is over", .notAfter)
        case .unhandledCriticalExtension:
            (
                "it has a critical extension that is not understood, so nobody knows what it asks for",
                .criticalExtensions
            )
        case .invalidCA: ("it issued a certificate and is no CA's: basicConstraints do not say cA TRUE", .isCA)
        case .invalidNonCA: ("it is a CA's, and issued a proxy certificate", .isCA)
        case .pathLengthExceeded, .proxyPathLengthExceeded: ("more CAs are below it than it allows", .pathLength)
        case .invalidPurpose: ("its key usages are for something else than -purpose asks for", .extendedKeyUsage)
        case .keyUsageNoCertSign, .keyUsageNoDigitalSignature:
            ("its keyUsage does not allow it to sign what it signed", .keyCertSign)
        case .hostMismatch: ("it is for other hosts than -verify_hostname asks for", .dnsName)
        case .mailboxMismatch: ("it is for other addresses than -verify_email asks for", .mailbox)
        case .addressMismatch: ("it is for other addresses than -verify_ip asks for", .ipAddress)
        case .permittedViolation: ("a name of it is outside of what a CA above it permits", .permittedSubtrees)
        case .excludedViolation: ("a name of it is within what a CA above it excludes", .excludedSubtrees)
        case .subtreeMinMax, .unsupportedConstraintType, .unsupportedConstraintSyntax, .unsupportedNameSyntax:
            ("name constraints above it can not be applied to its names", .nameConstraintsProcessable)
        case .noExplicitPolicy:
            ("a policy is required, and the chain is valid for none of those accepted", .acceptablePolicy)
        case .invalidPolicyExtension: ("what it says about policies can not be used", .extensionsDecode)
        case .leafKeyTooWeak, .authorityKeyTooWeak: ("its key is weaker than -auth_level asks for", .rsaKeySize)
        case .digestTooWeak: ("it is signed over a weaker digest than -auth_level asks for", .signatureAlgorithm)
        case .explicitCurve: ("its key brings its own curve instead of naming one", .keyUsable)
        case .proxyNotAllowed, .proxySubject:
            ("it is a proxy certificate (RFC 3820), which is not asked for or not in order", nil)
        case .unspecified:
            ("there are too many names and constraints, or its extensions can not be used", .nameComparisons)
        default: strictExplanation ?? revocationExplanation
        }
    }

    /// What `-x509_strict` asks for.
    private var strictExplanation: (String, Check?)? {
        switch self {
        case .pathLengthOfNonCA: ("it has a path length and is no CA's", .pathLengthOfCA)
        case .pathLengthWithoutCertSign:
            ("it has a path length, and its key may not sign certificates", .pathLengthOfCA)
        case .certSignOfNonCA: ("its key may sign certificates, and it is no CA's", .keyCertSignOfCA)
        case .issuerNameEmpty: ("its issuer has no name", .issuerNotEmpty)
        case .subjectNameEmpty: ("it has no name", .subjectNotEmpty)
        case .missingAuthorityKeyIdentifier: ("it does not say which key signed it", .authorityKeyIdentifierPresent)
        case .missingSubjectKeyIdentifier: ("it does not identify its key", .subjectKeyIdentifierPresent)
        case .emptySubjectAltName: ("its subjectAltName has no names", .extensionsDecode)
        case .emptySubjectAltNameNotCritical:
            ("its names are in subjectAltName alone, which must be critical then", .subjectAltNameCritical)
        case .basicConstraintsNotCritical: ("its basicConstraints must be critical", .basicConstraintsCritical)
        case .authorityKeyIdentifierCritical:
            ("its authorityKeyIdentifier must not be critical", .authorityKeyIdentifierNotCritical)
        case .subjectKeyIdentifierCritical:
            ("its subjectKeyIdentifier must not be critical", .subjectKeyIdentifierNotCritical)
        case .authorityWithoutKeyUsage: ("a CA's certificate needs a keyUsage", .keyUsageOfCA)
        case .extensionsOfVersion1: ("it has extensions, and is not of version 3", .version)
        case .signatureAlgorithmInconsistency:
            ("it names two different signature algorithms", .signatureAlgorithmsAgree)
        default: nil
        }
    }

    /// What `-crl_check` asks for.
    private var revocationExplanation: (String, Check?) {
        switch self {
        case .revoked: ("its issuer has revoked it", .notRevoked)
        case .unableToGetCRL: ("no CRL that was given tells about it", .revocationKnown)
        case .unableToGetCRLIssuer, .crlPath: ("who signed the CRL has no chain to the same root", .crlSignerPath)
        case .crlSignature: ("the CRL's signature does not hold", .crlSignature)
        case .crlNotYetValid: ("the CRL is from the future", .crlThisUpdate)
        case .crlExpired: ("the CRL is over: a newer one is due", .crlNextUpdate)
        case .keyUsageNoCRLSign: ("the keyUsage of the CRL's issuer does not allow CRLs", .crlSignerKeyUsage)
        case .unhandledCriticalCRLExtension:
            ("the CRL has a critical extension that is not understood", .crlCriticalExtensions)
        case .differentCRLScope: ("the CRL is about other certificates", .crlDistributionPoint)
        case .invalidExtension: ("an extension of the CRL can not be used", .crlExtensionsDecode)
        default: ("the chain can not be accepted", nil)
        }
    }
}
