import LucidModel

/// A name that the certificates above do not let a certificate have.
struct NameConstraintViolation: Hashable, Sendable {
    /// The name; `name.source.text` is its text and `name.form.rawValue` what kind it is.
    let name: PresentedName
    let problem: Problem
    /// The certificate whose constraints these are, by its index in the path; nil for the inputs of the validation.
    let certificateIndex: Int?

    /// What is wrong with the name.
    enum Problem: Hashable, Sendable {
        /// RFC 5280 §6.1.3(b): it is within none of these subtrees, all that the certificate permits for its form.
        case notPermitted([GeneralSubtree])
        /// RFC 5280 §6.1.3(c): it is within this subtree, or stands for a name that is.
        case excluded(GeneralSubtree)
        /// RFC 5280 §4.2.1.10: it can not be held against these subtrees, all that the certificate permits or excludes for its
        /// form.
        case unprocessable(Unprocessable, [GeneralSubtree])
    }
}

/// There are more names and constraints than somebody wants to compare.
struct TooManyNameComparisons: Error, Hashable, Sendable {
    /// What the certificate's names would have cost.
    let needed: Int
    /// What was left.
    let left: Int
}
