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
            guard let content = line.content, content.lowerBound <= range.lowerBound,
                range.upperBound <= content.upperBound, line.range.lowerBound < content.lowerBound
            else { continue }
            let lengthOctets = line.range.lowerBound + 1..<content.lowerBound
            let length = Self.lengthOctets(content.count + growth)
            result.replaceSubrange(lengthOctets, with: length)
            growth += length.count - lengthOctets.count
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
