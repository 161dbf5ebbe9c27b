import LucidDER

/// An e-mail address, split for comparing: `user@example.com`, `κάτι@bücher.example`.
public struct Mailbox: Hashable, Sendable {
    /// What stands before the last `@`, as its octets in UTF-8: only the host that it names may say whether two that
    /// look alike are alike.
    public let localPart: [UInt8]
    /// What stands behind it.
    public let host: DomainName

    /// Nil where one of the parts is missing, or the host is no domain name.
    public init?(_ text: String) {
        guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")), at != text.startIndex,
            let host = try? DomainName(text[text.index(after: at)...])
        else { return nil }
        localPart = Array(text.utf8[..<at])
        self.host = host
    }

    /// Whether two addresses are the same: the local parts octet for octet, without normalising or folding them, the
    /// hosts as A-labels without regard to case (RFC 5280 §7.5, RFC 9598 §5).
    public func matches(_ other: Mailbox) -> Bool { self == other }
}

extension GeneralName {
    /// The e-mail address of an rfc822Name or of an SmtpUTF8Mailbox (RFC 9598 §3); nil for every other kind, and where
    /// it is no address with a host.
    ///
    ///     id-on-SmtpUTF8Mailbox OBJECT IDENTIFIER ::= { id-on 9 }
    ///     SmtpUTF8Mailbox ::= UTF8String (SIZE (1..MAX))
    public var mailbox: Mailbox? {
        switch self {
        case .rfc822Name(let address): return Mailbox(address.text)
        case .otherName(OID.smtpUTF8Mailbox, let value):
            var cursor = DERCursor(value)
            guard let address = try? cursor.string("SmtpUTF8Mailbox", kinds: [.utf8]), cursor.isAtEnd else {
                return nil
            }
            return Mailbox(address.text)
        default: return nil
        }
    }
}
