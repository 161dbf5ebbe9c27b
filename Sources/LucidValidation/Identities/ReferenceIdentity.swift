public import LucidModel

/// Whom the target certificate must be for: the name or address that the user asked for (RFC 9525 §6.1).
public enum ReferenceIdentity: Hashable, Sendable {
    /// A DNS name in its A-label form, lower case, without a final dot.
    case dnsName(String)
    case ipAddress(IPAddress)
    /// An e-mail address: a local part, which is compared as it is, and a host.
    case mailbox(String)

    /// From what a user types: an IP address, else a DNS name; nil where it is neither.
    ///
    /// A name has labels of letters, digits, hyphens and underscores, 1 to 63 octets each, 253 in all; it may end with a dot.
    /// Names in other scripts are to be given in their A-label form (`xn--…`).
    public init?(_ text: some StringProtocol) {
        if let address = IPAddress(text) {
            self = .ipAddress(address)
            return
        }
        // Before the case is folded: U+212A, the Kelvin sign, would become a k.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        var name = text.lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        guard Self.isDNSName(name) else { return nil }
        self = .dnsName(name)
    }

    /// From an e-mail address (RFC 5321 §4.1.2); nil where it is none.
    public init?(mailbox: String) {
        let octets = Array(mailbox.utf8)
        guard Mailbox(octets.span) != nil else { return nil }
        self = .mailbox(mailbox)
    }

    private static func isDNSName(_ name: String) -> Bool {
        guard (1...253).contains(name.utf8.count) else { return false }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        // A last label of digits alone would be an IPv4 address gone wrong.
        guard let last = labels.last, !last.allSatisfy(\.isNumber) else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { octet in
                    switch octet {
                    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                        UInt8(ascii: "-"),
                        UInt8(ascii: "_"):
                        true
                    default: false
                    }
                }
        }
    }
}

extension ReferenceIdentity: CustomStringConvertible {
    /// The name or address as text.
    public var description: String {
        switch self {
        case .dnsName(let name): name
        case .ipAddress(let address): address.description
        case .mailbox(let mailbox): mailbox
        }
    }
}
