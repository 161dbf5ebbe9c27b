#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// An IP address and a port in the system's own form.
struct SocketAddress: Hashable, Sendable {
    /// `AF_INET` or `AF_INET6`.
    let family: Int32
    /// A `sockaddr_in` or `sockaddr_in6`.
    let octets: [UInt8]

    /// Lends the system a pointer to the octets. No array is aligned to less than a `sockaddr` needs.
    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>?, socklen_t) -> Result) -> Result {
        unsafe octets.withUnsafeBytes {
            unsafe body($0.baseAddress?.assumingMemoryBound(to: sockaddr.self), socklen_t($0.count))
        }
    }

    /// The same address with another port, which both structures have in their third and fourth octet, the higher one first.
    func with(port: UInt16) -> SocketAddress {
        guard octets.count >= 4 else { return self }
        var changed = octets
        changed[2] = UInt8(port >> 8)
        changed[3] = UInt8(port & 0xff)
        return SocketAddress(family: family, octets: changed)
    }
}
