import LucidX509

/// The verifier. An input is an octet of choices and a row of DER structures: the target first, then certificates, revocation
/// lists and OCSP responses in any order; the last certificate is the trust anchor.
func fuzzVerifier(_ input: [UInt8]) throws(BrokenPromise) {
    guard let octet = input.first else { return }
    let choices = Choices(octet: octet)
    var structures = Structures(Array(input.dropFirst()))
    if choices.signsAnew { try structures.signAnew() }
    guard let target = structures.certificates.first else { return }
    var question = Question(
        target, CertificatePool(structures.certificates.dropFirst()),
        choices.hasIdentity ? [.dnsName("example.com")] : [], at: choices.time)
    question.evidence = RevocationEvidence(lists: structures.lists, responses: structures.responses)
    let verifier = choices.verifier(structures.certificates.suffix(1))
    let verdict = verifier.verify(question)
    var trace = Trace()
    try expect(verifier.verify(question, trace: &trace) == verdict, "a trace changes no verdict")
    let other = verifier.verify(structures.turnedAround(question))
    try expect(other.isAccepted == verdict.isAccepted, "the order of what is given decides nothing")
    try expect(other.path == verdict.path, "the order of what is given changes no path")
    try expect(other.findings == verdict.findings, "the order of what is given changes no finding")
    try expect(other == verdict, "the order of what is given changes no other path")
    // Reports take three times as long as the verdict, so not every input gets them.
    guard input.count % 4 == 0 else { return }
    try expectSafe(VerdictReport.text(verdict, subject: "fuzz"))
    try expectSafe(VerdictReport.json(verdict, trace: trace).text)
    try expectSafe(TraceText.text(trace))
    try expectSafe(ClientText.text(ClientJudgement(verdict)))
}

/// How to verify, as one octet.
private struct Choices {
    let octet: UInt8

    private func bit(_ number: UInt8) -> Bool { octet >> number & 1 == 1 }

    var profile: Profile { Profile.all[Int(octet & 3) % Profile.all.count] }
    /// Whether everything is signed anew. An altered certificate's signature does not hold, and nobody gets past that.
    var signsAnew: Bool { bit(2) }
    /// Between the times of older and newer fixtures.
    var time: CalendarTime { CalendarTime(secondsSince1970: bit(4) ? 1_700_000_000 : 1_796_000_000) }
    var hasIdentity: Bool { bit(7) }

    func verifier(_ anchors: some Sequence<Certificate>) -> Verifier {
        var verifier = Verifier(trustAnchors: anchors, purpose: bit(5) ? .server : .any, profile: profile)
        verifier.limits.signatureCount = 16
        verifier.revocation = bit(3) ? .require : .ifPresent
        verifier.policies = PolicyInputs(initialExplicitPolicy: bit(6))
        return verifier
    }
}

/// What an input holds.
private struct Structures {
    var certificates: [Certificate] = []
    var lists: [RevocationList] = []
    var responses: [OCSPResponse] = []

    init(_ input: [UInt8]) {
        var cursor = DERCursor(input)
        for _ in 0..<12 {
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

    /// The same question with everything but the target in the opposite order.
    func turnedAround(_ question: Question) -> Question {
        var question = question
        question.intermediates = CertificatePool(certificates.dropFirst().reversed())
        question.evidence = RevocationEvidence(lists: lists.reversed(), responses: responses.reversed())
        return question
    }

    /// As if one key had signed everything.
    mutating func signAnew() throws(BrokenPromise) {
        guard let signer = CommonSigner() else { throw BrokenPromise(promise: "32 octets are an Ed25519 key") }
        certificates = certificates.map { signer.signed($0) }
        lists = lists.map { signer.signed($0) }
        responses = responses.map { signer.signed($0) }
    }
}
