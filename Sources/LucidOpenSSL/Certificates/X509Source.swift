import LucidOpenSSLConfiguration
import LucidOpenSSLText
import LucidX509

/// What `x509` begins with: a certificate, a request or nothing.
enum X509Source {
    /// The certificate that is to be, with the name, key and extensions of what it comes from.
    static func draft(of request: CertificateRequest, file: String) throws(Failure) -> CertificateDraft {
        let info = request.certificationRequestInfo
        let origin = Origin.request(file)
        var extensions: [MadeExtension] = []
        switch info.requestedExtensions {
        case .success(let requested)?: extensions = requested.map { MadeExtension($0, origin: origin) }
        case .failure(let error)?:
            throw Failure("x509: the extensions that \(file) asks for can not be decoded: \(error.sentence)")
        case nil: break
        }
        var draft = empty(subject: info.subject, key: info.subjectPKInfo, extensions: extensions)
        draft.origins.subject = Array(repeating: origin, count: info.subject.attributeCount)
        draft.origins.key = origin
        return draft
    }

    /// The certificate that is to be, with all that another one has.
    static func draft(of certificate: Certificate, file: String) -> CertificateDraft {
        let origin = Origin.request(file)
        var origins = CertificateOrigins()
        origins.version = origin
        origins.serialNumber = origin
        origins.algorithm = origin
        origins.issuer = Array(repeating: origin, count: certificate.issuer.attributeCount)
        (origins.notBefore, origins.notAfter, origins.key, origins.signature) = (origin, origin, origin, origin)
        origins.subject = Array(repeating: origin, count: certificate.subject.attributeCount)
        return CertificateDraft(
            certificate.tbsCertificate, origins: origins,
            extensions: certificate.extensions.map { MadeExtension($0, origin: origin) })
    }

    /// One that begins with a name and a key alone.
    static func empty(
        subject: Name, key: SubjectPublicKeyInfo, extensions: [MadeExtension] = []
    ) -> CertificateDraft {
        let now = CalendarTime.now
        let tbs = TBSCertificate(
            version: .v1, serialNumber: DERInteger(0), signature: key.algorithm,
            issuer: Name([RelativeDistinguishedName]()),
            validity: Validity(notBefore: now, notAfter: now), subject: subject, subjectPublicKeyInfo: key,
            extensions: Extensions([]))
        var origins = CertificateOrigins()
        origins.version = .preset("v1, because there are no extensions")
        return CertificateDraft(tbs, origins: origins, extensions: extensions)
    }

    /// Checks a request's own signature and says so, as openssl does before it makes a certificate of it.
    static func checkSignature(_ request: CertificateRequest, _ format: NameFormat) throws(Failure) {
        do throws(SignatureProblem) { try request.checkSignature() } catch {
            throw Failure("Certificate request self-signature did not match the contents: \(error.statement)")
        }
        var line = TextOutput()
        line.put("Certificate request self-signature ok\n")
        NameLine(format: format).write("subject=", request.certificationRequestInfo.subject, to: &line)
        Console.talk(String(decoding: line.octets, as: UTF8.self))
    }
}

extension Name {
    /// How many attributes the name has, in all of its parts.
    var attributeCount: Int { relativeDistinguishedNames.reduce(0) { $0 + $1.attributes.count } }
}
