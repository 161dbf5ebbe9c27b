import LucidDER

extension GeneralName {
    /// The name as text, without its kind: RFC 4514 for directory names, an address with its mask for the addresses of name
    /// constraints, and hexadecimal for what has no text.
    public var valueText: String {
        switch self {
        case .otherName(let type, let value): "\(type.nameOrNumbers) \(Self.hexadecimal(value))"
        case .rfc822Name(let text), .dNSName(let text), .uniformResourceIdentifier(let text): text.text
        case .x400Address(let content), .ediPartyName(let content): Self.hexadecimal(content)
        case .directoryName(let name): name.description
        case .iPAddress(let octets): Self.address(octets)
        case .registeredID(let oid): oid.description
        }
    }

    private static func address(_ octets: DERBytes) -> String {
        if let address = IPAddress(octets: octets) { return address.description }
        let half = octets.count / 2
        if let address = IPAddress(octets: octets.prefix(half)), let mask = IPAddress(octets: octets.dropFirst(half)) {
            return "\(address)/\(mask)"
        }
        return hexadecimal(octets)
    }

    private static func hexadecimal(_ octets: DERBytes) -> String {
        octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
