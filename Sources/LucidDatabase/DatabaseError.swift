/// An error of SQLite, or a row that is not as the schema promises.
public struct DatabaseError: Error, Hashable, Sendable {
    /// SQLite's extended result code.
    public let code: Int32
    /// SQLite's words for it.
    public let message: String

    init(code: Int32, message: String) {
        self.code = code
        self.message = message
    }

    /// A column whose value the schema does not allow: the file was damaged, or changed by hand.
    public static func unexpectedValue(_ column: String) -> DatabaseError {
        DatabaseError(code: 11, message: "unexpected value in \(column)")
    }

    /// What callers tell apart.
    public enum Kind: Hashable, Sendable {
        /// Other processes held the file for longer than the busy timeout.
        case busy
        /// The disk is full.
        case noSpace
        /// Reading or writing failed.
        case inputOutput
        /// The file is no database or a damaged one.
        case damaged
        /// The file, its folder or its file system may not be written.
        case readOnly
        /// The file can not be opened.
        case cannotOpen
        /// A value that must be unique is there already.
        case notUnique
        /// Another rule of the schema is broken.
        case constraint
        case other
    }

    public var kind: Kind { kindOfCode }
}
