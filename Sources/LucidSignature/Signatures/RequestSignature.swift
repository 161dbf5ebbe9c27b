public import LucidModel

extension CertificateRequest {
    /// Checks the request's own signature, which shows that who asks has the private key (RFC 2986 §3).
    public func checkSignature() throws(SignatureProblem) {
        try SignatureChecker.check(
            signature, over: infoBytes, algorithm: signatureAlgorithm,
            signer: certificationRequestInfo.subjectPKInfo)
    }
}
