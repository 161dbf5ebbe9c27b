import LucidModel

/// Matching a reference identity with the names that a certificate presents (RFC 9525 §6). Only subjectAltName counts; the
/// subject's commonName is not looked at.
enum ServerIdentity {
    /// Whether one of the names is the DNS name (RFC 9525 §6.3).
    static func matches(dnsName reference: String, _ names: [GeneralName]) -> Bool {
        let reference = reference.utf8.span
        return names.contains { name in
            guard case .dNSName(let presented) = name else { return false }
            return presented.content.withSpan { matches(reference: reference, presented: $0) }
        }
    }

    /// Whether a DNS name, in lower case and without a final dot, matches a presented one, which may have the whole
    /// left-most label replaced by `*`. Both are ASCII.
    static func matches(reference: Span<UInt8>, presented: Span<UInt8>) -> Bool {
        let endsWithDot = !presented.isEmpty && presented[presented.count - 1] == ASCII.dot
        let presented = presented.extracting(0..<presented.count - (endsWithDot ? 1 : 0))
        if isSame(reference, presented) { return true }
        // RFC 9525 §6.3: one `*`, as the complete left-most label, matches exactly one label.
        guard presented.count >= 2, presented[0] == ASCII.asterisk, presented[1] == ASCII.dot else { return false }
        let suffix = presented.extracting(2..<presented.count)
        guard !suffix.indices.contains(where: { suffix[$0] == ASCII.asterisk }),
            let dot = reference.indices.first(where: { reference[$0] == ASCII.dot }), dot > 0,
            // A wildcard for a whole top-level domain stands for nobody's names.
            suffix.indices.contains(where: { suffix[$0] == ASCII.dot })
        else { return false }
        return isSame(reference.extracting(dot + 1..<reference.count), suffix)
    }

    /// Whether a presented name is the reference, in any case (RFC 4343).
    private static func isSame(_ reference: Span<UInt8>, _ presented: Span<UInt8>) -> Bool {
        reference.count == presented.count
            && reference.indices.allSatisfy { reference[$0] == ASCII.lowercase(presented[$0]) }
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
