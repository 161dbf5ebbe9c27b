/// An e-mail address, `Local-part "@" Domain` (RFC 5321 §4.1.2, which RFC 5280 §4.2.1.6 means by "Mailbox").
struct Mailbox: Hashable, Sendable {
    /// What is before the `@`, without the quotes and backslashes of its quoted form: `"a"@host` and `a@host` are one mailbox.
    /// Upper and lower case differ.
    let localPart: [UInt8]
    /// What is behind the `@`.
    let host: HostName
    /// Whether this is a SmtpUTF8Mailbox (RFC 9598 §3), whose local part may have any characters.
    let isInternationalized: Bool

    /// From the octets of an rfc822Name; nil where they are no mailbox, or one at an IP address.
    init?(_ text: Span<UInt8>) { self.init(text, isInternationalized: false) }

    /// From the octets of the UTF8String in a SmtpUTF8Mailbox; its host is written in A-labels (RFC 9598 §3).
    init?(internationalized text: Span<UInt8>) { self.init(text, isInternationalized: true) }

    private init?(_ text: Span<UInt8>, isInternationalized: Bool) {
        let isQuoted = !text.isEmpty && text[0] == ASCII.quote
        guard
            let local = isQuoted
                ? Self.quotedString(text, mayBeUTF8: isInternationalized)
                : Self.dotString(text, mayBeUTF8: isInternationalized),
            local.end < text.count, text[local.end] == ASCII.at,
            let host = HostName(text.extracting(local.end + 1..<text.count))
        else { return nil }
        localPart = local.octets
        self.host = host
        self.isInternationalized = isInternationalized
    }

    /// `Dot-string = Atom *("." Atom)`: what it means, and where it ends.
    private static func dotString(_ text: Span<UInt8>, mayBeUTF8: Bool) -> (octets: [UInt8], end: Int)? {
        var octets: [UInt8] = []
        var previous = ASCII.dot
        for index in text.indices {
            let octet = text[index]
            if octet == ASCII.at { return previous == ASCII.dot ? nil : (octets, index) }
            let isDotBetweenAtoms = octet == ASCII.dot && previous != ASCII.dot
            guard isDotBetweenAtoms || isAtomText(octet) || (mayBeUTF8 && octet >= 0x80) else { return nil }
            octets.append(octet)
            previous = octet
        }
        return nil
    }

    /// `Quoted-string = DQUOTE *QcontentSMTP DQUOTE`, where a backslash takes its meaning from the octet behind it.
    private static func quotedString(_ text: Span<UInt8>, mayBeUTF8: Bool) -> (octets: [UInt8], end: Int)? {
        var octets: [UInt8] = []
        var index = 1
        while index < text.count {
            if text[index] == ASCII.quote { return (octets, index + 1) }
            if text[index] == ASCII.backslash { index += 1 }
            guard index < text.count, (0x20...0x7e).contains(text[index]) || (mayBeUTF8 && text[index] >= 0x80) else {
                return nil
            }
            octets.append(text[index])
            index += 1
        }
        return nil
    }

    /// RFC 5322 §3.2.3, atext: letters, digits and nineteen signs, among them the asterisk, which is no wildcard.
    private static func isAtomText(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "!"), UInt8(ascii: "#")...UInt8(ascii: "'"), ASCII.asterisk, ASCII.plus, ASCII.hyphen,
            ASCII.slash, UInt8(ascii: "="), ASCII.question, UInt8(ascii: "^")...UInt8(ascii: "`"),
            UInt8(ascii: "{")...UInt8(ascii: "~"):
            true
        default: ASCII.isLetter(octet) || ASCII.isDigit(octet)
        }
    }
}
