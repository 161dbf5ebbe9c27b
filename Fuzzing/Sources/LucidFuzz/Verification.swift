import LucidX509

// The verifier. An input is a row of DER structures: the target first, then certificates, revocation lists and OCSP responses in
// any order; the last two certificates are the trust anchors.

func fuzzVerifier(_ input: [UInt8]) {
    let structures = Structures(input)
    guard let target = structures.certificates.first else { return }
    var question = Question(
        target, CertificatePool(structures.certificates.dropFirst()), [.dnsName("example.com")],
        at: CalendarTime(secondsSince1970: 1_700_000_000))
    question.evidence = RevocationEvidence(lists: structures.lists, responses: structures.responses)
    for profile in Profile.all {
        var verifier = Verifier(
            trustAnchors: structures.certificates.suffix(2), purpose: .any, profile: profile)
        verifier.limits.signatureCount = 16
        verifier.revocation = profile == .private ? .require : .ifPresent
        let verdict = verifier.verify(question)
        var trace = Trace()
        precondition(verifier.verify(question, trace: &trace) == verdict, "a trace changes the verdict")
        _ = VerdictReport.text(verdict, subject: "fuzz")
        _ = VerdictReport.json(verdict, trace: trace).text
        _ = TraceText.text(trace)
    }
}

/// What an input holds.
private struct Structures {
    var certificates: [Certificate] = []
    var lists: [RevocationList] = []
    var responses: [OCSPResponse] = []

    init(_ input: [UInt8]) {
        var cursor = DERCursor(input)
        for _ in 0..<8 {
            guard !cursor.isAtEnd, let bytes = try? cursor.anyElementBytes("") else { return }
            if let certificate = try? Certificate(der: bytes.array) {
                certificates.append(certificate)
            } else if let list = try? RevocationList(der: bytes.array) {
                lists.append(list)
            } else if let response = try? OCSPResponse(der: bytes.array) {
                responses.append(response)
            }
        }
    }
}
