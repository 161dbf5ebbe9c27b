public import LucidJSON

/// What is wrong with a file of settings, and where.
public struct SettingProblem: Error, Hashable, Sendable {
    /// The way to the value, `names.dns[2]`; empty for the whole file.
    public let field: String
    public let reason: Reason

    public enum Reason: Hashable, Sendable {
        /// The file is no JSON.
        case notJSON(JSONProblem)
        /// A value of another kind is wanted here: `a string`.
        case wrongKind(expected: String)
        /// There is no such field; these there are.
        case unknownField(allowed: [String])
        /// The field is there twice.
        case repeated
        /// The field has to be there.
        case missing
        /// The value is not among what is allowed.
        case notAllowed(String, allowed: String)
        /// The field says nothing here, or contradicts another one: why.
        case contradiction(String)
    }

    init(_ field: String, _ reason: Reason) {
        self.field = field
        self.reason = reason
    }
}
