import LucidObjectNames

/// Internet addresses and system numbers that a certificate is about (RFC 3779).
enum ResourceText {
    static func addressBlocks(_ element: BERElement, _ around: ExtensionSurroundings) -> ExtensionText {
        guard let families = element.children(of: .sequence) else { return .malformed }
        var lines = TextOutput()
        for family in families {
            guard let parts = family.children(of: .sequence), parts.count == 2, parts[0].tag == .octetString,
                let kind = familyName(Array(parts[0].octets))
            else { return .malformed }
            lines.indent(around.indent)
            lines.put(kind.name)
            if parts[1].tag == .null {
                lines.put(": inherit\n")
                continue
            }
            guard let ranges = parts[1].children(of: .sequence) else { return .malformed }
            lines.put(":\n")
            for range in ranges {
                lines.indent(around.indent + 2)
                guard write(range, of: kind.number, to: &lines) else { return .malformed }
            }
        }
        return .lines(lines)
    }

    /// `IPv4 (Unicast)`, and the family's number.
    private static func familyName(_ octets: [UInt8]) -> (name: String, number: Int)? {
        guard octets.count >= 2, octets.count <= 3 else { return nil }
        let number = Int(octets[0]) << 8 | Int(octets[1])
        let name = number == 1 ? "IPv4" : number == 2 ? "IPv6" : "Unknown AFI \(number)"
        guard octets.count == 3 else { return (name, number) }
        let kinds: [UInt8: String] = [
            1: "Unicast", 2: "Multicast", 3: "Unicast/Multicast", 4: "MPLS", 64: "Tunnel", 65: "VPLS", 66: "BGP MDT",
            128: "MPLS-labeled VPN",
        ]
        return ("\(name) (\(kinds[octets[2]] ?? "Unknown SAFI \(octets[2])"))", number)
    }

    /// A prefix or a range of addresses.
    private static func write(_ element: BERElement, of family: Int, to lines: inout TextOutput) -> Bool {
        if let bits = BitStringParts(element) {
            guard let text = address(bits, of: family, fill: 0) else { return false }
            lines.put("\(text)/\(bits.octets.count * 8 - Int(bits.unusedBits))\n")
            return true
        }
        guard let ends = element.children(of: .sequence), ends.count == 2, let first = BitStringParts(ends[0]),
            let last = BitStringParts(ends[1]), let low = address(first, of: family, fill: 0),
            let high = address(last, of: family, fill: 0xff)
        else { return false }
        lines.put("\(low)-\(high)\n")
        return true
    }

    /// An address whose last bits are left out and stand for zeros or ones; nil where it is too long.
    private static func address(_ bits: BitStringParts, of family: Int, fill: UInt8) -> String? {
        func filled(_ count: Int) -> [UInt8]? {
            guard bits.octets.count <= count else { return nil }
            var octets = bits.octets
            if let last = octets.indices.last, bits.unusedBits > 0 {
                let mask = (UInt8(1) << bits.unusedBits) - 1
                octets[last] = octets[last] & ~mask | fill & mask
            }
            return octets + repeatElement(fill, count: count - octets.count)
        }
        switch family {
        case 1: return filled(4)?.map(String.init).joined(separator: ".")
        case 2:
            guard let octets = filled(16) else { return nil }
            var count = 16
            while count > 1, octets[count - 1] == 0, octets[count - 2] == 0 { count -= 2 }
            var text = ""
            for index in stride(from: 0, to: count, by: 2) {
                text += String(UInt16(octets[index]) << 8 | UInt16(octets[index + 1]), radix: 16)
                if index < 14 { text += ":" }
            }
            if count < 16 { text += ":" }
            if count == 0 { text += ":" }
            return text
        default:
            return bits.octets.map(\.lowerHex).joined(separator: ":") + "[\(bits.unusedBits)]"
        }
    }

    static func systemNumbers(_ element: BERElement, _ around: ExtensionSurroundings) -> ExtensionText {
        guard let fields = element.children(of: .sequence) else { return .malformed }
        var lines = TextOutput()
        for field in fields {
            guard field.tag.kind == 2, field.tag.number <= 1, let inner = field.children, inner.count == 1 else {
                return .malformed
            }
            lines.indent(around.indent)
            lines.put(
                field.tag.number == 0 ? "Autonomous System Numbers:\n" : "Routing Domain Identifiers:\n")
            if inner[0].tag == .null {
                lines.indent(around.indent + 2)
                lines.put("inherit\n")
                continue
            }
            guard let ranges = inner[0].children(of: .sequence) else { return .malformed }
            for range in ranges {
                lines.indent(around.indent + 2)
                if let number = IntegerParts(range) {
                    lines.put(number.text + "\n")
                } else if let ends = range.children(of: .sequence), ends.count == 2, let low = IntegerParts(ends[0]),
                    let high = IntegerParts(ends[1])
                {
                    lines.put("\(low.text)-\(high.text)\n")
                } else {
                    return .malformed
                }
            }
        }
        return .lines(lines)
    }
}
