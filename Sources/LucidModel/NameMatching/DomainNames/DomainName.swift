/// A name of the domain name system, in any script: `bücher.example`, or `xn--bcher-kva.example`, which is the same
/// name (RFC 5890 §2.3.2.1).
///
/// Two names are equal when the domain name system takes them for the same one, so upper and lower case do not matter.
public struct DomainName: Hashable, Sendable {
    private let labels: [DomainLabel]

    /// From what a user types: labels in either form, in upper or lower case, perhaps with a dot at the end. The
    /// ideographic full stops that input methods give are dots too (RFC 5895 §2).
    ///
    /// - Throws: why it is no domain name. Labels have letters and digits of any script, hyphens and underscores; 63
    ///   octets at most in their A-label form, all together with the dots 253.
    public init(_ text: some StringProtocol) throws(DomainNameProblem) {
        var parts = text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: Self.isDot)
        if parts.last?.isEmpty == true { parts.removeLast() }
        guard !parts.isEmpty else { throw .empty }
        // Each label has an octet at least, and a dot.
        guard parts.count <= 127 else { throw .nameTooLong(octetCount: text.utf8.count) }
        var labels: [DomainLabel] = []
        for part in parts { labels.append(try DomainLabel(String(String.UnicodeScalarView(part)))) }
        self.labels = labels
        guard ascii.utf8.count <= 253 else { throw .nameTooLong(octetCount: ascii.utf8.count) }
    }

    /// The name as certificates have it (RFC 9549 §2.2): small letters, labels in other scripts as A-labels, no final
    /// dot.
    public var ascii: String { labels.map(\.ascii).joined(separator: ".") }

    /// The name as people read it: A-labels as U-labels, but for those that encode no valid one.
    public var unicode: String { labels.map(\.unicode).joined(separator: ".") }

    private static func isDot(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "\u{3002}", "\u{ff0e}", "\u{ff61}": true
        default: false
        }
    }
}

extension DomainName: CustomStringConvertible {
    /// The form that certificates have.
    public var description: String { ascii }
}
