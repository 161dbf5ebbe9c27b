/// An IPv4 or IPv6 address: 4 or 16 octets in network order.
public struct IPAddress: Hashable, Sendable {
    /// 4 or 16 octets.
    public let octets: [UInt8]

    /// From 4 or 16 octets; nil for any other number.
    public init?(octets: some Collection<UInt8>) {
        guard octets.count == 4 || octets.count == 16 else { return nil }
        self.octets = Array(octets)
    }

    /// From text: four decimal numbers (RFC 6943 §3.1.1, strict form), or RFC 4291 §2.2 for IPv6, perhaps in brackets.
    public init?(_ text: some StringProtocol) {
        var text = text[...]
        if text.hasPrefix("["), text.hasSuffix("]") { text = text.dropFirst().dropLast() }
        guard let octets = text.contains(":") ? Self.parseIPv6(text) : Self.parseIPv4(text) else { return nil }
        self.octets = octets
    }

    private static func parseIPv4(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let octets = parts.compactMap { part -> UInt8? in
            // No leading zeros: some programs read 010 as eight.
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), part == "0" || part.first != "0" else {
                return nil
            }
            return UInt8(part)
        }
        return parts.count == 4 && octets.count == 4 ? octets : nil
    }

    private static func parseIPv6(_ text: some StringProtocol) -> [UInt8]? {
        // At most one "::" stands for the zeros that are left out.
        let halves = splitAtDoubleColon(String(text))
        guard halves.count <= 2 else { return nil }
        var parsed: [[UInt8]] = []
        for (index, half) in halves.enumerated() {
            guard let octets = parseGroups(half, isLast: index == halves.count - 1) else { return nil }
            parsed.append(octets)
        }
        if parsed.count == 1 { return parsed[0].count == 16 ? parsed[0] : nil }
        let missing = 16 - parsed[0].count - parsed[1].count
        return missing >= 2 ? parsed[0] + [UInt8](repeating: 0, count: missing) + parsed[1] : nil
    }

    private static func splitAtDoubleColon(_ text: String) -> [String] {
        var halves: [String] = [""]
        var rest = text[...]
        while let character = rest.first {
            if rest.hasPrefix("::") {
                halves.append("")
                rest = rest.dropFirst(2)
            } else {
                halves[halves.count - 1].append(character)
                rest = rest.dropFirst()
            }
        }
        return halves
    }

    private static func parseGroups(_ text: String, isLast: Bool) -> [UInt8]? {
        if text.isEmpty { return [] }
        var octets: [UInt8] = []
        let groups = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, group) in groups.enumerated() {
            if group.contains("."), isLast, index == groups.count - 1, let v4 = parseIPv4(group) {
                octets += v4
            } else {
                guard (1...4).contains(group.utf8.count), group.allSatisfy({ $0.isASCII && $0.isHexDigit }),
                    let value = UInt16(group, radix: 16)
                else { return nil }
                octets += [UInt8(value >> 8), UInt8(value & 0xff)]
            }
        }
        return octets
    }
}

extension IPAddress: CustomStringConvertible {
    /// Dotted decimal, or the canonical text of RFC 5952.
    public var description: String {
        if octets.count == 4 { return octets.map(String.init).joined(separator: ".") }
        let groups = stride(from: 0, to: 16, by: 2).map { Int(octets[$0]) << 8 | Int(octets[$0 + 1]) }
        // RFC 5952 §4.2: the longest run of two or more zero groups, the first of equals, is written "::".
        var best = 0..<0
        var start = 0
        while start < 8 {
            var end = start
            while end < 8 && groups[end] == 0 { end += 1 }
            if end - start >= 2 && end - start > best.count { best = start..<end }
            start = max(end, start + 1)
        }
        let text = { (range: Range<Int>) in groups[range].map { String($0, radix: 16) }.joined(separator: ":") }
        return best.isEmpty ? text(0..<8) : text(0..<best.lowerBound) + "::" + text(best.upperBound..<8)
    }
}
