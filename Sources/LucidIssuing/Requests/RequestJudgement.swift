import LucidDER
public import LucidModel
public import LucidSignature

/// What a request asked for, what profile and policy grant of it, and what they drop. Nothing is issued here:
///
///     let judgement = try RequestJudgement(request, profile: .server, policy: policy, authority: ca.certificate.subject)
///     guard judgement.refusals.isEmpty else { … }
///     let certificate = try ca.issue(
///         judgement.profile, subject: judgement.subject, names: judgement.names, key: judgement.key, from: now)
///
/// The rule behind it: who asks says for whom the certificate is; what its key may do is the profile's to say. What the
/// profile does not know is dropped; what the policy forbids is refused as a whole, so that nobody gets a certificate without
/// the name that it was wanted for.
public struct RequestJudgement: Hashable, Sendable {
    /// The profile with the extensions that the request may bring, with the life that the policy leaves, and for a CA with the
    /// policy's names as constraints.
    public private(set) var profile: CertificateProfile
    public private(set) var subject: Name
    public private(set) var names: [GeneralName] = []
    public let key: PublicKey
    /// Everything that was asked for, in the request's order.
    public private(set) var findings: [RequestFinding] = []
    /// The rules of the policy that the certificate would break; empty where it may be issued.
    public private(set) var refusals: [PolicyRefusal] = []

    private let policy: IssuancePolicy

    /// Judges a request. Its own signature is verified before anything else is looked at.
    ///
    /// - Parameters:
    ///   - authority: the subject of the CA that would issue.
    ///   - life: how long the certificate is wanted for; nil for the profile's own life, or the policy's longest where that
    ///     is shorter.
    public init(
        _ request: CertificateRequest, profile: CertificateProfile, policy: IssuancePolicy, authority: Name,
        life: Lifetime? = nil
    ) throws(RequestProblem) {
        do throws(SignatureProblem) { try request.checkSignature() } catch { throw .signature(error) }
        let info = request.certificationRequestInfo
        do throws(PublicKey.Problem) { key = try PublicKey(info.subjectPKInfo) } catch { throw .signature(.key(error)) }
        self.profile = policy.constrained(profile)
        self.policy = policy
        subject = info.subject
        let asked = try Self.extensions(info)

        judgeSubject()
        judgeNames(asked)
        judgeExtensions(asked)
        for attribute in info.attributes where attribute.type != OID.extensionRequest {
            findings.append(RequestFinding(.attribute(attribute.type), .dropped(.notForCertificates)))
        }
        judgeLife(life)
        try checkEnoughIsLeft()
        refusals += policy.judge(self.profile, subject: subject, names: names, key: key, authority: authority)
    }

    /// Judges what is wanted without a request, for a key that the CA's keeper has made: by the same rules, but that the names
    /// are the keeper's to give, whatever `requestedExtensions` says.
    ///
    /// - Parameters:
    ///   - authority: the subject of the CA that would issue.
    ///   - life: as for requests.
    public init(
        subject: Name, names: [GeneralName], key: PublicKey, profile: CertificateProfile, policy: IssuancePolicy,
        authority: Name, life: Lifetime? = nil
    ) throws(RequestProblem) {
        var rules = policy
        rules.requestedExtensions = [OID.subjectAltName]
        self.key = key
        self.profile = rules.constrained(profile)
        self.policy = rules
        self.subject = subject
        judgeSubject()
        judgeNames(Extensions([Extension(SubjectAltName(names: names), critical: subject.isEmpty)]))
        judgeLife(life)
        try checkEnoughIsLeft()
        refusals += rules.judge(
            self.profile, subject: self.subject, names: self.names, key: key, authority: authority)
    }

    /// The extensions that are asked for, each once.
    private static func extensions(_ info: CertificationRequestInfo) throws(RequestProblem) -> Extensions {
        let values = info.attributes.filter { $0.type == OID.extensionRequest }.flatMap(\.values)
        guard values.count <= 1 else { throw .extensionsAskedForTwice }
        switch info.requestedExtensions {
        case .success(let extensions)?:
            if let repeated = extensions.duplicates.first { throw .repeatedExtension(repeated) }
            return extensions
        case .failure(let error)?: throw .malformedExtensions(error)
        case nil: return Extensions([])
        }
    }

    // MARK: Subject and names

    private mutating func judgeSubject() {
        for attribute in subject.relativeDistinguishedNames.flatMap(\.attributes) {
            if let reason = dropReason(attribute) {
                findings.append(RequestFinding(.subject(attribute), .dropped(reason)))
            } else if let name = nameInSubject(attribute) {
                // Judged as a name with the others; repeated ones are told apart there.
                if !names.contains(name) { names.append(name) }
                findings.append(RequestFinding(.subject(attribute), .altered(.alsoName(name))))
            } else {
                findings.append(RequestFinding(.subject(attribute), .granted))
            }
        }
        subject = subject.filtered { dropReason($0) == nil }
    }

    private func dropReason(_ attribute: AttributeTypeAndValue) -> RequestFinding.Reason? {
        if let rules = policy.subject?.rules, rules[attribute.type] == nil { return .attributeNotAllowed }
        // EmailAddress ::= IA5String (RFC 5280 appendix A.1); no policy could be held against anything else.
        if attribute.type == OID.emailAddress, attribute.value.text.flatMap(GeneralName.email) == nil {
            return .formNotIssued
        }
        let isUnsafe = attribute.value.text.map { $0.unicodeScalars.contains(where: \.isUnsafeToShow) } ?? false
        return isUnsafe ? .unsafeText : nil
    }

