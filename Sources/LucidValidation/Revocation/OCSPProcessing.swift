import LucidDER
import LucidModel
import LucidSignature

/// What OCSP responses say about one certificate, by RFC 6960 §3.2: a client accepts a response when the six things
/// hold that it lists.
struct OCSPProcessing {
    let certificate: Certificate
    let evidence: RevocationEvidence
    /// The certificate's own issuer.
    let issuer: CertificateIssuerKey
    let time: CalendarTime
    /// How old an answer may be that does not say when there will be a newer one, in seconds.
    let ageWithoutNextUpdate: Int64
    /// Whether a delegated responder's own status has to be determined.
    let requiresStatusOfResponder: Bool
    let useDeltas: Bool

    var log: RevocationLog

    /// The answer that was accepted; a revocation counts more than any number of good ones.
    private(set) var answer: Answer?

    /// An accepted answer.
    struct Answer {
        let status: CertStatus
        let responder: String
    }

    init(
        certificate: Certificate, evidence: RevocationEvidence, issuer: CertificateIssuerKey, time: CalendarTime,
        ageWithoutNextUpdate: Int64, requiresStatusOfResponder: Bool, useDeltas: Bool, log: RevocationLog
    ) {
        self.certificate = certificate
        self.evidence = evidence
        self.issuer = issuer
        self.time = time
        self.ageWithoutNextUpdate = ageWithoutNextUpdate
        self.requiresStatusOfResponder = requiresStatusOfResponder
        self.useDeltas = useDeltas
        self.log = log
    }

    /// Looks at every answer about the certificate.
    mutating func run(paths: inout some CRLIssuerPaths) {
        for known in evidence.responses(about: certificate.serialNumber) {
            // (1) The answer is about this certificate; another issuer's with the same number is none of ours.
            guard isAboutCertificate(known) else { continue }
            let checks = [isCurrent(known), hasKnownCriticalExtensions(known), knowsCertificate(known)]  // (5), (6), §4.4, §2.2
            guard checks.allSatisfy({ $0 }), isSigned(known.response, paths: &paths) else { continue }  // (2), (3), (4)
            accept(known)
        }
        if answer == nil { noteUnanswered() }
    }

    private mutating func accept(_ known: KnownSingleResponse) {
        if case .revoked? = answer?.status { return }
        if case .good? = answer?.status, known.single.certStatus == .good { return }
        answer = Answer(status: known.single.certStatus, responder: known.response.responderText)
    }

    /// §4.1.1: serial number and the hashes of issuer name and key. A hash that Lucid does not have makes the answer
    /// useless.
    private mutating func isAboutCertificate(_ known: KnownSingleResponse) -> Bool {
        let issuerKey = issuer.certificate.subjectPublicKeyInfo
        guard let isAbout = known.single.certID.identifies(certificate, issuerKey: issuerKey) else {
            return log.note(
                .ocspHashAlgorithm, false,
                [
                    .init("responder", .text(known.response.responderText)),
                    .init("algorithm", .text(known.single.certID.hashAlgorithm.algorithm.nameOrNumbers)),
                ])
        }
        return isAbout
    }

    /// (5), (6), and §2.4: neither the answer nor the response is from the future, and there is none newer yet.
    private mutating func isCurrent(_ known: KnownSingleResponse) -> Bool {
        let single = known.single
        let times: [Finding.Parameter] = [
            .init("responder", .text(known.response.responderText)),
            .init("producedAt", .time(known.response.data.producedAt)),
            .init("thisUpdate", .time(single.thisUpdate)), .init("time", .time(time)),
        ]
        // §4.2.2.1 calls an answer without nextUpdate one that may be replaced at any time; how old it may be is left
        // open.
        let end = single.nextUpdate ?? single.thisUpdate.adding(seconds: ageWithoutNextUpdate)
        let checks = [
            log.note(.ocspProducedAt, known.response.data.producedAt <= time, times),
            log.note(.ocspThisUpdate, single.thisUpdate <= time, times),
            log.note(
                .ocspNextUpdate, time <= end,
                times + [
                    .init("nextUpdate", .text(single.nextUpdate?.description ?? "absent")), .init("end", .time(end)),
                ]),
        ]
        return checks.allSatisfy { $0 }
    }

    /// §4.4: the extensions may be ignored unless they are critical. Those below ask nothing of a client: a nonce is
    /// for who sent the request, an archive cutoff for who asks about the past.
    private mutating func hasKnownCriticalExtensions(_ known: KnownSingleResponse) -> Bool {
        let all = known.response.data.responseExtensions.all + known.single.singleExtensions.all
        let unknown = all.filter { $0.critical && !Self.processedExtensions.contains($0.extnID) }
        return log.note(
            .ocspCriticalExtensions, unknown.isEmpty,
            [
                .init("responder", .text(known.response.responderText)),
                .init("extensions", .list(unknown.map(\.extnID.nameOrNumbers))),
            ])
    }

    private static var processedExtensions: Set<ObjectIdentifier> {
        [
            OID.ocspNonce, OID.ocspArchiveCutoff, OID.ocspCRLReferences, OID.ocspExtendedRevoke, OID.reasonCode,
            OID.invalidityDate,
        ]
    }

    /// §2.2: "unknown" is an answer, and settles nothing.
    private mutating func knowsCertificate(_ known: KnownSingleResponse) -> Bool {
        log.note(
            .ocspKnowsCertificate, known.single.certStatus != .unknown,
            [.init("responder", .text(known.response.responderText))])
    }

    /// §2.3: responders that could not answer. They name no certificate, so they speak against none.
    private mutating func noteUnanswered() {
        for response in evidence.unanswered {
            guard case .other(let type, _)? = response.responseBytes, response.responseStatus == .successful else {
                log.note(
                    .ocspResponseStatus, false, otherwise: .aside,
                    [.init("status", .text("\(response.responseStatus)"))])
                continue
            }
            log.note(.ocspResponseType, false, otherwise: .aside, [.init("type", .text(type.nameOrNumbers))])
        }
    }
}

extension KnownResponse {
    /// Who says that they signed, for findings.
    var responderText: String {
        switch data.responderID {
        case .byName(let name): name.description
        case .byKey(let hash): "key " + hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
    }
}
