/// Every check that the verifier makes. `Check+Rules.swift` has the id of each and the clause that asks for it.
///
/// Which of them are made is the profile's choice (``Profile``), except for those of RFC 5280 §6.1, which are always made.
public enum Check: UInt8, Hashable, Sendable, CaseIterable {
    // The certificate by itself, RFC 5280 §4.1
    case version
    case serialNumber
    case signatureAlgorithmsAgree
    case issuerNotEmpty
    case timeEncoding
    case subjectNotEmpty
    case extensionsDecode
    case extensionsUnique

    // Its extensions, RFC 5280 §4.2
    case authorityKeyIdentifierPresent
    case authorityKeyIdentifierNotCritical
    case authorityKeyIdentifierPair
    case subjectKeyIdentifierPresent
    case subjectKeyIdentifierNotCritical
    case keyUsageOfCA
    case keyCertSignOfCA
    case policiesUnique
    case subjectAltNameCritical
    case subjectAltNameSyntax
    case subjectDirectoryAttributesNotCritical
    case basicConstraintsCritical
    case pathLengthOfCA
    case nameConstraintsCritical
    case nameConstraintsOfCA
    case policyConstraintsCritical
    case inhibitAnyPolicyCritical
    case freshestCRLNotCritical
    case authorityInfoAccessNotCritical
    case subjectInfoAccessNotCritical

    // Keys and algorithms
    case keyUsable
    case keyAlgorithm
    case rsaKeySize
    case signatureAlgorithm

    // What the Baseline Requirements of the CA/Browser Forum (BR) ask beyond RFC 5280
    case versionThree
    case rootAuthorityKeyIdentifier
    case authorityKeyIdentifierOnlyKey
    case rootExtendedKeyUsage
    case leafIsNoCA
    case leafExtendedKeyUsagePresent
    case leafExtendedKeyUsageNotCritical
    case leafExtendedKeyUsageNotAny
    case subjectAltNameNotCritical
    case subjectAltNameKinds
    case commonNameInSubjectAltName
    case publicSuffixWildcard
    case validityPeriod

    // RFC 5280 §6.1, in its order
    case signature
    case notBefore
    case notAfter
    case nameChaining
    case permittedSubtrees
    case excludedSubtrees
    case nameConstraintsProcessable
    case nameComparisons
    case explicitPolicy
    case policyMappingNotAny
    case isCA
    case pathLength
    case keyCertSign
    case criticalExtensions
    case acceptablePolicy

    // Revocation: the outcome
    case notRevoked
    case revocationKnown
    // CRLs, in the order of RFC 5280 §6.3.3
    case crlNextUpdate
    case crlHasNextUpdate
    case crlIssuer
    case crlDistributionPoint
    case crlForUserCertificates
    case crlForCACertificates
    case crlForAttributeCertificates
    case deltaScope
    case deltaNumbers
    case crlReasons
    case crlSignerPath
    case crlSignerKeyUsage
    case crlSignature
    case deltaSignature
    // CRLs by themselves, RFC 5280 §5
    case crlVersion
    case crlAlgorithmsAgree
    case crlThisUpdate
    case crlExtensionsDecode
    case crlCriticalExtensions
    case crlNumber
    case crlEntryExtensions
    // OCSP responses
    case ocspResponseStatus
    case ocspResponseType
    case ocspHashAlgorithm
    case ocspProducedAt
    case ocspThisUpdate
    case ocspNextUpdate
    case ocspCriticalExtensions
    case ocspKnowsCertificate
    case ocspSigner
    case ocspSignerAuthorized
    case ocspSignerStatus
    case ocspSignature

    // What the certificate is to be used for
    case extendedKeyUsage
    case keyUsage

    // Whom it is for
    case hasSubjectAltName
    case dnsName
    case ipAddress
    case mailbox

    // The search for a path
    case trustAnchor
    case anchorValidity
    case searchBudget
    case searchLength
}
