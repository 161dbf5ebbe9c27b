import LucidValidation
import Testing

/// What can be wrong with a chain: one thing at a time, said in a sentence. How each is done is in the files beside this one.
enum Breakage: String, CaseIterable, Sendable, CustomTestStringConvertible {
    // Times
    case leafExpired = "the server's certificate has expired"
    case leafNotYetValid = "the server's certificate is not yet valid"
    case authorityExpired = "a CA's certificate has expired"
    case authorityNotYetValid = "a CA's certificate is not yet valid"
    case rootExpired = "the root has expired"
    case generalizedTimeBefore2050 = "a time before 2050 is written as a GeneralizedTime"

    // Signatures and keys
    case leafSignatureWrong = "the server's certificate has a wrong signature"
    case authoritySignatureWrong = "a CA's certificate has a wrong signature"
    case rootSignatureWrong = "the root's own signature is wrong"
    case issuerKeyWrong = "the server's certificate is signed by somebody with the CA's name and another key"
    case signatureAlgorithmsDisagree = "the two signature algorithms of a certificate disagree"
    case leafOverSHA1 = "the server's certificate is signed over SHA-1"
    case authorityOverSHA1 = "a CA's certificate is signed over SHA-1"
    case rootOverSHA1 = "the root's own signature is over SHA-1"
    case leafKeyTooShort = "the server has an RSA key of 1024 bits"

    // The path
    case authorityMissing = "a CA's certificate is missing"
    case rootUnknown = "the trusted root is another"
    case rootNamesake = "the trusted root has the right name and another key"
    case issuerNameOther = "the server's certificate names another issuer"
    case issuerNameFoldsBeyondASCII = "the issuer's name differs in the case of a letter beyond ASCII"
    case forgedTwin = "beside a CA's certificate there is a forged one with the same name and key identifier"
    case expiredTwin = "beside a CA's certificate there is an older one that has expired"

    // Fields
    case serialNumberZero = "the serial number is 0"
    case serialNumberNegative = "the serial number is negative"
    case serialNumberLong = "the serial number has 21 octets"
    case versionOneWithExtensions = "a certificate of version 1 has extensions"
    case authorityWithoutSubject = "a CA has no name, so that the server's certificate has no issuer"
    case leafWithoutSubject = "the server's certificate has no subject, and its subjectAltName is not critical"
    case leafWithoutAnyName = "the server's certificate has no subject and no subjectAltName"

    // Extensions
    case criticalUnknownInLeaf = "the server's certificate has an unknown critical extension"
    case criticalUnknownInAuthority = "a CA's certificate has an unknown critical extension"
    case duplicateExtension = "an extension occurs twice"
    case malformedKeyUsage = "a keyUsage can not be decoded"
    case malformedFreshestCRL = "a freshestCRL can not be decoded"
    case paddedKeyUsage = "a keyUsage has zero bits at its end"
    case writtenDefault = "a basicConstraints spells out that cA is FALSE, which is the default"
    case looseBoolean = "TRUE is written with an octet other than FF"
    case authorityKeyIdentifierMissing = "the authorityKeyIdentifier is missing"
    case authorityKeyIdentifierCritical = "the authorityKeyIdentifier is critical"
    case authorityKeyIdentifierOther = "the authorityKeyIdentifier names another key"
    case authorityKeyIdentifierOtherSerial = "the authorityKeyIdentifier names another serial number of the issuer's"
    case authorityKeyIdentifierHalf = "the authorityKeyIdentifier has a serial number without an issuer"
    case subjectKeyIdentifierMissing = "a CA's subjectKeyIdentifier is missing"
    case subjectKeyIdentifierCritical = "a CA's subjectKeyIdentifier is critical"
    case nameConstraintsNotCritical = "a CA's nameConstraints are not critical"
    case nameConstraintsInLeaf = "the server's certificate has nameConstraints"
    case policyConstraintsNotCritical = "a CA's policyConstraints are not critical"
    case inhibitAnyPolicyNotCritical = "a CA's inhibitAnyPolicy is not critical"

    // Authorities
    case authorityIsNone = "a CA's basicConstraints say that it is none"
    case basicConstraintsMissing = "a CA has no basicConstraints"
    case basicConstraintsNotCritical = "a CA's basicConstraints are not critical"
    case pathLengthExceeded = "there are more CAs than a CA's path length allows"
    case pathLengthOfRootExceeded = "there are more CAs than the root's path length allows"
    case pathLengthInLeaf = "the server's certificate has a path length"
    case keyCertSignMissing = "a CA's keyUsage lacks keyCertSign"
    case keyUsageMissing = "a CA has no keyUsage"
    case keyCertSignInLeaf = "the server's keyUsage has keyCertSign"
    case rootIsNoAuthority = "the root's basicConstraints say that it is no CA"
    case rootWithoutKeyCertSign = "the root's keyUsage lacks keyCertSign"

