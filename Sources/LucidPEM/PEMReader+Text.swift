extension PEMReader {
    /// Text of a file that belongs to no block.
    public struct OutsideText: Hashable, Sendable {
        /// From the first line that is not empty to the last, counted from 1.
        public let lines: ClosedRange<Int>
        /// The first of these lines.
        public let beginning: String
    }

    /// The text before, between and after the blocks of a file, which `blocks(in:)` passes over. Empty lines are not told.
    public static func textOutside(in bytes: Span<UInt8>) -> [OutsideText] {
        var texts: [OutsideText] = []
        var current: OutsideText?
        var isInside = false
        Lines.forEach(in: bytes) { line, number in
            let begins = Lines.label(begin, bytes, line) != nil
            if begins || isInside {
                if let text = current.take() { texts.append(text) }
                isInside = begins || Lines.label(end, bytes, line) == nil
            } else if !line.isEmpty {
                let beginning = current?.beginning ?? Lines.text(bytes, line)
                current = OutsideText(lines: (current?.lines.lowerBound ?? number)...number, beginning: beginning)
            }
            return true
        }
        if let current { texts.append(current) }
        return texts
    }
}
