public import LucidDER

/// Why a PKCS #12 file can not be opened.
public enum PKCS12Problem: Error, Hashable, Sendable {
    case malformed(DERError)
    /// The file is signed with a public key in place of a MAC (RFC 7292 §3.1, public-key integrity mode).
    case signed
    /// A part is neither plain nor encrypted under a passphrase: its type, by name or numbers.
    case unsupportedContent(String)
    /// A part is encrypted in a way that Lucid does not have.
    case unsupportedEncryption(String)
    /// A MAC of a kind that Lucid does not have.
    case unsupportedMAC(String)
    /// Deriving the keys would take more iterations than the limit: the file is damaged, or meant to keep its reader busy.
    case tooManyIterations(Int, limit: Int)
    /// The MAC does not hold, and nothing can be decrypted.
    ///
    /// - Parameter isCertain: false where nothing in the file is encrypted, so that it may as well have been altered.
    case wrongPassphrase(isCertain: Bool)
    /// The MAC does not hold, but what is encrypted can be decrypted: the passphrase is right and the file was altered.
    case macMismatch
    /// The MAC holds, but a part can not be decrypted: it has another passphrase, or was damaged before the MAC was made.
    case undecryptablePart
    /// A key could not be encrypted.
    case key(PrivateKeyProblem)
}
