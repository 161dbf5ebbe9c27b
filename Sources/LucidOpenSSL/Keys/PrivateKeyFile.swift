import LucidX509

/// A private key that was read from a file.
struct PrivateKeyFile: ~Copyable {
    let key: SigningKey
    /// How the file spelled a curve's key: openssl keeps that when it writes the key again.
    let spelling: ECKeySpelling
}

/// A public key that was read from a file.
struct PublicKeyFile {
    let key: PublicKey
    /// As it stood in the file.
    let info: SubjectPublicKeyInfo
}
