import LucidOpenSSLConfiguration
import LucidX509

/// Makes a request of a certificate: `x509 -x509toreq`.
struct X509ToRequest {
    let options: X509Options

    /// - Parameter source: the certificate that the request is made of.
    func request(
        _ draft: CertificateDraft, _ signer: borrowing X509Signer, _ extensionFile: X509Extensions?,
        _ source: Certificate?
    ) throws(Failure) -> CertificateRequest {
        var contents = RequestContents(subject: draft.tbs.subject, key: draft.tbs.subjectPublicKeyInfo)
        if options.copiesExtensions, !options.arguments.has("clrext") {
            contents.extensions = copied(source)
        }
        if let extensionFile {
            guard contents.extensions.isEmpty else {
                throw Failure(
                    "Error adding request extensions from section \(extensionFile.section): openssl adds them to a request once alone, so leave out -extfile or -copy_extensions"
                )
            }
            var context = ExtensionContext(subject: draft.tbs.subject, subjectKey: draft.tbs.subjectPublicKeyInfo)
            context.replaces = false
            try extensionFile.make(&context)
            contents.extensions = context.made
        }
        return try signer.request(contents, options)
    }

    /// The certificate's extensions, without the key identifiers: those the CA makes.
    private func copied(_ source: Certificate?) -> [MadeExtension] {
        let file = FaceFile.shown(options.input)
        return (source?.extensions.all ?? []).filter {
            $0.extnID != OID.subjectKeyIdentifier && $0.extnID != OID.authorityKeyIdentifier
        }.map { MadeExtension($0, origin: .request(file)) }
    }
}
