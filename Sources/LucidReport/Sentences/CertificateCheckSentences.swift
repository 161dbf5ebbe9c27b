import LucidValidation

// What the checks on a certificate by itself say when they hold and when they do not.

extension Check {
    /// The templates of RFC 5280 §4's checks; nil for others.
    var certificateTemplates: (passed: String, failed: String)? {
        switch self {
        case .version:
            (
                "version {version} is enough for its fields",
                "it says version {version}, but has fields of version {needed}"
            )
        case .serialNumber:
            (
                "the serial number is positive and has {octets} octets",
                "its serial number is {sign} and has {octets} octets; it must be positive and have at most 20"
            )
        case .signatureAlgorithmsAgree:
            (
                "both signature algorithm fields say {signature}",
                "its two signature algorithm fields disagree: {signatureAlgorithm} outside, {signature} under the signature"
            )
        case .issuerNotEmpty: ("the issuer is named", "its issuer is empty")
        case .timeEncoding:
            (
                "the times are written as their years ask for",
                "its times must be UTCTime through 2049 and GeneralizedTime from 2050 (from {notBefore} to {notAfter})"
            )
        case .subjectNotEmpty: ("the subject is named", "its subject is empty, but it is {role}")
        case .extensionsDecode:
            (
                "every known extension can be decoded",
                "its extension {extension} can not be decoded: {clause} is broken in {field}, at byte {offset}"
            )
        case .extensionsUnique: ("no extension occurs twice", "extensions occur more than once: {extensions}")
        case .authorityKeyIdentifierPresent:
            (
                "it names its issuer's key, or is self-signed",
                "it does not name its issuer's key (authorityKeyIdentifier), and it is not self-signed"
            )
        case .authorityKeyIdentifierPair:
            (
                "authorityKeyIdentifier names issuer and serial number together, or neither",
                "its authorityKeyIdentifier has only one of authorityCertIssuer and authorityCertSerialNumber"
            )
        case .subjectKeyIdentifierPresent:
            ("the CA's key has an identifier", "it is a CA and has no subjectKeyIdentifier")
        case .keyUsageOfCA: ("the CA says what its key is for", "it is a CA and has no keyUsage")
        case .keyCertSignOfCA:
            (
                "only a CA's key may sign certificates",
                "its key usage allows to sign certificates ({keyUsage}), but it is no CA"
            )
        case .policiesUnique: ("no policy is listed twice", "a policy is listed more than once: {policies}")
        case .subjectAltNameCritical:
            (
                "with an empty subject, subjectAltName is critical",
                "its subject is empty, so its subjectAltName must be critical"
            )
        case .subjectAltNameSyntax: ("its names are well-formed", "names in subjectAltName are malformed: {names}")
        case .pathLengthOfCA:
            (
                "its path length {pathLength} stands with a CA",
                "it has a path length, but is no CA whose key may sign certificates"
            )
        case .nameConstraintsOfCA:
            ("its name constraints stand with a CA", "it has name constraints, but it is no CA")
        case .keyUsable: ("its key can be used ({key})", "its key can not be used: {problem}")
        case .keyAlgorithm: ("its kind of key is accepted ({key})", "this kind of key is not accepted: {key}")
        case .rsaKeySize:
            (
                "its RSA key is long enough ({bits} bits)",
                "its RSA key has {bits} bits; at least {smallest} are needed, in multiples of {multiple}"
            )
        case .signatureAlgorithm:
            ("{algorithm} is accepted", "its signature algorithm is not accepted: {algorithm}")
        default: criticalityTemplates
        }
    }

    /// Those about being critical.
    private var criticalityTemplates: (passed: String, failed: String)? {
        func must(_ name: String) -> (String, String) {
            ("\(name) is critical", "its \(name) must be critical, and is not")
        }
        func mustNot(_ name: String) -> (String, String) {
            ("\(name) is not critical", "its \(name) must not be critical, and is")
        }
        return switch self {
        case .authorityKeyIdentifierNotCritical: mustNot("authorityKeyIdentifier")
        case .subjectKeyIdentifierNotCritical: mustNot("subjectKeyIdentifier")
        case .subjectDirectoryAttributesNotCritical: mustNot("subjectDirectoryAttributes")
        case .freshestCRLNotCritical: mustNot("freshestCRL")
        case .authorityInfoAccessNotCritical: mustNot("authorityInfoAccess")
        case .subjectInfoAccessNotCritical: mustNot("subjectInfoAccess")
        case .basicConstraintsCritical: must("basicConstraints")
        case .nameConstraintsCritical: must("nameConstraints")
        case .policyConstraintsCritical: must("policyConstraints")
        case .inhibitAnyPolicyCritical: must("inhibitAnyPolicy")
        default: nil
        }
    }
}
