// SEQUENCE OF and SET OF: read into an array, or only checked.

extension DERCursor {
    /// A SEQUENCE OF, or with another tag an IMPLICIT one, of `minimumCount` or more elements.
    @inlinable
    public mutating func sequenceOf<Value>(
        _ field: StaticString, tag: DERTag = .sequence, minimumCount: Int = 0,
        _ body: (inout DERCursor) throws(DERError) -> Value
    ) throws(DERError) -> [Value] {
        var values: [Value] = []
        try checkSequenceOf(field, tag: tag, minimumCount: minimumCount) { inner throws(DERError) in
            if values.isEmpty { values.reserveCapacity(inner.elementCountForCapacity) }
            values.append(try body(&inner))
        }
        return values
    }

    /// A SET OF: its elements stand in the ascending order of their encodings (X.690 §11.6).
    @inlinable
    public mutating func setOf<Value>(
        _ field: StaticString, tag: DERTag = .set, minimumCount: Int = 0,
        _ body: (inout DERCursor) throws(DERError) -> Value
    ) throws(DERError) -> [Value] {
        var values: [Value] = []
        try checkSetOf(field, tag: tag, minimumCount: minimumCount) { inner throws(DERError) in
            values.append(try body(&inner))
        }
        return values
    }

    /// Goes through a SEQUENCE OF without keeping its elements: `body` checks one at a time.
    @inlinable
    public mutating func checkSequenceOf(
        _ field: StaticString, tag: DERTag = .sequence, minimumCount: Int = 0,
        _ body: (inout DERCursor) throws(DERError) -> Void
    ) throws(DERError) {
        let start = offset
        var count = 0
        try constructed(tag, field) { inner throws(DERError) in
            while !inner.isAtEnd {
                do throws(DERError) { try body(&inner) } catch { throw error.inside(index: count) }
                count += 1
            }
        }
        guard count >= minimumCount else { throw DERError(.emptyList, at: start).inside(field) }
    }

    /// Goes through a SET OF without keeping its elements.
    @inlinable
    public mutating func checkSetOf(
        _ field: StaticString, tag: DERTag = .set, minimumCount: Int = 0,
        _ body: (inout DERCursor) throws(DERError) -> Void
    ) throws(DERError) {
        var previous: Range<Int>?
        try checkSequenceOf(field, tag: tag, minimumCount: minimumCount) { inner throws(DERError) in
            let start = inner.offset
            try body(&inner)
            let current = start..<inner.offset
            if let previous { try inner.checkOrder(of: current, behind: previous) }
            previous = current
        }
    }

    /// Throws where an element of a SET OF should have come before the one that did.
    @usableFromInline
    func checkOrder(of current: Range<Int>, behind previous: Range<Int>) throws(DERError) {
        if source[current].lexicographicallyPrecedes(source[previous]) {
            throw DERError(.setNotSorted, at: current.lowerBound)
        }
    }

    /// How many elements follow in the structure that the cursor is in, as far as their headers can be read. It is for
    /// reserving memory alone, so it stops at a number for which growing step by step costs next to nothing: an input
    /// may announce millions of elements and then break the first one's rules.
    @usableFromInline
    var elementCountForCapacity: Int {
        var ahead = self
        var count = 0
        while count < 64, !ahead.isAtEnd, (try? ahead.anyElement()) != nil { count += 1 }
        return count
    }
}
