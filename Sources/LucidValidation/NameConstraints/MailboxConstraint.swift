/// The base of an rfc822Name subtree (RFC 5280 §4.2.1.10): "a particular mailbox, all addresses at a particular host, or all
/// mailboxes in a domain".
enum MailboxConstraint: Hashable, Sendable {
    /// `root@example.com`
    case mailbox(Mailbox)
    /// `example.com`, which does not cover `a@mail.example.com`.
    case host(HostName)
    /// `.example.com`, which does not cover `a@example.com`.
    case domain(HostName)

    /// From the octets of the subtree's base; nil where they have none of the three forms. RFC 5280 gives the empty base no
    /// meaning here.
    init?(_ base: Span<UInt8>) {
        if let mailbox = Mailbox(base) {
            self = .mailbox(mailbox)
        } else if let host = HostName(base) {
            self = .host(host)
        } else if !base.isEmpty, base[0] == ASCII.dot, let domain = HostName(base.extracting(1..<base.count)) {
            self = .domain(domain)
        } else {
            return nil
        }
    }

    /// Whether the mailbox is within the subtree. `extent` matters where a SmtpUTF8Mailbox meets the base of one mailbox:
    /// RFC 9598 §6 compares only their hosts. That excludes more than was written, which is safe; it would also permit the
    /// whole host where one mailbox was written, so there the local parts count as well.
    func covers(_ name: Mailbox, _ extent: Extent) -> Bool {
        switch self {
        case .mailbox(let base):
            name.host == base.host
                && (name.localPart == base.localPart || (name.isInternationalized && extent == .anyName))
        case .host(let host): name.host == host
        case .domain(let domain): name.host.isBelow(domain)
        }
    }
}
