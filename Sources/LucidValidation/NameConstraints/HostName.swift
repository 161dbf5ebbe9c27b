/// A DNS host name: labels of letters, digits and inner hyphens, 1 to 63 octets each, 253 in all, with dots between them
/// ("preferred name syntax", RFC 1034 §3.5 as RFC 1123 §2.1 loosened it; RFC 5280 §4.2.1.6 asks for it).
///
/// Name constraints compare names that attackers choose, so whatever could be read in two ways is no host name here: empty
/// labels, spaces, control characters, underscores. A final dot is dropped; the name means the same without it.
struct HostName: Hashable, Sendable {
    /// The name in lower case, so that comparing two names is comparing their octets (RFC 4343).
    let octets: [UInt8]

    /// From ASCII octets; nil where they are no host name.
    init?(_ text: Span<UInt8>) {
        var end = text.count
        if end > 0, text[end - 1] == ASCII.dot { end -= 1 }
        guard (1...253).contains(end) else { return nil }
        var octets: [UInt8] = []
        octets.reserveCapacity(end)
        var labelLength = 0
        var previous = ASCII.dot
        for index in 0..<end {
            let octet = ASCII.lowercase(text[index])
            switch octet {
            case ASCII.dot:
                guard labelLength > 0, previous != ASCII.hyphen else { return nil }
                labelLength = 0
            case ASCII.hyphen:
                guard labelLength > 0 else { return nil }
                labelLength += 1
            case _ where ASCII.isLowercaseLetter(octet) || ASCII.isDigit(octet):
                labelLength += 1
            default: return nil
            }
            guard labelLength <= 63 else { return nil }
            octets.append(octet)
            previous = octet
        }
        guard labelLength > 0, previous != ASCII.hyphen else { return nil }
        self.octets = octets
    }

    /// Whether the name is `ancestor` with one or more labels added to its left.
    func isBelow(_ ancestor: HostName) -> Bool {
        let extra = octets.count - ancestor.octets.count
        guard extra > 1, octets[extra - 1] == ASCII.dot else { return false }
        // From the right: names of the same domain differ there last, those of others at once.
        return ancestor.octets.indices.reversed().allSatisfy { octets[extra + $0] == ancestor.octets[$0] }
    }

    /// Whether the name is `ancestor` with exactly one label added to its left.
    func isDirectlyBelow(_ ancestor: HostName) -> Bool {
        let extra = octets.count - ancestor.octets.count
        return isBelow(ancestor) && !octets[..<(extra - 1)].contains(ASCII.dot)
    }

    /// Whether the name is `ancestor` or below it.
    func isWithin(_ ancestor: HostName) -> Bool { self == ancestor || isBelow(ancestor) }

    /// Whether programs take the name for an IPv4 address: its last label is a number, decimal or hexadecimal. No top-level
    /// domain is one.
    var isLikeIPv4Address: Bool {
        let label = octets[(octets.lastIndex(of: ASCII.dot).map { $0 + 1 } ?? 0)...]
        if label.starts(with: [ASCII.zero, ASCII.lowercaseX]) {
            return label.dropFirst(2).allSatisfy(ASCII.isLowercaseHexDigit)
        }
        return label.allSatisfy(ASCII.isDigit)
    }
}
