// The ids and clauses of the checks.

extension Check {
    /// The check's name in findings, traces and JSON. It stays the same from version to version.
    public var id: String { rule.id }

    /// The clause that asks for the check. "BR" are the Baseline Requirements for TLS server certificates of the
    /// CA/Browser Forum, version 2.
    public var clause: String { rule.clause }

    private var rule: (id: String, clause: String) {
        switch self {
        case .version: ("certificate.version", "RFC 5280 §4.1.2.1")
        case .serialNumber: ("certificate.serial-number", "RFC 5280 §4.1.2.2")
        case .signatureAlgorithmsAgree: ("certificate.signature-algorithms-agree", "RFC 5280 §4.1.1.2")
        case .issuerNotEmpty: ("certificate.issuer-not-empty", "RFC 5280 §4.1.2.4")
        case .timeEncoding: ("certificate.time-encoding", "RFC 5280 §4.1.2.5")
        case .subjectNotEmpty: ("certificate.subject-not-empty", "RFC 5280 §4.1.2.6")
        case .extensionsDecode: ("certificate.extensions-decode", "RFC 5280 §4.2")
        case .extensionsUnique: ("certificate.extensions-unique", "RFC 5280 §4.2")

        case .authorityKeyIdentifierPresent: ("extension.authority-key-identifier-present", "RFC 5280 §4.2.1.1")
        case .authorityKeyIdentifierNotCritical:
            ("extension.authority-key-identifier-not-critical", "RFC 5280 §4.2.1.1")
        case .authorityKeyIdentifierPair: ("extension.authority-key-identifier-pair", "RFC 5280 §4.2.1.1")
        case .subjectKeyIdentifierPresent: ("extension.subject-key-identifier-present", "RFC 5280 §4.2.1.2")
        case .subjectKeyIdentifierNotCritical: ("extension.subject-key-identifier-not-critical", "RFC 5280 §4.2.1.2")
        case .keyUsageOfCA: ("extension.key-usage-of-ca", "RFC 5280 §4.2.1.3")
        case .keyCertSignOfCA: ("extension.key-cert-sign-of-ca", "RFC 5280 §4.2.1.9")
        case .policiesUnique: ("extension.policies-unique", "RFC 5280 §4.2.1.4")
        case .subjectAltNameCritical: ("extension.subject-alt-name-critical", "RFC 5280 §4.2.1.6")
        case .subjectAltNameSyntax: ("extension.subject-alt-name-syntax", "RFC 5280 §4.2.1.6")
        case .subjectDirectoryAttributesNotCritical:
            ("extension.subject-directory-attributes-not-critical", "RFC 5280 §4.2.1.8")
        case .basicConstraintsCritical: ("extension.basic-constraints-critical", "RFC 5280 §4.2.1.9")
        case .pathLengthOfCA: ("extension.path-length-of-ca", "RFC 5280 §4.2.1.9")
        case .nameConstraintsCritical: ("extension.name-constraints-critical", "RFC 5280 §4.2.1.10")
        case .nameConstraintsOfCA: ("extension.name-constraints-of-ca", "RFC 5280 §4.2.1.10")
        case .policyConstraintsCritical: ("extension.policy-constraints-critical", "RFC 5280 §4.2.1.11")
        case .inhibitAnyPolicyCritical: ("extension.inhibit-any-policy-critical", "RFC 5280 §4.2.1.14")
        case .freshestCRLNotCritical: ("extension.freshest-crl-not-critical", "RFC 5280 §4.2.1.15")
        case .authorityInfoAccessNotCritical: ("extension.authority-info-access-not-critical", "RFC 5280 §4.2.2.1")
        case .subjectInfoAccessNotCritical: ("extension.subject-info-access-not-critical", "RFC 5280 §4.2.2.2")

        case .keyUsable: ("key.usable", "RFC 5280 §4.1.2.7")
        case .keyAlgorithm: ("key.algorithm", "BR §7.1.3.1")
        case .rsaKeySize: ("key.rsa-size", "BR §6.1.5")
        case .signatureAlgorithm: ("key.signature-algorithm", "BR §7.1.3.2")

        case .versionThree: ("web.version-3", "BR §7.1.1")
        case .rootAuthorityKeyIdentifier: ("web.root-authority-key-identifier", "BR §7.1.2.1.3")
        case .authorityKeyIdentifierOnlyKey: ("web.authority-key-identifier-only-key", "BR §7.1.2.11.1")
        case .rootExtendedKeyUsage: ("web.root-extended-key-usage", "BR §7.1.2.1.2")
        case .leafIsNoCA: ("web.leaf-is-no-ca", "BR §7.1.2.7.8")
        case .leafExtendedKeyUsagePresent: ("web.leaf-extended-key-usage-present", "BR §7.1.2.7.6")
        case .leafExtendedKeyUsageNotCritical: ("web.leaf-extended-key-usage-not-critical", "BR §7.1.2.7.6")
        case .leafExtendedKeyUsageNotAny: ("web.leaf-extended-key-usage-not-any", "BR §7.1.2.7.10")
        case .subjectAltNameNotCritical: ("web.subject-alt-name-not-critical", "BR §7.1.2.7.12")
        case .subjectAltNameKinds: ("web.subject-alt-name-kinds", "BR §7.1.2.7.12")
        case .commonNameInSubjectAltName: ("web.common-name-in-subject-alt-name", "BR §7.1.4.3")
        case .publicSuffixWildcard: ("web.public-suffix-wildcard", "BR §3.2.2.6")
        case .validityPeriod: ("web.validity-period", "BR §6.3.2")

        case .signature: ("path.signature", "RFC 5280 §6.1.3(a)(1)")
        case .notBefore: ("path.not-before", "RFC 5280 §6.1.3(a)(2)")
        case .notAfter: ("path.not-after", "RFC 5280 §6.1.3(a)(2)")
        case .nameChaining: ("path.name-chaining", "RFC 5280 §6.1.3(a)(4)")
        case .permittedSubtrees: ("path.permitted-subtrees", "RFC 5280 §6.1.3(b)")
        case .excludedSubtrees: ("path.excluded-subtrees", "RFC 5280 §6.1.3(c)")
        case .nameConstraintsProcessable: ("path.name-constraints-processable", "RFC 5280 §4.2.1.10")
        case .nameComparisons: ("path.name-comparisons", "RFC 5280 §4.2.1.10")
        case .explicitPolicy: ("path.explicit-policy", "RFC 5280 §6.1.3(f)")
        case .policyMappingNotAny: ("path.policy-mapping-not-any", "RFC 5280 §6.1.4(a)")
        case .isCA: ("path.is-ca", "RFC 5280 §6.1.4(k)")
        case .pathLength: ("path.path-length", "RFC 5280 §6.1.4(l)")
        case .keyCertSign: ("path.key-cert-sign", "RFC 5280 §6.1.4(n)")
        case .criticalExtensions: ("path.critical-extensions", "RFC 5280 §6.1.4(o)")
        case .acceptablePolicy: ("path.acceptable-policy", "RFC 5280 §6.1.5(g)")

        case .notRevoked: ("revocation.not-revoked", "RFC 5280 §6.1.3(a)(3)")
        case .revocationKnown: ("revocation.known", "RFC 5280 §6.3.3")
        case .crlNextUpdate: ("revocation.crl-next-update", "RFC 5280 §6.3.3(a)(1)")
        case .crlHasNextUpdate: ("revocation.crl-has-next-update", "RFC 5280 §5.1.2.5")
        case .crlIssuer: ("revocation.crl-issuer", "RFC 5280 §6.3.3(b)(1)")
        case .crlDistributionPoint: ("revocation.crl-distribution-point", "RFC 5280 §6.3.3(b)(2)(i)")
        case .crlForUserCertificates: ("revocation.crl-for-user-certificates", "RFC 5280 §6.3.3(b)(2)(ii)")
        case .crlForCACertificates: ("revocation.crl-for-ca-certificates", "RFC 5280 §6.3.3(b)(2)(iii)")
        case .crlForAttributeCertificates: ("revocation.crl-for-attribute-certificates", "RFC 5280 §6.3.3(b)(2)(iv)")
        case .deltaScope: ("revocation.delta-scope", "RFC 5280 §6.3.3(c)")
        case .deltaNumbers: ("revocation.delta-numbers", "RFC 5280 §5.2.4")
        case .crlReasons: ("revocation.crl-reasons", "RFC 5280 §6.3.3(e)")
        case .crlSignerPath: ("revocation.crl-signer-path", "RFC 5280 §6.3.3(f)")
        case .crlSignerKeyUsage: ("revocation.crl-signer-key-usage", "RFC 5280 §6.3.3(f)")
        case .crlSignature: ("revocation.crl-signature", "RFC 5280 §6.3.3(g)")
        case .deltaSignature: ("revocation.delta-signature", "RFC 5280 §6.3.3(h)")
        case .crlAlgorithmsAgree: ("revocation.crl-algorithms-agree", "RFC 5280 §5.1.1.2")
        case .crlVersion: ("revocation.crl-version", "RFC 5280 §5.1.2.1")
        case .crlThisUpdate: ("revocation.crl-this-update", "RFC 5280 §5.1.2.4")
        case .crlExtensionsDecode: ("revocation.crl-extensions-decode", "RFC 5280 §5.2")
        case .crlCriticalExtensions: ("revocation.crl-critical-extensions", "RFC 5280 §5.2")
        case .crlNumber: ("revocation.crl-number", "RFC 5280 §5.2.3")
        case .crlEntryExtensions: ("revocation.crl-entry-extensions", "RFC 5280 §5.3")
        case .ocspResponseStatus: ("revocation.ocsp-response-status", "RFC 6960 §2.3")
        case .ocspResponseType: ("revocation.ocsp-response-type", "RFC 6960 §4.2.1")
        case .ocspHashAlgorithm: ("revocation.ocsp-hash-algorithm", "RFC 6960 §4.1.1")
        case .ocspProducedAt: ("revocation.ocsp-produced-at", "RFC 6960 §2.4")
        case .ocspThisUpdate: ("revocation.ocsp-this-update", "RFC 6960 §4.2.2.1")
        case .ocspNextUpdate: ("revocation.ocsp-next-update", "RFC 6960 §4.2.2.1")
        case .ocspCriticalExtensions: ("revocation.ocsp-critical-extensions", "RFC 6960 §4.4")
        case .ocspKnowsCertificate: ("revocation.ocsp-knows-certificate", "RFC 6960 §2.2")
        case .ocspSigner: ("revocation.ocsp-signer", "RFC 6960 §4.2.2.2")
        case .ocspSignerAuthorized: ("revocation.ocsp-signer-authorized", "RFC 6960 §4.2.2.2")
        case .ocspSignerStatus: ("revocation.ocsp-signer-status", "RFC 6960 §4.2.2.2.1")
        case .ocspSignature: ("revocation.ocsp-signature", "RFC 6960 §3.2")

        case .extendedKeyUsage: ("purpose.extended-key-usage", "RFC 5280 §4.2.1.12")
        case .keyUsage: ("purpose.key-usage", "RFC 5280 §4.2.1.3")

        case .hasSubjectAltName: ("identity.subject-alt-name", "RFC 9525 §6.1")
        case .dnsName: ("identity.dns-name", "RFC 9525 §6.3")
        case .ipAddress: ("identity.ip-address", "RFC 9525 §6.4")
        case .mailbox: ("identity.mailbox", "RFC 5280 §4.2.1.6")

        case .trustAnchor: ("search.trust-anchor", "RFC 5280 §6.1.1(d)")
        case .anchorValidity: ("search.anchor-validity", "RFC 5280 §6.1.1(d)")
        case .searchBudget: ("search.budget", "RFC 4158 §3.5")
        }
    }
}
