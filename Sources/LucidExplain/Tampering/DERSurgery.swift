import LucidDER

/// Cuts into DER: octets are replaced, and the lengths of all elements around them follow.
struct DERSurgery {
    /// The octets as they are now.
    private(set) var octets: [UInt8]
    /// What they say; made anew after each cut, as the places move.
    private(set) var explanation: Explanation

    init(_ octets: [UInt8]) {
        self.octets = octets
        explanation = Explanation(DERBytes(octets), as: .certificate)
    }

    var lines: [ExplainedLine] { explanation.lines }

    /// Puts octets in the place of others, which are whole elements or lie in one.
    mutating func replace(_ range: Range<Int>, with new: [UInt8]) {
        var growth = new.count - range.count
        var result = octets
        result.replaceSubrange(range, with: new)
        // From the innermost element outwards: the header of each lies before all that was changed so far, so its place still holds.
        for line in lines.reversed() where growth != 0 {
            // The line's own content leaves out a BIT STRING's first octet, which says how many bits are unused.
            guard line.content != nil,
                let header = try? DERHeader.read(octets.span, at: line.range.lowerBound, end: octets.count),
                header.content.lowerBound <= range.lowerBound, range.upperBound <= header.content.upperBound
            else { continue }
            let place = header.offset + 1..<header.content.lowerBound
            let length = Self.lengthOctets(header.content.count + growth)
            result.replaceSubrange(place, with: length)
            growth += length.count - place.count
        }
        self = DERSurgery(result)
    }

    /// The length octets in the form with the fewest octets (X.690 §10.1).
    private static func lengthOctets(_ length: Int) -> [UInt8] {
        if length < 0x80 { return [UInt8(max(0, length))] }
        let count = (Int.bitWidth - length.leadingZeroBitCount + 7) / 8
        return [0x80 | UInt8(count)] + (0..<count).reversed().map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    }
}

extension ExplainedLine {
    /// The whole element, with what it holds.
    var wholeRange: Range<Int> { range.lowerBound..<(content?.upperBound ?? range.upperBound) }
}
