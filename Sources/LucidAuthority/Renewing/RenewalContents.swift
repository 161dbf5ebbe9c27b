import LucidDER
public import LucidIssuing
public import LucidModel

/// What a certificate says, to be said again in the one that takes its place.
///
/// It comes from the certificate and not from its profile, which may have changed since, or be a file that is gone: who renews
/// wants the same again for longer.
public struct RenewalContents: Hashable, Sendable {
    /// A profile whose certificates say the same, for the same time.
    public var profile: CertificateProfile
    public let subject: Name
    public let names: [GeneralName]

    /// - Parameter profileName: by which the policy finds the longest life.
    public init(_ certificate: Certificate, profileName: String?) {
        let extensions = certificate.extensions
        let authority = extensions.basicConstraints.flatMap { constraints in
            constraints.cA ? CertificateProfile.Authority(pathLength: constraints.pathLenConstraint) : nil
        }
        // Other programs make certificates without a key usage: their keys may be used for all of a server's purposes.
        let keyUsage = extensions.keyUsage ?? [.digitalSignature, .keyEncipherment]
        profile = CertificateProfile(
            name: profileName ?? "imported", authority: authority, keyUsage: keyUsage,
            extendedKeyUsages: extensions.extKeyUsage?.purposes ?? [], life: Self.life(certificate.validity))
        // To the octet: what Lucid does not know stays as well.
        profile.furtherExtensions = extensions.filter { !Self.rewritten.contains($0.extnID) }
        subject = certificate.subject
        names = extensions.subjectAltName?.names ?? []
    }

    /// From the first second to the last, which both count (RFC 5280 §4.1.2.5).
    private static func life(_ validity: Validity) -> Lifetime {
        let (begin, end) = (validity.notBefore.time.secondsSince1970, validity.notAfter.time.secondsSince1970)
        return Lifetime(seconds: end - begin + 1)
    }

    /// What is written anew: from the profile's other fields, from the names, and from the keys.
    private static let rewritten: Set<ObjectIdentifier> = [
        OID.basicConstraints, OID.keyUsage, OID.extKeyUsage, OID.subjectAltName, OID.subjectKeyIdentifier,
        OID.authorityKeyIdentifier,
    ]
}
