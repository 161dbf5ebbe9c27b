import LucidDER

// SEQUENCE OF and SET OF.

extension Annotator {
    /// A list: a line for its header, and what `element` makes of each of its elements. One that is something else than it should
    /// be does not spoil those behind it.
    ///
    /// - Parameters:
    ///   - minimumCount: 1 for lists that must not be empty.
    ///   - isSorted: whether it is a SET OF, whose elements DER wants in ascending order.
    mutating func list(
        _ meaning: Meaning, tag: DERTag = .sequence, minimumCount: Int = 0, isSorted: Bool = false,
        _ element: (inout Annotator) throws(DERError) -> Void
    ) throws(DERError) {
        let (line, start) = (nextLine, offset)
        try structure(meaning, tag: tag) { inner throws(DERError) in
            try inner.elements(isSorted: isSorted, element)
        }
        // A list that was cut off behind its header is not empty for that.
        if minimumCount > 0, nextLine == line + 1, lines[line].problem == nil, truncation?.offset != offset {
            report(DERError(.emptyList, at: start), ofLine: line)
        }
    }

    /// The elements that are left of a structure.
    mutating func elements(
        isSorted: Bool = false, _ element: (inout Annotator) throws(DERError) -> Void
    ) throws(DERError) {
        var index = 0
        var previous: Range<Int>?
        while !isAtEnd {
            let (start, line, level) = (offset, nextLine, path.count)
            path.append("[\(index)]")
            defer { path.removeLast(path.count - level) }
            do throws(DERError) { try element(&self) } catch {
                let header = try? DERHeader.read(source.span, at: start, end: end)
                guard offset == start, let header else { throw error }
                addWrong(header, .unreadable, error)
            }
            guard offset > start else { throw DERError(.trailingBytes(count: end - offset), at: offset) }
            if isSorted {
                if let previous, source[start..<offset].lexicographicallyPrecedes(source[previous]) {
                    report(DERError(.setNotSorted, at: start), ofLine: line)
                }
                previous = start..<offset
            }
            index += 1
        }
    }
}
