/// Some of an input's bytes, shared, not copied.
///
/// The indices are offsets in the input that the bytes were cut from, so a decoded value knows where it stood. Two
/// values are equal when their octets are, wherever they stood.
public struct DERBytes: Sendable {
    /// The whole input.
    public let source: [UInt8]
    /// The part of it that this value means.
    public let range: Range<Int>

    /// A whole array.
    @inlinable public init(_ source: [UInt8]) {
        self.source = source
        range = 0..<source.count
    }

    /// Part of an array; the range is clamped to it.
    @inlinable public init(_ source: [UInt8], _ range: Range<Int>) {
        self.source = source
        self.range = range.clamped(to: 0..<source.count)
    }

    /// Lends the octets as a span.
    @inlinable public func withSpan<Result: ~Copyable, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(source.span.extracting(range))
    }

    /// A copy of the octets in an array of their own.
    public var array: [UInt8] { range.count == source.count ? source : Array(source[range]) }
}

extension DERBytes: RandomAccessCollection {
    @inlinable public var startIndex: Int { range.lowerBound }
    @inlinable public var endIndex: Int { range.upperBound }
    @inlinable public subscript(position: Int) -> UInt8 { source[position] }
    @inlinable public subscript(bounds: Range<Int>) -> DERBytes { DERBytes(source, bounds) }
}

extension DERBytes: Hashable {
    public static func == (a: DERBytes, b: DERBytes) -> Bool {
        guard a.count == b.count else { return false }
        return unsafe a.source[a.range].withUnsafeBytes { a in
            unsafe b.source[b.range].withUnsafeBytes { b in unsafe haveEqualOctets(a, b) }
        }
    }

    /// Eight octets at a time: names and keys are compared so often that octet by octet it is a fortieth of a verification.
    /// Needs `a.count == b.count`.
    private static func haveEqualOctets(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
        precondition(a.count == b.count)
        var offset = 0
        while offset + 8 <= a.count {
            let (x, y) = unsafe (
                a.loadUnaligned(fromByteOffset: offset, as: UInt64.self),
                b.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            )
            guard x == y else { return false }
            offset += 8
        }
        while offset < a.count {
            guard unsafe a[offset] == b[offset] else { return false }
            offset += 1
        }
        return true
    }

    public func hash(into hasher: inout Hasher) {
        // All octets at once: names are looked up by their hash, and one call for each octet would take longer than all else.
        unsafe source[range].withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
}

extension DERBytes: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: UInt8...) { self.init(elements) }
}

// The octets may be a private key's, so neither `print` nor `dump` shows them.

extension DERBytes: CustomStringConvertible, CustomReflectable {
    /// How many octets, and where; never the octets themselves.
    public var description: String { "\(count) octets at \(startIndex)" }
    public var customMirror: Mirror { Mirror(self, children: ["count": count, "startIndex": startIndex]) }
}
