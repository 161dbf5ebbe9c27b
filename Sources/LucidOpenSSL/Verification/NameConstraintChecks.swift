import LucidX509

// Name constraints (RFC 5280 §4.2.1.10), those of trusted certificates included.

extension Verification {
    /// Every certificate's names against the constraints of all above it. Certificates that issued to themselves are exempt, but
    /// for the one in question.
    mutating func checkNameConstraints() throws(VerificationEnd) {
        for depth in chain.indices.reversed() {
            let certificate = chain[depth]
            if depth != 0, certificate.isSelfIssued { continue }
            if certificate.proxy != nil, !hasProxySubject(depth) { try fail(.proxySubject, depth) }
            for above in ((depth + 1)..<max(chain.count, depth + 1)).reversed() {
                guard let constraints = chain[above].nameConstraints else { continue }
                if let problem = problem(of: certificate, constraints, isTarget: depth == 0) {
                    try fail(problem, depth)
                }
            }
        }
    }

    private func problem(
        of certificate: ExaminedCertificate, _ constraints: NameConstraints, isTarget: Bool
    ) -> VerifyError? {
        let names = certificate.subjectAltNames ?? []
        let attributes = certificate.certificate.subject.relativeDistinguishedNames.flatMap(\.attributes)
        let nameCount = attributes.count + names.count
        let subtreeCount = (constraints.permittedSubtrees?.count ?? 0) + (constraints.excludedSubtrees?.count ?? 0)
        // So that nobody can keep a verifier busy with long lists of both.
        if nameCount > 0, subtreeCount > (1 << 20) / nameCount { return .unspecified }
        if !attributes.isEmpty {
            if let problem = problem(.directoryName(certificate.certificate.subject), constraints) { return problem }
            for attribute in attributes where attribute.type == OID.emailAddress {
                guard case .string(let text) = attribute.value, text.kind == .ia5 else { return .unsupportedNameSyntax }
                if let problem = problem(.rfc822Name(text), constraints) { return problem }
            }
        }
        for name in names {
            if let problem = problem(name, constraints) { return problem }
        }
        let hasHosts = names.contains { if case .dNSName = $0 { true } else { false } }
        return isTarget && !hasHosts ? problemOfCommonNames(attributes, constraints) : nil
    }

    /// Where a server's certificate has no DNS names, a commonName that looks like one counts as one.
    private func problemOfCommonNames(
        _ attributes: [AttributeTypeAndValue], _ constraints: NameConstraints
    ) -> VerifyError? {
        for attribute in attributes where attribute.type == OID.commonName {
            guard case .string(let text) = attribute.value else { continue }
            var octets = Array(text.text.utf8)
            while octets.last == 0 { octets.removeLast() }
            if octets.contains(0) { return .unsupportedNameSyntax }
            guard Self.looksLikeHost(octets), let host = GeneralName.dns(String(decoding: octets, as: UTF8.self)) else {
                continue
            }
            if let problem = problem(host, constraints) { return problem }
        }
        return nil
    }

    /// Two labels or more of letters, digits, underscores and inner hyphens.
    private static func looksLikeHost(_ name: [UInt8]) -> Bool {
        let (dot, hyphen) = (UInt8(ascii: "."), UInt8(ascii: "-"))
        var hasDot = false
        for (index, octet) in name.enumerated() {
            switch octet {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "_"): continue
            case _ where index == 0 || index == name.count - 1: return false
            case hyphen: continue
            case dot:
                guard name[index + 1] != dot, name[index + 1] != hyphen, name[index - 1] != hyphen else { return false }
                hasDot = true
            default: return false
            }
        }
        return hasDot
    }

    /// One name: within one permitted subtree of its kind, where there are some, and within no excluded one.
    private func problem(_ name: GeneralName, _ constraints: NameConstraints) -> VerifyError? {
        var isPermitted: Bool?
        for subtree in constraints.permittedSubtrees ?? [] where Self.isSameKind(name, subtree.base) {
            guard subtree.minimum == 0, subtree.maximum == nil else { return .subtreeMinMax }
            if isPermitted == true { continue }
            isPermitted = false
            switch NameConstraintMatch.problem(name, subtree.base) {
            case nil: isPermitted = true
            case .permittedViolation?: break
            case let problem?: return problem
            }
        }
        if isPermitted == false { return .permittedViolation }
        for subtree in constraints.excludedSubtrees ?? [] where Self.isSameKind(name, subtree.base) {
            guard subtree.minimum == 0, subtree.maximum == nil else { return .subtreeMinMax }
            switch NameConstraintMatch.problem(name, subtree.base) {
            case nil: return .excludedViolation
            case .permittedViolation?: break
            case let problem?: return problem
            }
        }
        return nil
    }

    private static func isSameKind(_ name: GeneralName, _ base: GeneralName) -> Bool {
        switch (name, base) {
        case (.otherName(OID.smtpUTF8Mailbox, _), .rfc822Name): true
        case (.otherName(OID.smtpUTF8Mailbox, _), _): false
        case (.otherName(let a, _), .otherName(let b, _)): a == b
        case (.rfc822Name, .rfc822Name), (.dNSName, .dNSName), (.x400Address, .x400Address),
            (.directoryName, .directoryName), (.ediPartyName, .ediPartyName),
            (.uniformResourceIdentifier, .uniformResourceIdentifier), (.iPAddress, .iPAddress),
            (.registeredID, .registeredID):
            true
        default: false
        }
    }

    /// RFC 3820 §3.4: a proxy's subject is its issuer's name with one commonName more.
    private func hasProxySubject(_ depth: Int) -> Bool {
        let certificate = chain[depth].certificate
        let (subject, issuer) = (
            certificate.subject.relativeDistinguishedNames, certificate.issuer.relativeDistinguishedNames
        )
        guard subject.count == issuer.count + 1, let last = subject.last, last.attributes.count == 1,
            last.attributes.first?.type == OID.commonName
        else { return false }
        return CanonicalName(Name(subject.dropLast())) == CanonicalName(certificate.issuer)
    }
}
