import LucidModel

public struct PreparedName: Hashable, Sendable {
    let name: Name
    init(_ name: Name) { self.name = name }
}
extension Name {
    func matches(_ other: Name) -> Bool { self == other }
}
