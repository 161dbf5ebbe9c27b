public import LucidDER

/// A random value that ties a response to its request (RFC 9654 §2.1).
///
///     Nonce ::= OCTET STRING (SIZE(1..128))
public struct OCSPNonce: CertificateExtension {
    public static let extnID = OID.ocspNonce

    public let octets: DERBytes

    /// Nil where there are fewer than 1 or more than 128 octets; RFC 9654 §2.1 asks clients for 32.
    public init?(octets: DERBytes) {
        guard (1...128).contains(octets.count) else { return nil }
        self.octets = octets
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        let start = cursor.offset
        guard let nonce = OCSPNonce(octets: try cursor.octetString(field)) else {
            throw DERError(.valueNotAllowed(Self.length), at: start).inside(field)
        }
        self = nonce
    }

    private static let length = DERError.Rule("a nonce has 1 to 128 octets", "RFC 9654 §2.1")

    public func encode(to writer: inout DERWriter) { writer.octetString(octets) }
}

extension Extensions {
    /// The nonce of a request or a response; nil where there is none, or one that can not be decoded.
    public var ocspNonce: OCSPNonce? {
        self[OID.ocspNonce].flatMap { try? OCSPNonce(der: $0.extnValue, "nonce") }
    }

    /// Whether a responder's certificate says that its own revocation need not be checked (RFC 6960 §4.2.2.2.1).
    public var hasOCSPNoCheck: Bool { self[OID.ocspNoCheck] != nil }
}
