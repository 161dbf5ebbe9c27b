import LucidOpenSSLConfiguration
import LucidX509

/// Who put each part of a certificate there that `ca` made.
struct OriginsOfCertification {
    let terms: CertificationTerms
    let request: RequestReading.Request
    let source: AuthorityWishes.Source

    /// - Parameters:
    ///   - issuerFile: the file of the CA's certificate; nil where the certificate is self-signed.
    ///   - signatureOrigin: who chose the digest.
    func origins(
        of certificate: Certificate, extensions: [MadeExtension], issuerFile: String?, signatureOrigin: Origin?
    ) -> CertificateOrigins {
        var origins = CertificateOrigins()
        origins.serialNumber = terms.serialOrigin
        if let signatureOrigin { origins.algorithm = signatureOrigin }
        origins.subject = subjectOrigins(certificate.subject)
        origins.issuer =
            issuerFile.map { file in
                certificate.issuer.relativeDistinguishedNames.flatMap(\.attributes).map { _ in .issuer(file) }
            } ?? origins.subject
        if let start = terms.validity.start { origins.notBefore = start.origin }
        origins.notAfter = terms.validity.end?.origin ?? terms.validity.daysOrigin
        origins.key = .request(source.file)
        origins.extensions = extensions.map(\.origin)
        return origins
    }

    /// The policy reorders the request's attributes and drops some, so each is looked for.
    private func subjectOrigins(_ subject: Name) -> [Origin] {
        let asked = request.subject.relativeDistinguishedNames.flatMap(\.attributes)
        return subject.relativeDistinguishedNames.flatMap(\.attributes).map { attribute in
            asked.firstIndex(of: attribute).map { request.subjectOrigins.at($0) } ?? .request(source.file)
        }
    }
}
