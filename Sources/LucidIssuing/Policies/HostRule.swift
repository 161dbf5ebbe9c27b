public import LucidModel

/// Hosts that names may be at: one of them, those below it in the domain name system, or both.
public struct HostRule: Hashable, Sendable {
    /// The host, or the domain.
    public let domain: DomainName
    public let scope: Scope

    public enum Scope: Hashable, Sendable { case itself, below, itselfAndBelow }

    /// From `example.internal`, or with a dot in front for the hosts below it; nil where that is no domain name.
    ///
    /// - Parameter withoutDot: what it means without a dot.
    init?(_ text: String, withoutDot: Scope) {
        let isBelow = text.hasPrefix(".")
        guard let domain = try? DomainName(isBelow ? text.dropFirst() : text[...]) else { return nil }
        self.domain = domain
        scope = isBelow ? .below : withoutDot
    }

    /// Whether the host is among them.
    func covers(_ host: DomainName) -> Bool {
        switch scope {
        case .itself: host == domain
        case .below: isBelow(host)
        case .itselfAndBelow: host == domain || isBelow(host)
        }
    }

    /// Whether all names are that `*.` before `host` stands for: one label more.
    func coversAll(directlyBelow host: DomainName) -> Bool {
        scope != .itself && (host == domain || isBelow(host))
    }

    private func isBelow(_ host: DomainName) -> Bool { host.ascii.hasSuffix("." + domain.ascii) }

    /// The rule as it is written.
    var text: String { (scope == .below ? "." : "") + domain.ascii }
}

/// Mailboxes that e-mail certificates may be for.
public enum MailboxRule: Hashable, Sendable {
    /// `root@example.internal`
    case mailbox(local: String, host: DomainName)
    /// `example.internal`: all at this host. `.example.internal`: all at hosts below it.
    case hosts(HostRule)

    /// From one of these texts; nil for anything else.
    init?(_ text: String) {
        if text.contains("@") {
            guard let parts = MailboxParts(text) else { return nil }
            self = .mailbox(local: parts.local, host: parts.host)
        } else {
            guard let rule = HostRule(text, withoutDot: .itself) else { return nil }
            self = .hosts(rule)
        }
    }

    func covers(_ mailbox: MailboxParts) -> Bool {
        switch self {
        case .mailbox(let local, let host): mailbox.local == local && mailbox.host == host
        case .hosts(let rule): rule.covers(mailbox.host)
        }
    }

    /// The rule as it is written, which is also the base that name constraints have for it (RFC 5280 §4.2.1.10).
    var text: String {
        switch self {
        case .mailbox(let local, let host): "\(local)@\(host.ascii)"
        case .hosts(let rule): rule.text
        }
    }
}
