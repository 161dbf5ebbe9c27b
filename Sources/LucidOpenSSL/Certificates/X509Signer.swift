import LucidObjectNames
import LucidOpenSSLConfiguration
import LucidX509

/// Who signs for `x509`: the key of `-key`, or the CA of `-CA` and `-CAkey`.
struct X509Signer: ~Copyable {
    private var key: SigningKey?
    private(set) var publicKey: PublicKey?
    /// The CA's certificate; nil where the certificate is its own issuer.
    private(set) var authority: Certificate?

    /// Reads the key of `-key` or `-signkey`.
    init(_ options: X509Options, _ passphrase: Passphrase?) throws(Failure) {
        guard let path = options.signingKey else { return }
        let form = try KeyForm("keyform", in: options.arguments)
        let file = try KeyInput.privateKey(path, what: "private key", form: form, passphrase: passphrase)
        publicKey = file.key.publicKey
        key = consume file.key
    }

    var hasKey: Bool { publicKey != nil }

    /// Reads the CA's certificate and key.
    mutating func readAuthority(_ options: X509Options, _ passphrase: Passphrase?) throws(Failure) {
        guard let path = options.authority else { return }
        let certificate = try CertificateInput.certificate(
            path, what: "CA certificate", form: options.authorityForm)
        let file = try KeyInput.privateKey(
            options.arguments.value("CAkey") ?? path, what: "CA private key",
            form: try KeyForm("CAkeyform", in: options.arguments), passphrase: passphrase)
        guard (try? PublicKey(certificate.subjectPublicKeyInfo)) == file.key.publicKey else {
            throw Failure("CA certificate and CA private key do not match")
        }
        authority = certificate
        publicKey = file.key.publicKey
        key = consume file.key
    }

    /// A certificate that a CA signs has to be self-signed, as a request is.
    static func checkSelfSigned(_ source: Certificate, _ draft: CertificateDraft) throws(Failure) {
        let isOwn = source.issuer == source.subject
        let holds: Void? = try? SignatureChecker.check(
            source.signatureValue, over: source.tbsBytes, algorithm: source.signatureAlgorithm,
            signer: draft.tbs.subjectPublicKeyInfo)
        guard isOwn, holds != nil else {
            throw Failure("Error with certificate to be certified - should be self-signed")
        }
    }

    /// Completes and signs a certificate.
    func sign(_ draft: CertificateDraft, _ options: X509Options) throws(Failure) -> SignedDraft {
        var draft = draft
        if let publicKey {
            let maker = ExtensionMaker(configuration: nil, names: ObjectNames())
            do throws(ConfigurationProblem) {
                try draft.complete(maker, issuer: authority, signingKey: publicKey)
            } catch { throw Failure("x509: \(error.description)") }
        }
        let flag = options.arguments.lastOther(of: X509Command.self)
        draft.origins.algorithm =
            flag.map { .flag("-\($0)", value: nil) } ?? .preset("SHA-256 where the key's kind takes a digest")
        let file = options.arguments.value("CAkey") ?? options.authority ?? options.signingKey ?? ""
        draft.origins.signature = .computed("the signature of the key in \(file)")
        switch key {
        case .some(let key):
            return try draft.signed(
                with: key, by: try DigestName.scheme(of: key, options.digest, in: "x509"), of: "x509")
        case .none: throw Failure("We need a private key to sign with, use -key or -CAkey or -CA with private key")
        }
    }

    /// Signs a request.
    func request(_ contents: RequestContents, _ options: X509Options) throws(Failure) -> CertificateRequest {
        switch key {
        case .some(let key):
            return try contents.signed(
                with: key, by: try DigestName.scheme(of: key, options.digest, in: "x509"), of: "x509")
        case .none: throw Failure("Must specify request signing key using -key")
        }
    }
}
