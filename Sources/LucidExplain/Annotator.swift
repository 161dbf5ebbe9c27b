import LucidDER

/// Goes through an input and makes the lines that explain it.
///
/// The functions of its extensions mirror the ASN.1 types, as the decoders of `LucidModel` do; but where those end with the first
/// error, this goes on. An error inside of an element makes the rest of that element one line of raw octets with the rule that is
/// broken, and the elements behind it are explained again.
struct Annotator {
    let source: [UInt8]
    var lines: [ExplainedLine] = []
    /// The first octet that no line has yet. Lines are made from front to back, so there can be neither gap nor overlap.
    private(set) var offset: Int
    /// Where the structure ends that the annotator is in.
    private(set) var end: Int
    /// What broke the rules.
    var problems: [DERError] = []
    /// The names of the fields around, and `[2]` for places in lists.
    var path: [String] = []
    private(set) var depth = 0
    /// Why the last structure that is longer than the input ended early: what lacks behind that place lacks for no other reason.
    private(set) var truncation: DERError?
    /// Whether octets that can not be read may be secret, because they stand in a private key.
    var hidesRaw = false

    init(_ bytes: DERBytes) {
        source = bytes.source
        offset = bytes.startIndex
        end = bytes.endIndex
    }

    var isAtEnd: Bool { offset >= end }
    var nextTag: DERTag? { isAtEnd ? nil : DERTag(octet: source[offset]) }
    func isNext(_ tag: DERTag) -> Bool { nextTag == tag }
    /// The octets that are left of the structure.
    var rest: DERBytes { DERBytes(source, offset..<max(offset, end)) }

    // MARK: Elements

    /// An element that holds others: a line for its header, and what `body` makes of its content.
    ///
    /// Errors inside end here.
    mutating func structure(
        _ meaning: Meaning, tag: DERTag = .sequence, value: String = "",
        _ body: (inout Annotator) throws(DERError) -> Void
    ) throws(DERError) {
        try container(meaning, tag: tag, value: value, body)
    }

    /// An element with a value: one line for all of it. The value's octets are given to `text`, which says them in words.
    mutating func value(_ meaning: Meaning, tag: DERTag, _ text: (DERBytes) -> String) throws(DERError) {
        try expect(tag)
        let header = try DERHeader.read(source.span, at: offset, end: end)
        enter(meaning.field)
        add(
            header.element, .value(tag: tag, content: header.content), meaning,
            value: text(DERBytes(source, header.content)))
        leave()
    }

    /// An element whose value has a structure, as an OCTET STRING that holds an extension: a line for the header and
    /// `skipped` octets of the content, and what `body` makes of the rest.
    mutating func container(
        _ meaning: Meaning, tag: DERTag, skipped: Int = 0, value: String = "",
        _ body: (inout Annotator) throws(DERError) -> Void
    ) throws(DERError) {
        let (content, early) = try openHeader(tag)
        guard content.count >= skipped else { throw DERError(.bitStringEmpty, at: content.lowerBound) }
        let inner = content.lowerBound + skipped..<content.upperBound
        enter(meaning.field)
        add(offset..<inner.lowerBound, .structure(tag: tag, content: inner), meaning, value: value)
        if case .truncated(let missing)? = early?.reason {
            lines[lines.count - 1].announcedCount = content.count + missing
        }
        if let early, truncation?.offset != early.offset {
            truncation = early
            report(early, ofLine: lines.count - 1)
        }
        inside(inner, body)
        leave()
    }

    /// A number of octets that are a part of a value with a structure of its own.
    mutating func part(_ meaning: Meaning, count: Int, _ text: (DERBytes) -> String) throws(DERError) {
        guard count <= end - offset else { throw DERError(.truncated(missing: count - (end - offset)), at: end) }
        let range = offset..<offset + count
        enter(meaning.field)
        add(range, .part, meaning, value: text(DERBytes(source, range)))
        leave()
    }

    /// `count` octets that begin a structure which is not DER, and what `body` makes of the `content` octets behind them. Both
    /// must be there.
    mutating func nested(
        _ meaning: Meaning, count: Int, content: Int, value: String, _ body: (inout Annotator) throws(DERError) -> Void
    ) throws(DERError) {
        try part(meaning, count: count) { _ in value }
        enter(meaning.field)
        inside(offset..<offset + content, body)
        leave()
    }