    // Name constraints
    case dnsNotPermitted = "a DNS name is not within those permitted"
    case mailboxNotPermitted = "an e-mail address is not within those permitted"
    case addressNotPermitted = "an IP address is not within those permitted"
    case uriNotPermitted = "a URI is not within those permitted"
    case directoryNotPermitted = "a directory name is not within those permitted"
    case dnsExcluded = "a DNS name is excluded"
    case mailboxExcluded = "an e-mail address is excluded"
    case addressExcluded = "an IP address is excluded"
    case uriExcluded = "a URI is excluded"
    case directoryExcluded = "a directory name is excluded"
    case dnsNotPermittedByRoot = "a DNS name is not within those that the root permits"
    case wildcardPartlyExcluded = "some of the names that a wildcard stands for are excluded"
    case constraintOfUnknownKind = "a constraint is about registeredIDs, which nobody compares"
    case constraintWithMinimum = "a constraint has a minimum"

    // Policies
    case policyMissing = "the server's certificate has no policy, and one is asked for"
    case policyMissingInAuthority = "a CA's certificate has no policy, and one is asked for"
    case policyOther = "the server's certificate has another policy than is asked for"
    case policyRequiredByAuthority = "the server's certificate has no policy, and a CA requires one"
    case mappingInhibited = "the policy asked for is mapped, and the caller inhibits mapping"
    case mappingInhibitedByAuthority = "the policy asked for is mapped, and a CA above inhibits mapping"
    case mappingOfAnyPolicy = "a CA maps anyPolicy"
    case anyPolicyInhibited = "the server's policy is anyPolicy, and the caller inhibits it"
    case anyPolicyInhibitedByAuthority = "the server's policy is anyPolicy, and a CA inhibits it"
    case policyTwice = "a policy occurs twice"
    case policyConstraintsEmpty = "a CA's policyConstraints are empty"

    // Purposes and hosts
    case purposeOther = "the server's certificate is for clients"
    case purposeOfAuthorityOther = "a CA's certificate is for clients"
    case purposeAny = "the server's extended key usage is anyExtendedKeyUsage alone"
    case usageOfNoServer = "the server's keyUsage is nonRepudiation alone"
    case hostOther = "the server's certificate is for another host"
    case hostTooDeep = "the host's name has a label more than the wildcard stands for"
    case hostInPartialWildcard = "the wildcard is a part of a label"
    case hostInCommonName = "the host's name is in the commonName, and there is no subjectAltName"

    // Revocation
    case leafRevoked = "the server's certificate is revoked"
    case leafOnHold = "the server's certificate is on hold"
    case leafRemovedFromList = "a complete CRL says that the server's certificate is removed from it"
    case authorityRevoked = "a CA's certificate is revoked"
    case rootRevoked = "the root is on its own CRL"
    case listMissing = "the CRL for the server's certificate is missing"
    case listOfAuthorityMissing = "the CRL for a CA's certificate is missing"
    case listExpired = "the CRL has expired"
    case listNotYetValid = "the CRL is not yet valid"
    case listSignatureWrong = "the CRL has a wrong signature"
    case listByStranger = "the CRL is signed by somebody with the CA's name and another key"
    case listSignerWithoutCRLSign = "the CRL's issuer lacks cRLSign"
    case listCriticalUnknown = "the CRL has an unknown critical extension"
    case entryCriticalUnknown = "an entry of the CRL has an unknown critical extension"
    case listWithoutNextUpdate = "the CRL has no nextUpdate"
    case listWithoutNumber = "the CRL has no number"
    case listForAuthorities = "the CRL is for CA certificates alone"
    case listForUsers = "the CRL for a CA's certificate is for others alone"
    case listForAttributes = "the CRL is for attribute certificates alone"
    case listOfSomeReasons = "the CRL is about some reasons alone"

    var sentence: String { rawValue }
    var testDescription: String { rawValue }
}

/// How a breakage is done, and what Lucid has to say about it.
struct Recipe: Sendable {
    /// What Lucid says.
    enum Judgement: Hashable, Sendable {
        case accepted
        /// Refused, and this check is among those that failed.
        case refused(Check)
        /// A certificate is no DER, so there is nothing to judge.
        case unreadable
    }

    typealias Change = @Sendable (inout ChainPlan, inout SeededGenerator) throws -> Void

    let judgement: Judgement
    let change: Change

    private init(_ judgement: Judgement, _ change: @escaping Change) {
        self.judgement = judgement
        self.change = change
    }

    static func refused(_ check: Check, _ change: @escaping Change) -> Recipe { Recipe(.refused(check), change) }
    static func accepted(_ change: @escaping Change) -> Recipe { Recipe(.accepted, change) }
    static func unreadable(_ change: @escaping Change) -> Recipe { Recipe(.unreadable, change) }

    static let all: [Breakage: Recipe] = [fields, extensions, authorities, names, policies, revocation]
        .reduce(into: [:]) { all, part in all.merge(part) { first, _ in first } }
}

/// The breakage can not be done to this chain, which lacks what it takes.
struct UnfitChain: Error {}
