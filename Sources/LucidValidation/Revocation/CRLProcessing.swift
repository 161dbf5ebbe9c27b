import LucidDER
import LucidModel
import LucidSignature

/// What CRLs say about one certificate, by RFC 5280 §6.3. Its variables have the names of §6.3.2, its steps the letters
/// of §6.3.3; the steps are in the files beside this one.
struct CRLProcessing {
    // Inputs (§6.3.1)
    /// (a) The certificate in question.
    let certificate: Certificate
    /// (b) use-deltas: whether delta CRLs are applied.
    let useDeltas: Bool

    // What the procedure takes from around it
    /// The local CRL cache.
    let evidence: RevocationEvidence
    /// The certificate's own issuer.
    let issuer: CertificateIssuerKey
    let time: CalendarTime

    // State variables (§6.3.2)
    /// (a) The reasons that the CRLs so far would have told.
    var reasonsMask: ReasonFlags = []
    /// (b) UNREVOKED, or an entry.
    var certStatus = Status.unrevoked
    // (c) interim_reasons_mask is a local of `process`.

    var log: RevocationLog

    /// The values of cert_status. UNDETERMINED is UNREVOKED with a reasons_mask that is not all-reasons.
    enum Status: Hashable {
        case unrevoked
        /// On a list; without a reasonCode the reason is unspecified.
        case listed(ReasonCode.Reason, at: CalendarTime, list: String)
    }

    /// The special value all-reasons.
    static let allReasons: ReasonFlags = [
        .keyCompromise, .cACompromise, .affiliationChanged, .superseded, .cessationOfOperation, .certificateHold,
        .privilegeWithdrawn, .aACompromise,
    ]

    init(
        certificate: Certificate, useDeltas: Bool, evidence: RevocationEvidence, issuer: CertificateIssuerKey,
        time: CalendarTime, log: RevocationLog
    ) {
        self.certificate = certificate
        self.useDeltas = useDeltas
        self.evidence = evidence
        self.issuer = issuer
        self.time = time
        self.log = log
    }

    /// Whether "the revocation status has been determined".
    var isDetermined: Bool { reasonsMask == Self.allReasons || certStatus != .unrevoked }

    /// §6.3.3: first the certificate's own distribution points, then what else its issuer has issued.
    mutating func run(paths: inout some CRLIssuerPaths) {
        var corresponding: Set<ObjectIdentity> = []
        for point in certificate.distributionPoints {
            // Without a cRLIssuer the CRL is the certificate issuer's (§4.2.1.13).
            let crlIssuers = point.cRLIssuer.map(RevocationNames.directoryNames) ?? [certificate.issuer]
            for crl in crlIssuers.flatMap({ evidence.lists(by: $0) }) {
                guard !isDetermined else { return }
                guard verifyIssuerAndScope(of: crl, for: point) else { continue }  // (b)
                corresponding.insert(ObjectIdentity(crl))
                process(crl, point, paths: &paths)
            }
        }
        // "repeat the process above with any available CRLs not specified in a distribution point but issued by the
        // certificate issuer"
        let point = impliedDistributionPoint
        for crl in evidence.lists(by: certificate.issuer) {
            guard !isDetermined else { return }
            guard !corresponding.contains(ObjectIdentity(crl)) else { continue }
            if verifyIssuerAndScope(of: crl, for: point) { process(crl, point, paths: &paths) }
        }
    }

    /// "assume a DP with both the reasons and the cRLIssuer fields omitted and a distribution point name of the
    /// certificate issuer", which is its name and its alternative names.
    private var impliedDistributionPoint: DistributionPoint {
        var names: [GeneralName] = [.directoryName(certificate.issuer)]
        if case .issuerAltName(let others)? = certificate.extensions[OID.issuerAltName]?.content {
            names += others.names
        }
        return DistributionPoint(distributionPoint: .fullName(names))
    }

    /// Steps (a) and (c) to (l) for a complete CRL of the right issuer and scope.
    private mutating func process(_ crl: KnownCRL, _ point: DistributionPoint, paths: inout some CRLIssuerPaths) {
        let interimReasonsMask = interimReasonsMask(of: crl, for: point)  // (d)
        guard addsReasons(interimReasonsMask, crl), isWellFormed(crl) else { return }  // (e), §5
        let deltas = useDeltas ? currentDeltas(for: crl) : []  // (a), (c)
        guard isCurrent(crl, hasDelta: !deltas.isEmpty),  // (a)
            let key = signerKey(of: crl, paths: &paths)  // (f), (g)
        else { return }
        let delta = deltas.first { isSigned($0, with: key) && hasReadableEntries($0) }  // (h)
        let isUpToDate = delta != nil || deltas.isEmpty || isCurrent(crl, hasDelta: false)  // (a), now without a delta
        guard isUpToDate, hasReadableEntries(crl) else { return }
        search(delta: delta, complete: crl)  // (i), (j), (k)
        reasonsMask.formUnion(interimReasonsMask)  // (l)
    }

    /// (d) "Compute the interim_reasons_mask for this CRL": the reasons that both the distribution point and the CRL
    /// are for, each of them being for all where it names none.
    private func interimReasonsMask(of crl: KnownCRL, for point: DistributionPoint) -> ReasonFlags {
        let ofPoint = point.reasons ?? Self.allReasons
        let ofList = crl.issuingDistributionPoint?.onlySomeReasons ?? Self.allReasons
        return ofPoint.intersection(ofList).intersection(Self.allReasons)
    }

    /// (e) "Verify that interim_reasons_mask includes one or more reasons that are not included in the reasons_mask."
    private mutating func addsReasons(_ interimReasonsMask: ReasonFlags, _ crl: KnownCRL) -> Bool {
        log.note(
            .crlReasons, !interimReasonsMask.isSubset(of: reasonsMask), otherwise: .aside,
            [.init("list", .text(crl.label)), .init("reasons", .list(interimReasonsMask.names))])
    }

    /// (i), (j), (k): what the lists say about the certificate.
    private mutating func search(delta: KnownCRL?, complete: KnownCRL) {
        if let delta { certStatus = status(on: delta) }  // (i)
        if certStatus == .unrevoked { certStatus = status(on: complete) }  // (j)
        if case .listed(.removeFromCRL, _, _) = certStatus { certStatus = .unrevoked }  // (k)
    }

    /// The entry's reason, or unspecified where it has none; UNREVOKED without an entry.
    private func status(on crl: KnownCRL) -> Status {
        guard let entry = crl.entries.entry(for: certificate) else { return .unrevoked }
        return .listed(entry.reason ?? .unspecified, at: entry.revocationDate.time, list: crl.label)
    }
}

/// The certificate above the one in question, and its key, which path validation has found good.
struct CertificateIssuerKey {
    let certificate: Certificate
    let key: PublicKey
}

extension Certificate {
    /// The distribution points; none where the extension is absent. (One that can not be decoded refuses the
    /// certificate.)
    fileprivate var distributionPoints: [DistributionPoint] {
        if case .cRLDistributionPoints(let value)? = extensions[OID.cRLDistributionPoints]?.content {
            value.points
        } else {
            []
        }
    }
}

/// Swift's identity of objects, whose name ASN.1's object identifiers have taken here.
private typealias ObjectIdentity = Swift.ObjectIdentifier
