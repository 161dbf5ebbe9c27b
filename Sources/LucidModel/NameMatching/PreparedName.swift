import LucidDER

/// A name in a form that is the same for all names that match it (RFC 5280 §7.1): a key for dictionaries and sets.
///
/// Names match when they have the same levels in the same order; levels match when they have the same attributes in any
/// order; attributes match when their types are equal and their values are: strings after preparation, whatever their
/// string type, so that case and the number of spaces do not matter; other values, and strings that can not be
/// prepared, by their octets.
public struct PreparedName: Hashable, Sendable {
    // The key has, for each level, its attributes and an octet 0 behind them. An attribute is its type's element and
    // then
    //     0x1f  prepared text  0xff     for text
    //     the value's element           for everything else
    // An element tells its own length; no element begins with 0x1f, which would be the long form of a tag; and 0xff
    // does not occur in UTF-8. So a key can be read in one way only, two keys are equal exactly when all parts are, and
    // a key begins with another one exactly when its first levels are all of the other's.
    private let key: DERBytes

    /// The most octets of a name that is compared as text. RFC 5280 appendix A.1 ends the longest attribute value at 32,768
    /// characters (ub-name); whole names in use have a hundred octets. One character can become eighteen in preparation,
    /// so that without a bound a certificate of some megabytes would cost its reader seconds.
    public static let longestComparedName = 32768

    /// Prepares a name. One that is longer than `longestComparedName` matches only a name of the same octets, and lies in no
    /// subtree but its own and the empty name's.
    public init(_ name: Name) {
        guard name.der.count <= Self.longestComparedName else {
            key = Self.keyOfOctets(name)
            return
        }
        var key: [UInt8] = []
        // As much as a name of spaces would need, so that the array grows for none.
        key.reserveCapacity(2 * name.der.count)
        do throws(DERError) {
            try NameReader(name: name.der).appendKey(to: &key)
        } catch {
            // A Name's octets were checked when it was made, so this does not happen.
            self.key = Self.keyOfOctets(name)
            return
        }
        self.key = DERBytes(key)
    }

    /// The octets alone; 0xff begins no other key.
    private static func keyOfOctets(_ name: Name) -> DERBytes { DERBytes([0xff] + name.der.array) }

    /// Whether the name's first levels match those of `base`: whether it lies in the subtree that `base` names
    /// (RFC 5280 §7.1). A name lies in its own subtree.
    public func isWithin(_ base: PreparedName) -> Bool {
        key.count >= base.key.count && key.prefix(base.key.count) == base.key
    }
}

extension Name {
    /// Whether this is the same name by RFC 5280 §7.1: upper and lower case, the number of spaces, and string types do
    /// not matter. `==` compares octets instead.
    public func matches(_ other: Name) -> Bool {
        der == other.der || PreparedName(self) == PreparedName(other)
    }

    /// Whether the name lies in the subtree that `base` names (RFC 5280 §7.1, §4.2.1.10). A name lies in its own
    /// subtree, and every name in that of the empty name.
    public func isWithin(_ base: Name) -> Bool {
        PreparedName(self).isWithin(PreparedName(base))
    }
}
