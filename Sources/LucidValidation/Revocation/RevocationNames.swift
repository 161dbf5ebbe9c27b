import LucidDER
import LucidModel

/// The comparisons of names that revocation needs, all in one place: RFC 5280 §7.1 says when two names are the same.
enum RevocationNames {
    /// What names are looked up by: equal for two names that are the same.
    typealias Key = PreparedName
    static func key(_ name: Name) -> Key { PreparedName(name) }

    /// Whether two names are the same.
    static func same(_ a: Name, _ b: Name) -> Bool { a.matches(b) }

    /// Whether two general names are the same.
    static func same(_ a: GeneralName, _ b: GeneralName) -> Bool {
        if case .directoryName(let a) = a, case .directoryName(let b) = b { return same(a, b) }
        return a == b
    }

    /// Whether a name is among general names, as a directoryName.
    static func contains(_ names: [GeneralName], _ name: Name) -> Bool { contains(names, .directoryName(name)) }

    /// Whether a general name is among others.
    static func contains(_ names: [GeneralName], _ name: GeneralName) -> Bool { names.contains { same($0, name) } }

    /// Whether two lists of names have one in common.
    static func overlap(_ a: [GeneralName], _ b: [GeneralName]) -> Bool { a.contains { contains(b, $0) } }

    /// The directoryNames among general names.
    static func directoryNames(_ names: [GeneralName]) -> [Name] {
        names.compactMap { if case .directoryName(let name) = $0 { name } else { nil } }
    }

    /// A distribution point's names in full. A fragment is appended to the name of the CRL issuer (RFC 5280 §4.2.1.13,
    /// §5.2.5).
    static func fullNames(of point: DistributionPointName, crlIssuers: [Name]) -> [GeneralName] {
        switch point {
        case .fullName(let names): names
        case .nameRelativeToCRLIssuer(let fragment):
            crlIssuers.map { .directoryName(Name($0.relativeDistinguishedNames + [fragment])) }
        }
    }
}
