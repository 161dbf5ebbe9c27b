import LucidX509

/// Name constraints and the names that are held against them: the value of a nameConstraints extension, and behind it that of a
/// subjectAltName.
func fuzzConstraints(_ input: [UInt8]) throws(BrokenPromise) {
    var cursor = DERCursor(input)
    guard let constraints = try? NameConstraints(from: &cursor, ""), !cursor.isAtEnd,
        let names = try? SubjectAltName(from: &cursor, "")
    else { return }
    let anchor = certificate("anchor", by: "anchor", [])
    let authority = certificate(
        "authority", by: "anchor",
        [Extension(BasicConstraints(cA: true), critical: true), Extension(constraints, critical: true)])
    let target = certificate("target", by: "authority", [Extension(names, critical: false)])
    // The caller's constraints are another way to the same code.
    var verifier = Verifier(trustAnchors: [anchor], purpose: .any, profile: .pathValidation)
    verifier.initialExcludedSubtrees = constraints.permittedSubtrees ?? []
    var question = Question(target, CertificatePool([authority]), identities(names), at: time)
    let strict = verifier.verify(question)
    try expectSafe(VerdictReport.text(strict, subject: "fuzz"))
    verifier.initialExcludedSubtrees = []
    question.identities = []
    let verdict = verifier.verify(question)
    try expectSafe(VerdictReport.json(verdict).text)
    try expect(!verdict.isAccepted && !strict.isAccepted, "a path without signatures is refused")
}

private let time = CalendarTime(secondsSince1970: 1_700_000_000)

/// The names as somebody would ask for them.
private func identities(_ names: SubjectAltName) -> [ReferenceIdentity] {
    names.names.prefix(4).compactMap { name in
        switch name {
        case .dNSName(let text), .uniformResourceIdentifier(let text): ReferenceIdentity(text.text)
        case .rfc822Name(let text): ReferenceIdentity(mailbox: text.text)
        default: nil
        }
    }
}

/// A certificate whose signature is none. Where no signature holds, the verifier follows the path all the same, to tell what
/// else is wrong.
private func certificate(_ subject: String, by issuer: String, _ extensions: [Extension]) -> Certificate {
    let algorithm = AlgorithmIdentifier(OID.ed25519)
    let tbs = TBSCertificate(
        serialNumber: DERInteger(1), signature: algorithm, issuer: Name(commonName: issuer),
        validity: Validity(notBefore: time, notAfter: time), subject: Name(commonName: subject),
        subjectPublicKeyInfo: SubjectPublicKeyInfo(algorithm: algorithm, subjectPublicKey: DERBitString([1])),
        extensions: Extensions(extensions))
    return Certificate(tbsCertificate: tbs, signatureAlgorithm: algorithm, signature: [1])
}
