import LucidOpenSSLConfiguration
import LucidX509

/// Who signs a certificate for `req`: the key itself, or the CA of `-CA` and `-CAkey`.
struct ReqSigner: ~Copyable {
    let key: SigningKey
    /// The CA's certificate; nil where the certificate is its own issuer.
    let authority: Certificate?
    /// The file of the key, for people.
    let file: String

    init(_ settings: ReqSettings, _ own: consuming ReqKey?) throws(Failure) {
        let arguments = settings.options.arguments
        guard let path = settings.options.authority else {
            guard let own = consume own else {
                throw Failure("Must provide a signature key using -key or provide -CA / -CAkey")
            }
            file = if case .file(let path) = own.origin { path } else { "the new key" }
            authority = nil
            key = consume own.key
            return
        }
        let keyPath = arguments.value("CAkey")
        let passphrase = try PassphraseSource.read(arguments.value("passin"))
        let read = try KeyInput.privateKey(
            keyPath ?? path,
            what: keyPath == nil ? "issuer private key from -CA arg" : "issuer private key from -CAkey arg",
            passphrase: passphrase)
        let certificate = try CertificateInput.certificate(path, what: "issuer certificate from -CA arg")
        guard (try? PublicKey(certificate.subjectPublicKeyInfo)) == read.key.publicKey else {
            throw Failure("Issuer CA certificate and key do not match")
        }
        authority = certificate
        file = keyPath ?? path
        key = consume read.key
    }
}
