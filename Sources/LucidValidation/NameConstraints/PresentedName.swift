import LucidDER
import LucidModel

/// A name that a certificate claims for its subject, of the form whose constraints it has to satisfy.
struct PresentedName: Hashable, Sendable {
    let form: NameForm
    let source: Source

    /// Where in the certificate the name stands.
    enum Source: Hashable, Sendable {
        case subject(Name)
        /// The value of an emailAddress attribute in the subject.
        case subjectEmailAddress(AttributeTypeAndValue.Value)
        case subjectAltName(GeneralName)

        /// The name for people.
        var text: String {
            switch self {
            case .subject(let name): name.description
            case .subjectEmailAddress(let value): value.text ?? ""
            case .subjectAltName(let name): name.valueText
            }
        }
    }

    /// The names that RFC 5280 §6.1.3(b) and (c) look at: the subject where it is not empty, and every subjectAltName. The
    /// commonName is no DNS name here, whatever it looks like.
    static func all(in facts: CertificateFacts) -> [PresentedName] {
        let subject = facts.certificate.subject
        let alternatives = facts.subjectAltNames ?? []
        var names: [PresentedName] = []
        if !subject.isEmpty { names.append(PresentedName(form: .directoryName, source: .subject(subject))) }
        for name in alternatives {
            names.append(PresentedName(form: NameForm(of: name), source: .subjectAltName(name)))
            // RFC 9598 §6: constraints on mailboxes hold for mailboxes with other characters as well.
            if case .otherName(OID.smtpUTF8Mailbox, _) = name {
                names.append(PresentedName(form: .rfc822Name, source: .subjectAltName(name)))
            }
        }
        if !names.contains(where: { $0.form == .rfc822Name }) { names += emailAddresses(in: subject) }
        return names
    }

    /// RFC 5280 §4.2.1.10: without alternative names, constraints on mailboxes hold for the emailAddress attributes of the
    /// subject. Programs read these wherever there is no rfc822Name, so other alternative names do not hide them here.
    private static func emailAddresses(in subject: Name) -> [PresentedName] {
        subject.relativeDistinguishedNames.flatMap(\.attributes).filter { $0.type == OID.emailAddress }.map {
            PresentedName(form: .rfc822Name, source: .subjectEmailAddress($0.value))
        }
    }
}

/// A presented name, taken apart for comparing.
enum ComparableName: Hashable, Sendable {
    case dns(PresentedDNSName)
    case mailbox(Mailbox)
    case uriHost(HostName)
    case ipAddress(PresentedIPAddress)
    case directory(PreparedName)

    /// Takes a name apart, or says why that can not be done.
    init(_ name: PresentedName) throws(Unprocessable) {
        let parsed: ComparableName?
        switch name.source {
        case .subject(let subject): parsed = .directory(try DirectoryNameConstraint.prepared(subject))
        case .subjectEmailAddress(.string(let text)):
            parsed = text.content.withSpan { Mailbox($0) }.map { .mailbox($0) }
        case .subjectEmailAddress(.other): parsed = nil
        case .subjectAltName(let alternative): parsed = try Self.parse(alternative, name.form)
        }
        guard let parsed else { throw .malformedName }
        self = parsed
    }

    private static func parse(_ name: GeneralName, _ form: NameForm) throws(Unprocessable) -> ComparableName? {
        switch name {
        case .dNSName(let text): return text.content.withSpan(PresentedDNSName.init).map { .dns($0) }
        case .rfc822Name: return Mailbox(name).map { .mailbox($0) }
        case .uniformResourceIdentifier(let text):
            guard let host = text.content.withSpan(HostName.init(ofURI:)) else { throw .uriWithoutHostName }
            return .uriHost(host)
        case .iPAddress(let octets): return octets.withSpan(PresentedIPAddress.init).map { .ipAddress($0) }
        case .directoryName(let name): return .directory(try DirectoryNameConstraint.prepared(name))
        case .otherName(OID.smtpUTF8Mailbox, _) where form == .rfc822Name:
            return Mailbox(name).map { .mailbox($0) }
        case .otherName, .x400Address, .ediPartyName, .registeredID: throw .formWithoutRules
        }
    }
}
