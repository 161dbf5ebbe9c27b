// Made by Scripts/evidence. Do not edit.
//
// `> file:line sentence`: a test over a table, counted from 0. `= file numbers`: what follows stands there, and is a row for
// the tests with these numbers, or without numbers a test by itself. `line kind checks sentence`: f, the checks fail; h, they
// hold.

extension EvidenceTables {
    static let tests1 = """
        > Tests/LucidValidationTests/OpenSSLCrossCheck/OpenSSLCrossCheckTests.swift:30 they agree about chains in \
        which one thing is wrong, or the table says why not
        > Tests/LucidValidationTests/PathValidationTests.swift:8 refused, for exactly these reasons
        > Tests/LucidValidationTests/PathValidationTests.swift:22 accepted, with no more than warnings
        > Tests/LucidValidationTests/Revocation/EvidenceSetAsideTests.swift:88 one check sets it aside, and says so \
        where a status is required
        > Tests/LucidValidationTests/Revocation/OpenSSLRevocationTests.swift:115 openssl ocsp comes to the same
        > Tests/LucidValidationTests/Revocation/RevocationScenario.swift:57 evidence comes to what it must
        = Tests/LucidExplainTests/Tampering/TamperingTests.swift
        28 f signature each change is caught by the step that theory names
        102 f trustAnchor an attacker's signature is caught under the issuer's key, an attacker's CA has no trust \
        anchor
        = Tests/LucidExplainTests/Verification/HTML/StoryPageTests.swift
        88 f permittedSubtrees,dnsName a refusal names each reason, and leads to where it was found
        = Tests/LucidExplainTests/Verification/StoryTextTests.swift
        43 f isCA a warning has another mark than an error
        87 f signature what could not be computed is not called wrong
        = Tests/LucidValidationTests/NameChainingTests.swift
        10 f nameChaining a path whose names do not follow one another is refused for that, and for nothing else
        = Tests/LucidValidationTests/NameMatchingTests.swift
        40 f trustAnchor another name is another issuer
        = Tests/LucidValidationTests/OpenSSLCrossCheck/Breakage+Authorities.swift 0
        9 f trustAnchor a CA's certificate is missing
        16 f trustAnchor the trusted root is another
        22 f signature the trusted root has the right name and another key
        23 f trustAnchor the server's certificate names another issuer
        40 f isCA a CA's basicConstraints say that it is none
        43 f isCA a CA has no basicConstraints
        46 f basicConstraintsCritical a CA's basicConstraints are not critical
        49 f pathLength there are more CAs than a CA's path length allows
        57 f pathLength there are more CAs than the root's path length allows
        61 f pathLengthOfCA the server's certificate has a path length
        64 f keyCertSign a CA's keyUsage lacks keyCertSign
        70 f keyCertSignOfCA the server's keyUsage has keyCertSign
        73 f isCA the root's basicConstraints say that it is no CA
        76 f keyCertSign the root's keyUsage lacks keyCertSign
        = Tests/LucidValidationTests/OpenSSLCrossCheck/Breakage+Extensions.swift 0
        9 f criticalExtensions the server's certificate has an unknown critical extension
        12 f criticalExtensions a CA's certificate has an unknown critical extension
        17 f extensionsUnique an extension occurs twice
        21 f extensionsDecode a keyUsage can not be decoded
        24 f extensionsDecode a freshestCRL can not be decoded
        26 f extensionsDecode a keyUsage has zero bits at its end
        29 f extensionsDecode a basicConstraints spells out that cA is FALSE, which is the default
        39 f authorityKeyIdentifierPresent the authorityKeyIdentifier is missing
        42 f authorityKeyIdentifierNotCritical the authorityKeyIdentifier is critical
        55 f authorityKeyIdentifierPair the authorityKeyIdentifier has a serial number without an issuer
        62 f subjectKeyIdentifierPresent a CA's subjectKeyIdentifier is missing
        65 f subjectKeyIdentifierNotCritical a CA's subjectKeyIdentifier is critical
        68 f nameConstraintsCritical a CA's nameConstraints are not critical
        71 f nameConstraintsOfCA the server's certificate has nameConstraints
        72 f policyConstraintsCritical a CA's policyConstraints are not critical
        75 f inhibitAnyPolicyCritical a CA's inhibitAnyPolicy is not critical
        = Tests/LucidValidationTests/OpenSSLCrossCheck/Breakage+Fields.swift 0
        10 f notAfter the server's certificate has expired
        11 f notBefore the server's certificate is not yet valid
        12 f notAfter a CA's certificate has expired
        15 f notBefore a CA's certificate is not yet valid
        18 f anchorValidity the root has expired
        19 f timeEncoding a time before 2050 is written as a GeneralizedTime
        25 f signature the server's certificate has a wrong signature
        26 f signature a CA's certificate has a wrong signature
        30 f signature the server's certificate is signed by somebody with the CA's name and another key
        35 f signatureAlgorithmsAgree the two signature algorithms of a certificate disagree
        38 f signatureAlgorithm the server's certificate is signed over SHA-1
        39 f signatureAlgorithm a CA's certificate is signed over SHA-1
        45 f serialNumber the serial number is 0
        46 f serialNumber the serial number is negative
        47 f serialNumber the serial number has 21 octets
        50 f version a certificate of version 1 has extensions
        51 f issuerNotEmpty a CA has no name, so that the server's certificate has no issuer
        52 f subjectAltNameCritical the server's certificate has no subject, and its subjectAltName is not critical
        56 f subjectNotEmpty the server's certificate has no subject and no subjectAltName
        = Tests/LucidValidationTests/OpenSSLCrossCheck/Breakage+Names.swift 0
        9 f permittedSubtrees a DNS name is not within those permitted
        10 f permittedSubtrees an e-mail address is not within those permitted
        11 f permittedSubtrees an IP address is not within those permitted
        12 f permittedSubtrees a URI is not within those permitted
        13 f permittedSubtrees a directory name is not within those permitted
        14 f excludedSubtrees a DNS name is excluded
        15 f excludedSubtrees an e-mail address is excluded
        19 f excludedSubtrees an IP address is excluded
        23 f excludedSubtrees a URI is excluded
        27 f excludedSubtrees a directory name is excluded
        31 f permittedSubtrees a DNS name is not within those that the root permits
        34 f excludedSubtrees some of the names that a wildcard stands for are excluded
        38 f nameConstraintsProcessable a constraint is about registeredIDs, which nobody compares
        43 f nameConstraintsProcessable a constraint has a minimum
        51 f extendedKeyUsage the server's certificate is for clients
        54 f extendedKeyUsage a CA's certificate is for clients
        60 f keyUsage the server's keyUsage is nonRepudiation alone
        61 f dnsName the server's certificate is for another host
        62 f dnsName the host's name has a label more than the wildcard stands for
        66 f dnsName the wildcard is a part of a label
        69 f hasSubjectAltName the host's name is in the commonName, and there is no subjectAltName
        = Tests/LucidValidationTests/OpenSSLCrossCheck/Breakage+Policies.swift 0
        8 f acceptablePolicy the server's certificate has no policy, and one is asked for
        9 f acceptablePolicy a CA's certificate has no policy, and one is asked for
        12 f acceptablePolicy the server's certificate has another policy than is asked for
        13 f acceptablePolicy the server's certificate has no policy, and a CA requires one
        18 f acceptablePolicy the policy asked for is mapped, and the caller inhibits mapping
        23 f acceptablePolicy the policy asked for is mapped, and a CA above inhibits mapping
        29 f policyMappingNotAny a CA maps anyPolicy
        32 f acceptablePolicy the server's policy is anyPolicy, and the caller inhibits it
        36 f acceptablePolicy the server's policy is anyPolicy, and a CA inhibits it
        40 f policiesUnique a policy occurs twice
        41 f extensionsDecode a CA's policyConstraints are empty
        = Tests/LucidValidationTests/OpenSSLCrossCheck/Breakage+Revocation.swift 0
        10 f notRevoked the server's certificate is revoked
        11 f notRevoked the server's certificate is on hold
        13 f notRevoked a CA's certificate is revoked
        16 f revocationKnown the CRL for the server's certificate is missing
        17 f revocationKnown the CRL for a CA's certificate is missing
        21 f crlNextUpdate the CRL has expired
        22 f crlThisUpdate the CRL is not yet valid
        23 f crlSignature the CRL has a wrong signature
        24 f crlSignature the CRL is signed by somebody with the CA's name and another key
        25 f crlSignerKeyUsage the CRL's issuer lacks cRLSign
        30 f crlCriticalExtensions the CRL has an unknown critical extension
        33 f crlEntryExtensions an entry of the CRL has an unknown critical extension
        36 f crlHasNextUpdate the CRL has no nextUpdate
        37 f crlNumber the CRL has no number
        38 f revocationKnown the CRL is for CA certificates alone
        41 f revocationKnown the CRL for a CA's certificate is for others alone
        48 f revocationKnown the CRL is for attribute certificates alone
        51 f revocationKnown the CRL is about some reasons alone
        = Tests/LucidValidationTests/PathSearchTests.swift
        39 f trustAnchor cross-certificates that lead in a circle end the search
        87 f notAfter,keyCertSign,dnsName of several refused paths the one with the fewest findings is told, and the \
        others beside it
        113 f trustAnchor,searchBudget a mesh of cross-certificates ends within the budget
        137 f trustAnchor,searchLength no more intermediates than the limit
        = Tests/LucidValidationTests/PathologicalPoolTests.swift
        10 f trustAnchor 100 intermediates of one name and one key, and one of them leads to the root
        23 f trustAnchor,searchLength 100 names of one key, each the next one's issuer, in a circle
        46 f trustAnchor,searchBudget a complete mesh of 12 CAs without a way to the root
        99 f searchBudget 10,000 intermediates of the right name without a usable key
        133 f trustAnchor,searchLength a chain of 50 intermediates is given up at the limit, at the first \
        certificate that was not followed
        = Tests/LucidValidationTests/Revocation/CRLScenarios.swift 5
        24 f revocationKnown no evidence
        34 f notRevoked on the CRL, without a reason
        37 f notRevoked on the CRL, with a reason
        40 f notRevoked on hold
        46 f revocationKnown,crlSignature the CRL's signature is forged
        49 f crlSignature a forged CRL beside a good one
        52 f revocationKnown the CRL is another issuer's
        55 f revocationKnown,crlCriticalExtensions unknown critical CRL extension
        66 f revocationKnown,crlEntryExtensions unknown critical entry extension
        69 f notRevoked unknown entry extension that is not critical
        72 f revocationKnown,crlEntryExtensions an entry's reason can not be decoded
        76 f revocationKnown,crlExtensionsDecode a CRL extension can not be decoded
        79 f revocationKnown,crlExtensionsDecode a CRL extension twice
        83 f revocationKnown,crlNextUpdate the CRL has expired a second ago
        89 f revocationKnown,crlThisUpdate the CRL is a second too early
        95 f revocationKnown,crlHasNextUpdate no nextUpdate
        107 f revocationKnown,crlNumber no cRLNumber
        110 f revocationKnown,crlNumber a critical cRLNumber
        118 f revocationKnown,crlVersion extensions in a list of version 1
        142 f revocationKnown,crlAlgorithmsAgree algorithms inside and outside disagree
        155 f notRevoked a negative serial number, revoked
        163 f notRevoked a serial number of 20 octets, revoked
        173 f notRevoked two entries, one of which revokes
        = Tests/LucidValidationTests/Revocation/CRLScopeScenarios.swift 5
        55 f revocationKnown for end entities, and it is a CA
        59 f revocationKnown for CAs, and it is none
        63 f revocationKnown for attribute certificates
        64 f revocationKnown for some reasons
        68 f notRevoked two CRLs, revoked for a reason of the second
        74 f revocationKnown two CRLs for the same reasons
        85 f revocationKnown one distribution point with some reasons
        100 f revocationKnown the CRL's place is another
        104 f revocationKnown the CRL names a place and the certificate none
        125 f revocationKnown relative names, different
        139 f revocationKnown a broken CRL of another place speaks against nobody
        = Tests/LucidValidationTests/Revocation/CRLSignerScenarios.swift 5
        13 f revocationKnown,crlSignerKeyUsage the issuer's key may not sign CRLs
        26 f notRevoked a CRL by another key of the issuer, revoked
        35 f revocationKnown,crlSignerKeyUsage another key that may not sign CRLs
        39 f revocationKnown,crlSignerPath another key without a path to the trust anchor
        43 f revocationKnown,crlSignerPath another key whose certificate has expired
        49 f revocationKnown,crlSignature another key that nobody has a certificate of
        = Tests/LucidValidationTests/Revocation/DeltaCRLScenarios.swift 5
        29 f notRevoked revoked since
        33 f notRevoked on hold as before
        35 f notRevoked on hold, then revoked for good
        39 f notRevoked an earlier base
        41 f revocationKnown a delta CRL alone
        47 f deltaSignature a forged delta CRL
        50 f crlNextUpdate an expired delta CRL
        62 f crlCriticalExtensions an unknown critical extension in the delta CRL
        65 f crlEntryExtensions an unknown critical entry extension in the delta CRL
        71 f revocationKnown,crlNextUpdate an expired complete CRL with a delta CRL of another base
        75 f revocationKnown,crlNextUpdate an expired complete CRL with a delta CRL of another scope
        81 f revocationKnown,crlNextUpdate,deltaSignature an expired complete CRL with a forged delta CRL
        84 f notRevoked delta CRLs are not asked for
        88 f notRevoked numbers of 20 octets
        = Tests/LucidValidationTests/Revocation/EvidenceSetAsideTests.swift 3
        23 f revocationKnown,crlIssuer a CRL of the CRL issuer that does not say that it is indirect
        30 f revocationKnown,crlDistributionPoint a CRL of another place
        34 f revocationKnown,crlForUserCertificates a CRL for end entities, and it is a CA
        38 f revocationKnown,crlForCACertificates a CRL for CAs, and it is none
        41 f revocationKnown,crlForAttributeCertificates a CRL for attribute certificates
        44 f revocationKnown,crlReasons a second CRL for the same reasons
        48 f revocationKnown,crlNextUpdate,deltaScope a delta CRL of another scope
        53 f revocationKnown,crlNextUpdate,deltaScope a delta CRL by another key
        56 f revocationKnown,crlNextUpdate,deltaNumbers a delta CRL of a later base
        59 f revocationKnown,crlNextUpdate,deltaNumbers a delta CRL no newer than the complete one
        62 f revocationKnown,ocspResponseStatus an OCSP responder who asks to try later
        65 f revocationKnown,ocspResponseType an OCSP response of an unknown type
        = Tests/LucidValidationTests/Revocation/IndirectCRLScenarios.swift 5
        30 f notRevoked revoked on an indirect CRL
        33 f notRevoked the certificate issuer is carried forward
        44 f notRevoked the certificate issuer changes behind the entry
        53 f notRevoked the same serial number of two issuers
        57 f revocationKnown the CRL does not say that it is indirect
        60 f revocationKnown,crlSignature an indirect CRL by another of the name
        64 f revocationKnown,crlSignerPath an indirect CRL by somebody unknown
        65 f revocationKnown the CRL issuer is another than the named one
        74 f notRevoked an indirect CRL of the issuer itself
        103 f notRevoked the CRL issuer's list, and then the issuer's own
        = Tests/LucidValidationTests/Revocation/OCSPScenarios.swift 4,5
        49 f notRevoked OCSP: revoked
        50 f notRevoked OCSP: revoked with a reason
        53 f revocationKnown,ocspKnowsCertificate OCSP: unknown
        55 f notRevoked OCSP: SHA-512
        56 f revocationKnown,ocspHashAlgorithm OCSP: a hash that nobody knows
        65 f revocationKnown OCSP: another issuer's key
        68 f revocationKnown OCSP: another issuer's name
        72 f revocationKnown OCSP: another serial number
        75 f revocationKnown,ocspNextUpdate OCSP: too old by a second
        79 f revocationKnown,ocspThisUpdate OCSP: too early by a second
        85 f revocationKnown,ocspNextUpdate OCSP: no nextUpdate, more than a day old
        88 f revocationKnown,ocspCriticalExtensions OCSP: unknown critical extension of the answer
        97 f revocationKnown,ocspProducedAt OCSP: made in the future
        102 f revocationKnown,ocspCriticalExtensions OCSP: unknown critical extension
        109 f notRevoked OCSP: the second of two answers
        113 f notRevoked OCSP: good and revoked
        119 f notRevoked OCSP good, CRL revoked
        123 f notRevoked OCSP revoked, CRL good
        127 f crlSignature OCSP good, CRL forged
        131 f revocationKnown OCSP: the responder could not answer
        134 f revocationKnown OCSP: a response of another type
        = Tests/LucidValidationTests/Revocation/OCSPSignerScenarios.swift 4,5
        39 f revocationKnown,ocspSigner OCSP: named by another's name
        44 f revocationKnown,ocspSigner OCSP: named by another's key
        49 f revocationKnown,ocspSignature OCSP: signed by another than it says
        53 f revocationKnown,ocspSignerAuthorized OCSP: a responder without the purpose
        56 f revocationKnown,ocspSignerAuthorized OCSP: a responder without purposes
        59 f revocationKnown,ocspSignerAuthorized OCSP: a responder without digitalSignature
        62 f revocationKnown,ocspSignerAuthorized OCSP: another CA's responder
        65 f revocationKnown,ocspSignerAuthorized OCSP: a responder whose certificate names another issuer
        68 f revocationKnown,ocspSignerAuthorized OCSP: a responder whom another CA of the name certified
        71 f revocationKnown,ocspSignerAuthorized OCSP: a responder that has expired
        74 f revocationKnown,ocspSignerAuthorized OCSP: a responder with an unknown critical extension
        88 f revocationKnown,ocspSignerStatus OCSP: a responder who is revoked
        103 f revocationKnown,ocspSigner OCSP: a delegated responder who sends no certificate
        111 f revocationKnown,ocspSignature OCSP: a delegated responder's forged response
        = Tests/LucidValidationTests/Revocation/RevocationEvidenceTests.swift
        66 f revocationKnown a status without evidence
        88 f revocationKnown,ocspSignerStatus a responder whose own status nobody knows is enough where none is \
        required
        102 f crlSignature the same list twice counts once
        109 f crlDistributionPoint thousands of CRLs of other places are told of in few words
        = Tests/LucidValidationTests/Scenarios/Scenario+Anchors.swift 1
        8 f trustAnchor unknown issuer (private)
        9 f trustAnchor unknown root (private)
        13 f trustAnchor no trust anchors (private)
        14 f trustAnchor a root that is sent along is not trusted for that (private)
        18 f trustAnchor self-signed and not trusted (private)
        """
}
