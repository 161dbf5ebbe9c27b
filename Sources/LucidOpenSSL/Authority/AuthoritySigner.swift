import LucidOpenSSLConfiguration
import LucidX509

/// A CA's key, and its certificate where the certificates to be made are not to be self-signed.
struct AuthoritySigner: ~Copyable {
    let key: SigningKey
    let certificate: Certificate?
    /// The certificate's file, for `--explain`.
    let certificateFile: String
    let isSelfSigning: Bool

    /// Reads the files that the command line or the configuration names.
    static func read(_ settings: AuthoritySettings, needsCertificate: Bool) throws(Failure) -> AuthoritySigner {
        let arguments = settings.arguments
        let keyFile = try settings.requiredSetting("keyfile", "private_key").text
        let passphrase = try passphrase(arguments)
        let form = try KeyForm("keyform", in: arguments)
        let file = try KeyInput.privateKey(keyFile, what: "CA private key", form: form, passphrase: passphrase)
        let certificateFile = needsCertificate ? try settings.requiredSetting("cert", "certificate").text : ""
        let certificate =
            needsCertificate
            ? try certificate(certificateFile, of: file.key.publicKey, keyFile: keyFile, arguments) : nil
        return AuthoritySigner(
            key: file.key, certificate: certificate, certificateFile: certificateFile,
            isSelfSigning: arguments.has("selfsign") && !arguments.has("ss_cert"))
    }

    private static func passphrase(_ arguments: Arguments) throws(Failure) -> Passphrase? {
        if let text = arguments.value("key") {
            var octets = Array(text.utf8)
            return Passphrase(taking: &octets)
        }
        do throws(Failure) { return try PassphraseSource.read(arguments.value("passin")) } catch {
            throw Failure("\(error.message)\nError getting password")
        }
    }

    private static func certificate(
        _ file: String, of key: PublicKey, keyFile: String, _ arguments: Arguments
    ) throws(Failure) -> Certificate {
        let certificate = try CertificateInput.certificate(
            file, what: "CA certificate", form: try KeyForm("certform", in: arguments))
        guard (try? PublicKey(certificate.subjectPublicKeyInfo)) == key else {
            throw Failure(
                "CA certificate and CA private key do not match (\(file) has another key than \(keyFile))")
        }
        return certificate
    }

    /// How it signs: the digest of `-md` or `default_md`, and what `-sigopt` says.
    func scheme(_ settings: AuthoritySettings) throws(Failure) -> SignatureScheme {
        if case .ed25519 = key.publicKey { return .ed25519 }
        let name = try settings.requiredSetting("md", "default_md").text
        let hash = name == "default" ? HashAlgorithm.sha256 : try DigestName.named(name, of: CACommand.name)
        return try SignatureOptions(settings.arguments.values("sigopt")).scheme(of: key, hash, in: CACommand.name)
    }
}
