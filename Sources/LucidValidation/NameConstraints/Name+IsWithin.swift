import LucidModel

extension Name {
    /// Whether the name begins with the relative distinguished names of `base`, octet for octet.
    ///
    /// To be replaced by the comparison of RFC 5280 §7.1, which sees through case, spaces and string types.
    func isWithin(_ base: Name) -> Bool { relativeDistinguishedNames.starts(with: base.relativeDistinguishedNames) }
}
