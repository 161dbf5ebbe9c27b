import LucidDER
import LucidModel

// Where mailboxes come from: certificates, and people.

extension Mailbox {
    /// The mailbox of an rfc822Name or of a SmtpUTF8Mailbox (RFC 9598 §3); nil for every other kind, and where it is none.
    init?(_ name: GeneralName) {
        let mailbox: Mailbox?
        switch name {
        case .rfc822Name(let text): mailbox = text.content.withSpan { Mailbox($0) }
        case .otherName(OID.smtpUTF8Mailbox, let value):
            let text = try? DERCursor.decode(value) { cursor throws(DERError) in
                try cursor.string("SmtpUTF8Mailbox", kinds: [.utf8])
            }
            mailbox = text?.content.withSpan(Mailbox.init(internationalized:))
        default: mailbox = nil
        }
        guard let mailbox else { return nil }
        self = mailbox
    }

    /// What a user types: the local part in any script, the host in either form, `bücher.example` or
    /// `xn--bcher-kva.example` (RFC 9549 §2.2).
    init?(typed text: String) {
        guard let at = text.lastIndex(of: "@"), let host = try? DomainName(text[text.index(after: at)...]) else {
            return nil
        }
        let octets = Array((text[...at] + host.ascii).utf8)
        let isInternationalized = !octets.allSatisfy { $0 < 0x80 }
        guard let mailbox = isInternationalized ? Mailbox(internationalized: octets.span) : Mailbox(octets.span) else {
            return nil
        }
        self = mailbox
    }
}
