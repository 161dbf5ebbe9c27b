import LucidDER

/// What certificates, requests and revocation lists have in common: something that is signed, how, and the signature.
///
///     SIGNED ::= SEQUENCE {
///         contents             Contents,
///         signatureAlgorithm   AlgorithmIdentifier,
///         signatureValue       BIT STRING }
struct SignedStructure<Contents: DERDecodable> {
    let contents: Contents
    /// The octets of `contents` as they came: what the signature is over.
    let contentsBytes: DERBytes
    let signatureAlgorithm: AlgorithmIdentifier
    let signatureValue: DERBitString
    /// The whole structure, as it came.
    let der: DERBytes

    /// Reads the structure; the fields' names are those of its own ASN.1 type.
    init(
        from cursor: inout DERCursor, _ field: StaticString, contents contentsField: StaticString,
        signature signatureField: StaticString
    ) throws(DERError) {
        let start = cursor.offset
        (contents, contentsBytes, signatureAlgorithm, signatureValue) = try cursor.sequence(field) {
            inner throws(DERError) in
            let contentsStart = inner.offset
            let contents = try Contents(from: &inner, contentsField)
            let bytes = inner.bytes(contentsStart..<inner.offset)
            let algorithm = try AlgorithmIdentifier(from: &inner, "signatureAlgorithm")
            return (contents, bytes, algorithm, try inner.bitString(signatureField))
        }
        der = cursor.bytes(start..<cursor.offset)
    }
}

extension DERWriter {
    /// Writes such a structure anew from its parts.
    mutating func signedStructure(
        _ contents: some DEREncodable, _ algorithm: AlgorithmIdentifier, _ signature: DERBitString
    ) {
        sequence {
            contents.encode(to: &$0)
            algorithm.encode(to: &$0)
            $0.bitString(signature)
        }
    }
}
