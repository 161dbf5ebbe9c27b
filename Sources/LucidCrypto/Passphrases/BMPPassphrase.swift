public import LucidNumber

/// A passphrase in the form that PKCS #12's key derivation takes (RFC 7292 appendix B.1): a BMPString, two octets a
/// character, the high one first, and two zero octets at the end.
public enum BMPPassphrase {
    /// From UTF-8. Characters beyond the first 65,536 become surrogates, as in UTF-16, which is what other programs make
    /// of them; octets that are no UTF-8 are taken for one character each.
    ///
    /// Its time depends on the lengths of the characters: which ones are not ASCII can be seen from outside.
    public static func encode(_ passphrase: borrowing SecretBytes) -> SecretBytes {
        passphrase.withSpan { octets in
            // Room for the longest result, so that nothing is left behind in outgrown buffers.
            var units = SecretBytes(count: 2 * octets.count + 2)
            let count = units.withMutableSpan { units in
                utf16Octets(of: octets, into: &units) ?? singleOctets(of: octets, into: &units)
            }
            return units.withSpan { SecretBytes(copying: $0.extracting(0..<count + 2)) }
        }
    }

    /// Each octet as a character; returns how many octets were written.
    private static func singleOctets(of octets: Span<UInt8>, into units: inout MutableSpan<UInt8>) -> Int {
        for index in 0..<octets.count {
            units[2 * index] = 0
            units[2 * index + 1] = octets[index]
        }
        units[2 * octets.count] = 0
        units[2 * octets.count + 1] = 0
        return 2 * octets.count
    }

    /// UTF-16 from UTF-8; nil where it is none (RFC 3629 §4).
    private static func utf16Octets(of octets: Span<UInt8>, into units: inout MutableSpan<UInt8>) -> Int? {
        var written = 0
        func put(_ unit: UInt32, _ units: inout MutableSpan<UInt8>) {
            units[written] = UInt8(truncatingIfNeeded: unit >> 8)
            units[written + 1] = UInt8(truncatingIfNeeded: unit)
            written += 2
        }
        var index = 0
        while index < octets.count {
            guard let (scalar, length) = scalar(of: octets, at: index) else { return nil }
            index += length
            if scalar < 0x10000 {
                put(scalar, &units)
            } else {
                put(0xd800 + (scalar - 0x10000) >> 10, &units)
                put(0xdc00 + (scalar - 0x10000) & 0x3ff, &units)
            }
        }
        put(0, &units)
        return written - 2
    }

    /// The character at a place, and how many octets it takes.
    private static func scalar(of octets: Span<UInt8>, at index: Int) -> (UInt32, length: Int)? {
        let first = octets[index]
        if first < 0x80 { return (UInt32(first), 1) }
        // The first octet tells the length; shorter forms of a character are not allowed.
        let (length, smallest): (Int, UInt32)
        switch first {
        case 0xc2...0xdf: (length, smallest) = (2, 0x80)
        case 0xe0...0xef: (length, smallest) = (3, 0x800)
        case 0xf0...0xf4: (length, smallest) = (4, 0x10000)
        default: return nil
        }
        guard index + length <= octets.count else { return nil }
        var scalar = UInt32(first) & (0x7f >> UInt32(length))
        for offset in 1..<length {
            guard octets[index + offset] & 0xc0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(octets[index + offset] & 0x3f)
        }
        guard scalar >= smallest, Unicode.Scalar(scalar) != nil else { return nil }
        return (scalar, length)
    }
}
