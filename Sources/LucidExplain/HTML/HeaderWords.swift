import LucidDER

/// An element's identifier and length octets, said in words (X.690 §8.1.2 and §8.1.3).
struct HeaderWords {
    /// `30 = 00 1 10000: universal, constructed, number 16: SEQUENCE`
    let identifier: String
    /// `82 04 d2: long form; 2 octets follow, and say 1234 octets`
    let length: String
    /// How many octets both have.
    let count: Int

    /// Nil where the octets do not begin with a whole header, or have none because they are no DER.
    init?(_ line: ExplainedLine, in source: [UInt8]) {
        switch line.kind {
        case .structure, .value: break
        case .part, .raw: return nil
        }
        let octets = source[line.range]
        guard octets.count >= 2, let first = octets.first else { return nil }
        let start = octets.startIndex + 1
        let lengthCount = source[start] < 0x80 ? 1 : 1 + Int(source[start] & 0x7f)
        guard start + lengthCount <= octets.endIndex else { return nil }
        identifier = Self.words(identifier: first)
        length = Self.words(length: source[start..<start + lengthCount])
        count = 1 + lengthCount
    }

    /// Bits 8 and 7 are the class, bit 6 tells constructed from primitive, the other five are the number.
    static func words(identifier octet: UInt8) -> String {
        let tag = DERTag(octet: octet)
        let bits = Self.bits(octet)
        let kind =
            switch tag.class {
            case .universal: "universal"
            case .application: "application"
            case .contextSpecific: "context-specific"
            case .private: "private"
            }
        let name = tag.class == .universal ? ": \(tag)" : ""
        return
            "\(hexadecimal([octet])) = \(bits.prefix(2)) \(bits.dropFirst(2).prefix(1)) \(bits.suffix(5)): \(kind), "
            + "\(tag.isConstructed ? "constructed" : "primitive"), number \(tag.number)\(name)"
    }

    /// Below 128 the length is the octet itself; else the octet counts the octets that say the length.
    static func words(length octets: ArraySlice<UInt8>) -> String {
        let text = octets.map { hexadecimal([$0]) }.joined(separator: " ")
        guard octets.count > 1 else { return "\(text): short form, \(counted(octets.first.map(Int.init) ?? 0))" }
        let length = octets.dropFirst().reduce(0) { ($0 << 8 | Int($1)) & 0xffff_ffff }
        return "\(text): long form, the next \(counted(octets.count - 1)) say \(counted(length))"
    }

    private static func counted(_ count: Int) -> String { count == 1 ? "1 octet" : "\(count) octets" }

    private static func bits(_ octet: UInt8) -> String {
        let digits = String(octet, radix: 2)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
