import LucidValidation

// What the checks on paths, purposes, identities and the search say when they hold and when they do not.

extension Check {
    /// Other words for a path that ends without a trust anchor, where the usual ones would not be true; nil where they are.
    func missingIssuerTemplate(_ parameters: [Finding.Parameter]) -> String? {
        guard self == .trustAnchor else { return nil }
        func fact(_ name: String) -> Finding.Value? { parameters.first { $0.name == name }?.value }
        // A certificate in its own name that was found among the intermediates is there, and leads no further.
        if fact("selfIssued") == .text("yes"), fact("sentAlong") == .text("yes") {
            return "its issuer {issuer} is among the intermediates, but self-issued and no trust anchor"
        }
        return fact("anchors") == .number(1)
            ? "its issuer {issuer} is neither the one trust anchor nor among the intermediates" : nil
    }

    /// The templates of RFC 5280 §6.1's checks and of what comes after them.
    var pathTemplates: (passed: String, failed: String) {
        switch self {
        case .signature:
            (
                "its signature by {signer} holds ({algorithm}, {key})",
                "its signature by {signer} ({algorithm}) does not hold: {problem}"
            )
        case .notBefore: ("valid since {notBefore}", "not valid before {notBefore}; the time in question is {time}")
        case .notAfter: ("valid until {notAfter}", "expired at {notAfter}; the time in question is {time}")
        case .nameChaining:
            (
                "its issuer is the subject above: {expected}",
                "its issuer is {issuer}, but the certificate above is for {expected}"
            )
        case .permittedSubtrees:
            (
                "its names are within the permitted subtrees",
                "its name {name} ({form}) is outside of what a CA above it may name: {subtrees}"
            )
        case .excludedSubtrees:
            (
                "its names are outside of the excluded subtrees",
                "its name {name} ({form}) is within what a CA above it must not name: {subtrees}"
            )
        case .nameConstraintsProcessable:
            (
                "the name constraints can be applied to its names",
                "its name {name} ({form}) can not be held against the constraints {subtrees}: {problem}"
            )
        case .nameComparisons:
            (
                "its names can be held against all constraints",
                "its names and the constraints above it need {needed} comparisons, but only {left} are left"
            )
        case .explicitPolicy:
            (
                "its policies satisfy what is asked for",
                "a certificate policy is asked for, and no policy is valid down to here"
            )
        case .policyMappingNotAny:
            ("its policy mappings leave anyPolicy alone", "it maps a policy from or to anyPolicy")
        case .isCA:
            (
                "it is a CA (basicConstraints: {basicConstraints})",
                "it issued a certificate, but is no CA (basicConstraints: {basicConstraints})"
            )
        case .pathLength:
            (
                "the path length constraints allow a CA here ({maxPathLength} left)",
                "no more CAs are allowed here, by a CA further up or by the maximum depth asked for"
            )
        case .keyCertSign:
            (
                "its key may sign certificates ({keyUsage})",
                "it issued a certificate, but its key may not sign certificates ({keyUsage})"
            )
        case .criticalExtensions:
            (
                "every critical extension is understood ({extensions})",
                "it has critical extensions that are not understood: {extensions}"
            )
        case .acceptablePolicy:
            (
                "the path is valid for the policies {policies}",
                "the path is valid for none of the policies that are asked for"
            )
        case .extendedKeyUsage:
            (
                "its extended key usages allow {needed} ({present})",
                "its extended key usages do not allow {needed}; they are {present}"
            )
        case .keyUsage:
            ("its key usage fits ({present})", "its key usage does not fit: {needed} needed, {present} present")
        case .hasSubjectAltName:
            (
                "it has a subjectAltName",
                "{asked} was asked for, but it has no subjectAltName; its commonName “{commonName}” does not count"
            )
        case .dnsName: ("{asked} is among its names ({presented})", "{asked} was asked for, but it is for {presented}")
        case .ipAddress:
            ("{asked} is among its addresses ({presented})", "{asked} was asked for, but it is for {presented}")
        case .mailbox:
            ("{asked} is among its mailboxes ({presented})", "{asked} was asked for, but it is for {presented}")
        case .trustAnchor:
            (
                "a trust anchor was found",
                "its issuer {issuer} is neither among the {anchors} trust anchors nor among the intermediates"
            )
        case .anchorValidity:
            (
                "the trust anchor is valid from {notBefore} to {notAfter}",
                "the trust anchor is only valid from {notBefore} to {notAfter}; the time in question is {time}"
            )
        case .searchBudget:
            (
                "the search stayed within its bounds",
                """
                given up after {steps} steps, {paths} paths and {signatures} signatures
                """
            )
        case .searchLength:
            (
                "no path was cut short",
                "longer paths than {limit} intermediates were not tried"
            )
        default: (rawValue.description, rawValue.description)
        }
    }
}
