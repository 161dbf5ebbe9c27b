public import LucidDER
public import LucidModel
public import LucidSignature

/// What an OCSP response is to say, before it is signed (RFC 6960 §4.2).
public struct OCSPResponseContents: Hashable, Sendable {
    /// Who signs.
    public var responderID: ResponderID
    /// When the response is signed.
    public var producedAt: CalendarTime
    /// The answers.
    public var responses: [SingleResponse] = []
    /// The nonce of the request, given back (RFC 9654 §2.1).
    public var nonce: OCSPNonce?
    /// Extensions beside the nonce.
    public var otherExtensions: [Extension] = []
    /// Certificates to send along: that of a delegated responder; none where the CA itself signs.
    public var certificates: [Certificate] = []

    public init(responderID: ResponderID, producedAt: CalendarTime) {
        self.responderID = responderID
        self.producedAt = producedAt
    }

    /// A response of the responder with this certificate, named by its key.
    ///
    /// - Parameter isDelegated: whether the responder is another than the CA, so that its certificate has to go along.
    public init(responder: Certificate, isDelegated: Bool, producedAt: CalendarTime) {
        self.init(responderID: .key(of: responder.subjectPublicKeyInfo), producedAt: producedAt)
        if isDelegated { certificates = [responder] }
    }

    /// Signs the response.
    ///
    /// - Parameter scheme: how; the key's usual way where nil.
    public func signed(
        with key: borrowing SigningKey, by scheme: SignatureScheme? = nil
    ) throws(IssuingProblem) -> OCSPResponse {
        let data = OCSPResponseData(
            responderID: responderID, producedAt: producedAt, responses: responses,
            responseExtensions: Extensions((nonce.map { [Extension($0, critical: false)] } ?? []) + otherExtensions))
        let encoded = data.derEncoded
        do throws(SigningKey.Problem) {
            let scheme = scheme ?? key.usualScheme
            let basic = BasicOCSPResponse(
                tbsResponseData: data, signatureAlgorithm: try key.identifier(of: scheme),
                signature: try key.sign(encoded.span, by: scheme), certs: certificates.isEmpty ? nil : certificates)
            return OCSPResponse(responseStatus: .successful, responseBytes: .basic(basic))
        } catch { throw .signing(error) }
    }
}
