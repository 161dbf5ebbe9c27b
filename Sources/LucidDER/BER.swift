/// Turns BER into DER as far as the frames of elements go: lengths that are indefinite or longer than need be become
/// definite and short, and OCTET STRINGs in pieces become one.
///
/// PKCS #7 and PKCS #12 files are BER by their standards, and some programs make use of it: those that write while
/// they still compute, such as `openssl cms -stream` and NSS. What DER fixes beyond the frames (the order of a SET OF,
/// the one encoding of TRUE) is left as it is, for the structure's decoder to accept or refuse.
public enum BER {
    /// So many pieces at most are put together; what is DER already counts as one.
    public static let pieceLimit = 1 << 20

    /// The same value in definite form; nil where the octets are in that form already, so that nothing is copied.
    ///
    /// - Parameter bytes: one element, to the last octet.
    public static func definiteForm(of bytes: DERBytes) throws(DERError) -> [UInt8]? {
        guard bytes.count <= DERLimits.inputByteCount else {
            throw DERError(.inputTooLong(limit: DERLimits.inputByteCount), at: bytes.startIndex)
        }
        var plan = Plan()
        let outcome = try bytes.source.span.planElement(at: bytes.startIndex, end: bytes.endIndex, into: &plan)
        guard outcome.next == bytes.endIndex else {
            throw DERError(.trailingBytes(count: bytes.endIndex - outcome.next), at: outcome.next)
        }
        if outcome.isDefinite { return nil }
        // Room for everything at once, so that of a secret nothing is left behind in outgrown buffers.
        var writer = DERWriter(capacity: outcome.byteCount)
        for piece in plan.pieces {
            switch piece {
            case .copy(let range): writer.append(bytes.source[range])
            case .header(let tag, let contentCount): writer.header(tag, contentCount: contentCount)
            }
        }
        return writer.take()
    }
}

/// What the definite form is put together from, in its order.
private struct Plan {
    enum Piece {
        case copy(Range<Int>)
        case header(DERTag, contentCount: Int)
    }

    var pieces: [Piece] = []
    var depth = 0

    mutating func append(_ piece: Piece, at offset: Int) throws(DERError) {
        guard pieces.count < BER.pieceLimit else { throw DERError(.tooManyElements(limit: BER.pieceLimit), at: offset) }
        pieces.append(piece)
    }

    /// Goes one level down and comes back.
    mutating func nested<Value>(
        at offset: Int, _ body: (inout Plan) throws(DERError) -> Value
    ) throws(DERError) -> Value {
        guard depth < DERLimits.nestingDepth else {
            throw DERError(.nestedTooDeep(limit: DERLimits.nestingDepth), at: offset)
        }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }
}

/// What has been planned for one element.
private struct Outcome {
    /// Where the element behind it begins.
    let next: Int
    /// How many octets the definite form has.
    let byteCount: Int
    /// Whether the element has that form already.
    let isDefinite: Bool
}

extension Span<UInt8> {
    /// Plans for the element at `offset`.
    fileprivate func planElement(at offset: Int, end: Int, into plan: inout Plan) throws(DERError) -> Outcome {
        let header = try BERHeader(self, at: offset, end: end)
        if !header.tag.isConstructed {
            let content = header.contentStart..<(header.contentEnd ?? header.contentStart)
            if !header.isShortest { try plan.append(.header(header.tag, contentCount: content.count), at: offset) }
            try plan.append(.copy(header.isShortest ? offset..<content.upperBound : content), at: offset)
            return Outcome(
                next: content.upperBound, byteCount: BERHeader.byteCount(content.count) + content.count,
                isDefinite: header.isShortest)
        }
        if header.tag == BERHeader.constructedOctetString {
            let place = plan.pieces.count
            try plan.append(.header(.octetString, contentCount: 0), at: offset)
            let (next, count) = try planSegments(header, end: end, into: &plan)
            plan.pieces[place] = .header(.octetString, contentCount: count)
            return Outcome(next: next, byteCount: BERHeader.byteCount(count) + count, isDefinite: false)
        }
        return try planChildren(header, at: offset, end: end, into: &plan)
    }

