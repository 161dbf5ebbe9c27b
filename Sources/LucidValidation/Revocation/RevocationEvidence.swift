import LucidDER
public import LucidModel
import LucidSignature

/// The CRLs and OCSP responses that a verification may look at, indexed once.
///
/// Nothing is trusted for being here: each piece is checked when a certificate needs it. Copies share what has been
/// found out, such as which signatures hold, so one value is best used for many verifications. It may be used from
/// several threads at once.
public struct RevocationEvidence: Sendable {
    private let lists: [RevocationNames.Key: [KnownCRL]]
    private let deltas: [RevocationNames.Key: [KnownCRL]]
    private let responses: [DERInteger: [KnownSingleResponse]]
    /// Responses without an answer: which certificate they are about, nobody can tell.
    let unanswered: [OCSPResponse]
    /// Whether there is none at all.
    public let isEmpty: Bool

    public init(lists: some Sequence<RevocationList> = [], responses: some Sequence<OCSPResponse> = []) {
        var seen: Set<RevocationList> = []
        let known = lists.filter { seen.insert($0).inserted }.map(KnownCRL.init).sorted { $0.precedes($1) }
        self.lists = Dictionary(grouping: known.filter { !$0.isDelta }) { RevocationNames.key($0.issuer) }
        deltas = Dictionary(grouping: known.filter(\.isDelta)) { RevocationNames.key($0.issuer) }
        var bySerialNumber: [DERInteger: [KnownSingleResponse]] = [:]
        var unanswered: [OCSPResponse] = []
        // All responses are looked at. They stand in the order of their octets, so that what is told of them does, too.
        let ordered = responses.map { (response: $0, octets: $0.derEncoded) }.sorted {
            $0.octets.lexicographicallyPrecedes($1.octets)
        }
        for response in ordered.map(\.response) {
            guard response.responseStatus == .successful, let basic = response.basic else {
                unanswered.append(response)
                continue
            }
            let known = KnownResponse(basic)
            for single in basic.tbsResponseData.responses {
                bySerialNumber[single.certID.serialNumber, default: []].append(
                    KnownSingleResponse(response: known, single: single))
            }
        }
        self.responses = bySerialNumber
        self.unanswered = unanswered
        isEmpty = known.isEmpty && bySerialNumber.isEmpty && unanswered.isEmpty
    }

    /// The complete CRLs of an issuer.
    func lists(by issuer: Name) -> [KnownCRL] { lists[RevocationNames.key(issuer)] ?? [] }

    /// The delta CRLs of an issuer.
    func deltas(by issuer: Name) -> [KnownCRL] { deltas[RevocationNames.key(issuer)] ?? [] }

    /// The answers about certificates with this serial number, of whatever issuer.
    func responses(about serialNumber: DERInteger) -> [KnownSingleResponse] { responses[serialNumber] ?? [] }
}

/// A basic OCSP response with the memory of its signature.
final class KnownResponse: Sendable {
    let response: BasicOCSPResponse
    private let signatures = SignatureMemory()

    init(_ response: BasicOCSPResponse) { self.response = response }

    var data: OCSPResponseData { response.tbsResponseData }

    /// What is wrong with the signature for this key; nil where it holds.
    func signatureProblem(with key: PublicKey) -> SignatureProblem? {
        let response = response
        return signatures.problem(with: key) { key throws(SignatureProblem) in
            try SignatureChecker.check(
                response.signature, over: response.tbsBytes, algorithm: response.signatureAlgorithm, signer: key)
        }
    }
}

/// One answer, and the response that it is part of.
struct KnownSingleResponse: Sendable {
    let response: KnownResponse
    let single: SingleResponse
}
