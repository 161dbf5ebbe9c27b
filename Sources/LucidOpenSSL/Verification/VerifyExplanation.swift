import LucidX509

/// What `--explain` adds to a verification.
struct VerifyExplanation {
    var text: String { "" }
    init(_ outcome: VerifyOutcome, _ certificate: Certificate, _ sources: VerifySources, _ options: VerificationOptions) {}
}
