// Octets by the eight, as 64-bit words: long texts are read and written several times as fast.

extension Span<UInt8> {
    /// Eight octets as a word, the first one on top.
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        let octets = extracting(index..<index + 8)
        var word: UInt64 = 0
        for place in 0..<8 { word = word << 8 | UInt64(octets[place]) }
        return word
    }

    /// The first index, from `start` on, of an octet, or the end where there is none. Looks at eight octets at a time.
    func firstIndex(of wanted: UInt8, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = start
        while count - index >= 8 {
            let differences = word(at: index) ^ ones &* UInt64(wanted)
            // An octet below 0x80 whose top bit is set after subtracting one was zero: the wanted octet is among these.
            if (differences &- ones) & ~differences & (ones << 7) != 0 { break }
            index += 8
        }
        while index < count && self[index] != wanted { index += 1 }
        return index
    }
}

extension MutableSpan<UInt8> {
    /// Puts a word down as eight octets, the one on top first.
    @inline(__always)
    mutating func store(_ word: UInt64, at index: Int) {
        precondition(index >= 0 && count - index >= 8)  // so that the eight stores become one
        for place in 0..<8 { self[index + place] = UInt8(truncatingIfNeeded: word >> UInt64(56 - 8 * place)) }
    }
}
