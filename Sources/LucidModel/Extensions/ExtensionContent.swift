public import LucidDER

/// What an extension says: one case for each extension of certificates, CRLs and CRL entries that Lucid knows.
///
/// An extension whose value breaks its own rules does not make the whole certificate unreadable: it can still be shown,
/// with the reason, and the verifier refuses it.
public enum ExtensionContent: Hashable, Sendable {
    case authorityKeyIdentifier(AuthorityKeyIdentifier)
    case subjectKeyIdentifier(SubjectKeyIdentifier)
    case keyUsage(KeyUsage)
    case certificatePolicies(CertificatePolicies)
    case policyMappings(PolicyMappings)
    case subjectAltName(SubjectAltName)
    case issuerAltName(IssuerAltName)
    case subjectDirectoryAttributes(SubjectDirectoryAttributes)
    case basicConstraints(BasicConstraints)
    case nameConstraints(NameConstraints)
    case policyConstraints(PolicyConstraints)
    case extKeyUsage(ExtendedKeyUsage)
    case cRLDistributionPoints(CRLDistributionPoints)
    case inhibitAnyPolicy(InhibitAnyPolicy)
    case freshestCRL(FreshestCRL)
    case authorityInfoAccess(AuthorityInfoAccess)
    case subjectInfoAccess(SubjectInfoAccess)
    case tlsFeature(TLSFeature)
    case netscapeCertType(NetscapeCertType)
    case netscapeComment(NetscapeComment)
    case signedCertificateTimestamps(SignedCertificateTimestampList)
    // Of CRLs and their entries (RFC 5280 §5.2, §5.3)
    case cRLNumber(CRLNumber)
    case deltaCRLIndicator(DeltaCRLIndicator)
    case issuingDistributionPoint(IssuingDistributionPoint)
    case reasonCode(ReasonCode)
    case invalidityDate(InvalidityDate)
    case certificateIssuer(CertificateIssuer)
    /// An extension that Lucid does not know.
    case unknown
    /// A known extension whose value can not be decoded.
    case malformed(DERError)

    /// The decoded structure, for re-encoding; nil where there is none.
    public var structure: (any CertificateExtension)? {
        switch self {
        case .authorityKeyIdentifier(let value): value
        case .subjectKeyIdentifier(let value): value
        case .keyUsage(let value): value
        case .certificatePolicies(let value): value
        case .policyMappings(let value): value
        case .subjectAltName(let value): value
        case .issuerAltName(let value): value
        case .subjectDirectoryAttributes(let value): value
        case .basicConstraints(let value): value
        case .nameConstraints(let value): value
        case .policyConstraints(let value): value
        case .extKeyUsage(let value): value
        case .cRLDistributionPoints(let value): value
        case .inhibitAnyPolicy(let value): value
        case .freshestCRL(let value): value
        case .authorityInfoAccess(let value): value
        case .subjectInfoAccess(let value): value
        case .tlsFeature(let value): value
        case .netscapeCertType(let value): value
        case .netscapeComment(let value): value
        case .signedCertificateTimestamps(let value): value
        case .cRLNumber(let value): value
        case .deltaCRLIndicator(let value): value
        case .issuingDistributionPoint(let value): value
        case .reasonCode(let value): value
        case .invalidityDate(let value): value
        case .certificateIssuer(let value): value
        case .unknown, .malformed: nil
        }
    }
}
