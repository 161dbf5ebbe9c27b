public import LucidModel

/// The names that a CA's certificates may be for. Of each form what is listed is allowed and nothing else; an empty list
/// allows none.
public struct NamePolicy: Hashable, Sendable {
    /// DNS names: `example.internal` stands for that name and all below it, `.example.internal` for those below it alone.
    public var dns: [HostRule]
    /// Whether `*.` may stand before an allowed name.
    public var wildcards: Bool
    /// IP addresses.
    public var ip: [IPRange]
    /// E-mail addresses.
    public var email: [MailboxRule]
    /// The hosts of URIs: `example.internal` stands for that host alone, `.example.internal` for those below it.
    public var uriHosts: [HostRule]

    public init(
        dns: [HostRule] = [], wildcards: Bool = false, ip: [IPRange] = [], email: [MailboxRule] = [],
        uriHosts: [HostRule] = []
    ) {
        self.dns = dns
        self.wildcards = wildcards
        self.ip = ip
        self.email = email
        self.uriHosts = uriHosts
    }

    /// Why a name is not allowed; nil where it is.
    public func refusal(of name: GeneralName) -> PolicyRefusal? {
        switch name {
        case .dNSName(let text): refusal(ofDNS: text.text, name)
        case .rfc822Name(let text):
            check(MailboxParts(text.text).map { box in email.contains { $0.covers(box) } }, name, email.map(\.text))
        case .uniformResourceIdentifier(let text):
            check(
                URIParts(text.text).map { uri in uriHosts.contains { $0.covers(uri.host) } }, name,
                uriHosts.map(\.text))
        case .iPAddress(let octets):
            check(
                IPAddress(octets: octets).map { address in ip.contains { $0.contains(address) } }, name,
                ip.map(\.description))
        default: .nameForm(name)
        }
    }

    private func check(_ isAllowed: Bool?, _ name: GeneralName, _ allowed: [String]) -> PolicyRefusal? {
        guard let isAllowed else { return .malformedName(name) }
        return isAllowed ? nil : .name(name, allowed: allowed)
    }

    private func refusal(ofDNS text: String, _ name: GeneralName) -> PolicyRefusal? {
        let isWildcard = text.hasPrefix("*.")
        guard let host = try? DomainName(isWildcard ? text.dropFirst(2) : text[...]) else {
            return .malformedName(name)
        }
        if isWildcard, !wildcards { return .wildcard(name) }
        let isAllowed = dns.contains { isWildcard ? $0.coversAll(directlyBelow: host) : $0.covers(host) }
        return isAllowed ? nil : .name(name, allowed: dns.map(\.text))
    }
}

extension NamePolicy {
    /// The same as name constraints for a CA's certificate (RFC 5280 §4.2.1.10), so that verifiers refuse what the policy
    /// would not have issued.
    ///
    /// They can say a little less than the policy: a DNS constraint always covers the name itself and wildcards. A form
    /// without any allowed name is closed with the domain `invalid`, which nobody has (RFC 6761 §6.4), because several
    /// clients can not read an empty constraint; and for addresses with the whole of both spaces excluded.
    public var constraints: NameConstraints {
        func subtrees(_ texts: [String], _ name: (String) -> GeneralName?) -> [GeneralSubtree] {
            (texts.isEmpty ? ["invalid"] : texts).compactMap { name($0).map { GeneralSubtree(base: $0) } }
        }
        let permitted =
            subtrees(dns.map(\.domain.ascii)) { .dns($0) } + ip.map { GeneralSubtree(base: $0.constraint) }
            + subtrees(email.map(\.text)) { .email($0) } + subtrees(uriHosts.map(\.text)) { .uri($0) }
        return NameConstraints(permittedSubtrees: permitted, excludedSubtrees: ip.isEmpty ? Self.everyAddress : nil)
    }

    /// The whole of both address spaces.
    static let everyAddress = ["0.0.0.0/0", "::/0"].compactMap { IPRange($0) }.map {
        GeneralSubtree(base: $0.constraint)
    }
}
