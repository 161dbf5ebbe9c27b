import LucidDER
import LucidModel

extension ExtensionMaker {
    /// GeneralNames (RFC 5280 §4.2.1.6), of which there may be none here.
    func encode(_ names: [GeneralName]) -> [UInt8] { SubjectAltName(names: names).derEncoded }

    /// Names of the subject; `email:copy` takes the e-mail addresses out of its distinguished name, `email:move` takes them away
    /// there.
    func subjectAltName(
        _ items: [ListItem], at place: ValuePlace, _ context: inout ExtensionContext
    ) throws(ConfigurationProblem) -> [GeneralName] {
        var all: [GeneralName] = []
        for item in items {
            let value = item.value?.text
            guard item.isCalled("email"), value == "copy" || value == "move" else {
                all.append(try generalName(item))
                continue
            }
            if context.isRehearsal { continue }
            guard let subject = context.subject else {
                throw item.problem("there is no subject whose e-mail addresses could be taken")
            }
            let levels = subject.relativeDistinguishedNames
            for attribute in levels.flatMap(\.attributes) where attribute.type == OID.emailAddress {
                if case .string(let address) = attribute.value {
                    all.append(.rfc822Name(DERString(unchecked: address.content.array, as: .ia5)))
                }
            }
            if value == "move" {
                let kept = levels.map { level in level.attributes.filter { $0.type != OID.emailAddress } }
                context.subject = Name(kept.filter { !$0.isEmpty }.map { RelativeDistinguishedName($0) })
            }
        }
        return all
    }

    /// Names of the issuer; `issuer:copy` takes those of the subjectAltName of its certificate.
    func issuerAltName(
        _ items: [ListItem], at place: ValuePlace, _ context: ExtensionContext
    ) throws(ConfigurationProblem) -> [GeneralName] {
        var all: [GeneralName] = []
        for item in items {
            guard item.isCalled("issuer"), item.value?.text == "copy" else {
                all.append(try generalName(item))
                continue
            }
            if context.isRehearsal { continue }
            let found: Extension?
            switch context.issuer {
            case .certificate(let certificate): found = certificate.extensions[OID.subjectAltName]
            case .itself: found = context.made.first { $0.value.extnID == OID.subjectAltName }?.value
            case nil: throw item.problem("there is no issuer whose names could be copied")
            }
            if let found {
                guard case .subjectAltName(let value) = found.content else {
                    throw item.problem("the issuer's subjectAltName can not be read")
                }
                all += value.names
            }
        }
        return all
    }

    /// The names that a list or, with `@`, a section has.
    func generalNames(_ text: [UInt8], at place: ValuePlace) throws(ConfigurationProblem) -> [GeneralName] {
        let items =
            if let name = text.after("@") { try section(name.text, at: place) } else {
                try ListItem.list(text[...], at: place)
            }
        var all: [GeneralName] = []
        for item in items { all.append(try generalName(item)) }
        return all
    }

    /// One name: `DNS:example.com` in a list, `DNS.1 = example.com` in a section.
    ///
    /// - Parameter isConstraint: whether it is a name constraint, where an IP address has a mask (RFC 5280 §4.2.1.10).
    func generalName(_ item: ListItem, isConstraint: Bool = false) throws(ConfigurationProblem) -> GeneralName {
        let value = try item.neededValue()
        // openssl does not look at the characters either.
        let string = DERString(unchecked: value, as: .ia5)
        if item.isCalled("email") { return .rfc822Name(string) }
        if item.isCalled("DNS") { return .dNSName(string) }
        if item.isCalled("URI") { return .uniformResourceIdentifier(string) }
        if item.isCalled("RID") { return .registeredID(try object(value.text, at: item.place)) }
        if item.isCalled("IP") { return .iPAddress(DERBytes(try addressOctets(value.text, isConstraint, item))) }
        if item.isCalled("dirName") { return .directoryName(NameMaker.name(of: try directoryParts(value.text, item))) }
        if item.isCalled("otherName") { return try otherName(value, item) }
        throw item.problem(
            "there are no names of the kind \"\(item.name)\"; there are email, URI, DNS, RID, IP, dirName and otherName"
        )
    }

    /// The octets of an address, or of an address and a mask.
    private func addressOctets(
        _ text: String, _ isConstraint: Bool, _ item: ListItem
    ) throws(ConfigurationProblem) -> [UInt8] {
        guard isConstraint else {
            if let octets = AddressText.octets(text) { return octets }
            throw item.problem("\"\(text)\" is no IP address")
        }
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let address = AddressText.octets(halves[0]), let mask = AddressText.octets(halves[1]),
            address.count == mask.count
        else {
            throw item.problem("\"\(text)\" is no address with a mask, such as 10.0.0.0/255.0.0.0")
        }
        return address + mask
    }

    /// The parts of a name that stands in a section.
    func directoryParts(_ section: String, _ item: ListItem) throws(ConfigurationProblem) -> [NameMaker.Part] {
        try NameMaker(names: names, stringMask: stringMask).parts(section: try sectionValues(section, at: item.place))
    }

    /// `1.2.3.4;UTF8:text`: a type, and a value in the language of `ASN1:`.
    private func otherName(_ value: [UInt8], _ item: ListItem) throws(ConfigurationProblem) -> GeneralName {
        guard let (type, content) = value.halves(at: ";") else {
            throw item.problem("an otherName is written type;value, such as 1.2.3.4;UTF8:text")
        }
        let element = try ASN1Generator(configuration: configuration, names: names).generate(content, at: item.place)
        return .otherName(type: try object(type.text, at: item.place), value: DERBytes(element))
    }
}
