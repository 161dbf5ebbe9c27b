/// Why a client refuses, in the words of each.
enum RefusalReason {
    /// The server's certificate has other names.
    case otherName
    /// The server's certificate does not lead to the root that the client trusts.
    case unknownIssuer
    /// The server wants a certificate, and the client has none.
    case certificateRequired
    /// The server says that the client's certificate is revoked.
    case certificateRevoked

    /// What that client writes; the wording of newer versions behind that of older ones.
    func words(of client: JourneyClient) -> [String] {
        switch (self, client) {
        case (.otherName, .curl): ["does not match target host", "no alternative certificate subject name matches"]
        case (.otherName, .openssl): ["IP address mismatch", "hostname mismatch"]
        case (.otherName, .python): ["IP address mismatch", "Hostname mismatch"]
        case (.otherName, .requests): ["IP address mismatch", "Hostname mismatch", "doesn't match"]
        case (.otherName, .java): ["No subject alternative names matching", "No subject alternative DNS name matching"]
        case (.otherName, .node): ["ERR_TLS_CERT_ALTNAME_INVALID"]
        case (.otherName, .go): ["cannot validate certificate for", "certificate is valid for"]
        case (.otherName, .gnutls): ["The name in the certificate does not match the expected"]

        case (.unknownIssuer, .go): ["unknown authority"]
        case (.unknownIssuer, .gnutls): ["The certificate issuer is unknown"]
        case (.unknownIssuer, .java): ["unable to find valid certification path"]
        case (.unknownIssuer, .node):
            ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "DEPTH_ZERO_SELF_SIGNED_CERT"]
        case (.unknownIssuer, _): ["unable to get local issuer certificate", "self-signed certificate"]

        case (.certificateRequired, _), (.certificateRevoked, _): []
        }
    }

    /// What Python's server writes of it; empty where it is the client that refuses.
    ///
    /// A client may not come to read why it was refused: in TLS 1.3 it has finished its handshake by then and writes its request
    /// into a connection that the server has closed (RFC 8446 §4.4.4).
    var serverWords: String {
        switch self {
        case .otherName, .unknownIssuer: ""
        case .certificateRequired: "PEER_DID_NOT_RETURN_A_CERTIFICATE"
        case .certificateRevoked: "certificate verify failed: certificate revoked"
        }
    }
}
