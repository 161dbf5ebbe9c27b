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

    init(extnID: ObjectIdentifier, extnValue: DERBytes) {
        do throws(DERError) {
            self = try Self.decode(extnID, extnValue)
        } catch {
            self = .malformed(error)
        }
    }

    private static func decode(_ extnID: ObjectIdentifier, _ value: DERBytes) throws(DERError) -> ExtensionContent {
        switch extnID {
        case OID.authorityKeyIdentifier:
            .authorityKeyIdentifier(try AuthorityKeyIdentifier(der: value, "authorityKeyIdentifier"))
        case OID.subjectKeyIdentifier:
            .subjectKeyIdentifier(try SubjectKeyIdentifier(der: value, "subjectKeyIdentifier"))
        case OID.keyUsage: .keyUsage(try KeyUsage(der: value, "keyUsage"))
        case OID.certificatePolicies: .certificatePolicies(try CertificatePolicies(der: value, "certificatePolicies"))
        case OID.policyMappings: .policyMappings(try PolicyMappings(der: value, "policyMappings"))
        case OID.subjectAltName: .subjectAltName(try SubjectAltName(der: value, "subjectAltName"))
        case OID.issuerAltName: .issuerAltName(try IssuerAltName(der: value, "issuerAltName"))
        case OID.subjectDirectoryAttributes:
            .subjectDirectoryAttributes(try SubjectDirectoryAttributes(der: value, "subjectDirectoryAttributes"))
        case OID.basicConstraints: .basicConstraints(try BasicConstraints(der: value, "basicConstraints"))
        case OID.nameConstraints: .nameConstraints(try NameConstraints(der: value, "nameConstraints"))
        case OID.policyConstraints: .policyConstraints(try PolicyConstraints(der: value, "policyConstraints"))
        case OID.extKeyUsage: .extKeyUsage(try ExtendedKeyUsage(der: value, "extKeyUsage"))
        case OID.cRLDistributionPoints:
            .cRLDistributionPoints(try CRLDistributionPoints(der: value, "cRLDistributionPoints"))
        case OID.inhibitAnyPolicy: .inhibitAnyPolicy(try InhibitAnyPolicy(der: value, "inhibitAnyPolicy"))
        case OID.freshestCRL: .freshestCRL(try FreshestCRL(der: value, "freshestCRL"))
        case OID.authorityInfoAccess: .authorityInfoAccess(try AuthorityInfoAccess(der: value, "authorityInfoAccess"))
        case OID.subjectInfoAccess: .subjectInfoAccess(try SubjectInfoAccess(der: value, "subjectInfoAccess"))
        case OID.tlsFeature: .tlsFeature(try TLSFeature(der: value, "tlsFeature"))
        case OID.netscapeCertType: .netscapeCertType(try NetscapeCertType(der: value, "netscapeCertType"))
        case OID.netscapeComment: .netscapeComment(try NetscapeComment(der: value, "netscapeComment"))
        case OID.signedCertificateTimestampList:
            .signedCertificateTimestamps(
                try SignedCertificateTimestampList(der: value, "signedCertificateTimestampList"))
        case OID.cRLNumber: .cRLNumber(try CRLNumber(der: value, "cRLNumber"))
        case OID.deltaCRLIndicator: .deltaCRLIndicator(try DeltaCRLIndicator(der: value, "deltaCRLIndicator"))
        case OID.issuingDistributionPoint:
            .issuingDistributionPoint(try IssuingDistributionPoint(der: value, "issuingDistributionPoint"))
        case OID.reasonCode: .reasonCode(try ReasonCode(der: value, "reasonCode"))
        case OID.invalidityDate: .invalidityDate(try InvalidityDate(der: value, "invalidityDate"))
        case OID.certificateIssuer: .certificateIssuer(try CertificateIssuer(der: value, "certificateIssuer"))
        default: .unknown
        }
    }

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
