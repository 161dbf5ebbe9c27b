import CSQLite

// Every call into SQLite is in this file, so that an auditor can see at once what the C library is asked to do.
//
// A connection and a statement are each a pointer that is owned by one value that can not be copied, and given back when that
// value goes. A statement may outlive its connection: `sqlite3_close_v2` waits for the last one. Memory that SQLite lends (texts
// and blobs of a row, its error messages) is copied before the next call.

/// A connection to a database file. It belongs to one thread at a time.
@safe public struct Database: ~Copyable {
    private let pointer: OpaquePointer
    /// The file, as it was named.
    public let path: String

    /// What a connection may do.
    public enum Access: Sendable {
        /// Look only. The file and its folder may be read-only.
        case reading
        /// Change what is there.
        case writing
        /// Change what is there; a file that is not there is made, readable as the process's umask allows.
        case creating
    }

    /// Opens a file. SQLite looks into it only with the first statement.
    public init(_ path: String, _ access: Access) throws(DatabaseError) {
        let flags =
            switch access {
            case .reading: SQLITE_OPEN_READONLY
            case .writing: SQLITE_OPEN_READWRITE
            case .creating: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
            }
        var opened: OpaquePointer?
        // NOFOLLOW is left out: a CA may lie behind a link. A `file:` path is a file of that name, not a URI.
        let code = unsafe sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        guard code == SQLITE_OK, let opened = unsafe opened else {
            let error = unsafe Self.error(code, opened)
            unsafe sqlite3_close_v2(opened)
            throw error
        }
        unsafe pointer = opened
        self.path = path
    }

    deinit { unsafe sqlite3_close_v2(pointer) }

    /// How long a statement waits for other processes that hold the file, in milliseconds.
    public func setBusyTimeout(milliseconds: Int32) { unsafe sqlite3_busy_timeout(pointer, milliseconds) }

    /// The rowid that the last INSERT of this connection made.
    public var lastInsertedRow: Int64 { unsafe sqlite3_last_insert_rowid(pointer) }

    /// How many rows the last INSERT, UPDATE or DELETE changed.
    public var changedRowCount: Int { Int(unsafe sqlite3_changes(pointer)) }

    /// Whether a transaction is open.
    public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(pointer) == 0 }

    /// Compiles one statement of SQL.
    public func prepare(_ sql: String) throws(DatabaseError) -> Statement {
        var prepared: OpaquePointer?
        let code = unsafe sqlite3_prepare_v2(pointer, sql, -1, &prepared, nil)
        guard code == SQLITE_OK, let prepared = unsafe prepared else { throw unsafe Self.error(code, pointer) }
        return unsafe Statement(prepared)
    }

    /// The error of the last call, with SQLite's words for it.
    fileprivate static func error(_ code: Int32, _ connection: OpaquePointer?) -> DatabaseError {
        guard let connection = unsafe connection else {
            return DatabaseError(code: code, message: unsafe String(cString: sqlite3_errstr(code)))
        }
        return DatabaseError(code: code, message: unsafe String(cString: sqlite3_errmsg(connection)))
    }

    /// The version of the library that is linked, such as `3.40.1`.
    public static var libraryVersion: String { unsafe String(cString: sqlite3_libversion()) }
}

/// A compiled statement: its parameters are bound, then it is stepped from row to row.
@safe public struct Statement: ~Copyable {
    private let pointer: OpaquePointer

    fileprivate init(_ pointer: OpaquePointer) { unsafe self.pointer = pointer }

    deinit { unsafe sqlite3_finalize(pointer) }

    /// Sets the parameter `?index`, counted from 1. Texts and blobs are copied.
    public mutating func bind(_ value: DatabaseValue, at index: Int32) throws(DatabaseError) {
        let code =
            switch value {
            case .null: unsafe sqlite3_bind_null(pointer, index)
            case .integer(let number): unsafe sqlite3_bind_int64(pointer, index, number)
            case .text(let text):
                unsafe sqlite3_bind_text64(
                    pointer, index, text, UInt64(text.utf8.count), Self.copied, UInt8(SQLITE_UTF8))
            // A null pointer would bind NULL.
            case .blob(let octets) where octets.isEmpty: unsafe sqlite3_bind_zeroblob(pointer, index, 0)
            case .blob(let octets):
                unsafe sqlite3_bind_blob64(pointer, index, octets, UInt64(octets.count), Self.copied)
            }
        try check(code)
    }

    /// SQLITE_TRANSIENT: SQLite makes its own copy. The macro is a cast of -1, which Swift does not see.
    private static var copied: sqlite3_destructor_type? {
        unsafe unsafeBitCast(-1, to: sqlite3_destructor_type?.self)
    }

    /// Goes to the next row; false when there is none.
    public mutating func step() throws(DatabaseError) -> Bool {
        let code = unsafe sqlite3_step(pointer)
        if code == SQLITE_ROW { return true }
        guard code == SQLITE_DONE else {
            let error = unsafe Database.error(code, sqlite3_db_handle(pointer))
            unsafe sqlite3_reset(pointer)
            throw error
        }
        return false
    }

    /// Makes the statement ready to be bound and stepped again.
    public mutating func reset() { unsafe sqlite3_reset(pointer) }

    /// The value in a column of the row that `step` reached, counted from 0.
    public borrowing func value(at column: Int32) -> DatabaseValue {
        switch unsafe sqlite3_column_type(pointer, column) {
        case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(pointer, column))
        case SQLITE_TEXT:
            let text = unsafe sqlite3_column_text(pointer, column)
            let count = Int(unsafe sqlite3_column_bytes(pointer, column))
            return .text(unsafe String(decoding: UnsafeBufferPointer(start: text, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            let octets = unsafe sqlite3_column_blob(pointer, column)
            let count = Int(unsafe sqlite3_column_bytes(pointer, column))
            return .blob(unsafe [UInt8](UnsafeRawBufferPointer(start: octets, count: count)))
        // The schema has no floating-point numbers; one that is there is damage, and nobody's integer, text or blob.
        default: return .null
        }
    }

    private func check(_ code: Int32) throws(DatabaseError) {
        guard code == SQLITE_OK else { throw unsafe Database.error(code, sqlite3_db_handle(pointer)) }
    }
}

extension DatabaseError {
    /// What kind of error a result code is. The low octet is the code, the others say more (SQLite, "Result Codes").
    var kindOfCode: Kind {
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED: .busy
        case SQLITE_FULL: .noSpace
        case SQLITE_IOERR: .inputOutput
        case SQLITE_CORRUPT, SQLITE_NOTADB: .damaged
        case SQLITE_READONLY: .readOnly
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: .cannotOpen
        case SQLITE_CONSTRAINT:
            code == SQLITE_CONSTRAINT | 8 << 8 || code == SQLITE_CONSTRAINT | 6 << 8 ? .notUnique : .constraint
        default: .other
        }
    }
}
