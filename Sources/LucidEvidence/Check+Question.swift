public import LucidValidation

// What each check asks, for people who have not read the standards.

extension Check {
    /// What the check asks, in one sentence, which tells what is so where the check holds.
    public var question: String {
        switch self {
        // The certificate by itself, RFC 5280 §4.1
        case .version:
            "The version number is high enough for the fields that the certificate has: extensions need version 3."
        case .serialNumber:
            "The serial number is positive and has at most 20 octets, so that it can name the certificate."
        case .signatureAlgorithmsAgree:
            "The signature algorithm is named twice, outside and inside of what is signed, and both are the same."
        case .issuerNotEmpty: "The certificate names its issuer."
        case .timeEncoding: "Times through 2049 are written as UTCTime, those from 2050 on as GeneralizedTime."
        case .subjectNotEmpty:
            "A CA has a subject's name; another certificate has one, or alternative names in its place."
        case .extensionsDecode: "Every extension that is known can be read by its own rules, to the last octet."
        case .extensionsUnique: "No extension occurs twice, so that there is no choice which one counts."

        // Its extensions, RFC 5280 §4.2
        case .authorityKeyIdentifierPresent: "The certificate says by which key it was signed, unless that is its own."
        case .authorityKeyIdentifierNotCritical:
            "The identifier of the issuer's key is a help for searching, and not critical."
        case .authorityKeyIdentifierPair:
            "Issuer and serial number of the certificate above are both named, or neither is."
        case .subjectKeyIdentifierPresent:
            "A CA's certificate has an identifier of its key, by which those below can name it."
        case .subjectKeyIdentifierNotCritical:
            "The identifier of the certificate's own key is a help for searching, and not critical."
        case .keyUsageOfCA: "A CA's certificate says what its key may be used for."
        case .keyCertSignOfCA: "Only a CA's key is marked as one that may sign certificates."
        case .policiesUnique: "No certificate policy is listed twice."
        case .subjectAltNameCritical:
            "Where the subject is empty, the alternative names, the only ones there are, are critical."
        case .subjectAltNameSyntax:
            "Each alternative name has the form of its kind: a DNS name is none with blanks or an IP address."
        case .subjectDirectoryAttributesNotCritical: "The directory attributes of the subject are not critical."
        case .basicConstraintsCritical:
            "The extension that makes a certificate a CA's is critical, so that nobody passes over it."
        case .pathLengthOfCA:
            "A bound on the CAs below stands only in the certificate of a CA that may sign certificates."
        case .nameConstraintsCritical: "Bounds on the names below are critical, so that nobody passes over them."
        case .nameConstraintsOfCA: "Bounds on the names below stand in a CA's certificate alone."
        case .policyConstraintsCritical: "Demands on the policies below are critical, so that nobody passes over them."
        case .inhibitAnyPolicyCritical:
            "The word that anyPolicy no longer counts is critical, so that nobody passes over it."
        case .freshestCRLNotCritical: "The place of delta CRLs is an offer, and not critical."
        case .authorityInfoAccessNotCritical:
            "The place of the issuer's certificate and OCSP responder is an offer, and not critical."
        case .subjectInfoAccessNotCritical: "The place of what the subject offers is not critical."

        // Keys and algorithms
        case .keyUsable: "The public key can be read, and is a key: a point on its curve, an odd modulus."
        case .keyAlgorithm: "The key is of a kind and on a curve that the profile takes."
        case .rsaKeySize: "An RSA key has as many bits as the profile asks for."
        case .signatureAlgorithm: "The certificate is signed by an algorithm that the profile and the caller take."

        // What the Baseline Requirements of the CA/Browser Forum (BR) ask beyond RFC 5280
        case .versionThree: "The certificate is of version 3."
        case .rootAuthorityKeyIdentifier:
            "A root that names its issuer's key names its own, and by the key's identifier alone."
        case .authorityKeyIdentifierOnlyKey:
            "The issuer is named by its key's identifier, not by its name and serial number."
        case .rootExtendedKeyUsage: "A root's certificate does not list purposes."
        case .leafIsNoCA: "The certificate of a server is not a CA's as well."
        case .leafExtendedKeyUsagePresent: "The certificate of a server lists the purposes that it is for."
        case .leafExtendedKeyUsageNotCritical: "The list of a server's purposes is not critical."
        case .leafExtendedKeyUsageNotAny: "A server's purposes are named; “any purpose” is not one of them."
        case .subjectAltNameNotCritical: "Where there is a subject, the alternative names are not critical."
        case .subjectAltNameKinds: "A server's alternative names are DNS names and IP addresses, and nothing else."
        case .commonNameInSubjectAltName:
            "The commonName repeats one of the alternative names, and says nothing that they do not."
        case .publicSuffixWildcard: "No wildcard stands for all names below a public suffix, such as *.co.uk."
        case .validityPeriod: "The certificate is valid for no more days than the rule of its day of issue allows."

        // RFC 5280 §6.1, in its order
        case .signature: "The signature holds with the issuer's key: nothing was changed since the issuer signed."
        case .notBefore: "The time in question is not before the certificate's first moment."
        case .notAfter: "The time in question is not after the certificate's last moment."
        case .nameChaining: "The issuer that the certificate names is the subject of the certificate above."
        case .permittedSubtrees: "The certificate's names are within those that the CAs above permit."
        case .excludedSubtrees: "None of the certificate's names is one that a CA above excludes."
        case .nameConstraintsProcessable:
            "Where a CA above constrains names, the certificate's names can be held against that."
        case .nameComparisons: "Holding names against constraints takes no more work than is allowed."
        case .explicitPolicy: "Where a policy is required, at least one is valid from the trust anchor down to here."
        case .policyMappingNotAny: "No CA declares anyPolicy equivalent to a policy of its own."
        case .isCA: "Who issued a certificate is a CA: its basicConstraints say so."
        case .pathLength: "No CA further up, and not the caller, forbids another CA at this place."
        case .keyCertSign: "The key that signed a certificate may sign certificates."
        case .criticalExtensions: "Every critical extension is one that Lucid understands."
        case .acceptablePolicy: "In the end a policy is left that the caller accepts, where one is required."

        // Revocation: the outcome
        case .notRevoked: "No CRL and no OCSP response says that the certificate was revoked."
        case .revocationKnown:
            "Where it is required, CRLs or OCSP responses settle for all reasons whether it was revoked."

        // CRLs, in the order of RFC 5280 §6.3.3
        case .crlNextUpdate: "The CRL is not older than its nextUpdate, or a delta CRL brings it up to date."
        case .crlHasNextUpdate: "The CRL says when the next one comes, without which nobody knows how long it is good."
        case .crlIssuer: "The CRL is by the certificate's issuer, or by the one that the certificate names for that."
        case .crlDistributionPoint: "The CRL comes from one of the places that the certificate names."
        case .crlForUserCertificates: "A CRL for users' certificates alone is not asked about a CA's."
        case .crlForCACertificates: "A CRL for CA certificates alone is not asked about a user's."
        case .crlForAttributeCertificates: "A CRL for attribute certificates alone is not asked about other ones."
        case .deltaScope: "A delta CRL is about the same certificates as the complete one, and by the same key."
        case .deltaNumbers:
            "The complete CRL is not older than what the delta CRL builds on, and older than the delta CRL."
        case .crlReasons: "The CRL is about reasons for a revocation that no other CRL has settled before."
        case .crlSignerPath:
            "There is a valid path to the certificate of whoever signed the CRL, from the same trust anchor."
        case .crlSignerKeyUsage: "The key that signed the CRL may sign CRLs."
        case .crlSignature: "The CRL's signature holds with its issuer's key."
        case .deltaSignature: "The delta CRL's signature holds with the key that signed the complete one."

        // CRLs by themselves, RFC 5280 §5
        case .crlVersion: "A CRL with extensions is of version 2."
        case .crlAlgorithmsAgree:
            "The CRL names its signature algorithm twice, outside and inside, and both are the same."
        case .crlThisUpdate: "The CRL is not from the future."
        case .crlExtensionsDecode: "Every extension of the CRL that is known can be read, and none occurs twice."
        case .crlCriticalExtensions: "Every critical extension of the CRL is one that Lucid understands."
        case .crlNumber: "The CRL has a number, not critical, by which one can tell which of two is newer."
        case .crlEntryExtensions:
            "No entry of the CRL has a critical extension that is unknown, or one that can not be read."

        // OCSP responses
        case .ocspResponseStatus: "The OCSP responder answered, and did not say that it can not."
        case .ocspResponseType: "The OCSP response is of the basic type, the only one that is understood."
        case .ocspHashAlgorithm: "The OCSP answer names the issuer by a hash that Lucid has."
        case .ocspProducedAt: "The OCSP response was not made in the future."
        case .ocspThisUpdate: "The OCSP answer does not begin to count in the future."
        case .ocspNextUpdate: "The OCSP answer is not older than its nextUpdate, or than a day where it has none."
        case .ocspCriticalExtensions: "Every critical extension of the OCSP response is one that Lucid understands."
        case .ocspKnowsCertificate: "The OCSP responder knows the certificate."
        case .ocspSigner: "The OCSP response is signed by the CA itself, or has the certificate of whoever signed it."
        case .ocspSignerAuthorized: "Who signed the OCSP response in the CA's place has the CA's word that it may."
        case .ocspSignerStatus: "The certificate of the OCSP responder is not revoked itself."
        case .ocspSignature: "The OCSP response's signature holds with its signer's key."

        // What the certificate is to be used for
        case .extendedKeyUsage:
            "The certificate, and each CA above that lists purposes, is for the purpose in question."
        case .keyUsage: "The certificate's key may be used in the way that the purpose and the caller need."

        // Whom it is for
        case .hasSubjectAltName:
            "A certificate that is to be for somebody lists whom it is for; the commonName does not count."
        case .dnsName: "One of the certificate's DNS names is the host that was asked for."
        case .ipAddress: "One of the certificate's IP addresses is the one that was asked for."
        case .mailbox: "One of the certificate's e-mail addresses is the one that was asked for."

        // The search for a path
        case .trustAnchor: "There is a path of issuers up to a certificate that is trusted from the start."
        case .anchorValidity: "The trusted certificate at the path's top is valid at the time in question."
        case .searchBudget:
            "The search for a path ends within the work that is allowed, however many certificates there are."
        case .searchLength: "The path has no more certificates than the search follows."
        }
    }
}
