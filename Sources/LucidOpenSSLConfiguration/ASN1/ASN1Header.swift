/// An identifier with any tag number, and how the content is made of what it encloses.
struct ASN1Header {
    /// The tag's class, in the upper two bits (X.690 §8.1.2.2).
    var tagClass: UInt8
    var number: UInt32
    var isConstructed: Bool
    /// Whether a zero octet comes first: that a BIT STRING has no unused bits.
    var isPadded = false

    /// Puts identifier and length octets before a content.
    func wrap(_ content: [UInt8]) -> [UInt8] {
        let content = isPadded ? [0] + content : content
        return identifier + Self.length(content.count) + content
    }

    /// X.690 §8.1.2.4: numbers from 31 on follow in groups of seven bits.
    private var identifier: [UInt8] {
        let first = tagClass | (isConstructed ? 0x20 : 0)
        guard number >= 31 else { return [first | UInt8(number)] }
        var groups = [UInt8(number & 0x7f)]
        var rest = number >> 7
        while rest > 0 {
            groups.append(0x80 | UInt8(rest & 0x7f))
            rest >>= 7
        }
        return [first | 0x1f] + groups.reversed()
    }

    /// X.690 §10.1: as few octets as it needs.
    private static func length(_ count: Int) -> [UInt8] {
        guard count >= 0x80 else { return [UInt8(count)] }
        var octets: [UInt8] = []
        var rest = count
        while rest > 0 {
            octets.append(UInt8(rest & 0xff))
            rest >>= 8
        }
        return [0x80 | UInt8(octets.count)] + octets.reversed()
    }
}
