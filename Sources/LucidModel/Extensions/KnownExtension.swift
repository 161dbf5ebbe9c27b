import LucidDER

/// The extensions of certificates, CRLs and CRL entries that Lucid knows, each with the structure of its value.
enum KnownExtension: CaseIterable {
    case authorityKeyIdentifier, subjectKeyIdentifier, keyUsage, certificatePolicies, policyMappings
    case subjectAltName, issuerAltName, subjectDirectoryAttributes, basicConstraints, nameConstraints
    case policyConstraints, extKeyUsage, cRLDistributionPoints, inhibitAnyPolicy, freshestCRL
    case authorityInfoAccess, subjectInfoAccess, tlsFeature, netscapeCertType, netscapeComment
    case signedCertificateTimestamps, cRLNumber, deltaCRLIndicator, issuingDistributionPoint, reasonCode
    case invalidityDate, certificateIssuer

    /// The extension with this identifier, or nil. Most of them are the arcs below id-ce (RFC 5280 §4.2.1).
    init?(_ extnID: ObjectIdentifier) {
        if let arc = extnID.arc(below: Self.idCE) {
            guard let known = Self.certificateExtension(arc) else { return nil }
            self = known
            return
        }
        switch extnID {
        case OID.authorityInfoAccess: self = .authorityInfoAccess
        case OID.subjectInfoAccess: self = .subjectInfoAccess
        case OID.tlsFeature: self = .tlsFeature
        case OID.netscapeCertType: self = .netscapeCertType
        case OID.netscapeComment: self = .netscapeComment
        case OID.signedCertificateTimestampList: self = .signedCertificateTimestamps
        default: return nil
        }
    }

    private static let idCE = ObjectIdentifier(2, 5, 29)

    /// The extension `{ id-ce arc }`.
    private static func certificateExtension(_ arc: UInt8) -> KnownExtension? {
        switch arc {
        case 9: .subjectDirectoryAttributes
        case 14: .subjectKeyIdentifier
        case 15: .keyUsage
        case 17: .subjectAltName
        case 18: .issuerAltName
        case 19: .basicConstraints
        case 20: .cRLNumber
        case 21: .reasonCode
        case 24: .invalidityDate
        case 27: .deltaCRLIndicator
        case 28: .issuingDistributionPoint
        case 29: .certificateIssuer
        case 30: .nameConstraints
        case 31: .cRLDistributionPoints
        case 32: .certificatePolicies
        case 33: .policyMappings
        case 35: .authorityKeyIdentifier
        case 36: .policyConstraints
        case 37: .extKeyUsage
        case 46: .freshestCRL
        case 54: .inhibitAnyPolicy
        default: nil
        }
    }

    /// The value's octets stand in `range` of the cursor's input: why they break the extension's rules, or nil.
    func problem(of range: Range<Int>, _ cursor: inout DERCursor) -> DERError? {
        do throws(DERError) {
            try cursor.decode(at: range) { value throws(DERError) in try check(&value) }
            return nil
        } catch { return error }
    }

    private func check(_ value: inout DERCursor) throws(DERError) {
        switch self {
        case .authorityKeyIdentifier: try AuthorityKeyIdentifier.check(&value, "authorityKeyIdentifier")
        case .subjectKeyIdentifier: try SubjectKeyIdentifier.check(&value, "subjectKeyIdentifier")
        case .keyUsage: try KeyUsage.check(&value, "keyUsage")
        case .certificatePolicies: try CertificatePolicies.check(&value, "certificatePolicies")
        case .policyMappings: try PolicyMappings.check(&value, "policyMappings")
        case .subjectAltName: try SubjectAltName.check(&value, "subjectAltName")
        case .issuerAltName: try IssuerAltName.check(&value, "issuerAltName")
        case .subjectDirectoryAttributes: try SubjectDirectoryAttributes.check(&value, "subjectDirectoryAttributes")
        case .basicConstraints: try BasicConstraints.check(&value, "basicConstraints")
        case .nameConstraints: try NameConstraints.check(&value, "nameConstraints")
        case .policyConstraints: try PolicyConstraints.check(&value, "policyConstraints")
        case .extKeyUsage: try ExtendedKeyUsage.check(&value, "extKeyUsage")
        case .cRLDistributionPoints: try CRLDistributionPoints.check(&value, "cRLDistributionPoints")
        case .inhibitAnyPolicy: try InhibitAnyPolicy.check(&value, "inhibitAnyPolicy")
        case .freshestCRL: try FreshestCRL.check(&value, "freshestCRL")
        case .authorityInfoAccess: try AuthorityInfoAccess.check(&value, "authorityInfoAccess")
        case .subjectInfoAccess: try SubjectInfoAccess.check(&value, "subjectInfoAccess")
        case .tlsFeature: try TLSFeature.check(&value, "tlsFeature")
        case .netscapeCertType: try NetscapeCertType.check(&value, "netscapeCertType")
        case .netscapeComment: try NetscapeComment.check(&value, "netscapeComment")
        case .signedCertificateTimestamps:
            try SignedCertificateTimestampList.check(&value, "signedCertificateTimestampList")
        case .cRLNumber: try CRLNumber.check(&value, "cRLNumber")
        case .deltaCRLIndicator: try DeltaCRLIndicator.check(&value, "deltaCRLIndicator")
        case .issuingDistributionPoint: try IssuingDistributionPoint.check(&value, "issuingDistributionPoint")
        case .reasonCode: try ReasonCode.check(&value, "reasonCode")
        case .invalidityDate: try InvalidityDate.check(&value, "invalidityDate")
        case .certificateIssuer: try CertificateIssuer.check(&value, "certificateIssuer")
        }
    }

