/// An INTEGER (X.690 §8.3) of any size, as its content octets: two's complement, most significant first, as few as possible.
public struct DERInteger: Hashable, Sendable {
    /// The content octets; at least one.
    public let content: DERBytes

    /// Whether the number is below zero.
    public var isNegative: Bool { (content.first ?? 0) & 0x80 != 0 }
    /// Whether the number is zero.
    public var isZero: Bool { content.count == 1 && content.first == 0 }

    /// The octets of a number that is not negative, without the leading zero octet that keeps the sign bit free;
    /// nil for a negative number.
    public var magnitude: DERBytes? {
        if isNegative { return nil }
        return content.first == 0 ? content[content.startIndex + 1..<content.endIndex] : content
    }

    /// The value, where it fits.
    public var small: Int? {
        guard content.count <= 8 else { return nil }
        return content.reduce(isNegative ? -1 : 0) { $0 << 8 | Int($1) }
    }

    /// A small number.
    public init(_ value: Int) {
        var octets = (0..<8).map { UInt8(truncatingIfNeeded: value >> (56 - 8 * $0)) }
        while octets.count > 1, DERInteger.isFirstOctetRedundant(octets[0], octets[1]) { octets.removeFirst() }
        content = DERBytes(octets)
    }

    /// A number that is not negative, from its octets, most significant first, leading zeros allowed.
    public init(magnitude: some Sequence<UInt8>) {
        var octets = Array(magnitude.drop { $0 == 0 })
        if octets.first.map({ $0 >= 0x80 }) ?? true { octets.insert(0, at: 0) }
        content = DERBytes(octets)
    }

    fileprivate init(content: DERBytes) { self.content = content }

    /// X.690 §8.3.2: the first nine bits are neither all zero nor all one.
    fileprivate static func isFirstOctetRedundant(_ first: UInt8, _ second: UInt8) -> Bool {
        (first == 0x00 && second < 0x80) || (first == 0xff && second >= 0x80)
    }
}

extension DERCursor {
    /// An INTEGER of any size and sign.
    public mutating func integer(_ field: StaticString, tag: DERTag = .integer) throws(DERError) -> DERInteger {
        DERInteger(content: bytes(try checkInteger(field, tag: tag)))
    }

    /// Checks an INTEGER, and returns where its content stands.
    @discardableResult
    public mutating func checkInteger(
        _ field: StaticString, tag: DERTag = .integer
    ) throws(DERError) -> Range<Int> {
        do throws(DERError) {
            let content = try element(tag).content
            let start = content.lowerBound
            guard !content.isEmpty else { throw DERError(.integerEmpty, at: start) }
            if content.count > 1, DERInteger.isFirstOctetRedundant(source[start], source[start + 1]) {
                throw DERError(.integerNotMinimal, at: start)
            }
            return content
        } catch { throw error.inside(field) }
    }

    /// Checks an INTEGER that is not negative, and returns where its octets stand, without the leading zero.
    private mutating func magnitude(_ field: StaticString, tag: DERTag) throws(DERError) -> Range<Int> {
        let start = offset
        let content = try checkInteger(field, tag: tag)
        let first = source[content.lowerBound]
        guard first < 0x80 else { throw DERError(.integerNegative, at: start).inside(field) }
        return first == 0 ? content.lowerBound + 1..<content.upperBound : content
    }

    /// An INTEGER that is not negative and fits into 31 bits: a version, a path length, a number of octets.
    public mutating func smallNatural(_ field: StaticString, tag: DERTag = .integer) throws(DERError) -> Int {
        let start = offset
        let magnitude = try magnitude(field, tag: tag)
        var value = 0
        guard magnitude.count <= 4 else { throw DERError(.integerTooLarge(limitBits: 31), at: start).inside(field) }
        for index in magnitude { value = value << 8 | Int(source[index]) }
        guard value <= Int32.max else { throw DERError(.integerTooLarge(limitBits: 31), at: start).inside(field) }
        return value
    }

    /// An INTEGER that is not negative, as octets without the leading zero: a modulus, a signature's r and s.
    public mutating func natural(_ field: StaticString, tag: DERTag = .integer) throws(DERError) -> DERBytes {
        bytes(try magnitude(field, tag: tag))
    }

    /// An ENUMERATED (X.690 §8.4): encoded like an INTEGER.
    public mutating func enumerated(_ field: StaticString, tag: DERTag = .enumerated) throws(DERError) -> Int {
        try smallNatural(field, tag: tag)
    }
}

extension DERWriter {
    /// An INTEGER.
    public mutating func integer(_ value: DERInteger, tag: DERTag = .integer) { primitive(tag, value.content) }

    /// A small INTEGER.
    public mutating func integer(_ value: Int, tag: DERTag = .integer) { integer(DERInteger(value), tag: tag) }

    /// An INTEGER that is not negative, from its octets, most significant first.
    public mutating func natural(_ magnitude: some Sequence<UInt8>, tag: DERTag = .integer) {
        integer(DERInteger(magnitude: magnitude), tag: tag)
    }

    /// An ENUMERATED.
    public mutating func enumerated(_ value: Int, tag: DERTag = .enumerated) { integer(value, tag: tag) }
}
