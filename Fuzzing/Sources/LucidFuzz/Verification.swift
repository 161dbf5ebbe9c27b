import LucidX509

// The verifier. An input is a row of DER structures: the target first, then certificates and revocation lists in any order.

func fuzzVerifier(_ input: [UInt8]) {
    let (certificates, question) = parse(input)
    guard let question else { return }
    for profile in Profile.all {
        var verifier = Verifier(trustAnchors: certificates.suffix(2), purpose: .any, profile: profile)
        verifier.limits.signatureCount = 16
        let verdict = verifier.verify(question)
        var trace = Trace()
        precondition(verifier.verify(question, trace: &trace) == verdict, "a trace changes the verdict")
        _ = VerdictReport.text(verdict, subject: "fuzz")
        _ = VerdictReport.json(verdict, trace: trace).text
        _ = TraceText.text(trace)
    }
}

/// The certificates of an input, and the question about the first.
private func parse(_ input: [UInt8]) -> ([Certificate], Question?) {
    var certificates: [Certificate] = []
    var cursor = DERCursor(input)
    while certificates.count < 8, let bytes = try? cursor.anyElementBytes("") {
        if let certificate = try? Certificate(der: bytes.array) { certificates.append(certificate) }
        if cursor.isAtEnd { break }
    }
    guard let target = certificates.first else { return ([], nil) }
    let question = Question(
        target, CertificatePool(certificates.dropFirst()), [.dnsName("example.com")],
        at: CalendarTime(secondsSince1970: 1_700_000_000))
    return (certificates, question)
}
