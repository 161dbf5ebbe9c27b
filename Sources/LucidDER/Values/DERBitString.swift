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
}

extension DERCursor {
    /// A BIT STRING.
    public mutating func bitString(_ field: StaticString, tag: DERTag = .bitString) throws(DERError) -> DERBitString {
        let (octets, unused) = try bits(field, tag: tag)
        return DERBitString(bytes: bytes(octets), unusedBitCount: unused)
    }

    /// Checks a BIT STRING, and returns where its octets stand and how many bits of the last one do not count.
    private mutating func bits(
        _ field: StaticString, tag: DERTag
    ) throws(DERError) -> (octets: Range<Int>, unusedBitCount: UInt8) {
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
            return (start + 1..<content.upperBound, unused)
        } catch { throw error.inside(field) }
    }

    /// A BIT STRING of whole octets: a signature, a public key.
    public mutating func octetAlignedBitString(_ field: StaticString) throws(DERError) -> DERBytes {
        let start = offset
        let string = try bitString(field)
        guard string.unusedBitCount == 0 else { throw DERError(.bitStringNotOctets, at: start).inside(field) }
        return string.bytes
    }

    /// A BIT STRING with a named bit list, as the number of its bits and a mask of the first 32: named bit i is bit i of
    /// the mask, counted from the least significant. Trailing zero bits are not encoded (X.690 §11.2.2).
    public mutating func namedBits(
        _ field: StaticString, tag: DERTag = .bitString
    ) throws(DERError) -> (bitCount: Int, mask: UInt32) {
        let (octets, unused) = try bits(field, tag: tag)
        if let last = octets.last, source[last] >> unused & 1 == 0 {
            throw DERError(.bitStringTrailingZeroBits, at: last).inside(field)
        }
        var mask: UInt32 = 0
        for (place, index) in octets.prefix(4).enumerated() {
            mask |= UInt32(source[index].reversedBits) << UInt32(8 * place)
        }
        return (octets.count * 8 - Int(unused), mask)
    }
}

extension UInt8 {
    /// The bits in the opposite order: halves, quarters and neighbours change places.
    fileprivate var reversedBits: UInt8 {
        var octet = self >> 4 | self << 4
        octet = (octet & 0xcc) >> 2 | (octet & 0x33) << 2
        return (octet & 0xaa) >> 1 | (octet & 0x55) << 1
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
