import LucidDER
import LucidModel

// RFC 5280 §6.3.3(b) and (c): whether a CRL is about the certificate at all, and a delta CRL goes with it.

extension CRLProcessing {
    /// (b) "Verify the issuer and scope of the complete CRL".
    mutating func verifyIssuerAndScope(of crl: KnownCRL, for point: DistributionPoint) -> Bool {
        guard verifyIssuer(of: crl, for: point) else { return false }  // (1)
        guard let idp = crl.issuingDistributionPoint else { return true }  // (2)
        let isCA = certificate.extensions.basicConstraints?.cA == true
        let facts: [Finding.Parameter] = [.init("list", .text(crl.label))]
        return verifyNames(of: idp, crl, for: point)  // (i)
            && log.note(.crlForUserCertificates, !(idp.onlyContainsUserCerts && isCA), otherwise: .aside, facts)  // (ii)
            && log.note(.crlForCACertificates, !idp.onlyContainsCACerts || isCA, otherwise: .aside, facts)  // (iii)
            && log.note(.crlForAttributeCertificates, !idp.onlyContainsAttributeCerts, otherwise: .aside, facts)  // (iv)
    }

    /// (b)(1) The CRL is by whom the distribution point names, and then says that it is indirect; or by the certificate
    /// issuer.
    private mutating func verifyIssuer(of crl: KnownCRL, for point: DistributionPoint) -> Bool {
        let isGood: Bool
        if let named = point.cRLIssuer {
            isGood =
                RevocationNames.contains(named, crl.issuer) && crl.issuingDistributionPoint?.indirectCRL == true
        } else {
            isGood = RevocationNames.same(crl.issuer, certificate.issuer)
        }
        return log.note(
            .crlIssuer, isGood, otherwise: .aside,
            [.init("list", .text(crl.label)), .init("indirect", .text(crl.isIndirect ? "yes" : "no"))])
    }

    /// (b)(2)(i) A CRL that says where it comes from comes from one of the distribution point's places; where the point
    /// gives no place, the CRL is to name the CRL issuer.
    private mutating func verifyNames(
        of idp: IssuingDistributionPoint, _ crl: KnownCRL, for point: DistributionPoint
    ) -> Bool {
        guard let ofList = idp.distributionPoint else { return true }
        let listNames = RevocationNames.fullNames(of: ofList, crlIssuers: [crl.issuer])
        let pointNames: [GeneralName]
        if let ofPoint = point.distributionPoint {
            let crlIssuers = point.cRLIssuer.map(RevocationNames.directoryNames) ?? [certificate.issuer]
            pointNames = RevocationNames.fullNames(of: ofPoint, crlIssuers: crlIssuers)
        } else {
            pointNames = point.cRLIssuer ?? []
        }
        return log.note(
            .crlDistributionPoint, RevocationNames.overlap(listNames, pointNames), otherwise: .aside,
            [
                .init("list", .text(crl.label)), .init("listNames", .list(listNames.map(\.revocationText))),
                .init("pointNames", .list(pointNames.map(\.revocationText))),
            ])
    }

    /// (a) and (c): the delta CRLs that can bring the complete CRL up to date, the newest first.
    mutating func currentDeltas(for crl: KnownCRL) -> [KnownCRL] {
        var fitting: [KnownCRL] = []
        // (c)(1) "Verify that the delta CRL issuer matches the complete CRL issuer": they are looked up by it.
        for delta in evidence.deltas(by: crl.issuer)
        where verifyScope(of: delta, with: crl) && isWellFormed(delta) && isCurrent(delta, hasDelta: false)
            && verifyNumbers(of: delta, with: crl)
        {
            fitting.append(delta)
        }
        return fitting.sorted { CRLNumberOrder.isLess($1.number, $0.number) }
    }

    /// (c)(2) The same issuingDistributionPoint or none, (c)(3) the same authorityKeyIdentifier.
    private mutating func verifyScope(of delta: KnownCRL, with crl: KnownCRL) -> Bool {
        let id = OID.issuingDistributionPoint
        let hasSameScope =
            delta.list.tbsCertList.crlExtensions[id]?.extnValue == crl.list.tbsCertList.crlExtensions[id]?.extnValue
        return log.note(
            .deltaScope, hasSameScope && delta.authorityKeyIdentifier == crl.authorityKeyIdentifier, otherwise: .aside,
            [.init("list", .text(delta.label)), .init("complete", .text(crl.label))])
    }

    /// §5.2.4(c), (d): the complete CRL is no older than the delta's base, and older than the delta.
    private mutating func verifyNumbers(of delta: KnownCRL, with crl: KnownCRL) -> Bool {
        let isBaseReached = !CRLNumberOrder.isLess(crl.number, delta.baseNumber)
        let isNewer = CRLNumberOrder.isLess(crl.number, delta.number)
        return log.note(
            .deltaNumbers, isBaseReached && isNewer, otherwise: .aside,
            [
                .init("list", .text(delta.label)), .init("complete", .text(crl.label)),
                .init("base", .text(delta.baseNumber?.hexadecimalText ?? "unreadable")),
            ])
    }
}

extension KnownCRL {
    fileprivate var isIndirect: Bool { issuingDistributionPoint?.indirectCRL == true }
}

extension GeneralName {
    /// The name for findings.
    fileprivate var revocationText: String {
        switch self {
        case .uniformResourceIdentifier(let uri): uri.text
        case .directoryName(let name): name.description
        case .dNSName(let name): name.text
        case .rfc822Name(let name): name.text
        default: "a name of another kind"
        }
    }
}
