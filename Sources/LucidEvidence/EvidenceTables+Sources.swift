// Made by Scripts/evidence. Do not edit.
//
// `# group`; below it `check place place`: a place is a file below Sources/LucidValidation, a line, a function.

extension EvidenceTables {
    static let sources = """
        # The certificate by itself, RFC 5280 §4.1
        version CertificateRules/StructureRules.swift:30:checkVersion
        serialNumber CertificateRules/StructureRules.swift:45:checkSerialNumber
        signatureAlgorithmsAgree CertificateRules/StructureRules.swift:58:checkSignatureAlgorithms
        issuerNotEmpty CertificateRules/StructureRules.swift:68:checkIssuer
        timeEncoding CertificateRules/StructureRules.swift:76:checkTimeEncoding
        subjectNotEmpty CertificateRules/StructureRules.swift:88:checkSubject
        extensionsDecode CertificateRules/StructureRules.swift:107:checkExtensionsDecode \
        CertificateRules/StructureRules.swift:109:checkExtensionsDecode
        extensionsUnique CertificateRules/StructureRules.swift:127:checkExtensionsUnique
        # Its extensions, RFC 5280 §4.2
        authorityKeyIdentifierPresent CertificateRules/ExtensionRules.swift:50:checkAuthorityKeyIdentifier
        authorityKeyIdentifierNotCritical CertificateRules/ExtensionRules.swift:30:criticalityRule
        authorityKeyIdentifierPair CertificateRules/ExtensionRules.swift:55:checkAuthorityKeyIdentifier
        subjectKeyIdentifierPresent CertificateRules/ExtensionRules.swift:76:checkSubjectKeyIdentifier
        subjectKeyIdentifierNotCritical CertificateRules/ExtensionRules.swift:31:criticalityRule
        keyUsageOfCA CertificateRules/ExtensionRules.swift:88:checkKeyUsage
        keyCertSignOfCA CertificateRules/ExtensionRules.swift:84:checkKeyUsage
        policiesUnique CertificateRules/ExtensionRules.swift:98:checkPolicies
        subjectAltNameCritical CertificateRules/StructureRules.swift:92:checkSubject
        subjectAltNameSyntax CertificateRules/ExtensionRules.swift:108:checkSubjectAltName
        subjectDirectoryAttributesNotCritical CertificateRules/ExtensionRules.swift:32:criticalityRule
        basicConstraintsCritical CertificateRules/ExtensionRules.swift:33:criticalityRule
        pathLengthOfCA CertificateRules/ExtensionRules.swift:122:checkPathLength
        nameConstraintsCritical CertificateRules/ExtensionRules.swift:34:criticalityRule
        nameConstraintsOfCA CertificateRules/ExtensionRules.swift:130:checkNameConstraints
        policyConstraintsCritical CertificateRules/ExtensionRules.swift:35:criticalityRule
        inhibitAnyPolicyCritical CertificateRules/ExtensionRules.swift:36:criticalityRule
        freshestCRLNotCritical CertificateRules/ExtensionRules.swift:37:criticalityRule
        authorityInfoAccessNotCritical CertificateRules/ExtensionRules.swift:38:criticalityRule
        subjectInfoAccessNotCritical CertificateRules/ExtensionRules.swift:39:criticalityRule
        # Keys and algorithms
        keyUsable CertificateRules/KeyRules.swift:13:checkKey CertificateRules/KeyRules.swift:15:checkKey
        keyAlgorithm CertificateRules/KeyRules.swift:22:checkKey
        rsaKeySize CertificateRules/KeyRules.swift:29:checkKey
        signatureAlgorithm CertificateRules/KeyRules.swift:47:checkSignatureAlgorithm
        # What the Baseline Requirements of the CA/Browser Forum (BR) ask beyond RFC 5280
        versionThree CertificateRules/StructureRules.swift:34:checkVersion
        rootAuthorityKeyIdentifier CertificateRules/WebRules.swift:21:checkRoot
        authorityKeyIdentifierOnlyKey CertificateRules/WebRules.swift:36:checkAuthorityKeyIdentifierOnlyKey
        rootExtendedKeyUsage CertificateRules/WebRules.swift:27:checkRoot
        leafIsNoCA CertificateRules/WebRules.swift:41:checkLeaf
        leafExtendedKeyUsagePresent CertificateRules/WebRules.swift:52:checkLeafExtendedKeyUsage
        leafExtendedKeyUsageNotCritical CertificateRules/WebRules.swift:56:checkLeafExtendedKeyUsage
        leafExtendedKeyUsageNotAny CertificateRules/WebRules.swift:60:checkLeafExtendedKeyUsage
        subjectAltNameNotCritical CertificateRules/WebRules.swift:69:checkLeafNames
        subjectAltNameKinds CertificateRules/WebRules.swift:74:checkLeafNames
        commonNameInSubjectAltName CertificateRules/WebRules.swift:92:checkCommonName
        publicSuffixWildcard CertificateRules/WebRules.swift:111:checkWildcards
        validityPeriod CertificateRules/WebRules.swift:121:checkValidityPeriod
        # RFC 5280 §6.1, in its order
        signature PathValidation/BasicCertificateProcessing.swift:23:checkSignature \
        PathValidation/BasicCertificateProcessing.swift:84:signature
        notBefore PathValidation/BasicCertificateProcessing.swift:33:checkValidity
        notAfter PathValidation/BasicCertificateProcessing.swift:36:checkValidity
        nameChaining PathValidation/BasicCertificateProcessing.swift:44:checkNameChaining
        permittedSubtrees NameConstraints/NameConstraintViolation+Finding.swift:7:check \
        PathValidation/BasicCertificateProcessing.swift:58:checkNameConstraints
        excludedSubtrees NameConstraints/NameConstraintViolation+Finding.swift:8:check
        nameConstraintsProcessable NameConstraints/NameConstraintViolation+Finding.swift:9:check
        nameComparisons PathValidation/BasicCertificateProcessing.swift:61:checkNameConstraints
        explicitPolicy PathValidation/BasicCertificateProcessing.swift:72:processPolicies
        policyMappingNotAny PathValidation/PreparationForNextCertificate.swift:20:prepareConstraints
        isCA PathValidation/PreparationForNextCertificate.swift:31:checkIsCA
        pathLength PathValidation/PreparationForNextCertificate.swift:40:countPathLength
        keyCertSign PathValidation/PreparationForNextCertificate.swift:55:checkKeyCertSign
        criticalExtensions PathValidation/PreparationForNextCertificate.swift:64:checkCriticalExtensions
        acceptablePolicy PathValidation/WrapUp.swift:19:checkPolicies
        # Revocation: the outcome
        notRevoked Revocation/RevocationChecker.swift:89:conclusion Revocation/RevocationChecker.swift:92:conclusion
        revocationKnown Revocation/RevocationChecker.swift:95:conclusion
        # CRLs, in the order of RFC 5280 §6.3.3
        crlNextUpdate Revocation/CRLByItself.swift:93:isCurrent
        crlHasNextUpdate Revocation/CRLByItself.swift:90:isCurrent
        crlIssuer Revocation/CRLScope.swift:30:verifyIssuer
        crlDistributionPoint Revocation/CRLScope.swift:49:verifyNames
        crlForUserCertificates Revocation/CRLScope.swift:14:verifyIssuerAndScope
        crlForCACertificates Revocation/CRLScope.swift:15:verifyIssuerAndScope
        crlForAttributeCertificates Revocation/CRLScope.swift:16:verifyIssuerAndScope
        deltaScope Revocation/CRLScope.swift:75:verifyScope
        deltaNumbers Revocation/CRLScope.swift:84:verifyNumbers
        crlReasons Revocation/CRLProcessing.swift:117:addsReasons
        crlSignerPath Revocation/CRLSigner.swift:85:noteSigner Revocation/CRLSigner.swift:95:noteFailure
        crlSignerKeyUsage Revocation/CRLSigner.swift:86:noteSigner Revocation/CRLSigner.swift:94:noteFailure
        crlSignature Revocation/CRLSigner.swift:87:noteSigner Revocation/CRLSigner.swift:93:noteFailure
        deltaSignature Revocation/CRLSigner.swift:111:isSigned
        # CRLs by themselves, RFC 5280 §5
        crlVersion Revocation/CRLByItself.swift:33:hasFittingVersion
        crlAlgorithmsAgree Revocation/CRLByItself.swift:22:hasAgreeingAlgorithms
        crlThisUpdate Revocation/CRLByItself.swift:77:hasBegun
        crlExtensionsDecode Revocation/CRLByItself.swift:43:hasReadableExtensions
        crlCriticalExtensions Revocation/CRLByItself.swift:54:hasKnownCriticalExtensions
        crlNumber Revocation/CRLByItself.swift:70:hasNumber
        crlEntryExtensions Revocation/CRLByItself.swift:102:hasReadableEntries
        # OCSP responses
        ocspResponseStatus Revocation/OCSPProcessing.swift:132:noteUnanswered
        ocspResponseType Revocation/OCSPProcessing.swift:136:noteUnanswered
        ocspHashAlgorithm Revocation/OCSPProcessing.swift:68:isAboutCertificate
        ocspProducedAt Revocation/OCSPProcessing.swift:89:isCurrent
        ocspThisUpdate Revocation/OCSPProcessing.swift:90:isCurrent
        ocspNextUpdate Revocation/OCSPProcessing.swift:92:isCurrent
        ocspCriticalExtensions Revocation/OCSPProcessing.swift:106:hasKnownCriticalExtensions
        ocspKnowsCertificate Revocation/OCSPProcessing.swift:123:knowsCertificate
        ocspSigner Revocation/OCSPSigner.swift:31:isSigned
        ocspSignerAuthorized Revocation/OCSPSigner.swift:41:isSigned Revocation/OCSPSigner.swift:43:isSigned
        ocspSignerStatus Revocation/OCSPSigner.swift:45:isSigned
        ocspSignature Revocation/OCSPSigner.swift:17:isSigned Revocation/OCSPSigner.swift:30:isSigned \
        Revocation/OCSPSigner.swift:38:isSigned
        # What the certificate is to be used for
        extendedKeyUsage PathValidation/Purpose.swift:21:checkExtendedKeyUsage
        keyUsage PathValidation/Purpose.swift:39:checkKeyUsage PathValidation/Purpose.swift:45:checkKeyUsage
        # Whom it is for
        hasSubjectAltName PathValidation/Identity.swift:11:checkIdentities
        dnsName PathValidation/Identity.swift:25:check
        ipAddress PathValidation/Identity.swift:27:check
        mailbox PathValidation/Identity.swift:30:check
        # The search for a path
        trustAnchor PathSearch/PathSearch.swift:179:noPath PathSearch/PathSearch.swift:188:noPath
        anchorValidity PathValidation/Initialization.swift:41:judgeTrustAnchor
        searchBudget PathSearch/SearchLimits.swift:41:finding
        searchLength PathSearch/SearchLimits.swift:51:lengthFinding
        """
}
