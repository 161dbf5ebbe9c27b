public import LucidFiles
public import LucidIssuing

/// Why a certificate was not renewed, or its files were not replaced.
public enum RenewalProblem: Error, Hashable, Sendable {
    // Which certificate
    /// One of the folder's own CAs: that is not done by renewing.
    case ownAuthority
    /// The CA's own OCSP responder: a new one is made with a new key, in the CA's folder.
    case ownResponder
    /// Only a line of another program's index is known of it.
    case indexLineOnly
    /// Its key is known to others, so it may not be certified again.
    case keyCompromised
    /// The rules of the policy that the new one would break.
    case refused([PolicyRefusal])

    // Its files
    /// The CA does not know where its files are.
    case noPlace
    /// Somebody changed this file, or put another one there.
    case changedFile(String)
    /// A new key is wanted, but this file is not there: the key was made elsewhere.
    case noKeyFile(String)
    /// A new key is wanted, but the old one has a passphrase, which the new one would not have.
    case encryptedKeyFile(String)
    /// The file has the key of something else.
    case keyOfAnother(String)
    case file(FileProblem)

    case authority(AuthorityProblem)
    /// The new certificate is in the CA, but its files could not be written; the next renewal tries it again.
    case undelivered(SerialNumber, FileProblem)
    /// The same, and its new key is gone.
    case keyLost(SerialNumber)
}
