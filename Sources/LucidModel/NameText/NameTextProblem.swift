public import LucidDER

/// Why a text is no distinguished name, and where.
public struct NameTextProblem: Error, Hashable, Sendable {
    /// How many characters (Unicode scalars) are before the place.
    public let offset: Int
    public let reason: Reason

    public enum Reason: Error, Hashable, Sendable {
        /// No attribute at all.
        case empty
        /// There is no `=` behind the attribute's name.
        case equalsSignMissing(name: String)
        /// No attribute is called like that.
        case unknownAttribute(String)
        /// Nothing is behind the `=`.
        case valueMissing(ObjectIdentifier)
        /// A backslash before something that can not be escaped.
        case badEscape
        /// Hexadecimal digits that are no UTF-8, or `#` and digits that are no DER.
        case badHexadecimal
        /// The sign has to be written with a backslash before it.
        case unescaped(Unicode.Scalar)
        /// The attribute takes other values (X.520, RFC 5280 appendix A).
        case valueNotAllowed(ObjectIdentifier, allowed: String)
    }
}
