/// Reads DER from front to back.
///
/// A cursor is a place in an input: an offset and the end of the structure that it is in. The bytes are never copied;
/// they are looked at through `Span`s, and what a decoder keeps is a slice that shares the input's storage, so the
/// indices of every slice are offsets in the input.
///
/// Decoders go into a structure with a closure. The closure gets the same cursor, bounded to the structure's content,
/// and must read it to the end:
///
///     let validity = try cursor.sequence("validity") { inner throws(DERError) in
///         Validity(notBefore: try inner.time("notBefore"), notAfter: try inner.time("notAfter"))
///     }
///
/// The names are those of the ASN.1 type. They cost nothing until something is wrong: then each level of the structure
/// adds its name to the error on the way out. The functions that take a closure are `@inlinable`, so that each decoder
/// is compiled as one piece with them, and not called through the type of its value; what they do themselves is in
/// functions that are not.
public struct DERCursor: Sendable {
    /// The whole input.
    public let source: [UInt8]
    /// Where the next element begins.
    public private(set) var offset: Int
    /// Where the structure that the cursor is in ends.
    public private(set) var end: Int
    private var depth: Int

    /// A cursor at the beginning of `source`.
    public init(_ source: [UInt8]) {
        self.init(source, range: 0..<source.count)
    }

    /// A cursor over part of an input; offsets count from the beginning of the whole input.
    public init(_ bytes: DERBytes) {
        self.init(bytes.source, range: bytes.range)
    }

    private init(_ source: [UInt8], range: Range<Int>) {
        self.source = source
        offset = range.lowerBound
        end = range.upperBound
        depth = 0
    }

    /// Whether the structure that the cursor is in has been read to its end.
    @inlinable public var isAtEnd: Bool { offset >= end }

    /// The tag of the next element, or nil at the end of the structure.
    @inlinable public var nextTag: DERTag? { isAtEnd ? nil : DERTag(octet: source[offset]) }

    /// Whether the next element has this tag: the way to OPTIONAL fields and CHOICEs.
    @inlinable public func isNext(_ tag: DERTag) -> Bool { nextTag == tag }

    /// Bytes of the input, shared.
    @inlinable public func bytes(_ range: Range<Int>) -> DERBytes { DERBytes(source, range) }

    // MARK: One element

    /// Reads the header of the next element and moves behind the element.
    public mutating func anyElement() throws(DERError) -> DERHeader {
        let header = try DERHeader.read(source.span, at: offset, end: end)
        offset = header.content.upperBound
        return header
    }

    /// The same for an element that must have the given tag.
    public mutating func element(_ tag: DERTag) throws(DERError) -> DERHeader {
        try expect(tag)
        return try anyElement()
    }

    /// Throws unless the next element has the given tag.
    @inline(__always)
    private func expect(_ tag: DERTag) throws(DERError) {
        guard offset < end, source[offset] == tag.octet else { throw unexpected(tag) }
    }

    /// What stands at the cursor, where an element with that tag should.
    private func unexpected(_ tag: DERTag) -> DERError {
        guard let found = nextTag else { return DERError(.missingElement(expected: [tag]), at: offset) }
        return DERError(.unexpectedTag(expected: [tag], found: found), at: offset)
    }

    /// Reads any element whole, header included, and checks that everything nested in it is well-formed.
    public mutating func anyElementBytes(_ field: StaticString) throws(DERError) -> DERBytes {
        bytes(try checkAnyElement(field))
    }

    /// The same without keeping the element: returns where it stands.
    @discardableResult
    public mutating func checkAnyElement(_ field: StaticString) throws(DERError) -> Range<Int> {
        let start = offset
        do throws(DERError) { try skipAny() } catch { throw error.inside(field) }
        return start..<offset
    }

    /// Moves behind the next element after checking the headers of all that is nested in it.
    private mutating func skipAny() throws(DERError) {
        let header = try DERHeader.read(source.span, at: offset, end: end)
        if header.tag.isConstructed {
            let outerEnd = try enter(header)
            while !isAtEnd { try skipAny() }
            try leave(to: outerEnd)
        } else {
            offset = header.content.upperBound
        }
    }

    // MARK: Structures

    /// Goes into a constructed element with the given tag; `body` must read all of its content.
    @inlinable
    public mutating func constructed<Value>(
        _ tag: DERTag, _ field: StaticString, _ body: (inout DERCursor) throws(DERError) -> Value
    ) throws(DERError) -> Value {
        do throws(DERError) {
            let outerEnd = try enter(tag)
            let value = try body(&self)
            try leave(to: outerEnd)
            return value
        } catch { throw error.inside(field) }
    }

