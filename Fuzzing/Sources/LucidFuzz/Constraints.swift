import LucidX509

/// Name constraints and the names that are held against them: the value of a nameConstraints extension, and behind it that of a
/// subjectAltName.
func fuzzConstraints(_ input: [UInt8]) {
    var cursor = DERCursor(input)
    guard let constraints = try? NameConstraints(from: &cursor, ""), !cursor.isAtEnd,
        let names = try? SubjectAltName(from: &cursor, "")
    else { return }
    let target = certificate(for: names)
    var verifier = Verifier(trustAnchors: [target], purpose: .any, profile: .pathValidation)
    verifier.initialPermittedSubtrees = constraints.permittedSubtrees ?? []
    verifier.initialExcludedSubtrees = constraints.excludedSubtrees ?? []
    let verdict = verifier.verify(target, at: CalendarTime(secondsSince1970: 0))
    _ = VerdictReport.text(verdict, subject: "fuzz")
}

/// A certificate for these names whose signature is none.
private func certificate(for names: SubjectAltName) -> Certificate {
    let algorithm = AlgorithmIdentifier(OID.ed25519)
    let name = Name(commonName: "fuzz")
    let time = CalendarTime(secondsSince1970: 0)
    let tbs = TBSCertificate(
        serialNumber: DERInteger(1), signature: algorithm, issuer: name,
        validity: Validity(notBefore: time, notAfter: time), subject: name,
        subjectPublicKeyInfo: SubjectPublicKeyInfo(algorithm: algorithm, subjectPublicKey: DERBitString([1])),
        extensions: Extensions([Extension(names, critical: false)]))
    return Certificate(tbsCertificate: tbs, signatureAlgorithm: algorithm, signature: [1])
}
