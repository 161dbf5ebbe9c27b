public import LucidDER
public import LucidIssuing
import LucidModel
import LucidSignature

/// Answers OCSP requests from a CA's store (RFC 6960).
///
/// The store is opened anew for each request: a revocation counts for the next answer, and so does a store that was brought back
/// from a backup. Several threads may ask at once.
public struct OCSPResponder: ~Copyable, Sendable {
    private let folder: String
    private let identity: OCSPSigningIdentity
    private let settings: Settings

    /// What answers are to be like.
    public struct Settings: Hashable, Sendable {
        /// For how long an answer may be believed: from thisUpdate to nextUpdate.
        public var life: Lifetime
        public var neverIssued: NeverIssued

        public init(life: Lifetime = Lifetime(seconds: 3600), neverIssued: NeverIssued = .unknown) {
            self.life = life
            self.neverIssued = neverIssued
        }
    }

    /// What is said of a serial number that the store does not have. RFC 6960 §2.2 leaves the choice among all three statuses;
    /// "good" is not offered here, for it would vouch for a certificate that somebody forged with a stolen key.
    public enum NeverIssued: String, Hashable, Sendable, CaseIterable {
        /// The default: "the responder doesn't know about the certificate", which is all that a store knows into which another
        /// program's certificates were, perhaps not wholly, imported. Clients may go and ask for a CRL.
        case unknown
        /// RFC 6960 §2.2, "non-issued": revoked since 1970-01-01 for certificateHold, with the extension extended-revoke. For a CA
        /// all of whose certificates are in the store: clients that take "unknown" for no news refuse the certificate then.
        case revoked
    }

    public init(folder: String, identity: consuming OCSPSigningIdentity, settings: Settings = Settings()) {
        self.folder = folder
        self.identity = identity
        self.settings = settings
    }

    /// The end of the responder's own certificate.
    public var ends: CalendarTime { identity.certificate.validity.notAfter.time }

    /// Answers a request, whatever the octets are. It never throws: what can not be answered gets a response that says so.
    public func answer(_ request: [UInt8], at time: CalendarTime) -> OCSPAnswer {
        do throws(OCSPAnswer.Refusal) {
            return try answer(Self.read(request), time)
        } catch {
            return OCSPAnswer(der: OCSPResponse(responseStatus: error.status).derEncoded, outcome: .refused(error))
        }
    }

    // MARK: The request

    private struct Question {
        let certificates: [CertID]
        let nonce: OCSPNonce?
    }

    private static func read(_ octets: [UInt8]) throws(OCSPAnswer.Refusal) -> Question {
        let request: TBSRequest
        // A signature needs no check: everybody may ask (RFC 6960 §4.1.2).
        do throws(DERError) { request = try OCSPRequest(der: octets).tbsRequest } catch { throw .notARequest(error) }
        guard !request.requestList.isEmpty else { throw .noCertificates }
        // RFC 6960 §4.1.2: unrecognised extensions are ignored, unless they are critical.
        for list in [request.requestExtensions] + request.requestList.map(\.singleRequestExtensions) {
            for entry in list where entry.critical && !understood.contains(entry.extnID) {
                throw .unknownCriticalExtension(entry.extnID)
            }
        }
        var nonce: OCSPNonce?
        if let entry = request.requestExtensions[OID.ocspNonce] {
            // RFC 9654 §2.1: a nonce of no octets, or of more than 128, makes the request a malformed one.
            do throws(DERError) { nonce = try OCSPNonce(der: entry.extnValue, "nonce") } catch {
                throw .nonceLength(error)
            }
        }
        return Question(certificates: request.requestList.map(\.reqCert), nonce: nonce)
    }

    /// The nonce is given back. The basic response is the one that every client takes (§4.4.3); which algorithm a client prefers
    /// (§4.4.7) can be passed over, since there is one key; and a service locator (§4.4.6) says where this responder could ask.
    private static let understood: Set<ObjectIdentifier> = [
        OID.ocspNonce, OID.ocspAcceptableResponses, OID.ocspPreferredSignatureAlgorithms, OID.ocspServiceLocator,
    ]

    // MARK: The answer

