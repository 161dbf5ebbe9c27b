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
    let wholeCount = min(bytes.count / 8, count)
    for index in 0..<wholeCount {
        let end = bytes.count - 8 * index
        let octets = bytes.extracting(end - 8..<end)
        var limb: Limb = 0
        for place in 0..<8 { limb = limb << 8 | Limb(octets[place]) }
        limbs[index] = limb
    }
    // The octets that do not fill a limb.
    if wholeCount < count {
        for index in 0..<bytes.count - 8 * wholeCount {
            limbs[wholeCount] = limbs[wholeCount] << 8 | Limb(bytes[index])
        }
    }
    return limbs
}

/// Limbs, least significant first, as octets, most significant first; what does not fit is dropped.
/// Takes the same time whatever the values are.
func writeBigEndian(_ limbs: Span<Limb>, into bytes: inout [UInt8]) {
    let count = bytes.count
    let wholeCount = min(count / 8, limbs.count)
    var span = bytes.mutableSpan
    var octets = unsafe span.mutableBytes
    for index in 0..<wholeCount {
        unsafe octets.storeBytes(of: limbs[index].bigEndian, toByteOffset: count - 8 * (index + 1), as: Limb.self)
    }
    // The octets that do not fill a limb.
    for index in 8 * wholeCount..<max(8 * wholeCount, min(count, limbs.count * 8)) {
        bytes[count - 1 - index] = UInt8(truncatingIfNeeded: limbs[index >> 3] >> ((index & 7) * 8))
    }
}
