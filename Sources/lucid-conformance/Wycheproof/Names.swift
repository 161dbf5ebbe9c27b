import LucidJSON
import LucidCrypto

extension HashAlgorithm {
    /// A hash by the name that Wycheproof gives it, with or without punctuation: `SHA-256`, `SHA256`, `Sha512_224`.
    init(wycheproofName name: String) throws(Skip) {
        guard let hash = Self.allCases.first(where: { Self.bare($0.name) == Self.bare(name) }) else {
            throw Skip("Lucid has no hash \(name)")
        }
        self = hash
    }

    /// From a group's member, such as `sha`.
    init(_ group: JSON, _ key: String) throws(Skip) {
        guard let name = group[key]?.string else { throw Skip("the group names no hash in \(key)") }
        try self.init(wycheproofName: name)
    }

    private static func bare(_ name: String) -> String { name.uppercased().filter { $0.isLetter || $0.isNumber } }
}

extension NamedCurve {
    /// A curve by SECG's or NIST's name.
    init(wycheproofName name: String) throws(Skip) {
        guard let curve = Self.allCases.first(where: { $0.name == name || $0.nistName == name }) else {
            throw Skip("Lucid has no curve \(name)")
        }
        self = curve
    }
}

extension StringProtocol {
    /// What follows a beginning; nil where it does not begin so.
    func following(_ beginning: String) -> String? {
        hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
    }
}
