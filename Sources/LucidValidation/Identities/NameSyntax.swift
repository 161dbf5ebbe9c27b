import LucidDER
import LucidModel

/// The forms that RFC 5280 §4.2.1.6 asks of the names in subjectAltName.
enum NameSyntax {
    /// Whether a name has the form that its kind asks for.
    static func isWellFormed(_ name: GeneralName) -> Bool {
        switch name {
        case .dNSName(let name): isDNSName(name.text)
        case .iPAddress(let octets): octets.count == 4 || octets.count == 16
        case .rfc822Name(let name): true
        case .uniformResourceIdentifier(let name): true
        case .otherName, .x400Address, .directoryName, .ediPartyName, .registeredID: true
        }
    }

    /// The preferred name syntax of RFC 1034 §3.5 as modified by RFC 1123 §2.1, perhaps with a wildcard in place of the
    /// left-most label (RFC 9525 §6.3).
    static func isDNSName(_ name: some StringProtocol) -> Bool {
        var labels = Array(name.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)[...]
        if labels.count > 1, labels.first?.elementsEqual("*".utf8) == true { labels.removeFirst() }
        // A last label of digits alone would be an IPv4 address in the wrong place.
        guard name.utf8.count <= 253, let last = labels.last, !last.allSatisfy(\.isDigit) else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}

extension GeneralName {
    /// The name for a finding's parameters, with its kind.
    var findingText: String {
        switch self {
        case .dNSName(let name): "DNS \(name.text)"
        case .rfc822Name(let name): "e-mail \(name.text)"
        case .uniformResourceIdentifier(let name): "URI \(name.text)"
        case .iPAddress(let octets): "IP " + (IPAddress(octets: octets)?.description ?? "of \(octets.count) octets")
        case .directoryName(let name): "directory name \(name)"
        case .otherName(let type, _): "other name \(type.nameOrNumbers)"
        case .x400Address: "X.400 address"
        case .ediPartyName: "EDI party name"
        case .registeredID(let identifier): "registered ID \(identifier.nameOrNumbers)"
        }
    }
}
