public import LucidDER

/// Something that speaks against a certification path: which check, on which certificate, with which facts.
public struct Finding: Hashable, Sendable {
    /// The check that failed; its `rawValue` is the finding's id and its `clause` the rule.
    public let check: Check
    /// How much it weighs.
    public let severity: Severity
    /// Which certificate: 0 is the target, 1 its issuer, and so on towards the trust anchor; nil where it is about the whole.
    public let certificateIndex: Int?
    /// The facts, by name.
    public let parameters: [Parameter]

    /// How much a finding weighs.
    public enum Severity: String, Hashable, Sendable {
        /// The path is refused.
        case error
        /// The path is accepted, but somebody may refuse it.
        case warning
    }

    /// A fact with a name.
    public struct Parameter: Hashable, Sendable {
        public let name: String
        public let value: Value

        public init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// A fact.
    public enum Value: Hashable, Sendable {
        case text(String)
        case number(Int)
        case time(CalendarTime)
        case list([String])
    }
}
