import LucidValidation

extension PathState {
    /// Why a variable has another value after a certificate: the steps of RFC 5280 that set it, and what they do.
    static func reason(forChangeOf name: String, at moment: Moment) -> (steps: String, sentence: String)? {
        if case .wrappedUp = moment { return wrapUpReasons[name] }
        return preparationReasons[name]
    }

    /// What §6.1.5 does with the working key, whose new value nothing is checked with any more.
    static let finalKey = (
        steps: "RFC 5280 §6.1.5(c) to (e)",
        sentence: "now this certificate's own key, with its algorithm and parameters: what a valid path is for"
    )

    /// §6.1.4, for a certificate that issued another one; the policies come from §6.1.3 as well.
    private static let preparationReasons: [String: (steps: String, sentence: String)] = [
        "valid_policy_tree": (
            "RFC 5280 §6.1.3(d), (e), §6.1.4(b)",
            "only the policies that this certificate names are left, as it maps them; NULL where it names none"
        ),
        "permitted_subtrees": ("RFC 5280 §6.1.4(g)", "what this CA's nameConstraints permit is asked for as well"),
        "excluded_subtrees": ("RFC 5280 §6.1.4(g)", "what this CA's nameConstraints exclude is added"),
        "explicit_policy": (
            "RFC 5280 §6.1.4(h), (i)",
            "one less for this certificate unless it is self-issued, then what its policyConstraints say, if that is less"
        ),
        "policy_mapping": (
            "RFC 5280 §6.1.4(h), (i)",
            "one less for this certificate unless it is self-issued, then what its policyConstraints say, if that is less"
        ),
        "inhibit_anyPolicy": (
            "RFC 5280 §6.1.4(h), (j)",
            "one less for this certificate unless it is self-issued, then what its inhibitAnyPolicy says, if that is less"
        ),
        "working_public_key": (
            "RFC 5280 §6.1.4(d) to (f)", "the next signature is checked with this certificate's key"
        ),
        "working_issuer_name": ("RFC 5280 §6.1.4(c)", "the next issuer must be this certificate's subject"),
        "max_path_length": (
            "RFC 5280 §6.1.4(l), (m)",
            "one less for this CA unless it is self-issued, then its pathLenConstraint, if that is less"
        ),
    ]

    /// §6.1.5, for the certificate in question.
    private static let wrapUpReasons: [String: (steps: String, sentence: String)] = [
        "explicit_policy": ("RFC 5280 §6.1.5(a), (b)", "one less at the end, or 0 if its policyConstraints ask for it"),
        "valid_policy_tree": (
            "RFC 5280 §6.1.3(d), (e), §6.1.5(g)",
            "only the policies that this certificate names and the caller accepts are left; NULL where there is none"
        ),
    ]
}
