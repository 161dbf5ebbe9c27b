import LucidX509

/// What to change so that a certificate keeps a client's rule, in the words of the command that made it.
struct ClientFixes {
    /// How the command takes an extension, with `LINE` for the extension as configuration files write it, such as
    /// `-addext "LINE"`.
    let extensionForm: String
    /// How the command takes the lifetime.
    let daysForm: String

    /// `req -x509`.
    static let request = ClientFixes(extensionForm: "-addext \"LINE\"", daysForm: "-days")
    /// `x509`.
    static func certificate(extensionFile: String?) -> ClientFixes {
        let file = extensionFile.map { $0 } ?? "a file that -extfile names"
        return ClientFixes(extensionForm: "the line \"LINE\" in \(file)", daysForm: "-days")
    }
    /// `ca`.
    static func authority(section: String?) -> ClientFixes {
        let place = section.map { "the section [\($0)]" } ?? "the section that x509_extensions or -extensions names"
        return ClientFixes(extensionForm: "the line \"LINE\" in \(place)", daysForm: "-days, or default_days,")
    }

    /// What to change for a rule.
    func fix(_ rule: ClientRule, _ certificate: Certificate) -> String {
        switch rule.number {
        case 1: return adding("basicConstraints=critical,CA:FALSE") + ": with an extension the certificate becomes v3"
        case 2: return adding("subjectAltName=\(alternativeName(certificate))")
        case 3: return adding("extendedKeyUsage=serverAuth")
        // Both ends belong to the lifetime, so 825 of openssl's days are a second too long.
        case 4: return "\(daysForm) 824 or less"
        case 6: return "a key of 2048 bits or more (-newkey rsa:2048), and -sha256"
        case 7: return adding("basicConstraints=critical,CA:TRUE")
        case 8: return adding("keyUsage=critical,keyCertSign,cRLSign")
        case 9: return adding("subjectKeyIdentifier=hash") + " and authorityKeyIdentifier=keyid, neither critical"
        case 10: return adding("basicConstraints=critical,CA:FALSE") + ", and no keyCertSign in keyUsage"
        case 11: return "leave pathlen out of basicConstraints"
        case 12:
            return certificate.subject.isEmpty
                ? adding("subjectAltName=critical,\(alternativeName(certificate))")
                : "a subject that is not empty, and subjectAltName without critical"
        case 13: return "sign with the very certificate of the CA, whose subject is copied"
        case 14: return "a serial number above zero of at most 20 octets (-set_serial, or none: it is random then)"
        case 15: return "a key on a named curve (ecparam -name, without -param_enc explicit)"
        case 16: return adding("keyUsage=critical,digitalSignature")
        case 18: return "a CN in the root's subject (-subj \"/CN=…\")"
        case 21: return "no keyCertSign in keyUsage, or " + adding("basicConstraints=critical,CA:TRUE")
        default: return "see the rule"
        }
    }

    private func adding(_ line: String) -> String {
        var text = extensionForm
        guard let place = text.firstRange(of: "LINE") else { return line }
        text.replaceSubrange(place, with: line)
        return text
    }

    /// The commonName as the name that it stands for.
    private func alternativeName(_ certificate: Certificate) -> String {
        guard let name = certificate.subject.commonName, let general = GeneralName(parsing: name) else {
            return "DNS:www.example.com"
        }
        if case .iPAddress = general { return "IP:\(name)" }
        return "DNS:\(name)"
    }
}
