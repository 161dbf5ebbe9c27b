public import LucidDER
public import LucidModel

/// What a CA in the folder is there for.
public enum AuthorityRole: String, Hashable, Sendable, CaseIterable {
    /// The one that others trust. It signs the issuing CA, or everything where there is none.
    case root
    /// The intermediate below the root that signs everything else.
    case issuing
}

/// One of the folder's CAs: a certificate, and where its key is.
public struct AuthorityRecord: Hashable, Sendable {
    /// Its number in the database.
    public let id: Int64
    public let role: AuthorityRole
    public let certificate: Certificate
    /// The key's file, relative to the folder.
    public let keyFile: String
    /// The number that its next CRL will have.
    public let nextRevocationListNumber: Int
    /// Since when it signs no more, because another one has its role.
    public let retiredAt: CalendarTime?
}
