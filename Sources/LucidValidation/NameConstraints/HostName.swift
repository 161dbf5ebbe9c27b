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
        guard Self.isWellFormed(text) else { return nil }
        let end = text[text.count - 1] == ASCII.dot ? text.count - 1 : text.count
        octets = (0..<end).map { ASCII.lowercase(text[$0]) }
    }

    /// Whether ASCII octets are a host name, perhaps with a final dot.
    static func isWellFormed(_ text: Span<UInt8>) -> Bool {
        var end = text.count
        if end > 0, text[end - 1] == ASCII.dot { end -= 1 }
        guard (1...253).contains(end) else { return false }
        var labelLength = 0
        var previous = ASCII.dot
        for index in 0..<end {
            let octet = ASCII.lowercase(text[index])
            switch octet {
            case ASCII.dot:
                guard labelLength > 0, previous != ASCII.hyphen else { return false }
                labelLength = 0
            case ASCII.hyphen:
                guard labelLength > 0 else { return false }
                labelLength += 1
            case _ where ASCII.isLowercaseLetter(octet) || ASCII.isDigit(octet):
                labelLength += 1
            default: return false
            }
            guard labelLength <= 63 else { return false }
            previous = octet
        }
        return labelLength > 0 && previous != ASCII.hyphen
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

    /// Whether programs take the name for an IPv4 address.
    var isLikeIPv4Address: Bool { Self.isLikeIPv4Address(octets.span) }

    /// Whether programs take a host name for an IPv4 address: its last label is a number, decimal or hexadecimal. No
    /// top-level domain is one.
    static func isLikeIPv4Address(_ name: Span<UInt8>) -> Bool {
        let start = (name.indices.last { name[$0] == ASCII.dot } ?? -1) + 1
        let label = name.extracting(start..<name.count)
        if label.count >= 2, label[0] == ASCII.zero, ASCII.lowercase(label[1]) == ASCII.lowercaseX {
            return (2..<label.count).allSatisfy { ASCII.isLowercaseHexDigit(ASCII.lowercase(label[$0])) }
        }
        return label.indices.allSatisfy { ASCII.isDigit(label[$0]) }
    }
}
