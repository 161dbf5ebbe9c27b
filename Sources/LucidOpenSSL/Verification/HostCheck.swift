import LucidX509

/// Whether a certificate names a host, an address or a mailbox, as OpenSSL decides it.
///
/// It is more generous than RFC 9525 §6.3, and than `lucid verify`: an asterisk may be a part of the first label, and where the
/// certificate has no alternative DNS names at all, the commonName counts.
enum HostCheck {
    /// Whether the certificate is for a host. A host that begins with a dot means whatever is below it.
    static func names(host: String, _ certificate: ExaminedCertificate) -> Bool {
        name(matching: host, certificate) != nil
    }

    /// The certificate's name, perhaps with an asterisk, that a host matches; nil where none does.
    static func name(matching host: String, _ certificate: ExaminedCertificate) -> String? {
        let wanted = Array(host.utf8)
        var hasNames = false
        for case .dNSName(let name) in certificate.subjectAltNames ?? [] {
            hasNames = true
            let pattern = name.content.map { $0 }
            if matches(pattern: pattern, wanted) { return String(decoding: pattern, as: UTF8.self) }
        }
        if hasNames { return nil }
        return certificate.certificate.subject.values(of: OID.commonName).first {
            matches(pattern: Array($0.utf8), wanted)
        }
    }

    /// Whether the certificate is for an e-mail address: in its alternative names or, where these have no e-mail address, in its
    /// subject.
    static func names(mailbox: String, _ certificate: ExaminedCertificate) -> Bool {
        let wanted = Array(mailbox.utf8)
        var hasNames = false
        for case .rfc822Name(let name) in certificate.subjectAltNames ?? [] {
            hasNames = true
            if isSameMailbox(name.content.map { $0 }, wanted) { return true }
        }
        if hasNames { return false }
        return certificate.certificate.subject.values(of: OID.emailAddress).contains {
            isSameMailbox(Array($0.utf8), wanted)
        }
    }

    /// Whether the certificate is for an address, in 4 or 16 octets.
    static func names(address: [UInt8], _ certificate: ExaminedCertificate) -> Bool {
        (certificate.subjectAltNames ?? []).contains { name in
            if case .iPAddress(let octets) = name { octets.elementsEqual(address) } else { false }
        }
    }

    /// The local parts alike, the hosts in any case.
    private static func isSameMailbox(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        guard a.count == b.count else { return false }
        let at = a.indices.reversed().first { a[$0] == UInt8(ascii: "@") || b[$0] == UInt8(ascii: "@") } ?? a.count
        let split = at == 0 ? a.count : at
        return a[..<split] == b[..<split] && isSame(a[split...], b[split...])
    }

    private static func matches(pattern: [UInt8], _ host: [UInt8]) -> Bool {
        let meansSubdomains = host.count > 1 && host[0] == UInt8(ascii: ".")
        if meansSubdomains {
            guard pattern.count >= host.count else { return false }
            return isSame(pattern.suffix(host.count), host[...]) && !pattern.contains(0)
        }
        guard let star = star(in: pattern) else { return isSame(pattern[...], host[...]) }
        return matches(prefix: pattern[..<star], suffix: pattern[(star + 1)...], host)
    }

    private static func matches(prefix: ArraySlice<UInt8>, suffix: ArraySlice<UInt8>, _ host: [UInt8]) -> Bool {
        guard host.count >= prefix.count + suffix.count, isSame(prefix, host.prefix(prefix.count)),
            isSame(suffix, host.suffix(suffix.count))
        else { return false }
        let taken = host[prefix.count..<host.count - suffix.count]
        let isWholeLabel = prefix.isEmpty && suffix.first == UInt8(ascii: ".")
        if isWholeLabel, taken.isEmpty { return false }
        // A part of an A-label stands for no part of what it means.
        if !isWholeLabel, isInternational(host[prefix.count...]) { return false }
        if taken.elementsEqual([UInt8(ascii: "*")]) { return true }
        return taken.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    /// Where a pattern's asterisk is: one alone, at the beginning or the end of the first label, which is no A-label, with two
    /// labels or more behind it. nil where there is none that counts.
    private static func star(in pattern: [UInt8]) -> Int? {
        var star: Int?
        var dots = 0
        var label = LabelState()
        var index = 0
        while index < pattern.count {
            let octet = pattern[index]
            if octet == UInt8(ascii: "*") {
                let isAtEnd = index == pattern.count - 1 || pattern[index + 1] == UInt8(ascii: ".")
                guard star == nil, !label.isInternational, dots == 0, label.isAtStart || isAtEnd else { return nil }
                star = index
                label.isAtStart = false
            } else if label.isAtStart {
                if !label.isInternational, isInternational(pattern[index...]) {
                    index += 4
                    label.isInternational = true
                    continue
                }
                guard isAlphanumeric(octet) else { return nil }
                label.isAtStart = false
            } else if isAlphanumeric(octet) {
                label.endsWithHyphen = false
            } else if octet == UInt8(ascii: ".") {
                guard !label.endsWithHyphen else { return nil }
                label = LabelState()
                dots += 1
            } else if octet == UInt8(ascii: "-") {
                label.endsWithHyphen = true
            } else {
                return nil
            }
            index += 1
        }
        return label.isAtStart || label.endsWithHyphen || dots < 2 ? nil : star
    }

    private struct LabelState {
        var isAtStart = true
        var endsWithHyphen = false
        var isInternational = false
    }

    private static func isInternational(_ text: ArraySlice<UInt8>) -> Bool {
        text.count >= 4 && isSame(text.prefix(4), Array("xn--".utf8)[...])
    }

    private static func isAlphanumeric(_ octet: UInt8) -> Bool {
        (0x30...0x39).contains(octet) || (0x41...0x5a).contains(octet) || (0x61...0x7a).contains(octet)
    }

    /// Alike but for the case of ASCII's letters; a pattern with a zero octet is like nothing.
    private static func isSame(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        pattern.count == text.count
            && zip(pattern, text).allSatisfy { $0 != 0 && $0.asciiLowercase == $1.asciiLowercase }
    }
}

extension UInt8 {
    /// The small letter for a capital one of ASCII, everything else as it is.
    var asciiLowercase: UInt8 { (0x41...0x5a).contains(self) ? self + 0x20 : self }
}
