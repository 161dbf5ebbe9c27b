/// An OBJECT IDENTIFIER (X.690 §8.19): a path of numbers in the world's tree of names, such as 2.5.4.3 for commonName.
///
/// Kept as its content octets: seven bits of an arc to an octet, the top bit set on all but the arc's last octet, and the
/// first two arcs packed into one number, 40·first + second.
public struct ObjectIdentifier: Sendable {
    /// The content octets, 15 of them at most, packed into 16 octets: count first. Longer ones lie in `overflow`.
    /// Nearly every OID fits, so that reading one allocates nothing and comparing two is comparing two words.
    @usableFromInline let packed: (UInt64, UInt64)
    @usableFromInline let overflow: [UInt8]?

    fileprivate init(validContent octets: Span<UInt8>) {
        guard octets.count <= 15 else {
            packed = (.max, .max)
            overflow = octets.indices.map { octets[$0] }
            return
        }
        // As many octets as there are move in from below; the shifts at the end bring them to the top.
        var words: (UInt64, UInt64) = (UInt64(octets.count), 0)
        let firstCount = min(octets.count, 7)
        for index in 0..<firstCount { words.0 = words.0 << 8 | UInt64(octets[index]) }
        for index in firstCount..<octets.count { words.1 = words.1 << 8 | UInt64(octets[index]) }
        words.0 <<= UInt64(8 * (7 - firstCount))
        words.1 <<= UInt64(8 * (8 - (octets.count - firstCount)))
        packed = words
        overflow = nil
    }

    /// The last arc where all but that one are those of `parent`, and it is below 128; nil otherwise. So a family such as
    /// `id-ce` (2.5.29) can be told apart with one switch over its members' numbers. The parent has six content octets
    /// at most; below a longer one nothing is found.
    public func arc(below parent: ObjectIdentifier) -> UInt8? {
        let count = parent.packed.0 >> 56
        guard count < 7, packed.0 >> 56 == count + 1, parent.overflow == nil else { return nil }
        // Of the seven octets behind the count, `count` are the parent's and the next one is the arc.
        let shift = 48 - 8 * count
        guard ((packed.0 ^ parent.packed.0) << 8) >> (shift + 16) == 0 else { return nil }
        let octet = UInt8(truncatingIfNeeded: packed.0 >> shift)
        return octet < 0x80 ? octet : nil
    }

    /// The content octets.
    public var content: [UInt8] {
        if let overflow { return overflow }
        let words = packed
        return (0..<Int(words.0 >> 56)).map { (index: Int) -> UInt8 in
            let word = index < 7 ? words.0 : words.1
            let shift = index < 7 ? 48 - 8 * index : 56 - 8 * (index - 7)
            return UInt8(truncatingIfNeeded: word >> UInt64(shift))
        }
    }

    /// From arcs that the source code names; at least two, the first 0 to 2, the second below 40 under 0 and 1.
    public init(_ arcs: UInt64...) {
        self.init(validContent: Self.encode(arcs).span)
    }

    /// From dotted text such as `1.2.840.113549.1.1.11`; nil where that is no object identifier. Arcs may have any length (2.25 has
    /// 128-bit ones), as far as the encoding is not longer than `DERLimits.objectIdentifierByteCount`.
    public init?(dotted: some StringProtocol) {
        let parts = dotted.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, let first = UInt64(parts[0]), first <= 2, parts[0].utf8.first != UInt8(ascii: "+"),
            first == 2 || UInt64(parts[1]).map({ $0 < 40 }) == true
        else { return nil }
        var content: [UInt8] = []
        for (index, part) in parts.dropFirst().enumerated() {
            // The first two arcs share a number.
            guard let groups = Self.base128(part, plus: index == 0 ? UInt32(40 * first) : 0) else { return nil }
            content += groups.dropLast().map { $0 | 0x80 } + groups.suffix(1)
        }
        guard content.count <= DERLimits.objectIdentifierByteCount else { return nil }
        self.init(validContent: content.span)
    }

    /// A decimal number plus a small one in groups of seven bits, the highest first; nil where the text is no number, or too long.
    private static func base128(_ decimal: some StringProtocol, plus addend: UInt32) -> [UInt8]? {
        // Each octet of the encoding holds more than two decimal digits.
        guard !decimal.isEmpty, decimal.utf8.count <= 3 * DERLimits.objectIdentifierByteCount else { return nil }
        var groups: [UInt8] = [0]  // least significant first
        func add(_ addend: UInt32, times factor: UInt32) {
            var carry = addend
            for index in groups.indices {
                carry += UInt32(groups[index]) * factor
                groups[index] = UInt8(truncatingIfNeeded: carry & 0x7f)
                carry >>= 7
            }
            if carry > 0 { groups.append(UInt8(truncatingIfNeeded: carry)) }
        }
        for digit in decimal.utf8 {
            guard (0x30...0x39).contains(digit) else { return nil }
            add(UInt32(digit - 0x30), times: 10)
        }
        add(addend, times: 1)
        return groups.reversed()
    }

