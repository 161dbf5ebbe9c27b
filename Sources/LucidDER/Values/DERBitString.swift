/// A BIT STRING (X.690 §8.6): a number of bits, the first one in the most significant bit of the first octet.
public struct DERBitString: Hashable, Sendable {
    /// The octets; the unused bits at the end of the last one are zero.
    public let bytes: DERBytes
    /// How many bits of the last octet do not count: 0 to 7.
    public let unusedBitCount: UInt8

    /// A string of whole octets.
    public init(_ bytes: DERBytes) {
        self.bytes = bytes
        unusedBitCount = 0
    }

    /// A list of named bits (X.680 §22.7): bit i of `mask` (counted from the least significant) is the named bit i.
    /// Trailing zero bits are left out (X.690 §11.2.2).
    public init(namedBits mask: UInt32) {
        let bitCount = 32 - mask.leadingZeroBitCount
        var octets = [UInt8](repeating: 0, count: (bitCount + 7) / 8)
        for bit in 0..<bitCount where mask >> UInt32(bit) & 1 == 1 { octets[bit / 8] |= 0x80 >> UInt8(bit % 8) }
        bytes = DERBytes(octets)
        unusedBitCount = UInt8(octets.count * 8 - bitCount)
    }

    fileprivate init(bytes: DERBytes, unusedBitCount: UInt8) {
        self.bytes = bytes
        self.unusedBitCount = unusedBitCount
    }

    /// The number of bits.
    public var bitCount: Int { bytes.count * 8 - Int(unusedBitCount) }

    /// The first 32 bits as a mask: named bit i is bit i of the mask, counted from the least significant.
    public var namedBits: UInt32 {
        var mask: UInt32 = 0
        for (index, octet) in bytes.prefix(4).enumerated() {
            for bit in 0..<8 where octet & (0x80 >> UInt8(bit)) != 0 { mask |= 1 << UInt32(index * 8 + bit) }
        }
        return mask
    }
}

extension DERCursor {
    /// A BIT STRING.
    public mutating func bitString(_ field: StaticString, tag: DERTag = .bitString) throws(DERError) -> DERBitString {
        do throws(DERError) {
            let content = try element(tag).content
            let start = content.lowerBound
            guard !content.isEmpty else { throw DERError(.bitStringEmpty, at: start) }
            let unused = source[start]
            // An empty string has no octet that could have unused bits.
            guard unused <= 7, content.count > 1 || unused == 0 else {
                throw DERError(.bitStringUnusedBitsCount(unused), at: start)
            }
            if unused > 0, source[content.upperBound - 1] & (0xff >> (8 - unused)) != 0 {
                throw DERError(.bitStringUnusedBitsNotZero, at: content.upperBound - 1)
            }
            return DERBitString(bytes: bytes(start + 1..<content.upperBound), unusedBitCount: unused)
        } catch { throw error.inside(field) }
    }

    /// A BIT STRING of whole octets: a signature, a public key.
    public mutating func octetAlignedBitString(_ field: StaticString) throws(DERError) -> DERBytes {
        let start = offset
        let string = try bitString(field)
        guard string.unusedBitCount == 0 else { throw DERError(.bitStringNotOctets, at: start).inside(field) }
        return string.bytes
    }

    /// A BIT STRING with a named bit list: trailing zero bits are not encoded (X.690 §11.2.2).
    public mutating func namedBitString(
        _ field: StaticString, tag: DERTag = .bitString
    ) throws(DERError) -> DERBitString {
        let string = try bitString(field, tag: tag)
        if let last = string.bytes.last, last >> string.unusedBitCount & 1 == 0 {
            throw DERError(.bitStringTrailingZeroBits, at: string.bytes.endIndex - 1).inside(field)
        }
        return string
    }
}

extension DERWriter {
    /// A BIT STRING.
    public mutating func bitString(_ value: DERBitString, tag: DERTag = .bitString) {
        header(tag, contentCount: value.bytes.count + 1)
        append(octet: value.unusedBitCount)
        append(value.bytes)
    }

    /// A BIT STRING of whole octets.
    public mutating func bitString(_ octets: some Collection<UInt8>, tag: DERTag = .bitString) {
        header(tag, contentCount: octets.count + 1)
        append(octet: 0)
        append(octets)
    }
}
