/// A value in a column, or for a parameter.
public enum DatabaseValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    /// An integer, or null for nil.
    public static func integer(_ value: Int64?) -> DatabaseValue { value.map { .integer($0) } ?? .null }
    /// A text, or null for nil.
    public static func text(_ value: String?) -> DatabaseValue { value.map { .text($0) } ?? .null }
    /// A blob, or null for nil.
    public static func blob(_ value: [UInt8]?) -> DatabaseValue { value.map { .blob($0) } ?? .null }
}

// Columns by type. A value of another type than the schema's is an error, not a default.
extension Statement {
    /// The integer in a column; nil for NULL.
    public borrowing func optionalInteger(_ column: Int32, _ name: StaticString) throws(DatabaseError) -> Int64? {
        switch value(at: column) {
        case .integer(let value): value
        case .null: nil
        default: throw .unexpectedValue(name.description)
        }
    }

    /// The integer in a column.
    public borrowing func integer(_ column: Int32, _ name: StaticString) throws(DatabaseError) -> Int64 {
        guard let value = try optionalInteger(column, name) else { throw .unexpectedValue(name.description) }
        return value
    }

    /// The text in a column; nil for NULL.
    public borrowing func optionalText(_ column: Int32, _ name: StaticString) throws(DatabaseError) -> String? {
        switch value(at: column) {
        case .text(let value): value
        case .null: nil
        default: throw .unexpectedValue(name.description)
        }
    }

    /// The text in a column.
    public borrowing func text(_ column: Int32, _ name: StaticString) throws(DatabaseError) -> String {
        guard let value = try optionalText(column, name) else { throw .unexpectedValue(name.description) }
        return value
    }

    /// The blob in a column; nil for NULL.
    public borrowing func optionalBlob(_ column: Int32, _ name: StaticString) throws(DatabaseError) -> [UInt8]? {
        switch value(at: column) {
        case .blob(let value): value
        case .null: nil
        default: throw .unexpectedValue(name.description)
        }
    }

    /// The blob in a column.
    public borrowing func blob(_ column: Int32, _ name: StaticString) throws(DatabaseError) -> [UInt8] {
        guard let value = try optionalBlob(column, name) else { throw .unexpectedValue(name.description) }
        return value
    }
}
