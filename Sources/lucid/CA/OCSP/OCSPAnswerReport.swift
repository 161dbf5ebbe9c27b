import LucidAuthority
import LucidX509

extension OCSPAnswer {
    /// A line for each certificate.
    var lines: [String] {
        guard case .answered(let answered) = outcome else { return [] }
        return answered.statuses.map { "\($0.certificate)  \($0.status.words)" }
    }

    /// What was answered as JSON; see Documentation/json.md.
    var json: JSONValue {
        switch outcome {
        case .answered(let answered):
            .object([
                "responseStatus": .string("\(OCSPResponseStatus.successful)"),
                "thisUpdate": .string(answered.thisUpdate.description),
                "nextUpdate": .string(answered.nextUpdate.description),
                "hasNonce": .bool(answered.hasNonce),
                "certificates": .array(
                    answered.statuses.map { certificate, status in
                        .object([.init("serialNumber", .string(certificate.description))] + status.members)
                    }),
            ])
        case .refused(let refusal):
            .object(["responseStatus": .string("\(refusal.status)"), "reason": .string(refusal.sentence)])
        }
    }
}

extension CertStatus {
    /// The status for people: `good`, `revoked 2026-11-22T03:00:00Z (keyCompromise)`, `unknown`.
    var words: String {
        switch self {
        case .good: "good"
        case .unknown: "unknown"
        case .revoked(let time, let reason): "revoked \(time)" + (reason.map { " (\($0))" } ?? "")
        }
    }

    fileprivate var members: [JSONValue.Member] {
        switch self {
        case .good: [.init("status", .string("good"))]
        case .unknown: [.init("status", .string("unknown"))]
        case .revoked(let time, let reason):
            [.init("status", .string("revoked")), .init("revokedAt", .string(time.description))]
                + (reason.map { [.init("reason", .string("\($0)"))] } ?? [])
        }
    }
}

extension OCSPAnswer.Refusal {
    /// Why there is no answer, for whoever runs the responder. The client gets the status alone.
    var sentence: String {
        switch self {
        case .notARequest(let error): "no OCSP request: \(error.sentence)"
        case .noCertificates: "the request asks about no certificate"
        case .nonceLength(let error): "the nonce can not be given back: \(error.sentence)"
        case .unknownCriticalExtension(let type):
            "the request has the critical extension \(type.nameOrNumbers), which is not understood (RFC 6960 §4.1.2)"
        case .otherIssuer: "the certificates asked about are another CA's (RFC 6960 §2.3)"
        case .storeBusy: "other processes keep the CA's database busy"
        case .store(let problem), .signing(let problem): problem.sentence
        case .responderNotValid(let end):
            "the responder's certificate ended at \(end); make a new one with `lucid ca ocsp --new-responder`"
        }
    }
}
