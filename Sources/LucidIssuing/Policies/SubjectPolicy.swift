public import LucidDER
public import LucidModel

/// Which attributes a subject may and must have, by the rules that `openssl ca` has, too.
public struct SubjectPolicy: Hashable, Sendable {
    /// The attributes that there may be. Any other one is left out of the certificate.
    public var rules: [ObjectIdentifier: Rule]

    public enum Rule: String, Hashable, Sendable, CaseIterable {
        /// Has to be there, with the value of the CA's own subject.
        case match
        /// Has to be there.
        case supplied
        /// May be there.
        case optional
    }

    public init(rules: [ObjectIdentifier: Rule]) { self.rules = rules }

    /// What stands against a subject.
    ///
    /// - Parameter authority: the CA's own subject.
    public func refusals(of subject: Name, authority: Name) -> [PolicyRefusal] {
        sortedTypes.compactMap { type in
            let found = subject.values(of: type)
            switch rules[type] {
            case .match:
                let wanted = authority.values(of: type)
                if found.isEmpty { return .attributeMissing(type) }
                // RFC 5280 §7.1 compares what is written in several ways.
                let isSame = subject.only([type]).matches(authority.only([type]))
                return isSame ? nil : .attributeDiffers(type, found: found, wanted: wanted)
            case .supplied: return found.isEmpty ? .attributeMissing(type) : nil
            case .optional, nil: return nil
            }
        }
    }

    /// The types with a rule, in the order of their numbers, so that answers do not change from run to run.
    var sortedTypes: [ObjectIdentifier] { rules.keys.sorted { $0.content.lexicographicallyPrecedes($1.content) } }

    /// The subject with the CA's values for those attributes that have to match and are not there. They come first, in the CA's
    /// order, because they are the more general part.
    public func completed(_ subject: Name, authority: Name) -> Name {
        let missing = rules.filter { $0.value == .match && subject.values(of: $0.key).isEmpty }.map(\.key)
        return Name(
            authority.only(missing).relativeDistinguishedNames + subject.relativeDistinguishedNames)
    }
}

extension Name {
    /// The name with the attributes of these types alone.
    func only(_ types: [ObjectIdentifier]) -> Name { filtered { types.contains($0.type) } }

    /// The name with those attributes alone for which `isKept` is true.
    func filtered(_ isKept: (AttributeTypeAndValue) -> Bool) -> Name {
        let parts = relativeDistinguishedNames.compactMap { part -> RelativeDistinguishedName? in
            let kept = part.attributes.filter(isKept)
            return kept.isEmpty ? nil : RelativeDistinguishedName(kept)
        }
        return Name(parts)
    }
}