    private func answer(_ question: Question, _ time: CalendarTime) throws(OCSPAnswer.Refusal) -> OCSPAnswer {
        guard identity.isValid(at: time) else { throw .responderNotValid(ends: ends) }
        // RFC 6960 §2.3: unauthorized is the answer of who can not respond authoritatively. Where the request asks about other
        // certificates as well, those of other issuers get "unknown" (§2.2).
        let isOurs = question.certificates.map { $0.names(issuer: identity.authority.certificate) == true }
        guard isOurs.contains(true) else { throw .otherIssuer }
        let records = try look(up: zip(question.certificates, isOurs).map { $1 ? $0 : nil })
        let nextUpdate = min(time.adding(seconds: settings.life.seconds), ends)
        var contents = OCSPResponseContents(
            responder: identity.certificate, isDelegated: identity.isDelegated, producedAt: time)
        contents.nonce = question.nonce
        for ((certificate, isOurs), record) in zip(zip(question.certificates, isOurs), records) {
            let status = isOurs ? status(of: record) : .unknown
            contents.responses.append(
                SingleResponse(
                    certID: certificate, certStatus: status, thisUpdate: time, nextUpdate: nextUpdate,
                    singleExtensions: Self.extensions(record)))
            if isOurs, record == nil, settings.neverIssued == .revoked {
                contents.otherExtensions = [Self.extendedRevoke]
            }
        }
        let response: OCSPResponse
        do throws(IssuingProblem) { response = try contents.signed(with: identity.pair.key) } catch {
            throw .signing(.issuing(error))
        }
        let statuses = zip(question.certificates, contents.responses).map {
            (certificate: SerialNumber($0.serialNumber), status: $1.certStatus)
        }
        return OCSPAnswer(
            der: response.derEncoded,
            outcome: .answered(
                .init(
                    statuses: statuses, thisUpdate: time, nextUpdate: nextUpdate, hasNonce: question.nonce != nil)))
    }

    /// What the store has of each certificate; nil where it has nothing, or was not asked.
    private func look(up certificates: [CertID?]) throws(OCSPAnswer.Refusal) -> [CertificateRecord?] {
        do throws(AuthorityProblem) {
            let store = try AuthorityStore(folder, for: .reading)
            // A CA that got a new certificate for the same name and key is the same issuer to OCSP.
            let issuer = identity.authority.certificate
            let authorities = try store.allAuthorities().filter {
                $0.certificate.subject == issuer.subject
                    && $0.certificate.subjectPublicKeyInfo == issuer.subjectPublicKeyInfo
            }
            var records: [CertificateRecord?] = []
            for certificate in certificates {
                var found: CertificateRecord?
                if let certificate {
                    for authority in authorities where found == nil {
                        found = try store.certificate(
                            serial: SerialNumber(certificate.serialNumber), of: authority)
                    }
                }
                records.append(certificate.flatMap { Self.isSame($0.serialNumber, found) ? found : nil })
            }
            return records
        } catch {
            if case .busy = error { throw .storeBusy }
            throw .store(error)
        }
    }

    /// Whether the record is about this very number: the store keeps a negative number by its octets, which are those of a
    /// positive one as well.
    private static func isSame(_ number: DERInteger, _ record: CertificateRecord?) -> Bool {
        guard number.isNegative else { return true }
        guard let certificate = try? record?.certificate() else { return false }
        return certificate.serialNumber == number
    }

    private func status(of record: CertificateRecord?) -> CertStatus {
        guard let record else {
            switch settings.neverIssued {
            case .unknown: return .unknown
            case .revoked: return .revoked(at: CalendarTime(secondsSince1970: 0), reason: .certificateHold)
            }
        }
        // A certificate whose life is over and that was not revoked is "good", which says no more than that (RFC 6960 §2.2).
        guard let revocation = record.revocation else { return .good }
        // As in CRLs, "unspecified" is said by saying nothing (RFC 5280 §5.3.1).
        return .revoked(at: revocation.time, reason: revocation.reason == .unspecified ? nil : revocation.reason)
    }

    /// RFC 6960 §4.4.5: what a CRL says of an entry beside its reason can be said here, too.
    private static func extensions(_ record: CertificateRecord?) -> Extensions {
        guard let since = record?.revocation?.invalidSince else { return Extensions([]) }
        return Extensions([Extension(InvalidityDate(date: since), critical: false)])
    }

    /// RFC 6960 §4.4.8: the value is NULL; it stands in responses that call what was never issued revoked.
    private static let extendedRevoke = Extension(
        extnID: OID.ocspExtendedRevoke, critical: false, extnValue: [0x05, 0x00])
}