    /// A SEQUENCE.
    @inlinable
    public mutating func sequence<Value>(
        _ field: StaticString, _ body: (inout DERCursor) throws(DERError) -> Value
    ) throws(DERError) -> Value {
        try constructed(.sequence, field, body)
    }

    /// `[number] EXPLICIT`: a constructed context tag around the element that `body` reads.
    @inlinable
    public mutating func explicit<Value>(
        _ number: UInt8, _ field: StaticString, _ body: (inout DERCursor) throws(DERError) -> Value
    ) throws(DERError) -> Value {
        try constructed(.contextConstructed(number), field, body)
    }

    /// `[number] EXPLICIT … OPTIONAL`: nil where the next element has another tag.
    @inlinable
    public mutating func optionalExplicit<Value>(
        _ number: UInt8, _ field: StaticString, _ body: (inout DERCursor) throws(DERError) -> Value
    ) throws(DERError) -> Value? {
        isNext(.contextConstructed(number)) ? try explicit(number, field, body) : nil
    }

    /// Goes to the content of the next element, which must have the given tag. Returns where the structure around it
    /// ends, for `leave`.
    @usableFromInline
    mutating func enter(_ tag: DERTag) throws(DERError) -> Int {
        try expect(tag)
        return try enter(DERHeader.read(source.span, at: offset, end: end))
    }

    @inline(__always)
    private mutating func enter(_ header: DERHeader) throws(DERError) -> Int {
        guard depth < DERLimits.nestingDepth else {
            throw DERError(.nestedTooDeep(limit: DERLimits.nestingDepth), at: header.offset)
        }
        let outerEnd = end
        offset = header.content.lowerBound
        end = header.content.upperBound
        depth += 1
        return outerEnd
    }

    /// Leaves a structure, all of which must have been read.
    @usableFromInline
    mutating func leave(to outerEnd: Int) throws(DERError) {
        try expectEnd()
        end = outerEnd
        depth -= 1
    }

    /// Throws unless everything has been read.
    public func expectEnd() throws(DERError) {
        guard isAtEnd else { throw DERError(.trailingBytes(count: end - offset), at: offset) }
    }

    /// Decodes a whole input: `body` must read all of it.
    @inlinable
    public static func decode<Value>(
        _ bytes: DERBytes, _ body: (inout DERCursor) throws(DERError) -> Value
    ) throws(DERError) -> Value {
        var cursor = try DERCursor(decoding: bytes)
        let value = try body(&cursor)
        try cursor.expectEnd()
        return value
    }

    /// Decodes a structure that is the content of another one, such as an OCTET STRING: `body` must read all of it. The
    /// cursor itself goes there, so that nothing is shared or copied, and comes back also when there is an error.
    @inlinable
    public mutating func decode<Value>(
        at content: Range<Int>, _ body: (inout DERCursor) throws(DERError) -> Value
    ) throws(DERError) -> Value {
        let place = goInto(content)
        defer { comeBack(to: place) }
        let value = try body(&self)
        try expectEnd()
        return value
    }

    /// What tells where a cursor is.
    @usableFromInline typealias Place = (offset: Int, end: Int, depth: Int)

    /// Goes to a part of the input as if it were one of its own, and returns where the cursor was.
    @usableFromInline
    mutating func goInto(_ content: Range<Int>) -> Place {
        defer { (offset, end, depth) = (content.lowerBound, content.upperBound, 0) }
        return (offset, end, depth)
    }

    @usableFromInline
    mutating func comeBack(to place: Place) { (offset, end, depth) = place }

    /// A cursor over an input that is not longer than what is taken.
    @usableFromInline
    init(decoding bytes: DERBytes) throws(DERError) {
        guard bytes.count <= DERLimits.inputByteCount else {
            throw DERError(.inputTooLong(limit: DERLimits.inputByteCount), at: bytes.startIndex)
        }
        self.init(bytes)
    }
}

// What is read may be a private key, so neither `print` nor `dump` shows it.

extension DERCursor: CustomStringConvertible, CustomReflectable {
    /// Where the cursor is; never the octets themselves.
    public var description: String { "at \(offset) of \(end)" }
    public var customMirror: Mirror { Mirror(self, children: ["offset": offset, "end": end]) }
}
