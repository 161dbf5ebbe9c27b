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
    /// Labels in other scripts may be given in either form, `bücher` or `xn--bcher-kva` (RFC 9549 §2.2).
    public init?(_ text: some StringProtocol) {
        if let address = IPAddress(text) {
            self = .ipAddress(address)
            return
        }
        guard let name = try? DomainName(text).ascii, Self.isDNSName(name) else { return nil }
        self = .dnsName(name)
    }

    /// From an e-mail address (RFC 5321 §4.1.2); nil where it is none.
    public init?(mailbox: String) {
        guard Mailbox(typed: mailbox) != nil else { return nil }
        self = .mailbox(mailbox)
    }

    /// Whether a name may be a host's.
    private static func isDNSName(_ name: String) -> Bool {
        // A last label of digits alone would be an IPv4 address gone wrong.
        guard let last = name.split(separator: ".").last else { return false }
        return !last.allSatisfy(\.isNumber)
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
