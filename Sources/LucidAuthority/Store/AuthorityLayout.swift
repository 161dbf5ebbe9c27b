import LucidFiles

/// Where the parts of a CA lie in its folder.
public struct AuthorityLayout: Hashable, Sendable {
    /// The folder.
    public let folder: String

    public init(_ folder: String) { self.folder = folder }

    /// The database: everything that was issued, revoked and published.
    public var database: String { path("ca.db") }
    /// What may be issued.
    public var policy: String { path("policy.json") }
    /// The root's certificate, for those who are to trust it.
    public var root: String { path("root.pem") }
    /// The issuing CA's certificate, where there is an intermediate.
    public var issuing: String { path("issuing.pem") }
    /// The issuing CA's certificate and the root's, where there is an intermediate.
    public var chain: String { path("chain.pem") }
    /// The keys that issuing needs.
    public var keys: String { path(Self.keysName) }
    /// What may be carried away: the root's key, where there is an intermediate.
    public var offline: String { path(Self.offlineName) }

    /// The file of a key. The names in the database are relative to the folder, so that it can be moved.
    public func key(_ authority: AuthorityRecord) -> String { path(authority.keyFile) }

    func path(_ name: String) -> String { Folder.path(folder, name) }

    static let keysName = "keys"
    static let offlineName = "offline"
    static let issuingKeyName = "keys/issuing-key.pem"
    static let rootKeyName = "keys/root-key.pem"
    static let offlineRootKeyName = "offline/root-key.pem"
}
