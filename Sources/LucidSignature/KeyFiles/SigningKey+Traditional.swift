import LucidCrypto
import LucidDER
package import LucidNumber
import LucidPEM

// Private keys in the forms from before PKCS#8, which OpenSSL calls traditional: PKCS#1 and SEC 1.

extension SigningKey {
    /// The key as PKCS#1's RSAPrivateKey or SEC 1's ECPrivateKey; nil for Ed25519, which has PKCS#8 alone.
    package func traditional(spelling: ECKeySpelling = .usual) -> SecretBytes? {
        var writer = DERWriter(capacity: Self.largestKeyByteCount)
        switch algorithm {
        case .rsa(let rsa): Self.write(rsa.key, to: &writer)
        case .ec(let key): Self.write(key, spelling: spelling, statesCurve: true, to: &writer)
        case .ed25519: return nil
        }
        var encoded = writer.take()
        return SecretBytes(taking: &encoded)
    }

    /// The PEM label of the traditional form.
    package var traditionalLabel: String? {
        switch publicKey {
        case .rsa, .rsaPSS: "RSA PRIVATE KEY"
        case .ec: "EC PRIVATE KEY"
        case .ed25519: nil
        }
    }

    /// The traditional form as a PEM file's text; nil where there is none.
    package func traditionalPEM(spelling: ECKeySpelling = .usual) -> SecretBytes? {
        guard let label = traditionalLabel, let octets = traditional(spelling: spelling) else { return nil }
        var text = octets.withSpan { PEMBlock.encode(label: label, bytes: $0) }
        return SecretBytes(taking: &text)
    }

    /// The same, encrypted in OpenSSL's traditional way; see `TraditionalEncryption`.
    package func traditionalPEM(
        spelling: ECKeySpelling = .usual, cipher: PasswordEncryption.Cipher, passphrase: borrowing SecretBytes
    ) throws(PrivateKeyProblem) -> SecretBytes? {
        guard let label = traditionalLabel, let octets = traditional(spelling: spelling) else { return nil }
        let encryption = TraditionalEncryption(cipher)
        let encrypted = try encryption.encrypt(octets, passphrase: passphrase)
        var text = PEMBlock.encode(label: label, bytes: encrypted.span, headers: encryption.headers)
        return SecretBytes(taking: &text)
    }

    /// The key as an EncryptedPrivateKeyInfo in DER, as OpenSSL 3.0 makes it.
    package func encryptedPKCS8(
        spelling: ECKeySpelling = .usual, encryption: PasswordEncryption, passphrase: borrowing SecretBytes
    ) throws(PrivateKeyProblem) -> [UInt8] {
        let plain = pkcs8(spelling: spelling)
        return try encryptedInfo(plain, .pbes2(encryption), PassphraseForms(passphrase)).derEncoded
    }
}
