public import LucidDER
public import LucidDatabase
public import LucidFiles
public import LucidIssuing
public import LucidSignature

/// Why a CA's folder can not be used, or something in it not be done.
public enum AuthorityProblem: Error, Hashable, Sendable {
    // The folder
    /// There is no CA's database in the folder, or no folder.
    case noAuthority(String)
    /// A CA is to be made where something is already.
    case folderInUse(String)
    /// The folder belongs to another user.
    case foreignOwner(String, owner: UInt32)
    /// The folder, the database or their file system can not be written.
    case readOnly(String)
    /// Others may use a file or folder that is the owner's alone.
    case openToOthers(String, permissions: UInt32, wanted: UInt32)
    case file(FileProblem)

    // The database
    /// The file is no SQLite database, or another program's.
    case notACADatabase(String)
    /// A later Lucid made it, with a schema that this one does not know.
    case newerVersion(String, found: Int, known: Int)
    case damaged(String, detail: String)
    /// Other processes used the database for longer than anybody waits.
    case busy(String)
    case diskFull(String)
    case database(String, DatabaseError)

    // The CA's keys
    case keyMissing(String)
    case keyUnusable(String, PrivateKeyProblem)
    /// The key in the file is not the one in the CA's certificate.
    case keyOfAnother(String)
    case unsupportedKey(SigningKey.Kind)

    // Issuing and revoking
    case issuing(IssuingProblem)
    /// The CA has no authority in this role: a root alone has no issuing CA.
    case noSuchRole(AuthorityRole)
    case noSuchCertificate(String)
    /// A certificate of this issuer has this serial number already.
    case serialNumberTaken(SerialNumber)
    case alreadyRevoked(SerialNumber)
    case notRevoked(SerialNumber)
    /// Only a certificate on hold can be released (RFC 5280 §5.3.1).
    case notOnHold(SerialNumber)
    /// It is revoked for another reason, and that reason stays.
    case reasonStays(SerialNumber, CertificateRecord.Revocation)
    /// The CA's own certificate is revoked, so it issues nothing any more.
    case authorityRevoked(AuthorityRole)
    /// Another certificate has taken its place.
    case alreadyReplaced(SerialNumber)

    // Revocation lists
    /// The CA's certificate has a key usage without cRLSign (RFC 5280 §4.2.1.3).
    case listSigningNotAllowed(AuthorityRole)
    /// A delta CRL needs a complete one that it changes.
    case noCompleteList(AuthorityRole)
    /// The newest list was issued at a time that is still to come: a clock is wrong, or was.
    case listFromTheFuture(number: Int, thisUpdate: CalendarTime)
}