    /// The next element, whatever it is, and all that it holds.
    mutating func anything(_ meaning: Meaning) throws(DERError) {
        guard let tag = nextTag else { throw DERError(.missingElement(expected: []), at: offset) }
        guard tag.isConstructed else { return try plainValue(meaning, tag) }
        try structure(meaning, tag: tag) { inner throws(DERError) in
            while !inner.isAtEnd { try inner.anything(.unnamed) }
        }
    }

    /// All that is left of the structure, as one line that is not looked into.
    mutating func remainder(_ meaning: Meaning, _ text: (DERBytes) -> String = { hexadecimal($0) }) throws(DERError) {
        if !isAtEnd { try part(meaning, count: end - offset, text) }
    }

    func expect(_ tag: DERTag) throws(DERError) {
        guard let found = nextTag else { throw DERError(.missingElement(expected: [tag]), at: offset) }
        guard found == tag else { throw DERError(.unexpectedTag(expected: [tag], found: found), at: offset) }
    }

    /// Where the content of the next element stands, which must have this tag. An element that is longer than what is there ends
    /// with it, and the error is returned too: so a file that was cut off is explained up to its end.
    private func openHeader(_ tag: DERTag) throws(DERError) -> (content: Range<Int>, early: DERError?) {
        try expect(tag)
        guard depth < DERLimits.nestingDepth else {
            throw DERError(.nestedTooDeep(limit: DERLimits.nestingDepth), at: offset)
        }
        do throws(DERError) { return (try DERHeader.read(source.span, at: offset, end: end).content, nil) } catch {
            guard case .truncated = error.reason, end - offset >= 2 else { throw error }
            let first = Int(source[offset + 1])
            let start = offset + 2 + (first < 0x80 ? 0 : first & 0x7f)
            guard start <= end else { throw error }
            return (start..<end, error)
        }
    }

    // MARK: Lines

    private mutating func enter(_ name: String) {
        path.append(name)
        depth += 1
    }

    private mutating func leave() {
        path.removeLast()
        depth -= 1
    }

    /// Makes the content of an element into lines; what is left after an error, or behind everything, is raw.
    private mutating func inside(_ content: Range<Int>, _ body: (inout Annotator) throws(DERError) -> Void) {
        let outerEnd = end
        end = content.upperBound
        finish(body)
        end = outerEnd
    }

    /// Calls `body` and makes what it leaves into a raw line.
    mutating func finish(_ body: (inout Annotator) throws(DERError) -> Void) {
        let (outerPath, outerDepth, outerEnd) = (path, depth, end)
        let header = lines.count - 1
        do throws(DERError) {
            try body(&self)
            if !isAtEnd { throw DERError(.trailingBytes(count: end - offset), at: offset) }
        } catch {
            (path, depth, end) = (outerPath, outerDepth, outerEnd)
            let isConsequence = truncation?.offset == end && error.isLack(at: end)
            if !isConsequence { isAtEnd ? report(error, ofLine: header) : problems.append(error) }
            if isAtEnd { return }
            depth += 1
            add(offset..<end, .raw(isConsequence ? truncation : error), .unreadable, value: "")
            depth -= 1
        }
    }

    /// An element in its place, whose value is wrong.
    mutating func addWrong(_ header: DERHeader, _ meaning: Meaning, _ error: DERError) {
        problems.append(error)
        enter(meaning.field)
        add(header.element, .raw(error), meaning, value: "")
        leave()
    }

    private mutating func add(_ range: Range<Int>, _ kind: ExplainedLine.Kind, _ meaning: Meaning, value: String) {
        var line = ExplainedLine(
            range: range, depth: max(0, depth - 1), kind: kind, path: Self.joined(path), meaning: meaning, value: value)
        line.title = title(meaning, kind)
        // A field in parentheses is a name for this line and for the path, not one of the ASN.1 type.
        if meaning.field.hasPrefix("(") { line.meaning.field = "" }
        if case .raw(let error) = kind {
            line.problem = error
            line.isSecret = hidesRaw
        }
        lines.append(line)
        offset = range.upperBound
    }

    /// Tells a rule that a line breaks which stands already.
    mutating func report(_ error: DERError, ofLine index: Int) {
        problems.append(error)
        if lines.indices.contains(index), lines[index].problem == nil { lines[index].problem = error }
    }
}

extension DERError {
    /// Whether the error is that something lacks at the end of what is there, or that what is there was meant for something else:
    /// nothing that an octet before it is to blame for.
    fileprivate func isLack(at end: Int) -> Bool {
        switch reason {
        case .truncated, .missingElement: offset >= end
        case .trailingBytes: true
        default: false
        }
    }
}
