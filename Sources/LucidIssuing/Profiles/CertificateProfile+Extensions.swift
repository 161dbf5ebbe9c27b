import LucidDER
import LucidModel
import LucidSignature

extension CertificateProfile {
    /// The extensions of a certificate, in the order in which they are usually written.
    ///
    /// - Parameters:
    ///   - hasSubject: whether the subject has any part.
    ///   - issuerKeyIdentifier: nil for a self-signed certificate, which needs no authorityKeyIdentifier (RFC 5280 §4.2.1.1).
    func extensions(
        for key: SubjectPublicKeyInfo, names: [GeneralName], hasSubject: Bool, issuerKeyIdentifier: DERBytes?
    ) -> Extensions {
        var all: [Extension] = []
        let constraints = BasicConstraints(cA: authority != nil, pathLenConstraint: authority?.pathLength)
        all.append(Extension(constraints, critical: true))
        all.append(Extension(keyUsage(for: key), critical: true))
        if !extendedKeyUsages.isEmpty {
            all.append(Extension(ExtendedKeyUsage(purposes: extendedKeyUsages), critical: false))
        }
        // RFC 5280 §4.2.1.6: critical only where the subject is empty.
        if !names.isEmpty { all.append(Extension(SubjectAltName(names: names), critical: !hasSubject)) }
        all.append(Extension(SubjectKeyIdentifier(keyIdentifier: key.keyIdentifier), critical: false))
        if let issuerKeyIdentifier {
            all.append(Extension(AuthorityKeyIdentifier(keyIdentifier: issuerKeyIdentifier), critical: false))
        }
        return Extensions(all + fixedExtensions)
    }

    /// The extensions that are the same in every certificate.
    private var fixedExtensions: [Extension] {
        var all: [Extension] = []
        if !policies.isEmpty { all.append(Extension(CertificatePolicies(policies: policies), critical: false)) }
        if let nameConstraints { all.append(Extension(nameConstraints, critical: true)) }
        if !crlDistributionPoints.isEmpty {
            // One point with all the places: each has the same list (RFC 5280 §4.2.1.13).
            let point = DistributionPoint(distributionPoint: .fullName(crlDistributionPoints))
            all.append(Extension(CRLDistributionPoints(points: [point]), critical: false))
        }
        let places =
            ocspResponders.map { AccessDescription(accessMethod: OID.ocsp, accessLocation: $0) }
            + issuerCertificates.map { AccessDescription(accessMethod: OID.caIssuers, accessLocation: $0) }
        if !places.isEmpty { all.append(Extension(AuthorityInfoAccess(descriptions: places), critical: false)) }
        return all + furtherExtensions
    }
}
