import LucidX509

/// Something that a verification met: an error, with the certificate that it is about and its place in the chain.
struct VerifyEvent: Sendable {
    let error: VerifyError
    /// 0 is the certificate in question, 1 its issuer, and so on.
    let depth: Int
    /// nil where it is about no certificate, as the policies of the whole chain.
    let certificate: Certificate?
    /// Whether it stands in the chain of a CRL's signer, which is verified by itself.
    let isInCRLPath: Bool
}

/// How a verification came out.
struct VerifyOutcome: Sendable {
    /// In the order in which they were met. One that `VerifyError.passedOver` does not have is the last one.
    var events: [VerifyEvent] = []
    /// Whether the certificate is to be trusted.
    var isAccepted = false
    /// From the certificate in question towards a trusted one, as far as it was built.
    var chain: [Certificate] = []
    /// How many certificates at the beginning of the chain come from elsewhere than the trusted ones.
    var untrustedCount = 0
    /// What the chain says about policies; nil where nobody asked.
    var policies: VerifiedPolicies?
    /// Whether the policies are to be told: they were asked about with `-policy_print`, or nothing explicit was found.
    var policyReports: [PolicyReport] = []

    /// Where the policies are told among the events: behind so many of them.
    struct PolicyReport: Sendable {
        let afterEvents: Int
        let policies: VerifiedPolicies?
    }

    /// The last error that was met in the chain itself.
    var lastError: VerifyError? { events.last { !$0.isInCRLPath }?.error }
}
