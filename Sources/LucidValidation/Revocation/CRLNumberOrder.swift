public import LucidDER

/// CRL numbers are not negative and may have 20 octets.
public enum CRLNumberOrder {
    /// Whether a is below b; a missing number is below all others.
    public static func isLess(_ a: DERInteger?, _ b: DERInteger?) -> Bool {
        guard let b = b?.magnitude else { return false }
        guard let a = a?.magnitude else { return true }
        return a.count == b.count ? a.lexicographicallyPrecedes(b) : a.count < b.count
    }
}
