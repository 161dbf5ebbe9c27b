// Natural numbers as octets, most significant first: OS2IP and I2OSP of RFC 8017 §4.

extension Natural {
    /// OS2IP (RFC 8017 §4.2): the number that the octets spell, most significant first. Leading zeros are allowed.
    public init(bigEndian bytes: Span<UInt8>) {
        self.init(limbs: limbsFromBigEndian(bytes, count: (bytes.count + 7) / 8))
    }

    /// OS2IP for an array.
    public init(bigEndian bytes: some Sequence<UInt8>) {
        let array = Array(bytes)
        self.init(bigEndian: array.span)
    }

    /// I2OSP (RFC 8017 §4.1): exactly `count` octets, most significant first, or nil where the number needs more.
    public func bigEndianBytes(count: Int) -> [UInt8]? {
        guard bitWidth <= count * 8 else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        writeBigEndian(limbs.span, into: &bytes)
        return bytes
    }

    /// The fewest octets that hold the number; none for zero.
    public var bigEndianBytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: (bitWidth + 7) / 8)
        writeBigEndian(limbs.span, into: &bytes)
        return bytes
    }
}

/// Octets, most significant first, as `count` limbs, least significant first. Octets beyond `count` limbs are dropped.
/// Takes the same time whatever the values are.
func limbsFromBigEndian(_ bytes: Span<UInt8>, count: Int) -> [Limb] {
    var limbs = [Limb](repeating: 0, count: count)
    let wholeLimbs = min(bytes.count / 8, count)
    // Whole limbs are read at once: each is the eight octets that end where the limb below begins.
    unsafe bytes.withUnsafeBytes { source in
        for index in 0..<wholeLimbs {
            let start = bytes.count - 8 * (index + 1)
            // The eight octets are within the span: start is at least 0, because there are so many whole limbs.
            limbs[index] = unsafe Limb(bigEndian: source.loadUnaligned(fromByteOffset: start, as: Limb.self))
        }
    }
    for index in 8 * wholeLimbs..<max(8 * wholeLimbs, min(bytes.count, count * 8)) {
        limbs[index >> 3] |= Limb(bytes[bytes.count - 1 - index]) << ((index & 7) * 8)
    }
    return limbs
}

/// Limbs, least significant first, as octets, most significant first; what does not fit is dropped.
/// Takes the same time whatever the values are.
func writeBigEndian(_ limbs: Span<Limb>, into bytes: inout [UInt8]) {
    let count = bytes.count
    let wholeLimbs = min(count / 8, limbs.count)
    unsafe bytes.withUnsafeMutableBytes { target in
        for index in 0..<wholeLimbs {
            // Within the array, for the same reason as above.
            unsafe target.storeBytes(of: limbs[index].bigEndian, toByteOffset: count - 8 * (index + 1), as: Limb.self)
        }
    }
    for index in 8 * wholeLimbs..<max(8 * wholeLimbs, min(count, limbs.count * 8)) {
        bytes[count - 1 - index] = UInt8(truncatingIfNeeded: limbs[index >> 3] >> ((index & 7) * 8))
    }
}
