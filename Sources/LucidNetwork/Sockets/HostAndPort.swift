/// A place in the network as people write it: `example.com:443`, `192.0.2.1:443`, `[2001:db8::1]:443`.
public struct HostAndPort: Hashable, Sendable {
    /// A host name or an IP address, without brackets.
    public let host: String
    /// From 1 to 65535; 0 only for a listener that takes any free port.
    public let port: UInt16

    public init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reads `HOST:PORT`. An IPv6 address stands in brackets (RFC 3986 §3.2.2), since its own colons would hide the port.
    public init(_ text: String) throws(Problem) {
        guard !text.contains("/") else { throw .url }
        guard let colon = text.lastIndex(of: ":") else { throw .noPort }
        let before = text[..<colon]
        let port = text[text.index(after: colon)...]
        if before.hasPrefix("["), before.hasSuffix("]") {
            host = String(before.dropFirst().dropLast())
            guard host.contains(":"), Self.isAddressText(host) else { throw .badHost }
        } else {
            if text.hasSuffix("]") { throw .noPort }
            if before.contains(":") { throw .bareIPv6 }
            host = String(before)
            guard Self.isHostText(host) else { throw .badHost }
        }
        guard (1...5).contains(port.utf8.count), port.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = UInt16(port)
        else { throw .badPort }
        self.port = number
    }

    /// Why a text names no place.
    public enum Problem: Error, Hashable, Sendable {
        /// There is no `:PORT` at its end.
        case noPort
        /// The port is no number from 0 to 65535.
        case badPort
        /// The host is empty or has characters that no host has.
        case badHost
        /// A URL or a path.
        case url
        /// An IPv6 address without brackets.
        case bareIPv6
    }

    /// What may be a host name, in any script. Whether there is such a host is the resolver's to say.
    private static func isHostText(_ text: String) -> Bool {
        // A longer name can not be asked for: RFC 1035 §2.3.4 allows 255 octets.
        guard (1...255).contains(text.utf8.count) else { return false }
        return text.utf8.allSatisfy { octet in
            switch octet {
            case 0x80...: true
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): true
            default: isLetterOrDigit(octet)
            }
        }
    }

    /// Hexadecimal digits, colons and dots, and perhaps a zone behind `%` (RFC 4007 §11).
    private static func isAddressText(_ text: String) -> Bool {
        text.utf8.count <= 64
            && text.utf8.allSatisfy { isLetterOrDigit($0) || [0x25, 0x2d, 0x2e, 0x3a, 0x5f].contains($0) }
    }

    private static func isLetterOrDigit(_ octet: UInt8) -> Bool {
        (0x30...0x39).contains(octet) || (0x41...0x5a).contains(octet) || (0x61...0x7a).contains(octet)
    }
}

extension HostAndPort: CustomStringConvertible {
    /// `HOST:PORT`, an IPv6 address in brackets.
    public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
