/// The base of a dNSName subtree: "Any DNS name that can be constructed by simply adding zero or more labels to the left-hand
/// side of the name satisfies the name constraint." (RFC 5280 §4.2.1.10)
///
/// Neither a leading dot nor a wildcard is part of that syntax. Programs differ on what `.example.com` means, so such a base
/// can not be processed.
enum DNSConstraint: Hashable, Sendable {
    /// The empty base: every name has it at its end.
    case everything
    case host(HostName)

    /// From the octets of the subtree's base; nil where they are no DNS name.
    init?(_ base: Span<UInt8>) {
        if base.isEmpty {
            self = .everything
        } else if let host = HostName(base) {
            self = .host(host)
        } else {
            return nil
        }
    }

    /// Whether the presented name, or for a wildcard the part of its names that `extent` tells, is within the subtree.
    func covers(_ name: PresentedDNSName, _ extent: Extent) -> Bool {
        guard case .host(let base) = self else { return true }
        // All names of `*.example.com` are within a subtree exactly where `example.com` itself is: adding a label to the left
        // never leaves one, and the label that the wildcard stands for is not known.
        if name.host.isWithin(base) { return true }
        // One of them is also within the subtrees whose base the wildcard can stand for.
        return name.isWildcard && extent == .anyName && base.isDirectlyBelow(name.host)
    }
}

/// How much of what a presented name stands for has to be within a subtree. Most names stand for themselves alone; a wildcard
/// stands for many.
enum Extent {
    /// All of it, as is asked of permitted subtrees.
    case everyName
    /// Any of it, as is asked of excluded subtrees.
    case anyName
}

/// A dNSName of a certificate.
struct PresentedDNSName: Hashable, Sendable {
    /// The name; for a wildcard what follows `*.`.
    let host: HostName
    /// Whether the left-most label is `*` and stands for any one label (RFC 9525 §6.3).
    let isWildcard: Bool

    /// From ASCII octets; nil where they are no DNS name, or have a `*` anywhere but as the whole left-most label.
    init?(_ text: Span<UInt8>) {
        isWildcard = text.count >= 2 && text[0] == ASCII.asterisk && text[1] == ASCII.dot
        guard let host = HostName(isWildcard ? text.extracting(2..<text.count) : text) else { return nil }
        self.host = host
    }
}