    /// The value as a structure.
    func decode(_ value: DERBytes) throws(DERError) -> ExtensionContent {
        switch self {
        case .authorityKeyIdentifier:
            .authorityKeyIdentifier(try AuthorityKeyIdentifier(der: value, "authorityKeyIdentifier"))
        case .subjectKeyIdentifier: .subjectKeyIdentifier(try SubjectKeyIdentifier(der: value, "subjectKeyIdentifier"))
        case .keyUsage: .keyUsage(try KeyUsage(der: value, "keyUsage"))
        case .certificatePolicies: .certificatePolicies(try CertificatePolicies(der: value, "certificatePolicies"))
        case .policyMappings: .policyMappings(try PolicyMappings(der: value, "policyMappings"))
        case .subjectAltName: .subjectAltName(try SubjectAltName(der: value, "subjectAltName"))
        case .issuerAltName: .issuerAltName(try IssuerAltName(der: value, "issuerAltName"))
        case .subjectDirectoryAttributes:
            .subjectDirectoryAttributes(try SubjectDirectoryAttributes(der: value, "subjectDirectoryAttributes"))
        case .basicConstraints: .basicConstraints(try BasicConstraints(der: value, "basicConstraints"))
        case .nameConstraints: .nameConstraints(try NameConstraints(der: value, "nameConstraints"))
        case .policyConstraints: .policyConstraints(try PolicyConstraints(der: value, "policyConstraints"))
        case .extKeyUsage: .extKeyUsage(try ExtendedKeyUsage(der: value, "extKeyUsage"))
        case .cRLDistributionPoints:
            .cRLDistributionPoints(try CRLDistributionPoints(der: value, "cRLDistributionPoints"))
        case .inhibitAnyPolicy: .inhibitAnyPolicy(try InhibitAnyPolicy(der: value, "inhibitAnyPolicy"))
        case .freshestCRL: .freshestCRL(try FreshestCRL(der: value, "freshestCRL"))
        case .authorityInfoAccess: .authorityInfoAccess(try AuthorityInfoAccess(der: value, "authorityInfoAccess"))
        case .subjectInfoAccess: .subjectInfoAccess(try SubjectInfoAccess(der: value, "subjectInfoAccess"))
        case .tlsFeature: .tlsFeature(try TLSFeature(der: value, "tlsFeature"))
        case .netscapeCertType: .netscapeCertType(try NetscapeCertType(der: value, "netscapeCertType"))
        case .netscapeComment: .netscapeComment(try NetscapeComment(der: value, "netscapeComment"))
        case .signedCertificateTimestamps:
            .signedCertificateTimestamps(
                try SignedCertificateTimestampList(der: value, "signedCertificateTimestampList"))
        case .cRLNumber: .cRLNumber(try CRLNumber(der: value, "cRLNumber"))
        case .deltaCRLIndicator: .deltaCRLIndicator(try DeltaCRLIndicator(der: value, "deltaCRLIndicator"))
        case .issuingDistributionPoint:
            .issuingDistributionPoint(try IssuingDistributionPoint(der: value, "issuingDistributionPoint"))
        case .reasonCode: .reasonCode(try ReasonCode(der: value, "reasonCode"))
        case .invalidityDate: .invalidityDate(try InvalidityDate(der: value, "invalidityDate"))
        case .certificateIssuer: .certificateIssuer(try CertificateIssuer(der: value, "certificateIssuer"))
        }
    }
}
