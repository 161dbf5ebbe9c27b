import LucidDatabase
import LucidTestSupport
import Testing

@Suite("A database file")
struct DatabaseTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func made() throws -> String {
        let path = folder.path("a.db")
        let database = try Database(path, .creating)
        try database.run("CREATE TABLE t (i INTEGER UNIQUE, x TEXT, b BLOB) STRICT")
        return path
    }

    @Test(
        "gives back every value that it was given",
        arguments: [
            (Int64(0), "", [UInt8]()), (.min, "a\u{0}b", [0]),
            (.max, "Grüße ✓", [UInt8](repeating: 0xff, count: 70_000)),
        ])
    func values(integer: Int64, text: String, blob: [UInt8]) throws {
        let database = try Database(try made(), .writing)
        try database.run("INSERT INTO t VALUES (?, ?, ?)", [.integer(integer), .text(text), .blob(blob)])
        let rows = try database.rows("SELECT i, x, b FROM t") { row throws(DatabaseError) in
            (try row.integer(0, "i"), try row.text(1, "x"), try row.blob(2, "b"))
        }
        #expect(rows.count == 1 && rows[0] == (integer, text, blob))
    }

    @Test("tells NULL from a value, and one type from another")
    func types() throws {
        let database = try Database(try made(), .writing)
        try database.run("INSERT INTO t VALUES (NULL, 'x', NULL)")
        var statement = try database.prepare("SELECT i, x FROM t")
        #expect(try statement.step())
        #expect(try statement.optionalInteger(0, "i") == nil)
        #expect(throws: DatabaseError.unexpectedValue("i")) { try statement.integer(0, "i") }
        #expect(throws: DatabaseError.unexpectedValue("x")) { try statement.optionalBlob(1, "x") }
        #expect(try statement.step() == false)
    }

    @Test("keeps nothing of a transaction that throws")
    func rollback() throws {
        let database = try Database(try made(), .writing)
        try database.run("INSERT INTO t (i) VALUES (1)")
        let error = #expect(throws: DatabaseError.self) {
            try database.transaction { () throws(DatabaseError) in
                try database.run("INSERT INTO t (i) VALUES (2)")
                try database.run("INSERT INTO t (i) VALUES (1)")
            }
        }
        #expect(error?.kind == .notUnique)
        let isStillOpen = database.isInTransaction
        #expect(!isStillOpen)
        #expect(try database.integer("SELECT count(*) FROM t") == 1)
    }

    @Test("waits for another writer no longer than it was told")
    func busy() throws {
        let path = try made()
        let first = try Database(path, .writing)
        let second = try Database(path, .writing)
        try first.run("BEGIN IMMEDIATE")
        second.setBusyTimeout(milliseconds: 20)
        let error = #expect(throws: DatabaseError.self) { try second.transaction { () throws(DatabaseError) in } }
        #expect(error?.kind == .busy)
        try first.run("COMMIT")
        try second.transaction { () throws(DatabaseError) in }
    }

    @Test("is not made where it is only to be opened, nor changed where it is only to be read")
    func access() throws {
        let missing = #expect(throws: DatabaseError.self) { _ = try Database(folder.path("missing"), .writing) }
        #expect(missing?.kind == .cannotOpen)
        let database = try Database(try made(), .reading)
        let readOnly = #expect(throws: DatabaseError.self) { try database.run("INSERT INTO t (i) VALUES (1)") }
        #expect(readOnly?.kind == .readOnly)
    }

    @Test("that is none is told")
    func noDatabase() throws {
        try folder.write([UInt8](repeating: 0x41, count: 5000), to: "text")
        let database = try Database(folder.path("text"), .reading)
        let error = #expect(throws: DatabaseError.self) { try database.integer("SELECT count(*) FROM sqlite_schema") }
        #expect(error?.kind == .damaged)
    }
}
