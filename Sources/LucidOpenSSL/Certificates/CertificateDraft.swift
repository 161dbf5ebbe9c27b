import LucidOpenSSLConfiguration
import LucidX509

/// A certificate in the making: its contents, and who put each part there.
struct CertificateDraft {
    /// The contents; the extensions are in `extensions` until it is signed.
    var tbs: TBSCertificate
    var origins: CertificateOrigins
    var extensions: [MadeExtension]

    init(_ tbs: TBSCertificate, origins: CertificateOrigins, extensions: [MadeExtension] = []) {
        self.tbs = tbs
        self.origins = origins
        self.extensions = extensions
    }

    /// What extensions are made from: the draft as it is now.
    ///
    /// - Parameters:
    ///   - issuer: the CA's certificate; nil where the certificate is to be its own issuer.
    ///   - issuerKey: the public half of the key that signs.
    func context(issuer: Certificate?, issuerKey: SubjectPublicKeyInfo?) -> ExtensionContext {
        var context = ExtensionContext(
            subject: tbs.subject, subjectKey: tbs.subjectPublicKeyInfo,
            issuer: issuer.map { .certificate($0) } ?? .itself(serialNumber: tbs.serialNumber, issuer: tbs.issuer),
            issuerKey: issuerKey)
        context.made = extensions
        return context
    }

    /// Takes over what was made: the extensions, and the subject, which `email:move` may have changed.
    mutating func take(_ context: ExtensionContext) {
        extensions = context.made
        guard let subject = context.subject, subject != tbs.subject else { return }
        tbs.subject = subject
        origins.subject = Array(repeating: .computed("the subject after email:move"), count: origins.subject.count)
    }

    /// What a certificate with extensions gets from openssl 3 when it is signed: version 3, and key identifiers.
    ///
    /// - Parameters:
    ///   - issuer: the CA's certificate; nil where the certificate is its own issuer.
    ///   - signingKey: the public half of the key that signs.
    mutating func complete(
        _ maker: ExtensionMaker, issuer: Certificate?, signingKey: PublicKey
    ) throws(ConfigurationProblem) {
        guard !extensions.isEmpty else { return }
        if tbs.version != .v3 {
            tbs.version = .v3
            origins.version = .preset("v3, because there are extensions")
        }
        var context = context(issuer: issuer, issuerKey: signingKey.info)
        // The keys are compared, not their spellings.
        let isOwn = (try? PublicKey(tbs.subjectPublicKeyInfo)) == signingKey
        if isOwn { context.issuerKey = context.subjectKey }
        try maker.completeKeyIdentifiers(
            signingKey: isOwn ? tbs.subjectPublicKeyInfo : signingKey.info, context: &context)
        extensions = context.made
    }

    /// Puts the extensions into the contents.
    private func finished() -> (tbs: TBSCertificate, origins: CertificateOrigins) {
        var tbs = tbs
        var origins = origins
        tbs.extensions = Extensions(extensions.map(\.value))
        origins.extensions = extensions.map(\.origin)
        return (tbs, origins)
    }

    /// Signs the certificate.
    func signed(
        with key: borrowing SigningKey, by scheme: SignatureScheme, of command: String
    ) throws(Failure) -> SignedDraft {
        var (tbs, origins) = finished()
        do throws(SigningKey.Problem) {
            tbs.signature = try key.identifier(of: scheme)
            let message = tbs.derEncoded
            let signature = try key.sign(message.span, by: scheme)
            return SignedDraft(
                certificate: Certificate(
                    tbsCertificate: tbs, signatureAlgorithm: tbs.signature, signature: signature), origins: origins)
        } catch {
            throw Failure("\(command): the certificate can not be signed: \(IssuingProblem.signing(error).sentence)")
        }
    }

    /// The certificate with the signature that another one had: openssl changes fields without signing anew.
    func unsigned(_ source: Certificate) -> SignedDraft {
        let (tbs, origins) = finished()
        return SignedDraft(
            certificate: Certificate(
                tbsCertificate: tbs, signatureAlgorithm: source.signatureAlgorithm,
                signature: source.signatureValue.bytes.array), origins: origins)
    }
}

/// A certificate that was made, with who put its parts there.
struct SignedDraft {
    let certificate: Certificate
    let origins: CertificateOrigins
}
