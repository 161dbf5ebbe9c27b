import LucidDatabase

extension AuthorityStore {
    /// `application_id`: how `file` and Lucid tell a CA's database from others. "LuCA".
    static let applicationID: Int64 = 0x4c75_4341
    /// `user_version`: the schema below. A database with a higher number was made by a later Lucid, and is left alone.
    static let schemaVersion: Int64 = 1

    /// The tables. Times are seconds since 1970 (UTC); certificates, lists and serial numbers are octets; digests are SHA-256.
    static let schema = [
        // The folder's CAs. One that was replaced stays, for its certificates and lists do.
        """
        CREATE TABLE authority (
          id INTEGER PRIMARY KEY,
          role TEXT NOT NULL CHECK (role IN ('root', 'issuing')),
          certificate BLOB NOT NULL,
          key_file TEXT NOT NULL,
          next_list_number INTEGER NOT NULL DEFAULT 1,
          retired_at INTEGER
        ) STRICT
        """,
        "CREATE UNIQUE INDEX authority_in_office ON authority (role) WHERE retired_at IS NULL",
        // Everything that was ever issued. `der` is NULL for what an index of another program knew by number only.
        """
        CREATE TABLE certificate (
          id INTEGER PRIMARY KEY AUTOINCREMENT,
          authority INTEGER NOT NULL REFERENCES authority (id),
          serial BLOB NOT NULL,
          der BLOB,
          label TEXT NOT NULL,
          subject TEXT NOT NULL,
          not_before INTEGER,
          not_after INTEGER NOT NULL,
          recorded_at INTEGER NOT NULL,
          profile TEXT,
          origin TEXT NOT NULL CHECK (origin IN ('authority', 'issue', 'request', 'renewal', 'imported')),
          key_digest BLOB,
          request_digest BLOB,
          output_folder TEXT,
          output_name TEXT,
          revoked_at INTEGER,
          revocation_reason INTEGER,
          invalid_since INTEGER,
          replaced_by INTEGER REFERENCES certificate (id),
          UNIQUE (authority, serial)
        ) STRICT
        """,
        "CREATE INDEX certificate_by_end ON certificate (not_after)",
        "CREATE INDEX certificate_by_label ON certificate (label)",
        "CREATE INDEX certificate_revoked ON certificate (authority, revoked_at) WHERE revoked_at IS NOT NULL",
        """
        CREATE INDEX certificate_by_place ON certificate (output_name, output_folder)
          WHERE output_name IS NOT NULL AND replaced_by IS NULL
        """,
        // Alternative names, in lower case, for searching.
        """
        CREATE TABLE name (
          certificate INTEGER NOT NULL REFERENCES certificate (id),
          place INTEGER NOT NULL,
          value TEXT NOT NULL,
          PRIMARY KEY (certificate, place)
        ) STRICT, WITHOUT ROWID
        """,
        "CREATE INDEX name_by_value ON name (value)",
        // Certificates that took another one's place, and whose files are still to be written.
        "CREATE TABLE undelivered (certificate INTEGER PRIMARY KEY REFERENCES certificate (id)) STRICT",
        // The CRLs that were published; of each CA only the newest keeps its octets.
        """
        CREATE TABLE revocation_list (
          authority INTEGER NOT NULL REFERENCES authority (id),
          number INTEGER NOT NULL,
          base_number INTEGER,
          this_update INTEGER NOT NULL,
          next_update INTEGER,
          entry_count INTEGER NOT NULL,
          der BLOB,
          PRIMARY KEY (authority, number)
        ) STRICT
        """,
    ]

    /// Fills an empty database.
    static func makeSchema(_ database: borrowing Database) throws(DatabaseError) {
        for statement in schema { try database.run(statement) }
        try database.run("PRAGMA application_id = \(applicationID)")
        try database.run("PRAGMA user_version = \(schemaVersion)")
    }

    /// Whether the tables and indexes are those above, to the letter. What is not was damaged or changed by hand.
    static func hasSchema(_ database: borrowing Database) throws(DatabaseError) -> Bool {
        let found = try database.rows(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"
        ) { row throws(DatabaseError) in try row.text(0, "sqlite_schema.sql") }
        return found == schema
    }
}
