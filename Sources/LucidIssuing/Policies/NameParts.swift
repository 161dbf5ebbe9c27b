import LucidModel

/// An e-mail address in two parts. Only the plain form is taken: letters, digits and signs without quotes (RFC 5321 §4.1.2,
/// Dot-string), so that nobody can see another host in it than the policy does.
struct MailboxParts {
    let local: String
    let host: DomainName

    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, Self.isDotString(parts[0]), let host = try? DomainName(parts[1]) else { return nil }
        local = String(parts[0])
        self.host = host
    }

    private static func isDotString(_ text: some StringProtocol) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { atom in
            !atom.isEmpty && atom.utf8.allSatisfy { (0x21...0x7e).contains($0) && !"\"(),:;<>@[\\]".utf8.contains($0) }
        }
    }
}

/// A URI in three parts: `https://`, its host, and what follows. One with a user's name before the host is not taken.
struct URIParts {
    let scheme: String
    let host: DomainName
    let rest: String

    init?(_ text: some StringProtocol) {
        guard let slashes = text.firstRange(of: "://") else { return nil }
        let schemeText = text[..<slashes.lowerBound]
        let isScheme = { (octet: UInt8) in
            (0x61...0x7a).contains(octet | 0x20) || (0x30...0x39).contains(octet) || "+-.".utf8.contains(octet)
        }
        guard let letter = schemeText.utf8.first, (0x61...0x7a).contains(letter | 0x20),
            schemeText.utf8.allSatisfy(isScheme)
        else { return nil }
        let authority = text[slashes.upperBound...].prefix { !"/?#".contains($0) }
        let hostText = authority.prefix { $0 != ":" }
        let port = authority.dropFirst(hostText.count).dropFirst()
        guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !hostText.contains("@"),
            IPAddress(hostText) == nil, let host = try? DomainName(hostText)
        else { return nil }
        scheme = String(schemeText)
        self.host = host
        rest = String(text[authority.endIndex...].isEmpty ? "" : text[authority.endIndex...])
        guard rest.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { return nil }
        self.port = port.isEmpty ? "" : ":" + port
    }

    private let port: String

    /// The URI with its host as A-labels.
    var ascii: String { "\(scheme)://\(host.ascii)\(port)\(rest)" }
}
