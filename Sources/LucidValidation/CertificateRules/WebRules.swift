import LucidDER
import LucidModel

// What the Baseline Requirements of the CA/Browser Forum (BR) ask beyond RFC 5280, as far as a client can see it.

extension PathValidator {
    mutating func checkWebRules(_ index: Int, _ certificate: Certificate) {
        if index == count || isAnchoredInItself && index == count - 1 {
            checkRoot(index, certificate)
        } else {
            checkAuthorityKeyIdentifierOnlyKey(index, certificate.extensions)
        }
        if index == 0 { checkLeaf(certificate) }
    }

    /// BR §7.1.2.1: certificates of roots. A trust anchor that another CA signed is no root.
    private mutating func checkRoot(_ index: Int, _ certificate: Certificate) {
        guard certificate.isSelfIssued else { return }
        let extensions = certificate.extensions
        if profile.checks.contains(.rootAuthorityKeyIdentifier), let identifier = extensions.authorityKeyIdentifier {
            note(
                .rootAuthorityKeyIdentifier, index,
                isGood: identifier.keyIdentifier != nil
                    && identifier.keyIdentifier == extensions.subjectKeyIdentifier?.keyIdentifier
                    && identifier.namesNoCertificate, [])
        }
        if profile.checks.contains(.rootExtendedKeyUsage) {
            note(.rootExtendedKeyUsage, index, isGood: extensions[OID.extKeyUsage] == nil, [])
        }
    }

    /// BR §7.1.2.11.1: the issuer is named by its key alone.
    private mutating func checkAuthorityKeyIdentifierOnlyKey(_ index: Int, _ extensions: Extensions) {
        guard profile.checks.contains(.authorityKeyIdentifierOnlyKey),
            let identifier = extensions.authorityKeyIdentifier
        else { return }
        note(.authorityKeyIdentifierOnlyKey, index, isGood: identifier.namesNoCertificate, [])
    }

    /// BR §7.1.2.7: certificates of subscribers.
    private mutating func checkLeaf(_ certificate: Certificate) {
        let extensions = certificate.extensions
        if profile.checks.contains(.leafIsNoCA) {
            note(.leafIsNoCA, 0, isGood: extensions.basicConstraints?.cA != true, [])
        }
        checkLeafExtendedKeyUsage(extensions)
        checkLeafNames(certificate)
        checkCommonName(certificate)
        checkWildcards(extensions)
        checkValidityPeriod(certificate.validity)
    }

    private mutating func checkLeafExtendedKeyUsage(_ extensions: Extensions) {
        let item = extensions[OID.extKeyUsage]
        if profile.checks.contains(.leafExtendedKeyUsagePresent) {
            note(.leafExtendedKeyUsagePresent, 0, isGood: item != nil, [])
        }
        guard let item else { return }
        if profile.checks.contains(.leafExtendedKeyUsageNotCritical) {
            note(.leafExtendedKeyUsageNotCritical, 0, isGood: !item.critical, [])
        }
        if profile.checks.contains(.leafExtendedKeyUsageNotAny), let usage = extensions.extKeyUsage {
            note(
                .leafExtendedKeyUsageNotAny, 0, isGood: !usage.purposes.contains(OID.anyExtendedKeyUsage),
                [.init("present", .list(usage.purposes.map(\.nameOrNumbers)))])
        }
    }

    /// BR §7.1.2.7.12: names are DNS names and IP addresses, and critical only where the subject is empty.
    private mutating func checkLeafNames(_ certificate: Certificate) {
        guard let item = certificate.extensions[OID.subjectAltName] else { return }
        if profile.checks.contains(.subjectAltNameNotCritical), !certificate.subject.isEmpty {
            note(.subjectAltNameNotCritical, 0, isGood: !item.critical, [])
        }
        if profile.checks.contains(.subjectAltNameKinds), let names = certificate.extensions.subjectAltName?.names {
            let others = names.filter {
                switch $0 {
                case .dNSName, .iPAddress: false
                default: true
                }
            }
            note(
                .subjectAltNameKinds, 0, isGood: others.isEmpty,
                [.init("names", .list((others.isEmpty ? names : others).map(\.findingText)))])
        }
    }

    /// BR §7.1.4.3: a commonName is, character by character, one of the names in subjectAltName.
    ///
    /// One deviation is let pass, because certificates with it are common and deceive nobody: a domain name as a label for
    /// people, where subjectAltName has addresses and wildcards only, so that there is no host it could be taken for.
    private mutating func checkCommonName(_ certificate: Certificate) {
        guard profile.checks.contains(.commonNameInSubjectAltName), let commonName = certificate.subject.commonName
        else { return }
        let names = certificate.extensions.subjectAltName?.names ?? []
        let presented = ServerIdentity.presented(names)
        let isLabel = commonName.contains(".") && NameSyntax.isDNSName(commonName) && !names.contains(where: \.isHost)
        note(
            .commonNameInSubjectAltName, 0, isGood: presented.contains(commonName) || isLabel,
            [.init("commonName", .text(commonName)), .init("presented", .list(presented))])
    }

    /// BR §3.2.2.6: no wildcard for all names of a public suffix.
    private mutating func checkWildcards(_ extensions: Extensions) {
        guard profile.checks.contains(.publicSuffixWildcard), let names = extensions.subjectAltName?.names else {
            return
        }
        let tooWide = names.compactMap { name -> String? in
            guard case .dNSName(let text) = name, text.text.hasPrefix("*") else { return nil }
            let domain = text.text.drop { $0 == "*" || $0 == "." }
            return verifier.publicSuffixes.isPublicSuffix(domain) ? text.text : nil
        }
        note(.publicSuffixWildcard, 0, isGood: tooWide.isEmpty, [.init("names", .list(tooWide))])
    }

    /// BR §6.3.2: no longer than the rule of its day of issue allows.
    private mutating func checkValidityPeriod(_ validity: Validity) {
        guard profile.checks.contains(.validityPeriod),
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
}
