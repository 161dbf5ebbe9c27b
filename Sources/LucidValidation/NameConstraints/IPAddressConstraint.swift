/// The base of an iPAddress subtree (RFC 5280 §4.2.1.10): an address and a mask, "encoded in the style of RFC 4632 (CIDR)",
/// 8 octets for IPv4 and 32 for IPv6.
struct IPAddressConstraint: Hashable, Sendable {
    private let address: PresentedIPAddress
    private let mask: UInt128

    /// From the octets of the subtree's base; nil where there are neither 8 nor 32, or where the mask has a one behind a zero,
    /// which CIDR can not say.
    init?(_ base: Span<UInt8>) {
        let half = base.count / 2
        guard base.count == 8 || base.count == 32,
            let address = PresentedIPAddress(base.extracting(0..<half)),
            let mask = PresentedIPAddress(base.extracting(half..<base.count))
        else { return nil }
        let hostBits = PresentedIPAddress.allOnes(octetCount: half) ^ mask.bits
        // Ones at the end alone: one more is a power of two.
        guard hostBits & (hostBits &+ 1) == 0 else { return nil }
        self.address = address
        self.mask = mask.bits
    }

    /// Whether the address has the same bits where the mask has ones. An address of the other family never has: both families
    /// share one name form, so who permits IPv4 addresses alone permits no IPv6 address.
    func covers(_ name: PresentedIPAddress) -> Bool {
        name.octetCount == address.octetCount && (name.bits ^ address.bits) & mask == 0
    }
}

/// An iPAddress of a certificate: 4 or 16 octets as one number.
struct PresentedIPAddress: Hashable, Sendable {
    let bits: UInt128
    let octetCount: Int

    /// From 4 or 16 octets; nil for any other number.
    init?(_ octets: Span<UInt8>) {
        guard octets.count == 4 || octets.count == 16 else { return nil }
        bits = octets.indices.reduce(0) { $0 << 8 | UInt128(octets[$1]) }
        octetCount = octets.count
    }

    static func allOnes(octetCount: Int) -> UInt128 { UInt128.max >> UInt128(128 - 8 * octetCount) }
}
