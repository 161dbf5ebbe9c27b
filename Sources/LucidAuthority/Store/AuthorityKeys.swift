import LucidFiles
public import LucidIssuing
public import LucidNumber
import LucidPEM
import LucidSignature

extension AuthorityStore {
    /// One of the folder's CAs with its key, ready to sign.
    ///
    /// - Parameter passphrase: called with the key's file where the key is encrypted.
    public func open(
        _ authority: AuthorityRecord, passphrase: (String) throws(AuthorityProblem) -> SecretBytes
    ) throws(AuthorityProblem) -> CertificateAuthority {
        let path = layout.key(authority)
        try AuthorityFolderChecks.checkKey(path)
        let key = try AuthorityKeys.read(path, passphrase)
        guard let opened = CertificateAuthority(certificate: authority.certificate, key: key) else {
            throw .keyOfAnother(path)
        }
        return opened
    }

    /// Checks a CA's key as `open` would, but does not open it: that it is there, and the owner's alone.
    public func checkKey(of authority: AuthorityRecord) throws(AuthorityProblem) {
        try AuthorityFolderChecks.checkKey(layout.key(authority))
    }
}

/// The files of the CA's keys.
enum AuthorityKeys {
    static func read(
        _ path: String, _ passphrase: (String) throws(AuthorityProblem) -> SecretBytes
    ) throws(AuthorityProblem) -> SigningKey {
        guard var block = try block(path) else { throw .keyUnusable(path, .noBlock) }
        // The passphrase's own failure must get through a function that throws something else.
        var failure: AuthorityProblem?
        do throws(PrivateKeyProblem) {
            return try SigningKey(pem: &block) { () throws(PrivateKeyProblem) in
                do throws(AuthorityProblem) { return try passphrase(path) } catch {
                    failure = error
                    throw .passphraseNeeded
                }
            }
        } catch { throw failure ?? .keyUnusable(path, error) }
    }

    /// The first PEM block of a file.
    private static func block(_ path: String) throws(AuthorityProblem) -> PEMBlock? {
        do throws(FileProblem) {
            let bytes = try FileReader.readRegular(path)
            return PEMReader.blocks(in: bytes.span).compactMap { try? $0.get() }.first
        } catch { throw .file(error) }
    }

    /// Writes a new key, encrypted where there is a passphrase.
    static func write(
        _ key: borrowing SigningKey, to path: String, passphrase: borrowing SecretBytes?
    ) throws(AuthorityProblem) {
        switch passphrase {
        case .some(let passphrase):
            let text = try encrypted(key, path, passphrase)
            try write(text.span, path)
        case .none:
            let text = key.pkcs8PEM()
            try text.withSpan { span throws(AuthorityProblem) in try write(span, path) }
        }
    }

    private static func encrypted(
        _ key: borrowing SigningKey, _ path: String, _ passphrase: borrowing SecretBytes
    ) throws(AuthorityProblem) -> [UInt8] {
        guard let encryption = PasswordEncryption() else {
            throw .keyUnusable(path, .unsupportedEncryption("AES-256"))
        }
        do throws(PrivateKeyProblem) {
            return try key.encryptedPEM(passphrase: passphrase, encryption: encryption)
        } catch { throw .keyUnusable(path, error) }
    }

    private static func write(_ bytes: Span<UInt8>, _ path: String) throws(AuthorityProblem) {
        do throws(FileProblem) {
            try FileWriter.write(bytes, to: path, access: .owner, replaces: false)
        } catch { throw .file(error) }
    }
}
