/// Identifier and length octets of one element (X.690 §8.1.2 and §8.1.3), read from a span.
public struct DERHeader: Hashable, Sendable {
    /// The identifier.
    public let tag: DERTag
    /// The offset of the identifier octet.
    public let offset: Int
    /// The content octets.
    public let content: Range<Int>

    /// Identifier, length and content together.
    public var element: Range<Int> { offset..<content.upperBound }

    /// Reads the header at `offset`; the element must end at or before `end`.
    ///
    /// Only the definite form with the fewest length octets is DER (X.690 §10.1).
    @inline(__always)
    public static func read(_ bytes: Span<UInt8>, at offset: Int, end: Int) throws(DERError) -> DERHeader {
        // Nearly every element has a length below 128 and ends where it may.
        if end - offset >= 2 {
            let tag = DERTag(octet: bytes[offset])
            let length = Int(bytes[offset + 1])
            if tag.number != 31, length < 0x80, length <= end - offset - 2 {
                return DERHeader(tag: tag, offset: offset, content: offset + 2..<offset + 2 + length)
            }
        }
        return try readCarefully(bytes, at: offset, end: end)
    }

    /// The same for a long length, or with the reason why there is no element.
    private static func readCarefully(
        _ bytes: Span<UInt8>, at offset: Int, end: Int
    ) throws(DERError) -> DERHeader {
        guard offset < end else { throw DERError(.truncated(missing: 2), at: offset) }
        let tag = DERTag(octet: bytes[offset])
        guard tag.number != 31 else { throw DERError(.longFormTag, at: offset) }
        guard offset + 1 < end else { throw DERError(.truncated(missing: 1), at: offset + 1) }
        let first = bytes[offset + 1]
        var contentStart = offset + 2
        var length = Int(first)
        if first >= 0x80 {
            (length, contentStart) = try readLongLength(bytes, at: offset + 1, end: end)
        }
        guard length <= end - contentStart else {
            throw DERError(.truncated(missing: length - (end - contentStart)), at: end)
        }
        return DERHeader(tag: tag, offset: offset, content: contentStart..<contentStart + length)
    }

    /// The long form (X.690 §8.1.3.5): the first octet has bit 8 set and counts the octets of the length that follow.
    private static func readLongLength(
        _ bytes: Span<UInt8>, at offset: Int, end: Int
    ) throws(DERError) -> (length: Int, contentStart: Int) {
        let octetCount = Int(bytes[offset] & 0x7f)
        guard octetCount != 0 else { throw DERError(.indefiniteLength, at: offset) }
        // Four octets count up to 4 GiB, far above the bound on inputs.
        guard octetCount <= 4 else { throw DERError(.lengthTooLarge, at: offset) }
        guard end - offset > octetCount else {
            throw DERError(.truncated(missing: octetCount - (end - offset - 1)), at: end)
        }
        var length = 0
        for index in offset + 1...offset + octetCount { length = length << 8 | Int(bytes[index]) }
        // Minimal: no leading zero octet, and the short form below 128.
        guard bytes[offset + 1] != 0, length >= 0x80 else { throw DERError(.lengthNotMinimal, at: offset) }
        return (length, offset + 1 + octetCount)
    }
}
