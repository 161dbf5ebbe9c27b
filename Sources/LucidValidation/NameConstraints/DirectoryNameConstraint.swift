import LucidModel

/// The base of a directoryName subtree (RFC 5280 §4.2.1.10): the names that begin with its relative distinguished names,
/// compared by RFC 5280 §7.1.
struct DirectoryNameConstraint: Hashable, Sendable {
    let base: PreparedName

    /// A name ready to be compared. One that is too long for that can not be said to lie outside of a subtree.
    static func prepared(_ name: Name) throws(Unprocessable) -> PreparedName {
        guard name.der.count <= PreparedName.longestComparedName else { throw .tooLong }
        return PreparedName(name)
    }

    /// Whether the name is the base or below it. The empty base has every name below it.
    func covers(_ name: PreparedName) -> Bool { name.isWithin(base) }
}
