import LucidX509

/// Ends a verification: an error was met that is not passed over.
struct VerificationEnd: Error {}

/// Verifies a certificate as OpenSSL does: its way of building a chain, its order of checks, its numbers for what is wrong.
///
/// `Verifier` is what to use where the question is whether a certificate is good: it knows more rules, searches for all paths, and
/// gives the same answer in whatever order certificates come. This here answers another question, what `openssl verify` would
/// say. Signatures, keys, the graph of policies and the decoding of everything come from the same libraries.
struct Verification {
    let options: VerificationOptions
    /// Who says which certificates are trusted.
    let trust: any TrustSource
    /// Where CRLs are, and what the chain of a CRL's signer is checked with.
    let store: any TrustSource
    let untrusted: [ExaminedCertificate]
    /// CRLs that were given beside those of the store.
    let lists: [ExaminedList]
    /// Whether this is about the chain of a CRL's signer.
    let isCRLPath: Bool

    /// From the certificate in question up.
    var chain: [ExaminedCertificate]
    /// How many certificates at the beginning of `chain` are not from `trust`.
    var untrustedCount = 1
    var outcome = VerifyOutcome()

    /// Judges a certificate.
    ///
    /// - Parameters:
    ///   - untrusted: certificates that may stand between it and a trusted one.
    ///   - lists: CRLs beside those of `store`.
    ///   - trust: the trusted certificates.
    ///   - store: where CRLs are looked for; the same as `trust` but with `-trusted`.
    static func verify(
        _ certificate: Certificate, untrusted: [Certificate] = [], lists: [RevocationList] = [],
        trust: any TrustSource, store: (any TrustSource)? = nil, options: VerificationOptions
    ) -> VerifyOutcome {
        var verification = Verification(
            ExaminedCertificate(certificate), untrusted: untrusted.map(ExaminedCertificate.init),
            lists: lists.map(ExaminedList.init), trust: trust, store: store ?? trust, options: options)
        return verification.run()
    }

    init(
        _ certificate: ExaminedCertificate, untrusted: [ExaminedCertificate], lists: [ExaminedList],
        trust: any TrustSource, store: any TrustSource, options: VerificationOptions, isCRLPath: Bool = false
    ) {
        self.options = options
        self.trust = trust
        self.store = store
        self.untrusted = untrusted
        self.lists = lists
        self.isCRLPath = isCRLPath
        chain = [certificate]
    }

    mutating func run() -> VerifyOutcome {
        let hasEnded: Bool
        do throws(VerificationEnd) {
            try checkAll()
            hasEnded = false
        } catch { hasEnded = true }
        outcome.chain = chain.map(\.certificate)
        outcome.untrustedCount = untrustedCount
        outcome.isAccepted = !hasEnded && outcome.lastError == nil
        return outcome
    }

    /// The checks in OpenSSL's order: the first error that is not passed over decides what people see.
    private mutating func checkAll() throws(VerificationEnd) {
        if !isStrongEnough(chain[0]) { try fail(.leafKeyTooWeak, 0) }
        try buildChain()
        try checkExtensions()
        try checkStrength()
        try checkIdentities()
        try checkRevocation()
        try checkSignaturesAndTimes()
        try checkNameConstraints()
        if options.has(.policyCheck) { try checkPolicies() }
    }

    /// Notes an error about a certificate of the chain, and ends the verification where it is not passed over.
    mutating func fail(_ error: VerifyError, _ depth: Int) throws(VerificationEnd) {
        try fail(error, depth, chain[depth].certificate)
    }

    /// The same about another certificate, or about none.
    mutating func fail(_ error: VerifyError, _ depth: Int, _ certificate: Certificate?) throws(VerificationEnd) {
        outcome.events.append(
            VerifyEvent(error: error, depth: depth, certificate: certificate, isInCRLPath: isCRLPath))
        if !options.passedOver.contains(error) { throw VerificationEnd() }
    }

    // MARK: Names

    /// The host, mailbox and address that were asked for.
    private mutating func checkIdentities() throws(VerificationEnd) {
        let target = chain[0]
        if let host = options.host, !HostCheck.names(host: host, target) { try fail(.hostMismatch, 0) }
        if let mailbox = options.mailbox, !HostCheck.names(mailbox: mailbox, target) { try fail(.mailboxMismatch, 0) }
        if let address = options.address, !HostCheck.names(address: address, target) { try fail(.addressMismatch, 0) }
    }

    // MARK: Times

    /// Whether a certificate is valid at the time in question. OpenSSL takes the last second of it for the first one after.
    func isCurrent(_ certificate: Certificate) -> Bool { timeProblem(certificate) == nil }

    func timeProblem(_ certificate: Certificate) -> VerifyError? {
        guard let time = options.time else { return nil }
        if certificate.validity.notBefore.time > time { return .notYetValid }
        return certificate.validity.notAfter.time <= time ? .expired : nil
    }
}
