public import LucidDER
public import LucidModel
public import LucidSignature

/// What a CA may issue: pure rules. They are read from `policy.json`, whose format is in Documentation/profiles.md.
public struct IssuancePolicy: Hashable, Sendable {
    /// The allowed names; nil for any.
    public var names: NamePolicy?
    /// The allowed kinds of keys.
    public var keys: [KeyRule]
    /// The longest life by a profile's name; `other` for those that are not named. For `server` and `both` it is never more than
    /// 825 days where they are not named.
    public var longestLife: [String: Lifetime]
    /// Which attributes the subjects may and must have; nil for any.
    public var subject: SubjectPolicy?
    /// The extensions that a request may bring. What a profile decides can not be among them: `decidedByProfile`.
    public var requestedExtensions: Set<ObjectIdentifier>

    /// A policy that allows what most clients accept: any name; P-256, P-384, P-521, Ed25519 and RSA from 2048 bits on; 825 days
    /// for servers, more of which Apple's systems refuse; any subject; and requests may bring alternative names.
    public init() {
        names = nil
        keys = [.p256, .p384, .p521, .ed25519, .rsa(leastBits: 2048)]
        longestLife = Self.usualLongestLife
        subject = nil
        requestedExtensions = [OID.subjectAltName]
    }

    private static let usualLongestLife: [String: Lifetime] = [
        CertificateProfile.server.name: .days(825), CertificateProfile.serverAndClient.name: .days(825),
    ]

    /// The extensions that are always the profile's: who asks for a certificate does not say what it may do.
    public static let decidedByProfile: Set<ObjectIdentifier> = [
        OID.basicConstraints, OID.keyUsage, OID.extKeyUsage, OID.subjectKeyIdentifier, OID.authorityKeyIdentifier,
        OID.nameConstraints, OID.policyConstraints, OID.policyMappings, OID.inhibitAnyPolicy,
        OID.certificatePolicies, OID.cRLDistributionPoints, OID.authorityInfoAccess, OID.issuerAltName,
        OID.freshestCRL, OID.ocspNoCheck,
    ]

    // MARK: Judging

    /// Why this name is not allowed; nil where it is.
    public func refusal(of name: GeneralName) -> PolicyRefusal? { names?.refusal(of: name) }

    /// Why this key is not allowed; nil where it is.
    public func refusal(of key: PublicKey) -> PolicyRefusal? {
        keys.contains { $0.covers(key) } ? nil : .key(key, allowed: keys)
    }

    /// The longest life of a certificate of this profile; nil where the policy names none.
    public func longestLife(of profile: CertificateProfile) -> Lifetime? {
        longestLife[profile.name]
            ?? [longestLife["other"], Self.usualLongestLife[profile.name]].compactMap { $0 }.min()
    }

    /// Everything that stands against a certificate; empty where it may be issued.
    ///
    /// - Parameters:
    ///   - profile: with the life that the certificate is to have.
    ///   - authority: the CA's own subject.
    public func judge(
        _ profile: CertificateProfile, subject: Name, names: [GeneralName], key: PublicKey, authority: Name
    ) -> [PolicyRefusal] {
        var refusals = names.compactMap(refusal(of:))
        // An address in the subject is one, too: RFC 5280 §4.2.1.10 holds constraints on mailboxes against it.
        let addresses = subject.values(of: OID.emailAddress).compactMap { GeneralName.email($0) }
        refusals += addresses.filter { !names.contains($0) }.compactMap(refusal(of:))
        if let refusal = refusal(of: key) { refusals.append(refusal) }
        if let longest = longestLife(of: profile), profile.life > longest {
            refusals.append(.life(profile.life, longest: longest, profile: profile.name))
        }
        return refusals + (self.subject?.refusals(of: subject, authority: authority) ?? [])
    }
}
