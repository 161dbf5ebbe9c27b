import LucidX509

// Decoders. Whatever they take has to come out again as the same octets, and its report must be made.

func fuzzCertificate(_ input: [UInt8]) throws(BrokenPromise) {
    guard let certificate: Certificate = try read({ () throws(DERError) in try Certificate(der: input) }) else {
        return
    }
    try expect(certificate.derEncoded == input, "a certificate is written as it was read")
    try expectSafe(CertificateReport.text(certificate))
    try expectSafe(CertificateReport.json(certificate).text)
    try expectSafe(KeyReport.text(certificate.subjectPublicKeyInfo))
    _ = ClientJudgement(path: [certificate, certificate])
    try? certificate.checkSignature(signer: certificate.subjectPublicKeyInfo)
}

func fuzzCRL(_ input: [UInt8]) throws(BrokenPromise) {
    guard let list: RevocationList = try read({ () throws(DERError) in try RevocationList(der: input) }) else { return }
    try expect(list.derEncoded == input, "a revocation list is written as it was read")
    try expectSafe(RevocationListReport.text(list))
    try expectSafe(RevocationListReport.json(list).text)
}

func fuzzOCSP(_ input: [UInt8]) throws(BrokenPromise) {
    if let response: OCSPResponse = try read({ () throws(DERError) in try OCSPResponse(der: input) }) {
        try expect(response.derEncoded == input, "a response is written as it was read")
    }
    if let request: OCSPRequest = try read({ () throws(DERError) in try OCSPRequest(der: input) }) {
        try expect(request.derEncoded == input, "a request is written as it was read")
    }
}

/// What is read, or nil after the error has been put into words.
private func read<Structure>(_ decode: () throws(DERError) -> Structure) throws(BrokenPromise) -> Structure? {
    do throws(DERError) { return try decode() } catch {
        try expectSafe(error.sentence)
        return nil
    }
}