    /// A name in the subject that clients look for among the alternative names: a server's commonName that is a DNS name or
    /// an address (the CA/Browser Forum's Baseline Requirements ask that it is one of them, §7.1.4.3), and the e-mail address
    /// of who signs mail (RFC 5280 §4.1.2.6). Some clients look into the subject where there is no better name, so these are
    /// held to the same rules as the names.
    private func nameInSubject(_ attribute: AttributeTypeAndValue) -> GeneralName? {
        guard let text = attribute.value.text, let name = GeneralName(parsing: text) else { return nil }
        switch (attribute.type, name) {
        case (OID.commonName, .dNSName), (OID.commonName, .iPAddress):
            return profile.extendedKeyUsages.contains(OID.serverAuth) ? name : nil
        case (OID.emailAddress, .rfc822Name):
            return profile.extendedKeyUsages.contains(OID.emailProtection) ? name : nil
        default: return nil
        }
    }

    private mutating func judgeNames(_ asked: Extensions) {
        guard let item = asked[OID.subjectAltName] else { return }
        if let problem = item.problem {
            findings.append(RequestFinding(.extension(item), .dropped(.malformed(problem))))
            return
        }
        guard policy.requestedExtensions.contains(OID.subjectAltName) else {
            findings.append(RequestFinding(.extension(item), .dropped(notAllowed)))
            return
        }
        let fromSubject = names
        names = []
        for name in asked.subjectAltName?.names ?? [] {
            guard name.isOfIssuedForm else {
                findings.append(RequestFinding(.name(name), .dropped(.formNotIssued)))
                continue
            }
            guard let written = name.asWrittenInCertificates else {
                refusals.append(.malformedName(name))
                continue
            }
            guard !names.contains(written) else {
                findings.append(RequestFinding(.name(name), .dropped(.repeated)))
                continue
            }
            names.append(written)
            findings.append(RequestFinding(.name(name), written == name ? .granted : .altered(.written(written))))
        }
        addNames(fromSubject)
    }

    /// What the subject says is said already where it is among the names. A word without a dot, which may be anything, is no
    /// host where there is a DNS name: then no client looks into the subject (RFC 6125 §6.4.4).
    private mutating func addNames(_ fromSubject: [GeneralName]) {
        let hasDNSName = names.contains { if case .dNSName = $0 { true } else { false } }
        for name in fromSubject {
            let isWord = if case .dNSName(let text) = name { !text.text.contains(".") } else { false }
            guard names.contains(name) || (isWord && hasDNSName) else {
                names.append(name)
                continue
            }
            findings = findings.map { finding in
                finding.outcome == .altered(.alsoName(name)) ? RequestFinding(finding.asked, .granted) : finding
            }
        }
    }

    // MARK: Extensions

    private var notAllowed: RequestFinding.Reason {
        let allowed = policy.requestedExtensions.sorted { $0.description < $1.description }
        return .extensionNotAllowed(allowed: allowed)
    }

    private mutating func judgeExtensions(_ asked: Extensions) {
        let granted = profile.extensions(
            for: key.info, names: [], hasSubject: true, issuerKeyIdentifier: nil)
        for item in asked where item.extnID != OID.subjectAltName {
            findings.append(RequestFinding(.extension(item), outcome(item, granted[item.extnID])))
            if granted[item.extnID] == nil, findings.last?.outcome == .granted {
                profile.furtherExtensions.append(item)
            }
        }
    }

    /// - Parameter ours: the extension that the certificate has anyway.
    private func outcome(_ item: Extension, _ ours: Extension?) -> RequestFinding.Outcome {
        if let problem = item.problem { return .dropped(.malformed(problem)) }
        switch item.extnID {
        case OID.subjectKeyIdentifier, OID.authorityKeyIdentifier: return .dropped(.madeByAuthority)
        case OID.basicConstraints:
            // Whether it says "no CA" or nothing is all the same.
            guard let ours, item.extnValue == ours.extnValue else { return .dropped(.profileHasNone) }
            return .granted
        default: break
        }
        // Whether it is critical is the profile's to say.
        if let ours { return ours.extnValue == item.extnValue ? .granted : .altered(.profileHas(ours)) }
        if IssuancePolicy.decidedByProfile.contains(item.extnID) { return .dropped(.profileHasNone) }
        return policy.requestedExtensions.contains(item.extnID) ? .granted : .dropped(notAllowed)
    }

    // MARK: The whole

    private mutating func judgeLife(_ wanted: Lifetime?) {
        if let wanted {
            profile.life = wanted
        } else if let longest = policy.longestLife(of: profile), profile.life > longest {
            findings.append(RequestFinding(.life(profile.life), .altered(.life(longest))))
            profile.life = longest
        }
    }

    private func checkEnoughIsLeft() throws(RequestProblem) {
        guard refusals.isEmpty else { return }
        if names.isEmpty, profile.extendedKeyUsages.contains(OID.serverAuth) { throw .noNames }
        let hasMailbox = names.contains { if case .rfc822Name = $0 { true } else { false } }
        if !hasMailbox, profile.extendedKeyUsages.contains(OID.emailProtection) { throw .noNames }
        if subject.isEmpty, names.isEmpty || profile.authority != nil { throw .noSubject }
    }
}
