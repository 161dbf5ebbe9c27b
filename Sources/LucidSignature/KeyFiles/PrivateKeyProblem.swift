public import LucidCrypto
public import LucidDER

/// Why bytes are no private key that Lucid can use.
public enum PrivateKeyProblem: Error, Hashable, Sendable {
    case malformed(DERError)
    case unsupportedAlgorithm(ObjectIdentifier)
    /// Parameters, curve or public key; see `PublicKey.Problem`.
    case publicKey(PublicKey.Problem)
    /// The numbers of an RSA key do not belong together. A key without its factors or its CRT values is refused as well.
    case rsa(RSAPrivateKey.Problem)
    /// The secret number is zero or not below the curve's order, or an Ed25519 key has not 32 octets.
    case scalarOutOfRange
    /// The public key in the file is not the private one's.
    case publicKeyDiffers
    /// A PEM block of another kind.
    case notAPrivateKey(label: String)
    /// There is no PEM block at all.
    case noBlock

    // Encrypted keys
    /// A passphrase is needed, and none was given.
    case passphraseNeeded
    /// The passphrase is wrong or the file is damaged; it is not said which, because that would help to guess.
    case cannotDecrypt
    /// A way of encrypting that Lucid does not have.
    case unsupportedEncryption(String)
    /// More iterations than `PasswordEncryption.iterationLimit`: the file is damaged, or meant to keep the reader busy.
    case tooManyIterations(Int)
}
