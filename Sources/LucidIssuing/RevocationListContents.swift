public import LucidDER
public import LucidModel
public import LucidSignature

/// What a CRL is to say, before it is signed (RFC 5280 §5).
///
///     var contents = RevocationListContents(issuer: ca, number: 7, thisUpdate: now, nextUpdate: inAWeek)
///     contents.revoke(certificate, at: now, reason: .keyCompromise)
///     let list = try contents.signed(with: caKey)
public struct RevocationListContents: Hashable, Sendable {
    /// Who signs the list: the subject of the signer's certificate, octet for octet.
    public var issuer: Name
    /// The signer's key identifier, for authorityKeyIdentifier (RFC 5280 §5.2.1); nil leaves the extension out.
    public var issuerKeyIdentifier: DERBytes?
    /// Grows from list to list (RFC 5280 §5.2.3); nil leaves the extension out, which no verifier needs to accept.
    public var number: DERInteger?
    /// For a delta CRL: the number of the complete list whose changes it has (RFC 5280 §5.2.4).
    public var baseNumber: DERInteger?
    /// When the list is issued.
    public var thisUpdate: CalendarTime
    /// When the next one is issued at the latest; nil leaves it out, against RFC 5280 §5.1.2.5.
    public var nextUpdate: CalendarTime?
    /// What the list is about and where it comes from (RFC 5280 §5.2.5); nil for a list of all that the issuer revoked.
    public var issuingDistributionPoint: IssuingDistributionPoint?
    /// The revoked certificates.
    public var entries: [RevocationEntry] = []
    /// Extensions beside those that the other fields make.
    public var otherExtensions: [Extension] = []

    public init(
        issuer: Name, issuerKeyIdentifier: DERBytes? = nil, number: DERInteger?, thisUpdate: CalendarTime,
        nextUpdate: CalendarTime?
    ) {
        self.issuer = issuer
        self.issuerKeyIdentifier = issuerKeyIdentifier
        self.number = number
        self.thisUpdate = thisUpdate
        self.nextUpdate = nextUpdate
    }

    /// A list of the CA with this certificate.
    public init(issuer: Certificate, number: Int, thisUpdate: CalendarTime, nextUpdate: CalendarTime) {
        self.init(
            issuer: issuer.subject,
            issuerKeyIdentifier: issuer.extensions.subjectKeyIdentifier?.keyIdentifier
                ?? issuer.subjectPublicKeyInfo.keyIdentifier,
            number: DERInteger(number), thisUpdate: thisUpdate, nextUpdate: nextUpdate)
    }

    /// Adds a certificate of the list's own issuer.
    public mutating func revoke(_ certificate: Certificate, at time: CalendarTime, reason: ReasonCode.Reason? = nil) {
        entries.append(RevocationEntry(serialNumber: certificate.serialNumber, revokedAt: time, reason: reason))
    }

    /// Signs the list.
    ///
    /// - Parameter scheme: how; the key's usual way where nil.
    public func signed(
        with key: borrowing SigningKey, by scheme: SignatureScheme? = nil
    ) throws(IssuingProblem) -> RevocationList {
        do throws(SigningKey.Problem) {
            let scheme = scheme ?? key.usualScheme
            let tbs = tbsCertList(signature: try key.identifier(of: scheme))
            let encoded = tbs.derEncoded
            return RevocationList(
                tbsCertList: tbs, signatureAlgorithm: tbs.signature, signature: try key.sign(encoded.span, by: scheme))
        } catch { throw .signing(error) }
    }

    private func tbsCertList(signature: AlgorithmIdentifier) -> TBSCertList {
        TBSCertList(
            signature: signature, issuer: issuer, thisUpdate: DERTime(thisUpdate),
            nextUpdate: nextUpdate.map(DERTime.init),
            revokedCertificates: entries.map(\.revokedCertificate), crlExtensions: extensions)
    }

    /// Critical are those that RFC 5280 §5.2 says are: a reader who does not know them would misread the list.
    private var extensions: Extensions {
        var all: [Extension] = []
        if let issuerKeyIdentifier {
            all.append(Extension(AuthorityKeyIdentifier(keyIdentifier: issuerKeyIdentifier), critical: false))
        }
        if let number { all.append(Extension(CRLNumber(number: number), critical: false)) }
        if let baseNumber { all.append(Extension(DeltaCRLIndicator(baseCRLNumber: baseNumber), critical: true)) }
        if let issuingDistributionPoint { all.append(Extension(issuingDistributionPoint, critical: true)) }
        return Extensions(all + otherExtensions)
    }
}

/// One revoked certificate of a CRL.
public struct RevocationEntry: Hashable, Sendable {
    public var serialNumber: DERInteger
    public var revokedAt: CalendarTime
    /// Nil and `unspecified` are both written as no reason (RFC 5280 §5.3.1).
    public var reason: ReasonCode.Reason?
    /// When the key was lost, where that was before (RFC 5280 §5.3.2).
    public var invalidFrom: CalendarTime?
    /// For an indirect CRL: whose certificate this entry and those behind it are about (RFC 5280 §5.3.3). Nil for the
    /// same issuer as that of the entry before, and on the first entry for the list's own issuer.
    public var certificateIssuer: Name?
    /// Extensions beside those that the other fields make.
    public var otherExtensions: [Extension] = []

    public init(
        serialNumber: DERInteger, revokedAt: CalendarTime, reason: ReasonCode.Reason? = nil,
        invalidFrom: CalendarTime? = nil, certificateIssuer: Name? = nil
    ) {
        self.serialNumber = serialNumber
        self.revokedAt = revokedAt
        self.reason = reason
        self.invalidFrom = invalidFrom
        self.certificateIssuer = certificateIssuer
    }

    /// The entry as it stands in the list.
    public var revokedCertificate: RevokedCertificate {
        var all: [Extension] = []
        if let reason, reason != .unspecified { all.append(Extension(ReasonCode(reason), critical: false)) }
        if let invalidFrom { all.append(Extension(InvalidityDate(date: invalidFrom), critical: false)) }
        if let certificateIssuer {
            // RFC 5280 §5.3.3: critical, for who ignores it takes the entry for another issuer's.
            all.append(Extension(CertificateIssuer(names: [.directoryName(certificateIssuer)]), critical: true))
        }
        return RevokedCertificate(
            userCertificate: serialNumber, revocationDate: DERTime(revokedAt),
            crlEntryExtensions: Extensions(all + otherExtensions))
    }
}
