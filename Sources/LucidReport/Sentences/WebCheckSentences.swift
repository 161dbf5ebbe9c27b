import LucidValidation

// What the checks of the Baseline Requirements say when they hold and when they do not.

extension Check {
    /// The templates of the web's checks; nil for others.
    var webTemplates: (passed: String, failed: String)? {
        switch self {
        case .versionThree: ("version 3", "it is of version {version}; version 3 is needed")
        case .rootAuthorityKeyIdentifier:
            (
                "the root's authorityKeyIdentifier is its own key identifier and nothing else",
                "a root's authorityKeyIdentifier must be its own key identifier and nothing else"
            )
        case .authorityKeyIdentifierOnlyKey:
            (
                "it names its issuer by the key alone",
                "its authorityKeyIdentifier must not have authorityCertIssuer or authorityCertSerialNumber"
            )
        case .rootExtendedKeyUsage:
            ("the root has no extended key usages", "a root must not have extended key usages, and this one has")
        case .leafIsNoCA: ("it is no CA", "it is a CA's certificate and must not be used as a server's or client's")
        case .leafExtendedKeyUsagePresent:
            ("it says what it is for", "it has no extended key usages; they must say what it is for")
        case .leafExtendedKeyUsageNotCritical:
            ("extKeyUsage is not critical", "its extKeyUsage must not be critical, and is")
        case .leafExtendedKeyUsageNotAny:
            (
                "its extended key usages are for something definite ({present})",
                "its extended key usages contain anyExtendedKeyUsage ({present})"
            )
        case .subjectAltNameNotCritical:
            (
                "with a subject, subjectAltName is not critical",
                "it has a subject, so its subjectAltName must not be critical"
            )
        case .subjectAltNameKinds:
            (
                "its names are DNS names and IP addresses",
                "only DNS names and IP addresses may be in subjectAltName; it has {names}"
            )
        case .commonNameInSubjectAltName:
            (
                "its commonName is among its names",
                "its commonName “{commonName}” is not, character by character, in subjectAltName ({presented})"
            )
        case .publicSuffixWildcard:
            (
                "no wildcard covers a whole public suffix",
                "anyone can register names below these wildcards: {names}"
            )
        case .validityPeriod:
            (
                "it is valid for {days} days; the profile allows {most}",
                "it is valid for {days} days; the profile allows {most} at most"
            )
        default: nil
        }
    }
}
