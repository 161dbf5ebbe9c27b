extension Base64 {
    /// Decodes Base64 text without white space (RFC 4648 §4), whole and padded; nil for anything else. It takes a time that tells
    /// where text that is none goes wrong, so it is for public text.
    public static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        guard text.count % 4 == 0, !text.isEmpty else { return nil }
        let padding = text.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        var octets: [UInt8] = []
        octets.reserveCapacity(text.count / 4 * 3)
        var bits = 0, bitCount = 0
        for character in text.dropLast(padding) {
            let value = value(of: character)
            guard value >= 0 else { return nil }
            bits = (bits << 6 | value) & 0xfff
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                octets.append(UInt8(truncatingIfNeeded: bits >> bitCount))
            }
        }
        // RFC 4648 §3.5: the bits that are left over are zero.
        guard bits & (1 << bitCount - 1) == 0 else { return nil }
        return octets
    }
}
