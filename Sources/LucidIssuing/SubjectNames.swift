public import LucidModel

extension GeneralName {
    /// A name from what a person types: an IP address, a URI (with `://`), an e-mail address (with `@`), or a DNS name, whose
    /// left-most label may be `*`. Nil where it is none of these.
    ///
    /// A domain may be in any script, and becomes what certificates have (RFC 9549 §2.2): `bücher.example` is
    /// `xn--bcher-kva.example`.
    public init?(parsing text: String) {
        // What nearly all names are needs no look at other scripts, which costs as much as a tenth of an issuance.
        let name: GeneralName?
        if text.utf8.isPlainDomain {
            name = .dns(text)
        } else if IPAddress(text) != nil {
            name = .ip(text)
        } else if text.contains("://") {
            name = Self.uriText(text).flatMap { .uri($0) }
        } else if text.contains("@") {
            name = MailboxParts(text).flatMap { .email("\($0.local)@\($0.host.ascii)") }
        } else {
            name = Self.dnsText(text).flatMap { .dns($0) }
        }
        guard let name else { return nil }
        self = name
    }

    /// A URI with its host in ASCII. Where the host is no name, but an address, the URI is taken as it is.
    private static func uriText(_ text: String) -> String? {
        if let parts = URIParts(text) { return parts.ascii }
        return text.utf8.allSatisfy { (0x21...0x7e).contains($0) } ? text : nil
    }

    /// Labels of letters, digits, hyphens and underscores (RFC 1034 §3.5, and what is in use), in small letters. What ends
    /// with a number would be taken for an address by some programs.
    private static func dnsText(_ text: String) -> String? {
        let isWildcard = text.hasPrefix("*.")
        guard text.last != ".", let host = try? DomainName(isWildcard ? text.dropFirst(2) : text[...]),
            let last = host.ascii.split(separator: ".").last, !last.allSatisfy(\.isNumber)
        else { return nil }
        let name = (isWildcard ? "*." : "") + host.ascii
        return name.utf8.count <= 253 ? name : nil
    }

    /// The name as a commonName would have it, or nil where it can not be one.
    var asCommonName: String? {
        let text: String? =
            switch self {
            case .dNSName(let name): name.text
            case .rfc822Name(let name): name.text
            case .iPAddress(let octets): IPAddress(octets: octets)?.description
            default: nil
            }
        // X.520's upper bound for commonName is 64 characters.
        return text.flatMap { $0.count <= 64 ? $0 : nil }
    }
}

extension String.UTF8View {
    /// Whether this is a DNS name as certificates have it: labels of small letters, digits, hyphens and underscores. Names with
    /// a label like `xn--bcher-kva`, whose fourth octet is a hyphen behind another one, are left to `DomainName`.
    var isPlainDomain: Bool {
        guard (1...253).contains(count) else { return false }
        var length = 0
        var isNumber = true
        var previous = UInt8(ascii: ".")
        for octet in self {
            switch octet {
            case UInt8(ascii: "."):
                guard length > 0, previous != UInt8(ascii: "-") else { return false }
                (length, isNumber) = (0, true)
            case UInt8(ascii: "-"):
                guard length > 0, length != 3 || previous != UInt8(ascii: "-") else { return false }
                (length, isNumber) = (length + 1, false)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): length += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): (length, isNumber) = (length + 1, false)
            default: return false
            }
            guard length <= 63 else { return false }
            previous = octet
        }
        return length > 0 && previous != UInt8(ascii: "-") && !isNumber
    }
}
