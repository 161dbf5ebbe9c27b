import LucidDER
import LucidModel

/// The forms that RFC 5280 §4.2.1.6 asks of the names in subjectAltName.
enum NameSyntax {
    /// Whether a name has the form that its kind asks for.
    static func isWellFormed(_ name: GeneralName) -> Bool {
        switch name {
        case .dNSName(let name): name.content.withSpan(isDNSName)
        case .iPAddress(let octets): octets.count == 4 || octets.count == 16
        case .rfc822Name: Mailbox(name) != nil
        case .uniformResourceIdentifier(let name): isURI(name.text)
        case .otherName, .x400Address, .directoryName, .ediPartyName, .registeredID: true
        }
    }

    /// The preferred name syntax of RFC 1034 §3.5 as modified by RFC 1123 §2.1, perhaps with a wildcard in place of the
    /// left-most label (RFC 9525 §6.3). An IP address in the wrong place is none, nor is a name with a final dot.
    static func isDNSName(_ name: Span<UInt8>) -> Bool {
        let isWildcard = name.count >= 2 && name[0] == ASCII.asterisk && name[1] == ASCII.dot
        let host = isWildcard ? name.extracting(2..<name.count) : name
        guard host.isEmpty || host[host.count - 1] != ASCII.dot else { return false }
        return HostName.isWellFormed(host) && !HostName.isLikeIPv4Address(host)
    }

    /// "The name MUST NOT be a relative URI": a scheme, and something behind it (RFC 3986 §3.1).
    private static func isURI(_ name: String) -> Bool {
        guard let colon = name.utf8.firstIndex(of: ASCII.colon), name.utf8.index(after: colon) < name.utf8.endIndex,
            let first = name.utf8.first, ASCII.isLetter(first)
        else { return false }
        return name.utf8[..<colon].allSatisfy { octet in
            ASCII.isLetter(octet) || ASCII.isDigit(octet) || [ASCII.plus, ASCII.hyphen, ASCII.dot].contains(octet)
        }
    }
}

extension GeneralName {
    /// The name for a finding's parameters, with its kind.
    var findingText: String { "\(NameForm(of: self).rawValue) \(valueText)" }
}
