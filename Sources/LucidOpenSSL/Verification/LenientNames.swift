import LucidX509

// Names and lists of them in forms that RFC 5280 forbids, as OpenSSL takes them.

extension DERCursor {
    /// GeneralNames, perhaps none at all.
    mutating func lenientNames(tag: DERTag = .sequence) throws(DERError) -> [GeneralName] {
        try sequenceOf("", tag: tag) { inner throws(DERError) in try inner.lenientName() }
    }

    /// One name. To OpenSSL an IA5String is whatever octets it has; such a one is kept as a string of a type that takes all.
    mutating func lenientName() throws(DERError) -> GeneralName {
        switch nextTag {
        case .context(1)?: .rfc822Name(try string("", as: .teletex, tag: .context(1)))
        case .context(2)?: .dNSName(try string("", as: .teletex, tag: .context(2)))
        case .context(6)?: .uniformResourceIdentifier(try string("", as: .teletex, tag: .context(6)))
        default: try GeneralName(from: &self, "")
        }
    }

    /// nameConstraints (RFC 5280 §4.2.1.10), perhaps without a subtree.
    mutating func lenientNameConstraints() throws(DERError) -> NameConstraints {
        try sequence("") { inner throws(DERError) in
            NameConstraints(
                permittedSubtrees: try inner.lenientSubtrees(0), excludedSubtrees: try inner.lenientSubtrees(1))
        }
    }

    private mutating func lenientSubtrees(_ number: UInt8) throws(DERError) -> [GeneralSubtree]? {
        guard isNext(.contextConstructed(number)) else { return nil }
        return try sequenceOf("", tag: .contextConstructed(number)) { list throws(DERError) in
            try list.sequence("") { inner throws(DERError) in
                GeneralSubtree(
                    base: try inner.lenientName(),
                    minimum: inner.isNext(.context(0)) ? try inner.smallNatural("", tag: .context(0)) : 0,
                    maximum: inner.isNext(.context(1)) ? try inner.smallNatural("", tag: .context(1)) : nil)
            }
        }
    }
}
