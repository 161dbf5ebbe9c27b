import LucidDER

/// Goes through an input and makes the lines that explain it.
///
/// The functions of its extensions mirror the ASN.1 types, as the decoders of `LucidModel` do; but where those end with the first
/// error, this goes on. An error inside of an element makes the rest of that element one line of raw octets with the rule that is
/// broken, and the elements behind it are explained again.
struct Annotator {
    let source: [UInt8]
    private(set) var lines: [ExplainedLine] = []
    /// The first octet that no line has yet. Lines are made from front to back, so there can be neither gap nor overlap.
    private(set) var offset: Int
    /// Where the structure ends that the annotator is in.
    private(set) var end: Int
    /// What broke the rules, in the order of the input.
    private(set) var problems: [DERError] = []
    private var path: [String] = []
    private var depth = 0

    init(_ bytes: DERBytes) {
        source = bytes.source
        offset = bytes.startIndex
        end = bytes.endIndex
    }

    var isAtEnd: Bool { offset >= end }
    var nextTag: DERTag? { isAtEnd ? nil : DERTag(octet: source[offset]) }
    func isNext(_ tag: DERTag) -> Bool { nextTag == tag }

    // MARK: Elements

    /// An element that holds others: a line for its header, and what `body` makes of its content.
    ///
    /// Errors inside end here.
    mutating func structure(
        _ meaning: Meaning, tag: DERTag = .sequence, value: String = "",
        _ body: (inout Annotator) throws(DERError) -> Void
    ) throws(DERError) {
        let header = try header(tag)
        enter(meaning.field)
        add(
            offset..<header.content.lowerBound, .structure(tag: header.tag, content: header.content), meaning,
            value: value)
        inside(header.content, body)
        leave()
    }

    /// An element with a value: one line for all of it. The value's octets are given to `text`, which says them in words.
    mutating func value(
        _ meaning: Meaning, tag: DERTag, _ text: (DERBytes) -> String
    ) throws(DERError) {
        let header = try header(tag)
        let value = text(DERBytes(source, header.content))
        enter(meaning.field)
        add(header.element, .value(tag: header.tag, content: header.content), meaning, value: value)
        leave()
    }

    /// An element whose value has a structure, as an OCTET STRING that holds an extension: a line for the header and
    /// `skipped` octets of the content, and what `body` makes of the rest.
    mutating func container(
        _ meaning: Meaning, tag: DERTag, skipped: Int = 0, value: String = "",
        _ body: (inout Annotator) throws(DERError) -> Void
    ) throws(DERError) {
        let header = try header(tag)
        guard header.content.count >= skipped else { throw DERError(.bitStringEmpty, at: header.content.lowerBound) }
        let start = header.content.lowerBound + skipped
        enter(meaning.field)
        add(
            offset..<start, .structure(tag: header.tag, content: start..<header.content.upperBound), meaning,
            value: value)
        inside(start..<header.content.upperBound, body)
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
        guard depth < DERLimits.nestingDepth else {
            throw DERError(.nestedTooDeep(limit: DERLimits.nestingDepth), at: offset)
        }
        guard tag.isConstructed else { return try plainValue(meaning, tag) }
        try structure(meaning, tag: tag) { inner throws(DERError) in
            while !inner.isAtEnd { try inner.anything(.unnamed) }
        }
    }

    /// The header of the next element, which must have this tag.
    private func header(_ tag: DERTag) throws(DERError) -> DERHeader {
        guard let found = nextTag else { throw DERError(.missingElement(expected: [tag]), at: offset) }
        guard found == tag else { throw DERError(.unexpectedTag(expected: [tag], found: found), at: offset) }
        return try DERHeader.read(source.span, at: offset, end: end)
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
        do throws(DERError) {
            try body(&self)
            if !isAtEnd { throw DERError(.trailingBytes(count: end - offset), at: offset) }
        } catch {
            (path, depth, end) = (outerPath, outerDepth, outerEnd)
            problems.append(error)
            addRaw(error)
        }
    }

    private mutating func addRaw(_ error: DERError) {
        guard !isAtEnd else { return }
        depth += 1
        add(offset..<end, .raw(error), .unreadable, value: "")
        depth -= 1
    }

    /// An element in its place, whose value is wrong.
    mutating func addWrong(_ header: DERHeader, _ meaning: Meaning, _ error: DERError) {
        problems.append(error)
        enter(meaning.field)
        add(header.element, .raw(error), meaning, value: "")
        leave()
    }

    private mutating func add(_ range: Range<Int>, _ kind: ExplainedLine.Kind, _ meaning: Meaning, value: String) {
        lines.append(
            ExplainedLine(
                range: range, depth: max(0, depth - 1), kind: kind, path: Self.joined(path), meaning: meaning,
                value: value))
        offset = range.upperBound
    }

    private static func joined(_ path: [String]) -> String {
        path.reduce(into: "") { text, name in
            guard !name.isEmpty else { return }
            text += text.isEmpty || name.hasPrefix("[") ? name : "." + name
        }
    }

    // MARK: Later words

    /// The number of the line that comes next, for `rename`.
    var nextLine: Int { lines.count }

    /// Puts a value to a line that stands already, when its parts have told what it is.
    mutating func setValue(_ value: String, ofLine index: Int) {
        if lines.indices.contains(index) { lines[index].value = value }
    }

    /// Marks the lines from `index` on as secret.
    mutating func hide(fromLine index: Int) {
        for line in index..<max(index, lines.count) { lines[line].isSecret = true }
    }
}

extension Meaning {
    /// An element that no type describes.
    static let unnamed = Meaning("", "ANY", "An element of a type that Lucid has no description of.", "X.690 §8.1")
    /// What could not be read.
    static let unreadable = Meaning("", "", "These octets could not be read as what should stand here.", "")
}
