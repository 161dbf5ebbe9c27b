public import LucidModel

extension GeneralName {
    /// A name from what a person types: an IP address, a URI (with `://`), an e-mail address (with `@`), or a DNS name, whose
    /// left-most label may be `*`. Nil where it is none of these.
    public init?(parsing text: String) {
        let name: GeneralName?
        if IPAddress(text) != nil {
            name = .ip(text)
        } else if text.contains("://") {
            name = .uri(text)
        } else if text.contains("@") {
            name = Self.isMailbox(text) ? .email(text) : nil
        } else {
            name = Self.isDNSName(text) ? .dns(text.lowercased()) : nil
        }
        guard let name else { return nil }
        self = name
    }

    private static func isMailbox(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && isDNSName(String(parts[1]))
            && parts[0].utf8.allSatisfy { (0x21...0x7e).contains($0) }
    }

    /// Labels of letters, digits, hyphens and underscores (RFC 1034 §3.5, and what is in use).
    private static func isDNSName(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...253).contains(text.utf8.count), let last = labels.last, !last.allSatisfy(\.isNumber) else {
            return false
        }
        return labels.enumerated().allSatisfy { index, label in
            if index == 0 && label == "*" { return labels.count > 1 }
            return (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        }
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
