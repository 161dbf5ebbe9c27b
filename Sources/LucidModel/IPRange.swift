import LucidDER

/// A range of IP addresses in the form `10.0.0.0/8`: those whose first bits are the same (RFC 4632 §3.1, RFC 4291 §2.3).
public struct IPRange: Hashable, Sendable {
    /// The first address of the range.
    public let first: IPAddress
    /// How many bits all addresses of the range have in common, from the first on.
    public let prefixLength: Int

    /// From text; a lone address is the range of itself. Nil where it is no such range, and where the address has bits set
    /// behind the prefix: `10.1.2.3/8` could mean two things.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let head = parts.first, let address = IPAddress(head), parts.count <= 2 else { return nil }
        var length = address.octets.count * 8
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let given = Int(parts[1]), given <= length
            else { return nil }
            length = given
        }
        first = address
        prefixLength = length
        guard zip(address.octets, mask).allSatisfy({ $0 & ~$1 == 0 }) else { return nil }
    }

    /// As many octets as an address has, the bits of the prefix set.
    private var mask: [UInt8] {
        first.octets.indices.map { index in
            let bits = min(max(prefixLength - 8 * index, 0), 8)
            return UInt8(truncatingIfNeeded: 0xff00 >> bits)
        }
    }

    /// Whether an address is within the range; one of the other version never is.
    public func contains(_ address: IPAddress) -> Bool {
        address.octets.count == first.octets.count
            && zip(zip(address.octets, mask), first.octets).allSatisfy { $0.0 & $0.1 == $1 }
    }

    /// The range as name constraints have it: address and mask (RFC 5280 §4.2.1.10).
    public var constraint: GeneralName { .iPAddress(DERBytes(first.octets + mask)) }
}

extension IPRange: CustomStringConvertible {
    /// `10.0.0.0/8`.
    public var description: String { "\(first)/\(prefixLength)" }
}
