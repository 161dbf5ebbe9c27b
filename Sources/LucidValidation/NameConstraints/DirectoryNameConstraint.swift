import LucidModel

/// The base of a directoryName subtree (RFC 5280 §4.2.1.10): the names that begin with its relative distinguished names.
struct DirectoryNameConstraint: Hashable, Sendable {
    let base: Name

    /// Whether the name is the base or below it. The empty base has every name below it.
    func covers(_ name: Name) -> Bool { name.isWithin(base) }
}