    private static func encode(_ arcs: [UInt64]) -> [UInt8] {
        let first = arcs.first ?? 0, second = arcs.dropFirst().first ?? 0
        return ([first &* 40 &+ second] + arcs.dropFirst(2)).flatMap { arc in
            // Seven bits an octet, the highest first; leading zero groups are left out.
            let groups = max(1, (64 - arc.leadingZeroBitCount + 6) / 7)
            return (0..<groups).reversed().map { group in
                UInt8(truncatingIfNeeded: arc >> UInt64(7 * group)) & 0x7f | (group == 0 ? 0 : 0x80)
            }
        }
    }
}

extension ObjectIdentifier: Hashable {
    @inlinable public static func == (a: ObjectIdentifier, b: ObjectIdentifier) -> Bool {
        // Where both words agree, so do the lengths; only a long one has octets left to compare.
        a.packed == b.packed && (a.packed.0 != .max || a.overflow == b.overflow)
    }
    public func hash(into hasher: inout Hasher) {
        hasher.combine(packed.0)
        hasher.combine(packed.1)
        hasher.combine(overflow)
    }
}

extension ObjectIdentifier: CustomStringConvertible {
    /// The arcs in dotted form.
    public var description: String {
        var arcs: [String] = []
        var arc: [UInt8] = []
        for octet in content {
            arc.append(octet & 0x7f)
            guard octet & 0x80 == 0 else { continue }
            if arcs.isEmpty {
                // The first two arcs share a number: below 80 it tells both, from 80 on the first one is 2.
                let small = arc.count == 1 ? Int(arc[0]) : 80
                let first = min(small / 40, 2)
                arcs = [String(first), Self.decimal(arc, minus: 40 * first)]
            } else {
                arcs.append(Self.decimal(arc, minus: 0))
            }
            arc = []
        }
        return arcs.joined(separator: ".")
    }

    /// Base-128 digits, most significant first, as decimal text: an arc may have any length (2.25 has 128-bit ones).
    private static func decimal(_ groups: [UInt8], minus subtrahend: Int) -> String {
        var digits: [Int] = [0]  // least significant first
        for group in groups {
            var carry = Int(group)
            for index in digits.indices {
                carry += digits[index] * 128
                digits[index] = carry % 10
                carry /= 10
            }
            while carry > 0 {
                digits.append(carry % 10)
                carry /= 10
            }
        }
        var borrow = subtrahend
        for index in digits.indices where borrow > 0 {
            digits[index] -= borrow % 10
            borrow /= 10
            if digits[index] < 0 {
                digits[index] += 10
                borrow += 1
            }
        }
        while digits.count > 1, digits.last == 0 { digits.removeLast() }
        return digits.reversed().map(String.init).joined()
    }
}

extension DERCursor {
    /// An OBJECT IDENTIFIER.
    public mutating func objectIdentifier(
        _ field: StaticString, tag: DERTag = .objectIdentifier
    ) throws(DERError) -> ObjectIdentifier {
        let content = try checkObjectIdentifier(field, tag: tag)
        return ObjectIdentifier(validContent: source.span.extracting(content))
    }

    /// Checks an OBJECT IDENTIFIER, and returns where its content stands.
    @discardableResult
    public mutating func checkObjectIdentifier(
        _ field: StaticString, tag: DERTag = .objectIdentifier
    ) throws(DERError) -> Range<Int> {
        do throws(DERError) {
            let content = try element(tag).content
            guard !content.isEmpty else { throw DERError(.objectIdentifierEmpty, at: content.lowerBound) }
            guard content.count <= DERLimits.objectIdentifierByteCount else {
                throw DERError(
                    .objectIdentifierTooLong(limit: DERLimits.objectIdentifierByteCount), at: content.lowerBound)
            }
            let octets = source.span.extracting(content)
            guard octets[octets.count - 1] < 0x80 else {
                throw DERError(.objectIdentifierTruncated, at: content.upperBound - 1)
            }
            // An arc must not begin with an octet of seven zero bits (X.690 §8.19.2).
            for index in octets.indices where octets[index] == 0x80 && (index == 0 || octets[index - 1] < 0x80) {
                throw DERError(.objectIdentifierNotMinimal, at: content.lowerBound + index)
            }
            return content
        } catch { throw error.inside(field) }
    }
}

extension DERWriter {
    /// An OBJECT IDENTIFIER.
    public mutating func objectIdentifier(_ value: ObjectIdentifier, tag: DERTag = .objectIdentifier) {
        primitive(tag, value.content)
    }
}
