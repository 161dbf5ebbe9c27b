/// The base of a uniformResourceIdentifier subtree (RFC 5280 §4.2.1.10): "For URIs, the constraint applies to the host part of
/// the name."
enum URIConstraint: Hashable, Sendable {
    /// `host.example.com`, that host alone.
    case host(HostName)
    /// `.example.com`, the hosts below it, but not `example.com`.
    case domain(HostName)

    /// From the octets of the subtree's base; nil where they have neither form. "The constraint MUST be specified as a fully
    /// qualified domain name", so it is neither empty nor an IP address.
    init?(_ base: Span<UInt8>) {
        let isDomain = !base.isEmpty && base[0] == ASCII.dot
        guard let host = HostName(isDomain ? base.extracting(1..<base.count) : base), !host.isLikeIPv4Address else {
            return nil
        }
        self = isDomain ? .domain(host) : .host(host)
    }

    /// Whether a URI with this host is within the subtree.
    func covers(_ name: HostName) -> Bool {
        switch self {
        case .host(let host): name == host
        case .domain(let domain): name.isBelow(domain)
        }
    }
}
