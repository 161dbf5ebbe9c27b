import LucidModel

/// Matching a reference identity with the names that a certificate presents (RFC 9525 §6). Only subjectAltName counts; the
/// subject's commonName is not looked at.
enum ServerIdentity {
    /// Whether one of the names is the DNS name (RFC 9525 §6.3).
    static func matches(dnsName reference: String, _ names: [GeneralName]) -> Bool {
        names.contains { name in
            guard case .dNSName(let presented) = name else { return false }
            return matches(reference: reference, presented: presented.text)
        }
    }

    /// Whether a DNS name matches a presented one, which may have the whole left-most label replaced by `*`.
    static func matches(reference: String, presented: String) -> Bool {
        var presented = presented.lowercased()
        if presented.hasSuffix(".") { presented.removeLast() }
        if presented == reference { return true }
        // RFC 9525 §6.3: one `*`, as the complete left-most label, matches exactly one label.
        guard presented.hasPrefix("*."), !presented.dropFirst(1).contains("*") else { return false }
        guard let dot = reference.firstIndex(of: "."), dot != reference.startIndex else { return false }
        let suffix = presented.dropFirst(2)
        // A wildcard for a whole top-level domain stands for nobody's names.
        guard suffix.contains(".") else { return false }
        return reference[reference.index(after: dot)...] == suffix
    }

    /// Whether one of the names is the IP address (RFC 9525 §6.4): all octets alike, no ranges, no wildcards.
    static func matches(ipAddress reference: IPAddress, _ names: [GeneralName]) -> Bool {
        names.contains { name in
            guard case .iPAddress(let octets) = name else { return false }
            return octets.elementsEqual(reference.octets)
        }
    }

    /// Whether one of the names is the mailbox: the local part alike, the host in any case (RFC 5280 §7.5).
    static func matches(mailbox reference: Mailbox, _ names: [GeneralName]) -> Bool {
        names.contains { Mailbox($0) == reference }
    }

    /// The DNS names, addresses and mailboxes that a certificate presents, for telling people what they could have asked for.
    static func presented(_ names: [GeneralName]) -> [String] {
        names.compactMap { name in
            switch name {
            case .dNSName(let name): name.text
            case .iPAddress(let octets): IPAddress(octets: octets)?.description
            case .rfc822Name(let mailbox): mailbox.text
            default: nil
            }
        }
    }
}
