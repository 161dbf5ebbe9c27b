import LucidModel

extension GeneralName {
    /// Whether names of this form are issued at all: those that policies know.
    var isOfIssuedForm: Bool {
        switch self {
        case .dNSName, .iPAddress, .rfc822Name, .uniformResourceIdentifier: true
        default: false
        }
    }

    /// A name as a certificate has it: hosts in small letters, without a final dot. Nil where it is not written as its form
    /// asks (RFC 5280 §4.2.1.6).
    var asWrittenInCertificates: GeneralName? {
        switch self {
        case .dNSName(let text):
            guard case .dNSName = GeneralName(parsing: text.text) else { return nil }
            return GeneralName(parsing: text.text)
        case .rfc822Name(let text):
            guard case .rfc822Name = GeneralName(parsing: text.text) else { return nil }
            return GeneralName(parsing: text.text)
        case .uniformResourceIdentifier(let text):
            guard case .uniformResourceIdentifier = GeneralName(parsing: text.text) else {
                // `urn:` and others without a host are taken as they are.
                return text.text.utf8.allSatisfy { (0x21...0x7e).contains($0) } && text.text.contains(":") ? self : nil
            }
            return GeneralName(parsing: text.text)
        case .iPAddress(let octets): return IPAddress(octets: octets) == nil ? nil : self
        default: return self
        }
    }
}
