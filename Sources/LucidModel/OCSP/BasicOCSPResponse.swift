public import LucidDER

/// The answer that every responder gives and every client understands (RFC 6960 §4.2.1).
///
///     BasicOCSPResponse       ::= SEQUENCE {
///        tbsResponseData      ResponseData,
///        signatureAlgorithm   AlgorithmIdentifier,
///        signature            BIT STRING,
///        certs            [0] EXPLICIT SEQUENCE OF Certificate OPTIONAL }
public struct BasicOCSPResponse: Hashable, Sendable {
    public let tbsResponseData: OCSPResponseData
    /// The octets of `tbsResponseData` as they came: what the signature is over.
    public let tbsBytes: DERBytes
    public let signatureAlgorithm: AlgorithmIdentifier
    public let signature: DERBitString
    /// Certificates that help to check the signature; trusted in nothing.
    public let certs: [Certificate]?

    /// Puts a response together from its signed part and a signature over it.
    public init(
        tbsResponseData: OCSPResponseData, signatureAlgorithm: AlgorithmIdentifier, signature: [UInt8],
        certs: [Certificate]?
    ) {
        self.tbsResponseData = tbsResponseData
        tbsBytes = DERBytes(tbsResponseData.derEncoded)
        self.signatureAlgorithm = signatureAlgorithm
        self.signature = DERBitString(DERBytes(signature))
        self.certs = certs
    }
}

extension BasicOCSPResponse: DERDecodable, DEREncodable {
    public init(from cursor: inout DERCursor, _ field: StaticString) throws(DERError) {
        (tbsResponseData, tbsBytes, signatureAlgorithm, signature, certs) = try cursor.sequence(field) {
            inner throws(DERError) in
            let start = inner.offset
            let data = try OCSPResponseData(from: &inner, "tbsResponseData")
            let bytes = inner.bytes(start..<inner.offset)
            let algorithm = try AlgorithmIdentifier(from: &inner, "signatureAlgorithm")
            return (data, bytes, algorithm, try inner.bitString("signature"), try inner.ocspCertificates())
        }
    }

    public func encode(to writer: inout DERWriter) {
        writer.sequence {
            tbsResponseData.encode(to: &$0)
            signatureAlgorithm.encode(to: &$0)
            $0.bitString(signature)
            $0.ocspCertificates(certs)
        }
    }
}
