public import LucidDER

/// The parameters of PKCS #12's own ways to encrypt (RFC 7292 appendix C).
///
///     pkcs-12PbeParams ::= SEQUENCE {
///         salt        OCTET STRING,
///         iterations  INTEGER }
public struct PKCS12EncryptionParameters: Hashable, Sendable, DERDecodable, DEREncodable {
    public let salt: DERBytes
    public let iterations: Int

    public init(salt: DERBytes, iterations: Int) {
        self.salt = salt
        self.iterations = iterations
    }

    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        self = try cursor.sequence(field) { inner throws(DERError) in
            PKCS12EncryptionParameters(
                salt: try inner.octetString("salt"), iterations: try inner.smallNatural("iterations"))
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            $0.octetString(salt)
            $0.integer(iterations)
        }
    }
}
