// Made by Scripts/evidence. Do not edit.
//
// `> file:line sentence`: a test over a table, counted from 0. `= file numbers`: what follows stands there, and is a row for
// the tests with these numbers, or without numbers a test by itself. `line kind checks sentence`: f, the checks fail; h, they
// hold.

extension EvidenceTables {
    static let tests2 = """
        21 f trustAnchor,searchBudget more signatures than the limit (private)
        24 f trustAnchor,searchLength more intermediates than the limit (private)
        47 f notBefore a second too early (private)
        50 f notAfter a second too late (private)
        53 f notBefore,notAfter never valid (private)
        57 f notBefore intermediate not yet valid (private)
        60 f notAfter intermediate expired (private)
        63 f anchorValidity root expired (private)
        66 f anchorValidity root not yet valid (private)
        74 f notAfter,anchorValidity all at the wrong time (private)
        = Tests/LucidValidationTests/Scenarios/Scenario+Authorities.swift 1
        8 f keyCertSignOfCA,isCA intermediate is no CA (private)
        11 f keyCertSignOfCA,isCA intermediate without basicConstraints (private)
        14 f authorityKeyIdentifierPresent,isCA intermediate of version 1 (private)
        19 f isCA intermediate of version 1 (pathValidation)
        22 f isCA,keyCertSign a server as the intermediate (private)
        25 f keyCertSign no keyCertSign (private)
        28 f pathLength path length 0 with a CA below (private)
        33 f pathLength path length 1 with two CAs below (private)
        51 f pathLength a root's path length 0 with a CA below (private)
        54 f pathLength a root's path length 0 with a CA below (pathValidation)
        57 f pathLength a CA below the maximum depth 0 (private)
        61 f keyCertSign a root that may not sign certificates (private)
        67 f isCA,keyCertSign a server's certificate as the root (private)
        = Tests/LucidValidationTests/Scenarios/Scenario+Criticalities.swift 1
        10 f authorityKeyIdentifierNotCritical authorityKeyIdentifier critical (private)
        17 f subjectKeyIdentifierNotCritical subjectKeyIdentifier critical (private)
        27 f subjectDirectoryAttributesNotCritical,criticalExtensions subjectDirectoryAttributes critical (private)
        36 f basicConstraintsCritical basicConstraints of a CA not critical (private)
        45 f nameConstraintsCritical nameConstraints not critical (rfc5280)
        52 f policyConstraintsCritical policyConstraints not critical (private)
        58 f inhibitAnyPolicyCritical inhibitAnyPolicy not critical (private)
        64 f freshestCRLNotCritical,criticalExtensions freshestCRL critical (private)
        68 f authorityInfoAccessNotCritical,criticalExtensions authorityInfoAccess critical (private)
        74 f subjectInfoAccessNotCritical,criticalExtensions subjectInfoAccess critical (private)
        88 f criticalExtensions unknown critical extension (private)
        91 f criticalExtensions unknown critical extension of the intermediate (private)
        94 f criticalExtensions unknown critical extension of the root (private)
        = Tests/LucidValidationTests/Scenarios/Scenario+Extensions.swift 1
        9 f authorityKeyIdentifierPresent a server without authorityKeyIdentifier (private)
        12 f authorityKeyIdentifierPresent authorityKeyIdentifier without a key identifier (private)
        19 f authorityKeyIdentifierPresent a self-issued CA without authorityKeyIdentifier (private)
        33 f authorityKeyIdentifierPair an issuer without its serial number (private)
        38 f authorityKeyIdentifierPair a serial number without its issuer (private)
        46 f subjectKeyIdentifierPresent a CA without subjectKeyIdentifier (private)
        52 f keyUsageOfCA a CA without key usage (private)
        56 f keyCertSignOfCA a server that may sign certificates (private)
        62 f policiesUnique a policy twice (private)
        66 f subjectAltNameSyntax names that are malformed (private)
        69 f subjectAltNameSyntax an address of five octets (private)
        76 f pathLengthOfCA a path length of a server (private)
        80 f pathLengthOfCA,keyCertSign a path length of a CA that may not sign (private)
        85 f nameConstraintsOfCA name constraints of a server (private)
        = Tests/LucidValidationTests/Scenarios/Scenario+Keys.swift 1
        11 f keyUsable a key that Lucid does not know (private)
        17 f keyAlgorithm Ed25519 (webPKI)
        21 f keyAlgorithm a key for PSS alone (webPKI)
        33 f rsaKeySize RSA with 1024 bits (private)
        36 f rsaKeySize RSA with 2047 bits (private)
        39 f rsaKeySize RSA with 2047 bits for PSS alone (private)
        45 f rsaKeySize RSA with 2050 bits (webPKI)
        52 f signatureAlgorithm,validityPeriod a signature over SHA-1 (private)
        55 f signatureAlgorithm a signature over SHA-1 (rfc5280)
        = Tests/LucidValidationTests/Scenarios/Scenario+NameConstraints.swift 1
        11 f permittedSubtrees a name outside of what is permitted (private)
        17 f excludedSubtrees a name that is excluded (private)
        23 f permittedSubtrees,excludedSubtrees permitted and excluded (private)
        27 f nameConstraintsProcessable constraints that nobody can apply (private)
        39 f nameComparisons more comparisons than the limit (private)
        43 f permittedSubtrees an intermediate that is not permitted (private)
        59 f permittedSubtrees a name that the root does not permit (private)
        62 f permittedSubtrees a name that the root does not permit (pathValidation)
        66 f permittedSubtrees a name that the caller does not permit (private)
        70 f excludedSubtrees a name that the caller excludes (private)
        = Tests/LucidValidationTests/Scenarios/Scenario+Policies.swift 1
        9 f explicitPolicy,acceptablePolicy a policy is required, and there is none (private)
        23 f acceptablePolicy another policy than the caller accepts (private)
        37 f explicitPolicy,acceptablePolicy the caller requires a policy, and there is none (private)
        43 f policyMappingNotAny anyPolicy is mapped (private)
        49 f policyMappingNotAny to anyPolicy is mapped (private)
        = Tests/LucidValidationTests/Scenarios/Scenario+Signatures.swift 1
        17 f signature bad signature (private)
        18 f signature bad signature of the intermediate (private)
        21 f signature signed by another key of the same name (private)
        24 f signature a root of the same name with another key (private)
        28 f signatureAlgorithm,signature unsupported algorithm (private)
        36 f keyUsable,signature the intermediate's key can not be used (private)
        = Tests/LucidValidationTests/Scenarios/Scenario+Structures.swift 1
        9 f version version 1 with extensions (private)
        10 f version version 2 with extensions (private)
        11 f version,authorityKeyIdentifierPresent,hasSubjectAltName version 1 with a unique identifier (private)
        20 f serialNumber serial number 0 (private)
        23 f serialNumber negative serial number (private)
        26 f serialNumber serial number of 21 octets (private)
        33 f signatureAlgorithmsAgree signature algorithms disagree (private)
        36 f signatureAlgorithmsAgree signature algorithms disagree in the parameters (private)
        39 f issuerNotEmpty,subjectNotEmpty issuer without a name (private)
        46 f subjectNotEmpty nobody (private)
        50 f subjectNotEmpty a CA without a subject (private)
        54 f subjectAltNameCritical no subject, and its names not critical (private)
        65 f timeEncoding GeneralizedTime before 2050 (private)
        70 f extensionsDecode malformed extension (private)
        73 f extensionsDecode malformed extension of the intermediate (private)
        76 f extensionsDecode,hasSubjectAltName malformed subjectAltName (private)
        80 f extensionsDecode,keyCertSignOfCA,isCA malformed basicConstraints (private)
        87 f extensionsUnique duplicate extension (private)
        90 f extensionsUnique duplicate unknown extension (private)
        = Tests/LucidValidationTests/Scenarios/Scenario+Use.swift 1
        8 f extendedKeyUsage a client's certificate for a server (private)
        11 f extendedKeyUsage a server's certificate for a client (private)
        14 f extendedKeyUsage an intermediate for other purposes (private)
        17 f keyUsage a key that neither signs nor receives keys (private)
        20 f keyUsage a key that neither signs nor receives keys (rfc5280)
        26 f keyUsage a client's key that only receives keys (private)
        44 f keyUsage a key usage that is asked for (private)
        55 f extendedKeyUsage an extended key usage that is asked for (private)
        69 f dnsName another host (private)
        71 f dnsName the host's domain (private)
        73 f dnsName a host below (private)
        75 f dnsName commonName is not looked at (private)
        79 f hasSubjectAltName no subjectAltName (private)
        82 f hasSubjectAltName no subjectAltName, asked for an address (private)
        86 f ipAddress another address (private)
        90 f subjectAltNameSyntax,ipAddress an address written as a DNS name (private)
        95 f ipAddress an IPv4 address as IPv6 (private)
        99 f subjectAltNameSyntax,dnsName a name as an e-mail address and a URI (private)
        103 f serialNumber,notAfter,dnsName several faults at once (private)
        123 f mailbox another mailbox (private)
        127 f mailbox a mailbox that is none (private)
        135 f ipAddress all but one of the names (private)
        = Tests/LucidValidationTests/Scenarios/Scenario+Web.swift 1
        9 f versionThree a root of version 1 (webPKI)
        14 f rootAuthorityKeyIdentifier a root that names another key (webPKI)
        18 f authorityKeyIdentifierOnlyKey issuer and serial number (webPKI)
        24 f rootExtendedKeyUsage a root with extended key usages (webPKI)
        31 f leafIsNoCA a CA for a server (webPKI)
        33 f leafExtendedKeyUsagePresent no extended key usages (webPKI)
        37 f leafExtendedKeyUsageNotCritical extended key usages critical (webPKI)
        44 f leafExtendedKeyUsageNotAny any extended key usage (webPKI)
        50 f subjectAltNameNotCritical subjectAltName critical beside a subject (webPKI)
        61 f subjectAltNameKinds a mailbox for a server (webPKI)
        67 f commonNameInSubjectAltName a commonName of its own (webPKI)
        70 f commonNameInSubjectAltName a commonName in another case (webPKI)
        73 f publicSuffixWildcard a wildcard for a top-level domain (webPKI)
        76 f publicSuffixWildcard a wildcard for a public suffix (webPKI)
        90 f validityPeriod 398 days and a second (webPKI)
        = Tests/LucidValidationTests/Scenarios/Scenario+Web.swift 2
        94 f validityPeriod 825 days and a second (private)
        = Tests/LucidValidationTests/TraceTests.swift
        28 h version,serialNumber,signatureAlgorithmsAgree,issuerNotEmpty,timeEncoding,subjectNotEmpty,\
        extensionsUnique,authorityKeyIdentifierPresent,authorityKeyIdentifierNotCritical,authorityKeyIdentifierPair,\
        subjectKeyIdentifierPresent,subjectKeyIdentifierNotCritical,keyUsageOfCA,keyCertSignOfCA,\
        subjectAltNameSyntax,basicConstraintsCritical,keyUsable,keyAlgorithm,signatureAlgorithm,validityPeriod,\
        signature,notBefore,notAfter,nameChaining,isCA,pathLength,keyCertSign,criticalExtensions,extendedKeyUsage,\
        keyUsage,dnsName,anchorValidity the anchor comes first, then each certificate down to the target, in the \
        order of RFC 5280
        38 h signatureAlgorithmsAgree,extensionsUnique,signature,notBefore,notAfter,nameChaining,isCA,pathLength,\
        keyCertSign,criticalExtensions,extendedKeyUsage,keyUsage,dnsName without a profile's checks only those of \
        RFC 5280 §6.1 are left, and the anchor is none of them
        85 f signature an issuer of the right name with another key is dropped, and told with its signature
        85 h keyUsable,keyAlgorithm an issuer of the right name with another key is dropped, and told with its \
        signature
        """
}
