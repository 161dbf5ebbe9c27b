import LucidModel

/// The base of a directoryName subtree (RFC 5280 §4.2.1.10): the names that begin with its relative distinguished names,
/// compared by RFC 5280 §7.1.
struct DirectoryNameConstraint: Hashable, Sendable {
    let base: PreparedName

    /// Whether the name is the base or below it. The empty base has every name below it.
    func covers(_ name: PreparedName) -> Bool { name.isWithin(base) }
}
