import LucidDatabase
import LucidFiles

/// A CA's folder, opened: its CAs, what they issued and revoked, and the lists that they published.
///
/// All of it is one SQLite database. When a call that changes it returns, the change is on the disk; when it throws, nothing has
/// changed. Several processes may work in one folder at once.
public struct AuthorityStore: ~Copyable {
    public let layout: AuthorityLayout
    let database: Database

    /// What an opened folder is used for.
    public enum Purpose: Sendable {
        /// Looking things up. The folder may be read-only and another user's.
        case reading
        /// Issuing, revoking, publishing: the folder must be the user's own, closed to others, and writable.
        case changing
    }

    /// Opens a CA's folder. A folder that is refused stays as it was, to the octet.
    public init(_ folder: String, for purpose: Purpose) throws(AuthorityProblem) {
        let layout = AuthorityLayout(folder)
        try AuthorityFolderChecks.checkDatabase(layout)
        if purpose == .changing { try AuthorityFolderChecks.checkMayChange(layout) }
        self.init(layout, try Self.opened(layout.database, purpose))
    }

    /// Makes the database of a new CA; the file must not be there.
    init(creatingIn layout: AuthorityLayout) throws(AuthorityProblem) {
        self.init(layout, try Self.created(layout.database))
    }

    private init(_ layout: AuthorityLayout, _ database: consuming Database) {
        self.layout = layout
        self.database = database
    }

    private static func opened(_ path: String, _ purpose: Purpose) throws(AuthorityProblem) -> Database {
        do throws(DatabaseError) {
            // For reading too the file is opened for writing, where that is allowed: an issuer that was killed leaves a journal,
            // and who comes next must roll it back.
            let database = try Database(path, .writing)
            try configure(database)
            if purpose == .reading { try database.run("PRAGMA query_only = ON") }
            if try hasSchema(database) { return database }
        } catch { throw problem(path, error) }
        throw .damaged(path, detail: "its tables are not those of a CA")
    }

    private static func created(_ path: String) throws(AuthorityProblem) -> Database {
        // SQLite would make it readable for all; its journals get the mode that the file has.
        do throws(FileProblem) {
            try FileWriter.write([UInt8]().span, to: path, access: .owner, replaces: false)
        } catch { throw .file(error) }
        do throws(DatabaseError) {
            let database = try Database(path, .writing)
            try configure(database)
            try database.transaction { () throws(DatabaseError) in try makeSchema(database) }
            return database
        } catch { throw problem(path, error) }
    }

    /// How long a process waits for others, in milliseconds.
    private static let patience: Int32 = 60_000

    private static func configure(_ database: borrowing Database) throws(DatabaseError) {
        database.setBusyTimeout(milliseconds: patience)
        // A rollback journal: the CA is one file that can be copied, and be read in a read-only folder. EXTRA waits also for
        // the folder after the journal is gone; else a power failure could bring the journal, and with it the old state, back.
        try database.run("PRAGMA journal_mode = DELETE")
        try database.run("PRAGMA synchronous = EXTRA")
        try database.run("PRAGMA fullfsync = ON")
        try database.run("PRAGMA foreign_keys = ON")
        // The file may come from somewhere else: it is to run no functions, and its pages are looked at twice.
        try database.run("PRAGMA trusted_schema = OFF")
        try database.run("PRAGMA cell_size_check = ON")
        // Large sorts stay in memory: no copy of the CA's data lies in /tmp.
        try database.run("PRAGMA temp_store = MEMORY")
    }

    // MARK: Errors

    /// Runs something on the database; its errors become the CA's.
    func asProblem<Value: ~Copyable>(
        _ body: () throws(DatabaseError) -> Value
    ) throws(AuthorityProblem) -> Value {
        do throws(DatabaseError) { return try body() } catch { throw Self.problem(layout.database, error) }
    }

    /// Changes the database whole or not at all.
    func transaction<Value>(_ body: () throws(DatabaseError) -> Value) throws(AuthorityProblem) -> Value {
        try asProblem { () throws(DatabaseError) in try database.transaction(body) }
    }

    /// The same for a body that can fail for reasons of its own, which undo the changes as well.
    func changing<Value>(_ body: () throws(AuthorityProblem) -> Value) throws(AuthorityProblem) -> Value {
        var failure: AuthorityProblem?
        do throws(AuthorityProblem) {
            return try transaction { () throws(DatabaseError) in
                do throws(AuthorityProblem) { return try body() } catch {
                    failure = error
                    // Its words are never seen: `failure` has the reason.
                    throw .unexpectedValue("abandoned")
                }
            }
        } catch { throw failure ?? error }
    }

    private static func problem(_ path: String, _ error: DatabaseError) -> AuthorityProblem {
        switch error.kind {
        case .busy: .busy(path)
        case .noSpace: .diskFull(path)
        case .damaged: .damaged(path, detail: error.message)
        case .readOnly: .readOnly(path)
        default: .database(path, error)
        }
    }
}
