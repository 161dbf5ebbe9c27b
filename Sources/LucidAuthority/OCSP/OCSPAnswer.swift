public import LucidDER
public import LucidModel

/// What a responder answered, and what of it people and caches want to know.
public struct OCSPAnswer: Sendable {
    /// The OCSPResponse in DER.
    public let der: [UInt8]
    public let outcome: Outcome

    /// How the question went.
    public enum Outcome: Sendable {
        case answered(Answered)
        /// The response has a status and nothing else.
        case refused(Refusal)
    }

    /// A response with statuses.
    public struct Answered: Sendable {
        public let statuses: [(certificate: SerialNumber, status: CertStatus)]
        public let thisUpdate: CalendarTime
        public let nextUpdate: CalendarTime
        /// Whether a nonce was given back. Such a response is of use for this one request only.
        public let hasNonce: Bool
    }

    /// Why there is no answer.
    public enum Refusal: Error, Hashable, Sendable {
        // malformedRequest
        case notARequest(DERError)
        /// The request asks about no certificate.
        case noCertificates
        case nonceLength(DERError)
        /// An extension must be understood, and is not.
        case unknownCriticalExtension(ObjectIdentifier)
        // unauthorized
        /// None of the certificates is of a CA that this responder answers for.
        case otherIssuer
        // tryLater
        case storeBusy
        // internalError
        case store(AuthorityProblem)
        /// The responder's own certificate has ended, or not begun.
        case responderNotValid(ends: CalendarTime)
        case signing(AuthorityProblem)

        /// The status that the client gets (RFC 6960 §2.3).
        public var status: OCSPResponseStatus {
            switch self {
            case .notARequest, .noCertificates, .nonceLength, .unknownCriticalExtension: .malformedRequest
            case .otherIssuer: .unauthorized
            case .storeBusy: .tryLater
            case .store, .responderNotValid, .signing: .internalError
            }
        }
    }
}