    /// Plans for a constructed element. One that is in definite form already, with all that is in it, is copied whole.
    private func planChildren(
        _ header: BERHeader, at offset: Int, end: Int, into plan: inout Plan
    ) throws(DERError) -> Outcome {
        let place = plan.pieces.count
        try plan.append(.header(header.tag, contentCount: 0), at: offset)
        var count = 0
        var isDefinite = header.isShortest && header.contentEnd != nil
        let next = try forEachChild(header, end: end, &plan) { child, end, plan throws(DERError) in
            let outcome = try planElement(at: child, end: end, into: &plan)
            count += outcome.byteCount
            isDefinite = isDefinite && outcome.isDefinite
            return outcome.next
        }
        if isDefinite {
            plan.pieces.removeSubrange(place...)
            plan.pieces.append(.copy(offset..<next))
        } else {
            plan.pieces[place] = .header(header.tag, contentCount: count)
        }
        return Outcome(next: next, byteCount: BERHeader.byteCount(count) + count, isDefinite: isDefinite)
    }

    /// Plans for the pieces of an OCTET STRING (X.690 §8.7.3), which may be in pieces themselves. Returns where the next
    /// element begins, and how many octets the pieces hold.
    private func planSegments(
        _ header: BERHeader, end: Int, into plan: inout Plan
    ) throws(DERError) -> (next: Int, count: Int) {
        var count = 0
        let next = try forEachChild(header, end: end, &plan) { child, end, plan throws(DERError) in
            let segment = try BERHeader(self, at: child, end: end)
            if segment.tag == BERHeader.constructedOctetString {
                let inner = try planSegments(segment, end: end, into: &plan)
                count += inner.count
                return inner.next
            }
            guard segment.tag == .octetString, let contentEnd = segment.contentEnd else {
                throw DERError(.unexpectedTag(expected: [.octetString], found: segment.tag), at: child)
            }
            try plan.append(.copy(segment.contentStart..<contentEnd), at: child)
            count += contentEnd - segment.contentStart
            return contentEnd
        }
        return (next, count)
    }

    /// Calls `body` with the place of each element in a constructed one; it returns where that one ends. Returns where
    /// the constructed one ends, its end-of-contents octets included (X.690 §8.1.5).
    private func forEachChild(
        _ header: BERHeader, end: Int, _ plan: inout Plan,
        _ body: (_ child: Int, _ end: Int, inout Plan) throws(DERError) -> Int
    ) throws(DERError) -> Int {
        try plan.nested(at: header.contentStart) { plan throws(DERError) in
            var offset = header.contentStart
            if let contentEnd = header.contentEnd {
                while offset < contentEnd { offset = try body(offset, contentEnd, &plan) }
                return offset
            }
            while true {
                guard end - offset >= 2 else { throw DERError(.truncated(missing: 2 - (end - offset)), at: end) }
                if self[offset] == 0, self[offset + 1] == 0 { return offset + 2 }
                offset = try body(offset, end, &plan)
            }
        }
    }
}

/// Identifier and length octets (X.690 §8.1.2 and §8.1.3) in any of the forms that BER allows.
private struct BERHeader {
    let tag: DERTag
    let contentStart: Int
    /// Nil for the indefinite form.
    let contentEnd: Int?
    /// Whether the length has the fewest octets.
    let isShortest: Bool

    static let constructedOctetString = DERTag(octet: 0x24)

    init(_ bytes: Span<UInt8>, at offset: Int, end: Int) throws(DERError) {
        guard end - offset >= 2 else { throw DERError(.truncated(missing: 2 - (end - offset)), at: end) }
        tag = DERTag(octet: bytes[offset])
        guard tag.number != 31 else { throw DERError(.longFormTag, at: offset) }
        let first = Int(bytes[offset + 1])
        if first == 0x80 {
            guard tag.isConstructed else { throw DERError(.indefiniteLength, at: offset + 1) }
            contentStart = offset + 2
            contentEnd = nil
            isShortest = false
            return
        }
        let octetCount = first < 0x80 ? 0 : first & 0x7f
        guard octetCount <= 8 else { throw DERError(.lengthTooLarge, at: offset + 1) }
        contentStart = offset + 2 + octetCount
        guard contentStart <= end else { throw DERError(.truncated(missing: contentStart - end), at: end) }
        var length = first < 0x80 ? first : 0
        for index in offset + 2..<contentStart {
            // Leading zeros may be there; four octets that count are far above the bound on inputs.
            guard length < 1 << 24 else { throw DERError(.lengthTooLarge, at: offset + 1) }
            length = length << 8 | Int(bytes[index])
        }
        guard length <= end - contentStart else {
            throw DERError(.truncated(missing: length - (end - contentStart)), at: end)
        }
        contentEnd = contentStart + length
        isShortest = contentStart - offset == Self.byteCount(length)
    }

    /// How many octets identifier and length have in their shortest form.
    static func byteCount(_ length: Int) -> Int {
        length < 0x80 ? 2 : 2 + (Int.bitWidth - length.leadingZeroBitCount + 7) / 8
    }
}
