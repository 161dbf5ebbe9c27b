import LucidX509

/// A CRL with what OpenSSL finds out about it when it reads it.
final class ExaminedList: Sendable {
    let list: RevocationList
    let issuer: CanonicalName
    let authorityKeyIdentifier: AuthorityKeyIdentifier?
    let number: DERInteger?
    let baseNumber: DERInteger?
    let scope: IssuingDistributionPoint?
    /// Whether its issuingDistributionPoint can not be decoded, or contradicts itself.
    let hasInvalidScope: Bool
    /// Whether it, or an entry of it, has a critical extension that OpenSSL does not know.
    let hasUnhandledCriticalExtension: Bool
    let hasFreshestCRL: Bool
    /// The reasons that it is about.
    let reasons: ReasonFlags

    init(_ list: RevocationList) {
        self.list = list
        let extensions = list.tbsCertList.crlExtensions
        issuer = CanonicalName(list.tbsCertList.issuer)
        authorityKeyIdentifier = extensions.authorityKeyIdentifier
        number = extensions.value(CRLNumber.self)?.number
        baseNumber = extensions.value(DeltaCRLIndicator.self)?.baseCRLNumber
        let scope = extensions.value(IssuingDistributionPoint.self)
        self.scope = scope
        let kinds =
            scope.map { [$0.onlyContainsUserCerts, $0.onlyContainsCACerts, $0.onlyContainsAttributeCerts] } ?? []
        hasInvalidScope =
            (scope == nil && extensions[OID.issuingDistributionPoint] != nil) || kinds.count(where: { $0 }) > 1
        hasFreshestCRL = extensions[OID.freshestCRL] != nil
        hasUnhandledCriticalExtension =
            extensions.contains { $0.critical && !Self.handledExtensions.contains($0.extnID) }
            || (list.tbsCertList.revokedCertificates ?? []).contains { entry in
                entry.crlEntryExtensions.contains { $0.critical && $0.extnID != OID.certificateIssuer }
            }
        reasons = scope?.onlySomeReasons?.intersection(.all) ?? .all
    }

    private static let handledExtensions: Set<ObjectIdentifier> = [
        OID.issuingDistributionPoint, OID.authorityKeyIdentifier, OID.deltaCRLIndicator,
    ]

    /// The entry for a certificate's serial number and issuer; nil where there is none.
    func entry(for certificate: ExaminedCertificate) -> RevokedCertificate? {
        var issuers: [GeneralName]?
        for entry in list.tbsCertList.revokedCertificates ?? [] {
            // Entries belong to the certificate issuer that was named last (RFC 5280 §5.3.3).
            if let named = entry.crlEntryExtensions.value(CertificateIssuer.self) { issuers = named.names }
            guard entry.userCertificate == certificate.certificate.serialNumber else { continue }
            if isIssuer(certificate.issuer, issuers) { return entry }
        }
        return nil
    }

    private func isIssuer(_ name: CanonicalName, _ issuers: [GeneralName]?) -> Bool {
        guard let issuers else { return name == issuer }
        return issuers.contains {
            if case .directoryName(let other) = $0 { CanonicalName(other) == name } else { false }
        }
    }
}

extension ReasonFlags {
    /// All reasons that a CRL can be about; "unused" is none.
    static let all = ReasonFlags(rawValue: 0x1fe)
}
