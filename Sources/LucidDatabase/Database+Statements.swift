// Statements in one call, and transactions.

extension Database {
    /// Runs one statement that gives no rows, or whose rows nobody needs.
    public func run(_ sql: String, _ values: [DatabaseValue] = []) throws(DatabaseError) {
        var statement = try prepare(sql, values)
        while try statement.step() {}
    }

    /// A statement with its parameters bound, in order.
    public func prepare(_ sql: String, _ values: [DatabaseValue]) throws(DatabaseError) -> Statement {
        var statement = try prepare(sql)
        try statement.bind(values)
        return statement
    }

    /// The one integer that a statement gives; nil where there is no row or it is NULL.
    public func integer(_ sql: String, _ values: [DatabaseValue] = []) throws(DatabaseError) -> Int64? {
        var statement = try prepare(sql, values)
        return try statement.step() ? try statement.optionalInteger(0, "result") : nil
    }

    /// All rows of a statement, each made into a value.
    public func rows<Value>(
        _ sql: String, _ values: [DatabaseValue] = [],
        _ read: (borrowing Statement) throws(DatabaseError) -> Value
    ) throws(DatabaseError) -> [Value] {
        var statement = try prepare(sql, values)
        var rows: [Value] = []
        while try statement.step() { rows.append(try read(statement)) }
        return rows
    }

    /// Does something whole or not at all. The lock is taken at the beginning (`BEGIN IMMEDIATE`), so that two processes that
    /// read first and write then can not block each other.
    ///
    /// When the call returns, the changes are on the disk; when it throws, nothing has changed.
    public func transaction<Value>(
        _ body: () throws(DatabaseError) -> Value
    ) throws(DatabaseError) -> Value {
        try run("BEGIN IMMEDIATE")
        do throws(DatabaseError) {
            let value = try body()
            try run("COMMIT")
            return value
        } catch {
            // Some errors, such as a full disk, have rolled back already.
            if isInTransaction { try? run("ROLLBACK") }
            throw error
        }
    }
}

extension Statement {
    /// Sets all parameters, in order.
    public mutating func bind(_ values: [DatabaseValue]) throws(DatabaseError) {
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index) + 1) }
    }
}
