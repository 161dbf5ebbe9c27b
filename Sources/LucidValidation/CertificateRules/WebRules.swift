import LucidDER
import LucidModel

// What the Baseline Requirements of the CA/Browser Forum (BR) ask beyond RFC 5280, as far as a client can see it.

extension PathValidator {
    mutating func checkWebRules(_ index: Int, _ facts: CertificateFacts) {
        if index == count || isAnchoredInItself && index == count - 1 {
            checkRoot(index, facts)
        } else {
            checkAuthorityKeyIdentifierOnlyKey(index, facts)
        }
        if index == 0 { checkLeaf(facts) }
    }

    /// BR §7.1.2.1: certificates of roots. A trust anchor that another CA signed is no root.
    private mutating func checkRoot(_ index: Int, _ facts: CertificateFacts) {
        guard facts.certificate.isSelfIssued else { return }
        if checks.contains(.rootAuthorityKeyIdentifier), let identifier = facts.authorityKeyIdentifier {
            note(
                .rootAuthorityKeyIdentifier, index,
                isGood: identifier.keyIdentifier != nil
                    && identifier.keyIdentifier == facts.subjectKeyIdentifier?.keyIdentifier
                    && identifier.namesNoCertificate, [])
        }
        if checks.contains(.rootExtendedKeyUsage) {
            note(.rootExtendedKeyUsage, index, isGood: facts.certificate.extensions[OID.extKeyUsage] == nil, [])
        }
    }

    /// BR §7.1.2.11.1: the issuer is named by its key alone.
    private mutating func checkAuthorityKeyIdentifierOnlyKey(_ index: Int, _ facts: CertificateFacts) {
        guard checks.contains(.authorityKeyIdentifierOnlyKey),
            let identifier = facts.authorityKeyIdentifier
        else { return }
        note(.authorityKeyIdentifierOnlyKey, index, isGood: identifier.namesNoCertificate, [])
    }

    /// BR §7.1.2.7: certificates of subscribers.
    private mutating func checkLeaf(_ facts: CertificateFacts) {
        if checks.contains(.leafIsNoCA) { note(.leafIsNoCA, 0, isGood: !facts.isCA, []) }
        checkLeafExtendedKeyUsage(facts)
        checkLeafNames(facts)
        checkCommonName(facts)
        checkWildcards(facts)
        checkValidityPeriod(facts.certificate.validity)
    }

    private mutating func checkLeafExtendedKeyUsage(_ facts: CertificateFacts) {
        let item = facts.certificate.extensions[OID.extKeyUsage]
        if checks.contains(.leafExtendedKeyUsagePresent) {
            note(.leafExtendedKeyUsagePresent, 0, isGood: item != nil, [])
        }
        guard let item else { return }
        if checks.contains(.leafExtendedKeyUsageNotCritical) {
            note(.leafExtendedKeyUsageNotCritical, 0, isGood: !item.critical, [])
        }
        if checks.contains(.leafExtendedKeyUsageNotAny), let usage = facts.extKeyUsage {
            note(
                .leafExtendedKeyUsageNotAny, 0, isGood: !usage.purposes.contains(OID.anyExtendedKeyUsage),
                [.init("present", .list(usage.purposes.map(\.nameOrNumbers)))])
        }
    }

    /// BR §7.1.2.7.12: names are DNS names and IP addresses, and critical only where the subject is empty.
    private mutating func checkLeafNames(_ facts: CertificateFacts) {
        guard let item = facts.certificate.extensions[OID.subjectAltName] else { return }
        if checks.contains(.subjectAltNameNotCritical), !facts.certificate.subject.isEmpty {
            note(.subjectAltNameNotCritical, 0, isGood: !item.critical, [])
        }
        if checks.contains(.subjectAltNameKinds), let names = facts.subjectAltNames {
            let areKnown = names.allSatisfy(\.isHostOrAddress)
            note(
                .subjectAltNameKinds, 0, isGood: areKnown,
                [.init("names", .list((areKnown ? names : names.filter { !$0.isHostOrAddress }).map(\.findingText)))])
        }
    }

    /// BR §7.1.4.3: a commonName is, character by character, one of the names in subjectAltName.
    ///
    /// One deviation is let pass, because certificates with it are common and deceive nobody: a domain name as a label for
    /// people, where subjectAltName has addresses and wildcards only, so that there is no host it could be taken for.
    private mutating func checkCommonName(_ facts: CertificateFacts) {
        guard checks.contains(.commonNameInSubjectAltName),
            let commonName = facts.certificate.subject.firstString(of: OID.commonName)
        else { return }
        let names = facts.subjectAltNames ?? []
        // Nearly always it is one of the DNS names, in the same octets: there is no need for texts then.
        let isPresented =
            names.contains { $0.isDNSName(commonName) } || ServerIdentity.presented(names).contains(commonName.text)
        note(
            .commonNameInSubjectAltName, 0, isGood: isPresented || isLabel(commonName.text, names),
            [
                .init("commonName", .text(commonName.text)),
                .init("presented", .list(ServerIdentity.presented(names))),
            ])
    }

    private func isLabel(_ commonName: String, _ names: [GeneralName]) -> Bool {
        commonName.contains(".") && NameSyntax.isDNSName(commonName.utf8.span) && !names.contains(where: \.isHost)
    }

    /// BR §3.2.2.6: no wildcard for all names of a public suffix.
    private mutating func checkWildcards(_ facts: CertificateFacts) {
        guard checks.contains(.publicSuffixWildcard), let names = facts.subjectAltNames else { return }
        let tooWide = names.compactMap { name -> String? in
            guard case .dNSName(let text) = name, text.content.first == ASCII.asterisk else { return nil }
            let domain = text.text.drop { $0 == "*" || $0 == "." }
            return work.verifier.publicSuffixes.isPublicSuffix(domain) ? text.text : nil
        }
        note(.publicSuffixWildcard, 0, isGood: tooWide.isEmpty, [.init("names", .list(tooWide))])
    }

    /// BR §6.3.2: no longer than the rule of its day of issue allows.
    private mutating func checkValidityPeriod(_ validity: Validity) {
        guard checks.contains(.validityPeriod),
            let rule = profile.validityPeriods.last(where: { $0.since <= validity.notBefore.time })
        else { return }
        let seconds = validity.notAfter.time.secondsSince1970 - validity.notBefore.time.secondsSince1970 + 1
        note(
            .validityPeriod, 0, isGood: seconds <= Int64(rule.days) * 86_400,
            [.init("days", .number(Int((seconds + 86_399) / 86_400))), .init("most", .number(rule.days))])
    }
}

extension AuthorityKeyIdentifier {
    /// Whether it names the issuer's key alone, and no certificate of it.
    fileprivate var namesNoCertificate: Bool { authorityCertIssuer == nil && authorityCertSerialNumber == nil }
}

extension GeneralName {
    /// Whether it is the DNS name of one host.
    fileprivate var isHost: Bool {
        guard case .dNSName(let name) = self else { return false }
        return !name.text.hasPrefix("*.")
    }

    /// Whether it is a DNS name or an IP address.
    fileprivate var isHostOrAddress: Bool {
        switch self {
        case .dNSName, .iPAddress: true
        default: false
        }
    }

    /// Whether it is a DNS name of these octets.
    fileprivate func isDNSName(_ text: DERString) -> Bool {
        switch (self, text.kind) {
        case (.dNSName(let name), .utf8), (.dNSName(let name), .printable), (.dNSName(let name), .ia5):
            name.content == text.content
        default: false
        }
    }
}
