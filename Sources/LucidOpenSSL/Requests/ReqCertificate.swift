import LucidOpenSSLConfiguration
import LucidX509

/// Makes the certificate of `req -x509`: of a new request, or of one that was read.
struct ReqCertificate {
    let settings: ReqSettings

    private var options: ReqOptions { settings.options }
    private var arguments: Arguments { settings.options.arguments }

    /// - Parameters:
    ///   - read: the request of `-in`; nil where the certificate is made from scratch.
    ///   - key: the key that it is for.
    ///   - origin: who chose that key.
    func certificate(
        _ signer: borrowing ReqSigner, _ read: CertificateRequest?, key: SubjectPublicKeyInfo, origin: Origin
    ) throws(Failure) -> SignedDraft {
        var draft = try draft(read, key, origin)
        if let authority = signer.authority, let file = options.authority {
            draft.tbs.issuer = authority.subject
            draft.origins.issuer = Array(repeating: .issuer(file), count: authority.subject.attributeCount)
        } else {
            draft.tbs.issuer = draft.tbs.subject
            draft.origins.issuer = draft.origins.subject
        }
        try addExtensions(&draft, signer)
        draft.origins.algorithm = settings.digestOrigin ?? ReqSettings.presetDigest
        draft.origins.signature = .computed("the signature of \(signer.file)")
        let isSelfSigned = (try? PublicKey(key)) == signer.key.publicKey
        do throws(ConfigurationProblem) {
            try draft.complete(settings.maker, issuer: signer.authority, signingKey: signer.key.publicKey)
        } catch { throw Failure("req: \(error.description)") }
        if signer.authority == nil, !isSelfSigned {
            Console.talk("Warning: Signature key and public key of cert do not match\n")
        }
        return try draft.signed(with: signer.key, by: try settings.scheme(of: signer.key), of: "req")
    }

    /// The name, key, number and dates.
    private func draft(
        _ read: CertificateRequest?, _ key: SubjectPublicKeyInfo, _ origin: Origin
    ) throws(Failure) -> CertificateDraft {
        let file = FaceFile.shown(options.input)
        var subject: Name
        var origins: [Origin]
        if let read, !arguments.has("subj") {
            subject = read.certificationRequestInfo.subject
            origins = Array(repeating: .request(file), count: subject.attributeCount)
        } else {
            let name = try DistinguishedName(settings)
            (subject, origins) = (name.name, name.parts.map(\.origin))
        }
        var draft = X509Source.empty(subject: subject, key: key)
        draft.origins.subject = origins
        draft.origins.key = origin
        if let read { draft.extensions = try copied(read, file) }
        draft.tbs.serialNumber = options.serialNumber ?? SerialNumberFile.random()
        if let text = arguments.value("set_serial") { draft.origins.serialNumber = .flag("-set_serial", value: text) }
        let now = CalendarTime.now
        draft.tbs.validity = Validity(
            notBefore: now, notAfter: now.adding(seconds: Int64(options.days ?? 30) * 86_400))
        if let days = options.days { draft.origins.notAfter = .flag("-days", value: "\(days)") }
        return draft
    }

    /// The extensions that a request asks for, as far as `-copy_extensions` lets them in.
    private func copied(_ read: CertificateRequest, _ file: String) throws(Failure) -> [MadeExtension] {
        guard let copying = options.copying else {
            Console.talk("Warning: No -copy_extensions given; ignoring any extensions in the request\n")
            return []
        }
        switch (copying, read.certificationRequestInfo.requestedExtensions) {
        case (.none, _), (_, nil): return []
        case (_, .success(let extensions)?): return extensions.map { MadeExtension($0, origin: .request(file)) }
        case (_, .failure(let error)?):
            throw Failure("Error copying extensions from request: \(error.sentence)")
        }
    }

    private func addExtensions(_ draft: inout CertificateDraft, _ signer: borrowing ReqSigner) throws(Failure) {
        var context = draft.context(issuer: signer.authority, issuerKey: signer.key.publicKey.info)
        if let section = settings.certificateSection {
            do throws(ConfigurationProblem) {
                try settings.maker.extensions(section: section.name, context: &context)
            } catch {
                throw Failure("Error adding x509 extensions from section \(section.name): \(error.description)")
            }
        }
        do throws(ConfigurationProblem) {
            for text in arguments.values("addext") {
                try settings.maker.add(argument: text, flag: "-addext", context: &context)
            }
        } catch { throw Failure("Error adding extensions defined via -addext: \(error.description)") }
        draft.take(context)
        guard arguments.has("precert") else { return }
        // RFC 6962 §3.1: the poison extension is critical and holds a NULL.
        let poison = Extension(
            extnID: ObjectIdentifier(1, 3, 6, 1, 4, 1, 11129, 2, 4, 3), critical: true,
            extnValue: DERBytes(DERWriter.encode { $0.null() }))
        draft.extensions.append(MadeExtension(poison, origin: .flag("-precert", value: nil)))
    }
}
