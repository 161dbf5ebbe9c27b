import LucidX509

/// How OpenSSL compares a name with the base of a subtree (RFC 5280 §4.2.1.10).
///
/// It looks at octets where Lucid looks at host names and mailboxes that are well formed, so an asterisk is a label like any
/// other, and names that Lucid can not process may still be within a subtree or without.
enum NameConstraintMatch {
    /// nil where the name is within the subtree, `.permittedViolation` where it is not; anything else where that can not be told.
    static func problem(_ name: GeneralName, _ base: GeneralName) -> VerifyError? {
        switch (name, base) {
        case (.directoryName(let name), .directoryName(let base)):
            CanonicalName(name).isWithin(CanonicalName(base)) ? nil : .permittedViolation
        case (.dNSName(let name), .dNSName(let base)): host(name.octets, base.octets)
        case (.rfc822Name(let name), .rfc822Name(let base)): mailbox(name.octets, base.octets)
        case (.otherName(OID.smtpUTF8Mailbox, let value), .rfc822Name(let base)): mailbox(inOther: value, base.octets)
        case (.uniformResourceIdentifier(let name), .uniformResourceIdentifier(let base)): uri(name.octets, base.octets)
        case (.iPAddress(let name), .iPAddress(let base)): address(Array(name), Array(base))
        default: .unsupportedConstraintType
        }
    }

    private static func host(_ name: [UInt8], _ base: [UInt8]) -> VerifyError? {
        if base.isEmpty { return nil }
        guard name.count >= base.count, ends(name, base) else { return .permittedViolation }
        let isWhole = name.count == base.count || base[0] == UInt8(ascii: ".")
        return isWhole || name[name.count - base.count - 1] == UInt8(ascii: ".") ? nil : .permittedViolation
    }

    private static func mailbox(_ name: [UInt8], _ base: [UInt8]) -> VerifyError? {
        guard let at = name.lastIndex(of: UInt8(ascii: "@")) else { return .unsupportedNameSyntax }
        let baseAt = base.lastIndex(of: UInt8(ascii: "@"))
        if baseAt == nil, base.first == UInt8(ascii: ".") {
            return name.count > base.count && ends(name, base) ? nil : .permittedViolation
        }
        var baseHost = base[...]
        if let baseAt {
            if baseAt > 0 {
                guard baseAt == at else { return .permittedViolation }
                if name[..<at].contains(0) || base[..<baseAt].contains(0) { return .unsupportedNameSyntax }
                guard name[..<at] == base[..<baseAt] else { return .permittedViolation }
            }
            baseHost = base[(baseAt + 1)...]
        }
        let host = name[(at + 1)...]
        return host.count == baseHost.count && ends(Array(host), Array(baseHost)) ? nil : .permittedViolation
    }

    /// A SmtpUTF8Mailbox (RFC 9598 §6): of a mailbox in the base its host alone counts.
    private static func mailbox(inOther value: DERBytes, _ base: [UInt8]) -> VerifyError? {
        let text = try? DERCursor.decode(value) { cursor throws(DERError) in try cursor.string("", kinds: [.utf8]) }
        guard let name = text?.octets else { return .unsupportedNameSyntax }
        guard let at = name.lastIndex(of: UInt8(ascii: "@")) else { return .unsupportedNameSyntax }
        if base.first == UInt8(ascii: ".") {
            return name.count > base.count && ends(name, base) ? nil : .permittedViolation
        }
        if base.contains(UInt8(ascii: "@")) { return .unsupportedNameSyntax }
        let host = Array(name[(at + 1)...])
        return host.count == base.count && ends(host, base) ? nil : .permittedViolation
    }

    private static func uri(_ name: [UInt8], _ base: [UInt8]) -> VerifyError? {
        guard let colon = name.firstIndex(of: UInt8(ascii: ":")), name.count >= colon + 3,
            name[colon + 1] == UInt8(ascii: "/"), name[colon + 2] == UInt8(ascii: "/")
        else { return .unsupportedNameSyntax }
        let rest = name[(colon + 3)...]
        let end = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        let host = Array(rest[..<end])
        if host.isEmpty { return .unsupportedNameSyntax }
        if base.first == UInt8(ascii: ".") {
            return host.count > base.count && ends(host, base) ? nil : .permittedViolation
        }
        return host.count == base.count && ends(host, base) ? nil : .permittedViolation
    }

    private static func address(_ name: [UInt8], _ base: [UInt8]) -> VerifyError? {
        guard name.count == 4 || name.count == 16 else { return .unsupportedNameSyntax }
        guard base.count == 8 || base.count == 32 else { return .unsupportedNameSyntax }
        guard base.count == 2 * name.count else { return .permittedViolation }
        let isWithin = name.indices.allSatisfy { (name[$0] ^ base[$0]) & base[name.count + $0] == 0 }
        return isWithin ? nil : .permittedViolation
    }

    /// Whether a text ends with another, in any case.
    private static func ends(_ text: [UInt8], _ end: [UInt8]) -> Bool {
        text.suffix(end.count).elementsEqual(end) { $0.asciiLowercase == $1.asciiLowercase }
    }
}

extension DERString {
    /// The content octets, counted from 0.
    fileprivate var octets: [UInt8] { Array(content) }
}
